"""The reading room: the article beside its summary, its names and the reader's notes."""

import gc
from asyncio import wrap_future
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from reader.actions import Place, for_key
from reader.config import Config
from reader.desk.desk import Desk, Known, Opening
from reader.errors import DiploreaderError
from reader.model.article import Article
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.bottom_line import BottomLine
from reader.tui.widgets.top_lines import TopLines

if TYPE_CHECKING:
    from reader.tui.app import DiploreaderApp
    from reader.tui.screens.furniture import Furniture
    from reader.tui.widgets.item_pane import ItemPane

T = TypeVar("T")

COLUMNS = [(0, "-narrow"), (110, "-two"), (140, "-three"), (180, "-four"), (200, "-wide")]
"""Layouts, and the columns from which they hold."""

ROWS = [(0, "-low"), (20, "-tall")]

MEASURE = 76
"""Cells of a line of the article, where the layout gives it so many."""

START_SECONDS = 1.0
"""How long after the first paint the start counts as over."""

PLACE_SECONDS = 2.0
"""How long after a move the place is kept."""


class ReadingRoom(Screen[None], inherit_bindings=False):
    """Holds the panes of one open article, and does what the reader asks for.

    The text is painted first. What stands beside it, and what can be done with it, comes with the second paint.
    """

    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS

    def __init__(self, desk: Desk, opening: Opening, config: Config) -> None:
        # With the right classes from the start, the styles are worked out once.
        super().__init__(classes=_classes_for(*get_terminal_size()))
        self.desk = desk
        self.opening = opening
        self._config = config
        self._known: Future[Known] = desk.later(lambda: desk.known(opening.article))
        self._is_furnished = False
        self._place_timer: Timer | None = None
        self.top = TopLines()
        self.text = ArticleView(id="article", measure=MEASURE)
        self.bottom = BottomLine()

    def compose(self) -> ComposeResult:
        """The text, and the lines above and below it."""
        yield self.top
        yield self.text
        yield self.bottom

    def on_mount(self) -> None:
        self.text.border_title = "Article"
        self._show_text()
        self.bottom.show_keys(Place.ARTICLE)
        self.set_timer(START_SECONDS, self._end_start)

    @cached_property
    def furniture(self) -> "Furniture":
        """The panes beside the text, and all that the reader can do."""
        from reader.tui.screens.furniture import Furniture  # not before the first paint

        return Furniture(self, self._config)

    def furnish(self) -> None:
        """Bring in what stands beside the text; to be called when that is painted."""
        furniture = self.furniture
        self._is_furnished = True
        self._show_rest()
        self.mount(furniture.summary, furniture.entities, furniture.notes, after=self.text)
        self.text.focus()

    def _end_start(self) -> None:
        """Do what the start had no time for."""
        gc.freeze()
        gc.enable()
        self.perform(self.desk.tidy, lambda _: None)

    @property
    def program(self) -> "DiploreaderApp":
        """The program that this screen belongs to."""
        return cast("DiploreaderApp", self.app)

    # The open article.

    @property
    def article(self) -> Article:
        """The open article."""
        return self.opening.article

    def show(self, opening: Opening) -> None:
        """Open another article where it was left."""
        self.opening = opening
        self._known = self.desk.later(lambda: self.desk.known(opening.article))
        self._show_text()
        self._show_rest()

    def _show_text(self) -> None:
        state = self.opening.state
        self.top.show_article(self.opening)
        self.text.show(self.article, focus=state.focus if state else None, top=state.top if state else None)

    def _show_rest(self) -> None:
        """Show what is known of the article: at once where the desk has it at hand."""
        article, known = self.article, self._known
        self.furniture.analysing.opened()
        self.furniture.marking.opened()

        def show(known: Known) -> None:
            if article is self.article:
                self.furniture.marking.show(known.marks)
                self.furniture.analysing.fill(known.analysis)

        if known.done() and known.exception() is None:
            show(known.result())
        else:
            self.perform(known.result, show)

    # Doing things.

    def on_key(self, event: events.Key) -> None:
        """Do what a key stands for in the focused pane."""
        if not self._is_furnished:
            self.call_after_refresh(self.on_key, event)
            return
        self.bottom.key_was_pressed()
        place = self.furniture.arrangement.focused
        places: tuple[Place, ...] = (place, Place.EVERYWHERE)
        if place is Place.ARTICLE and self.text.selecting:
            places = (Place.SELECTION, *places)
        action = for_key(event.key, places) or for_key(event.character or "", places)
        if action is not None:
            event.stop()
            event.prevent_default()
            self.act(action.id)

    def action_act(self, id_: str) -> None:
        """Do what an action of the table stands for."""
        self.act(id_)

    def act(self, id_: str) -> None:
        """Do what an action of the table stands for."""
        self.furniture.verbs[id_]()

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

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of work that broke, and go on; this should never happen."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.program.note_down(event.worker.error)
            self.say("That did not work; your notes are safe. Details are in errors.log.", error=True)

    def say(self, text: str, *, error: bool = False) -> None:
        """Tell the reader in one line what was done, or what went wrong and what next."""
        self.bottom.show_message(text, error=error)

    # What panes tell.

    def on_descendant_focus(self) -> None:
        if self._is_furnished:
            self.furniture.arrangement.focus_moved()

    def on_resize(self) -> None:
        if self._is_furnished:
            self.call_after_refresh(self.furniture.arrangement.resized)

    def on_paste(self, event: events.Paste) -> None:
        """Take a text pasted outside a text field for a new article."""
        event.stop()
        self.furniture.adding.ask(event.text)

    def on_item_pane_chosen(self, event: "ItemPane.Chosen") -> None:
        self.furniture.moving.chosen(event.target)

    def on_item_pane_moved(self, event: "ItemPane.Moved") -> None:
        if event.pane is self.furniture.entities and isinstance(event.target, str):
            self.furniture.analysing.choose(event.target)

    @on(ArticleView.FocusMoved)
    def _keep_place_soon(self) -> None:
        """Remember the place while the reader moves on, should the program be killed."""
        if self._place_timer is None:
            self._place_timer = self.set_timer(PLACE_SECONDS, self._keep_place)

    def _keep_place(self) -> None:
        self._place_timer = None
        self.furniture.moving.leave()

    @on(ArticleView.PositionChanged)
    def _show_position(self, event: ArticleView.PositionChanged) -> None:
        self.bottom.show_position(event.percent)


def _classes_for(columns: int, rows: int) -> str:
    """Style classes of the layout for a screen of this size."""
    return " ".join(
        max((least, name) for least, name in layouts if least <= size)[1]
        for layouts, size in ((COLUMNS, columns), (ROWS, rows))
    )
