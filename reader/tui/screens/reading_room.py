"""The reading room: the article beside its summary, its names and the reader's notes."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from functools import cached_property
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer

from reader.actions import Place
from reader.config import Config
from reader.desk.desk import Desk, Known, Opening
from reader.model.article import Article
from reader.tui.screens.desk_screen import DeskScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.top_lines import TopLines

if TYPE_CHECKING:
    from reader.tui.screens.furniture import Furniture
    from reader.tui.screens.verbs import Verb
    from reader.tui.widgets.item_pane import ItemPane

COLUMNS = [(0, "-narrow"), (110, "-two"), (140, "-three"), (180, "-four"), (200, "-wide")]
"""Layouts, and the columns from which they hold."""

ROWS = [(0, "-low"), (20, "-tall")]

MEASURE = 76
"""Cells of a line of the article, where the layout gives it so many."""

PLACE_SECONDS = 2.0
"""How long after a move the place is kept."""


class ReadingRoom(DeskScreen, inherit_bindings=False):
    """Holds the panes of one open article, and does what the reader asks for.

    The text is painted first. What stands beside it, and what can be done with it, comes with the second paint.
    """

    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS

    def __init__(self, desk: Desk, opening: Opening, config: Config) -> None:
        # With the right classes from the start, the styles are worked out once.
        super().__init__(desk, _classes_for(*get_terminal_size()))
        self.opening = opening
        self._config = config
        self._known: Future[Known] = desk.later(lambda: desk.known(opening.article))
        self._is_furnished = False
        self._place_timer: Timer | None = None
        self.top = TopLines()
        self.text = ArticleView(id="article", measure=MEASURE)

    def compose(self) -> ComposeResult:
        """The text, and the lines above and below it."""
        yield self.top
        yield self.text
        yield self.bottom

    def on_mount(self) -> None:
        self.text.border_title = "Article"
        self._show_text()
        self.bottom.show_keys(Place.ARTICLE)

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

    def go_on_with(self, opening: Opening) -> None:
        """Leave the open article for another one."""
        self.leave()
        self.show(opening)

    def _show_text(self) -> None:
        state = self.opening.state
        self.top.show_article(self.opening)
        self.text.show(self.article, focus=state.focus if state else None, top=state.top if state else None)

    def _show_rest(self) -> None:
        """Show what is known of the article: at once where the desk has it at hand."""
        article, known = self.article, self._known
        self.furniture.analysing.opened()
        self.furniture.marking.opened()
        self.furniture.triage.opened()

        def show(known: Known) -> None:
            if article is self.article:
                self.furniture.marking.show(known.marks)
                self.furniture.analysing.fill(known)
                # Looks into the library, and is not to hold up what is painted now.
                self.call_after_refresh(self.furniture.triage.show_standing)

        if known.done() and known.exception() is None:
            show(known.result())
        else:
            self.perform(known.result, show)

    # Doing things.

    @property
    def is_ready(self) -> bool:
        """Whether the second paint has come."""
        return self._is_furnished

    @property
    def place(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened."""
        return self.furniture.arrangement.focused

    @property
    def places(self) -> Sequence[Place]:
        """Where keys have a meaning now, the nearest first."""
        around = (self.place, Place.ROOM, Place.EVERYWHERE)
        return (Place.SELECTION, *around) if self.place is Place.ARTICLE and self.text.selecting else around

    @property
    def verbs(self) -> "Mapping[str, Verb]":
        """What can be done here, by the id of the action."""
        return self.furniture.verbs

    def leave(self) -> None:
        """Keep the place in the open article."""
        self.furniture.moving.leave()

    # What panes tell.

    def on_screen_resume(self) -> None:
        """Show names by what was decided on the screen that lay over this one."""
        if self._is_furnished:
            self.furniture.correcting.check()

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
            self.furniture.naming.choose(event.target)
        elif self.place is Place.STATEMENTS:
            self.furniture.stating.moved()
        elif self.place is Place.DATES:
            self.furniture.dating.moved()

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
        if self._is_furnished:
            self.furniture.triage.position_changed()


def _classes_for(columns: int, rows: int) -> str:
    """Style classes of the layout for a screen of this size."""
    return " ".join(
        max((least, name) for least, name in layouts if least <= size)[1]
        for layouts, size in ((COLUMNS, columns), (ROWS, rows))
    )
