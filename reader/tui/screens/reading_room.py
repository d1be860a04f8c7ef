"""The reading room: the article beside its summary, its names and the reader's notes."""

import gc
from collections.abc import Callable, Mapping
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from reader.actions import Place
from reader.config import Config
from reader.desk.desk import Desk, Opening
from reader.errors import DiploreaderError
from reader.model.article import Article
from reader.tui.bindings import bindings_for
from reader.tui.screens.adding import Adding
from reader.tui.screens.analysing import Analysing
from reader.tui.screens.arrangement import Arrangement
from reader.tui.screens.finding import Finding
from reader.tui.screens.marking import Marking
from reader.tui.screens.moving import Moving
from reader.tui.screens.surfaces import Surfaces
from reader.tui.screens.verbs import Part, Verb
from reader.tui.widgets.article_pane import ArticlePane
from reader.tui.widgets.bottom_line import BottomLine
from reader.tui.widgets.entity_pane import EntityPane
from reader.tui.widgets.header_line import HeaderLine
from reader.tui.widgets.hint_line import HintLine
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.note_pane import NotePane
from reader.tui.widgets.pane_strip import PaneStrip
from reader.tui.widgets.summary_pane import SummaryPane

if TYPE_CHECKING:
    from reader.tui.app import DiploreaderApp

T = TypeVar("T")


COLUMNS = [(0, "-narrow"), (110, "-two"), (140, "-three"), (180, "-four")]
"""Layouts, and the columns from which they hold."""

ROWS = [(0, "-low"), (20, "-tall")]


START_SECONDS = 1.0
"""How long after the first paint the start counts as over."""

PLACE_SECONDS = 2.0
"""How long after a move the place is kept."""


class ReadingRoom(Screen[None], inherit_bindings=False):
    """Holds the panes of one open article, and does what the reader asks for."""

    BINDINGS = bindings_for(Place.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS

    def __init__(self, desk: Desk, opening: Opening, config: Config) -> None:
        # With the right classes from the start, the styles are worked out once.
        super().__init__(classes=_classes_for(*get_terminal_size()))
        self.desk = desk
        self.opening = opening
        self._place_timer: Timer | None = None
        self.header = HeaderLine()
        self.strip = PaneStrip()
        self.hint = HintLine()
        self.text = ArticlePane()
        self.summary = SummaryPane()
        self.entities = EntityPane()
        self.notes = NotePane()
        self.bottom = BottomLine()
        self.arrangement = Arrangement(self)
        self.analysing = Analysing(self, config)
        self.marking = Marking(self, config)
        self.moving = Moving(self)
        self.finding = Finding(self)
        self.adding = Adding(self)
        self.surfaces = Surfaces(self)
        parts: tuple[Part, ...] = (
            self.arrangement,
            self.analysing,
            self.marking,
            self.moving,
            self.finding,
            self.adding,
            self.surfaces,
        )
        self._verbs: Mapping[str, Verb] = {id_: verb for part in parts for id_, verb in part.verbs.items()}

    def compose(self) -> ComposeResult:
        """The lines and panes, in the order of the Tab key."""
        yield self.header
        yield self.strip
        yield self.hint
        with Container(id="panes"):
            yield self.text
            yield self.summary
            yield self.entities
            yield self.notes
        yield self.bottom

    def on_mount(self) -> None:
        self.text.focus()
        self.show(self.opening)
        self.set_timer(START_SECONDS, self._end_start)

    def _end_start(self) -> None:
        """Do what the start had no time for."""
        gc.freeze()
        gc.enable()
        self.perform(self.desk.tidy, lambda _: None)

    @property
    def program(self) -> "DiploreaderApp":
        """The program that this screen belongs to."""
        return cast("DiploreaderApp", self.app)

    @property
    def article(self) -> Article:
        """The open article."""
        return self.opening.article

    def show(self, opening: Opening) -> None:
        """Open an article where it was left; the rest is filled in when the text stands."""
        self.opening = opening
        self.header.show_article(opening.article, opening.place, opening.count)
        self.hint.show_hint(opening)
        state = opening.state
        self.text.show(opening.article, focus=state.focus if state else None, top=state.top if state else None)
        self.analysing.opened()
        self.marking.opened()
        self.call_after_refresh(self._fill, opening.article)

    def _fill(self, article: Article) -> None:
        """Have what is known of an article brought in; another may be open when it comes."""

        def if_open(show: Callable[[T], None]) -> Callable[[T], None]:
            return lambda found: show(found) if article is self.article else None

        self.perform(lambda: self.desk.analyses.known(article), if_open(self.analysing.fill))
        self.perform(lambda: self.desk.marks_of(article), if_open(self.marking.show))

    # Doing things.

    def action_act(self, id_: str) -> None:
        """Do what a key stands for; one that means nothing here is left to others."""
        if self.act(id_) is False:
            raise SkipAction

    def act(self, id_: str) -> bool | None:
        """Do what an action of the table stands for; False: it does not apply now."""
        self.bottom.key_was_pressed()
        return self._verbs[id_]()

    def perform(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Let the desk work off the screen's loop, in the order of asking; then go on with what it gives."""
        self.run_worker(self._perform(call, then), group="desk", exit_on_error=False)

    async def _perform(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        try:
            result, notices = await self.program.on_desk(lambda: (call(), self.desk.take_notices()))
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
        self.arrangement.focus_moved()

    def on_resize(self) -> None:
        self.call_after_refresh(self.arrangement.share_column)

    def on_paste(self, event: events.Paste) -> None:
        """Take a text pasted outside a text field for a new article."""
        event.stop()
        self.adding.ask(event.text)

    @on(ItemPane.Chosen)
    def _go_to_chosen(self, event: ItemPane.Chosen) -> None:
        self.moving.chosen(event.target)

    @on(ItemPane.Moved)
    def _preview_names(self, event: ItemPane.Moved) -> None:
        if event.pane is self.entities and isinstance(event.target, str):
            self.analysing.choose(event.target)

    @on(ArticlePane.FocusMoved)
    def _keep_place_soon(self) -> None:
        """Remember the place while the reader moves on, should the program be killed."""
        if self._place_timer is None:
            self._place_timer = self.set_timer(PLACE_SECONDS, self._keep_place)

    def _keep_place(self) -> None:
        self._place_timer = None
        self.moving.leave()

    @on(ArticlePane.PositionChanged)
    def _show_position(self, event: ArticlePane.PositionChanged) -> None:
        self.bottom.show_position(event.percent)


def _classes_for(columns: int, rows: int) -> str:
    """Style classes of the layout for a screen of this size."""
    return " ".join(
        max((least, name) for least, name in layouts if least <= size)[1]
        for layouts, size in ((COLUMNS, columns), (ROWS, rows))
    )
