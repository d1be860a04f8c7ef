"""What the screens of the program have in common: keys become acts, and work is left to the desk."""

from asyncio import wrap_future
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader.actions import Place, for_key
from reader.desk.desk import Desk
from reader.errors import DiploreaderError, InterruptedQuery
from reader.tui.widgets.bottom_line import BottomLine

if TYPE_CHECKING:
    from reader.tui.app import DiploreaderApp
    from reader.tui.screens.verbs import Verb

T = TypeVar("T")


class DeskScreen(Screen[None], inherit_bindings=False):
    """A screen of the program, over which sheets rise. What it can do is in the table of actions."""

    AUTO_FOCUS = None

    def __init__(self, desk: Desk, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.desk = desk
        self.bottom = BottomLine()

    # What a screen tells of itself.

    @property
    def is_ready(self) -> bool:
        """Whether keys can be acted on; those that come earlier wait."""
        return True

    @property
    def place(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened."""
        raise NotImplementedError

    @property
    def places(self) -> Sequence[Place]:
        """Where keys have a meaning now, the nearest first."""
        raise NotImplementedError

    @property
    def verbs(self) -> "Mapping[str, Verb]":
        """What can be done here, by the id of the action."""
        raise NotImplementedError

    def furnish(self) -> None:
        """Bring in what the first paint did without; to be called when that is on the screen."""

    def leave(self) -> None:
        """Keep where the reader is: another screen opens, or the program ends."""

    # Doing things.

    @property
    def program(self) -> "DiploreaderApp":
        """The program that this screen belongs to."""
        return cast("DiploreaderApp", self.app)

    def on_key(self, event: events.Key) -> None:
        """Do what a key stands for in the focused pane."""
        if not self.is_ready:
            self.call_after_refresh(self.on_key, event)
            return
        self.bottom.key_was_pressed()
        action = for_key(event.key, self.places) or for_key(event.character or "", self.places)
        if action is not None:
            event.stop()
            event.prevent_default()
            self.act(action.id)

    def action_act(self, id_: str) -> None:
        """Do what an action of the table stands for."""
        self.act(id_)

    def act(self, id_: str) -> None:
        """Do what an action of the table stands for."""
        self.verbs[id_]()

    def perform(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Leave work to the desk, in the order of asking; then go on with what it gives."""
        self.run_worker(self._perform(call, then), group="desk", exit_on_error=False)

    async def _perform(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        try:
            result, notices = await wrap_future(self.desk.later(lambda: (call(), self.desk.take_notices())))
        except DiploreaderError as error:
            self.say(str(error), error=True)
        else:
            then(result)
            for notice in notices:
                self.say(notice, error=True)

    def look_up(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Leave a question to the thread that lists are made in; then go on with its answer."""
        self.run_worker(self._answer(call, then), group="lists", exit_on_error=False)

    async def _answer(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        while True:
            try:
                result = await wrap_future(self.desk.lists.later(call))
            except InterruptedQuery:
                continue  # a search that was under way was meant
            except DiploreaderError as error:
                self.say(str(error), error=True)
            else:
                then(result)
            return

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of work that broke, and go on; this should never happen."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.program.note_down(event.worker.error)
            self.say("That did not work; your notes are safe. Details are in errors.log.", error=True)

    def show_progress(self, words: str) -> None:
        """Tell in a few words what comes in; empty: nothing does."""
        self.bottom.show_state(words)

    def say(self, text: str, *, error: bool = False) -> None:
        """Tell the reader in one line what was done, or what went wrong and what next."""
        self.bottom.show_message(text, error=error)
