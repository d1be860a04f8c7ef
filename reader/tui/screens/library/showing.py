"""Which list is shown, and what is known of the articles in sight."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from reader.model.listing import Sort
from reader.tui.screens.library.empty import remarks_on
from reader.tui.screens.library.latest import Latest
from reader.tui.screens.library.pages import Page, Wish, first_page, known_of, page_of

if TYPE_CHECKING:
    from reader.tui.screens.library_screen import LibraryScreen

TRIED = 100
"""Articles from the cursor on of which one is looked for, where the list comes anew."""


class Showing:
    """Opens lists, and keeps the one that is open as it is in the library.

    Args:
        screen: where they are shown.
        rows: of the screen.
    """

    def __init__(self, screen: "LibraryScreen", rows: int) -> None:
        self._screen = screen
        self._rows = rows
        self._opening = Latest(screen, screen.desk.lists.later)
        self._fetching = Latest(screen, screen.desk.lists.later)
        self.query = ""
        """What is looked for; while it makes no sense, the list of another query stays open."""
        self.sort = Sort.NEWEST
        self.page: Page | None = None
        """The open list; None: none is yet."""
        self._total: int | None = None
        self._unread: int | None = None
        self._first: Future[Page] = screen.desk.lists.later(lambda: first_page(screen.desk, rows))

    def show_first(self) -> None:
        """Show what is there for the first paint; nothing, where it is not there yet."""
        if self._first.done() and self._first.exception() is None:
            self._begin(self._first.result())

    def show_rest(self) -> None:
        """Show what was not there for the first paint."""
        if self.page is None:
            self._opening.ask(self._first.result, self._begin_late)
        else:
            self._complete()

    def _begin(self, page: Page) -> None:
        """Show the list that one left."""
        self.query, self.sort = page.listing.query_text, page.listing.sort
        self._show(page, again=False)

    def _begin_late(self, page: Page) -> None:
        if self.page is None:
            self._begin(page)
            self._complete()

    def _complete(self) -> None:
        """Show the whole list, where only its beginning was asked for."""
        if self.page is not None and not self.page.listing.is_complete:
            self.reload()

    def session(self) -> dict[str, str]:
        """Which list is open, and where in it one is, for another time."""
        rank = self._screen.list.rank
        return {"query": self.open_query, "sort": self.sort.value, "rank": "" if rank is None else str(rank)}

    @property
    def open_query(self) -> str:
        """The query of the open list."""
        return self.page.listing.query_text if self.page is not None else ""

    def open(self, query: str, sort: Sort, rank: int | None = None) -> None:
        """Show another list, the cursor on an article of it or on its first."""
        again = query == self.query
        self.query, self.sort = query, sort
        # The beginning is there at once, however long the list is: whoever types waits for no more.
        tried, limit = ((), 2 * self._rows) if rank is None else ((rank,), None)
        self._ask(Wish(query, sort, tried, around=self._rows, limit=limit), again=again)

    def reload(self, rank: int | None = None, *, to_returned: bool = False) -> None:
        """Show what is in the list now; the cursor stays on its article, or goes to the next one that is left.

        Args:
            rank: another article that the cursor goes to, if it is in the list.
            to_returned: whether it goes to the first article that was not in the list before.
        """
        articles = self._screen.list
        before = tuple(articles.listed.lines.ranks) if to_returned else None
        tried = ((rank,) if rank is not None else ()) + tuple(articles.following[:TRIED])
        self._ask(Wish(self.query, self.sort, tried, before, around=self._rows), again=True)

    def _ask(self, wish: Wish, *, again: bool) -> None:
        desk = self._screen.desk
        desk.lists.interrupt()

        def show(page: Page) -> None:
            if self._show(page, again=again):
                self._complete()

        self._opening.ask(lambda: page_of(desk, wish), show)

    def _show(self, page: Page, *, again: bool) -> bool:
        """Show a list; False: another one is wanted by now, or its query makes no sense."""
        screen, listing = self._screen, page.listing
        if (listing.query_text, listing.sort) != (self.query, self.sort):
            return False
        screen.query_line.show_error(listing.error)
        if listing.error is not None:
            return False
        self.page, self._total, self._unread = page, listing.total, listing.unread
        if not again:
            screen.list.clear_selection()
        screen.list.show(page.lines, rank=page.rank, again=again)
        screen.list.explain(remarks_on(listing.query_text, has_articles=page.has_articles))
        screen.list.put(*page.known)
        self.tell_place()
        return True

    def fetch(self, ranks: Sequence[int]) -> None:
        """Find out what the list needs to draw articles."""
        desk, page = self._screen.desk, self.page
        if page is not None:
            self._fetching.ask(lambda: known_of(desk, page.listing, ranks), lambda known: self._screen.list.put(*known))

    def show_counts(self, query: str, counts: tuple[int, int]) -> None:
        """Tell how many articles a list has now, and how many are unread, if it is still the open one."""
        if query == self.query:
            self._total, self._unread = counts
            self.tell_place()

    def tell_place(self) -> None:
        """Tell which list it is, where in it the cursor stands, and how many are unread or selected."""
        screen = self._screen
        if self.page is None:
            return
        screen.top.show_list(screen.searching.name, screen.searching.order)
        selected = len(screen.list.listed.selected)
        parts = (
            f"{selected:,} selected" if selected else "",
            f"{screen.list.place:,} of {self._total:,}" if self._total else "",
            f"{self._unread:,} unread" if self._unread else "",
        )
        screen.top.show_place(" · ".join(filter(None, parts)))
