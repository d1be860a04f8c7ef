"""The library: all articles, what is looked for in them, and what one of them says."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from shutil import get_terminal_size
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from reader.actions import Place
from reader.config import Config
from reader.desk.desk import LIBRARY, Desk, Opening
from reader.resources import style
from reader.tui.screens.adding import Adding
from reader.tui.screens.desk_screen import DeskScreen
from reader.tui.screens.library.acting import Acting
from reader.tui.screens.library.arrangement import LibraryArrangement
from reader.tui.screens.library.previewing import Previewing
from reader.tui.screens.library.searching import Searching
from reader.tui.screens.library.showing import Showing
from reader.tui.screens.library.stories import Stories
from reader.tui.screens.library.walking import Walking
from reader.tui.screens.surfaces import Surfaces
from reader.tui.screens.verbs import Part, Verb, around_names
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.library_lines import LibraryLines
from reader.tui.widgets.preview_pane import PreviewPane
from reader.tui.widgets.query_line import QueryLine
from reader.tui.widgets.search_pane import NamedSearch, SearchPane

COLUMNS = [(0, "-narrow"), (110, "-two"), (170, "-three")]
"""Layouts, and the columns from which they hold."""

ROWS = [(0, "-low"), (30, "-tall")]

WHILE_TYPING = {
    "escape": "app.cancel",
    "ctrl+c": "app.interrupt",
    "ctrl+q": "app.quit",
    "ctrl+s": "search.save",
    "down": "item.next",
    "f1": "app.help",
    "pagedown": "page.down",
    "pageup": "page.up",
    "tab": "pane.list",
    "up": "item.previous",
}
"""Keys that keep their meaning while a query is typed: they move in the list that it finds."""


class LibraryScreen(DeskScreen, inherit_bindings=False):
    """Holds the list of articles and the panes beside it, and does what the reader asks for.

    The articles in sight are painted first. What else is known comes with the second paint.

    Args:
        desk: whose library it is.
        config: the reader's settings.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [style("library")]
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS

    def __init__(self, desk: Desk, config: Config) -> None:
        # With the right classes from the start, the styles are worked out once.
        columns, rows = get_terminal_size()
        super().__init__(desk, classes_for(columns, rows))
        self.config = config
        self.top = LibraryLines()
        self.query_line = QueryLine()
        self.searches = SearchPane()
        self.list = ArticleList()
        self.preview = PreviewPane()
        self.showing = Showing(self, rows)
        self.arrangement = LibraryArrangement(self)
        self.searching = Searching(self)
        self.acting = Acting(self)
        self.previewing = Previewing(self)
        self.walking = Walking(self)
        self.adding = Adding(self, self._show_added)
        parts: tuple[Part, ...] = (
            self.arrangement,
            self.searching,
            self.acting,
            self.walking,
            self.adding,
            Stories(self),
            Surfaces(self, {}),
        )
        self._verbs: dict[str, Verb] = {id_: verb for part in parts for id_, verb in part.verbs.items()}
        self._verbs |= around_names(self)
        self._verbs["library.statements"] = lambda: self._gather(Place.SAID)
        self._verbs["library.dates"] = lambda: self._gather(Place.HAPPENED)
        self._verbs["feed.refresh"] = lambda: self.program.taking_in.refresh()
        self._is_furnished = False
        self._added: int | None = None

    def compose(self) -> ComposeResult:
        """The list, what stands beside it, and the lines above and below."""
        with Vertical(id="head"):
            yield self.top
            yield self.query_line
        with Container(id="panes"):
            yield self.searches
            yield self.list
            yield self.preview
        yield self.bottom

    def on_mount(self) -> None:
        self.list.border_title = "Articles"
        self.bottom.show_keys(Place.LIST)
        self.showing.show_first()
        self.list.focus()

    def furnish(self) -> None:
        """Bring in what the first paint did without; to be called when that is on the screen."""
        self._is_furnished = True
        self.showing.show_rest()
        self.searching.count()
        self.previewing.moved()

    # What others ask for.

    def come_back(self, rank: int) -> None:
        """Show what has become of the list while the reader followed it in the reading room, to this article."""
        self.list.go_to(rank)
        self.showing.reload(rank)
        self.searching.count()

    def refresh_rows(self) -> None:
        """Show what has become of articles with which something was done elsewhere."""
        self.list.renew()
        self.searching.count()
        self.previewing.moved()

    def reload(self) -> None:
        """Show what came in; the cursor stays on its article, or goes to what the reader has just added."""
        self.showing.reload(self._added)
        self._added = None
        self.searching.count()

    def leave(self) -> None:
        """Keep which list is open, and where in it the cursor stands."""
        if self.showing.page is not None:
            values = {"screen": LIBRARY, **self.showing.session()}
            self.perform(lambda: self.desk.library.session.keep(values), lambda _: None)

    def _show_added(self, opening: Opening) -> None:
        """Have the list come anew with what was added; it does when that is in the index."""
        self._added = opening.rank
        self.desk.indexing.wake()

    def show_progress(self, words: str) -> None:
        """Tell in a few words what comes in; empty: nothing does."""
        self.top.show_progress(words)

    # Doing things.

    @property
    def is_ready(self) -> bool:
        """Whether the second paint has come."""
        return self._is_furnished

    @property
    def place(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened."""
        return self.arrangement.focused

    @property
    def places(self) -> Sequence[Place]:
        """Where keys have a meaning now, the nearest first; while a query is typed they are its letters."""
        return () if self.query_line.is_typing else (self.place, Place.LIBRARY, Place.EVERYWHERE)

    @property
    def verbs(self) -> Mapping[str, Verb]:
        """What can be done here, by the id of the action."""
        return self._verbs

    def act(self, id_: str) -> None:
        """Do what an action of the table stands for."""
        self.acting.asked_for(id_)
        super().act(id_)

    # What panes tell.

    def on_key(self, event: events.Key) -> None:
        """Let some keys through while a query is typed."""
        if self.query_line.is_typing and (id_ := WHILE_TYPING.get(event.key)):
            event.stop()
            event.prevent_default()
            self.act(id_)

    def on_descendant_focus(self) -> None:
        self.arrangement.focus_moved()

    def on_resize(self) -> None:
        self.call_after_refresh(self.arrangement.show_panes)

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        self.showing.fetch(event.ranks)

    def on_article_list_moved(self) -> None:
        self.showing.tell_place()
        self.previewing.moved()

    @on(ArticleList.Selected)
    def _selection_changed(self) -> None:
        self.showing.tell_place()

    @on(ArticleList.Chosen)
    def _open_article(self) -> None:
        self.walking.open()

    def on_item_pane_chosen(self, event: SearchPane.Chosen) -> None:
        if isinstance(event.target, NamedSearch):
            self.searching.open(event.target)

    def _gather(self, place: Place) -> None:
        """Show who says what and what happened when in the articles of the list."""
        from reader.tui.screens.across_screen import Subject

        query = self.showing.open_query
        subject = Subject(query, query or "Inbox")
        self.program.run_worker(self.program.open_across(subject, place), exit_on_error=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take a text pasted outside a text field for a new article."""
        event.stop()
        self.adding.ask(event.text)

    def on_query_line_typed(self, event: QueryLine.Typed) -> None:
        self.searching.typed(event.words)

    def on_query_line_entered(self) -> None:
        self.searching.entered()


def classes_for(columns: int, rows: int) -> str:
    """Style classes of the layout for a screen of this size."""
    return " ".join(
        max((least, name) for least, name in layouts if least <= size)[1]
        for layouts, size in ((COLUMNS, columns), (ROWS, rows))
    )
