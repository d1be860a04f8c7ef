"""Looking for articles, and keeping what one looks for."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.desk.lists import WATCHED, Saved
from reader.model.listing import Sort
from reader.text.query import finished
from reader.tui.screens.library.latest import Latest
from reader.tui.screens.library.pages import EVERYTHING
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.search_pane import NamedSearch

if TYPE_CHECKING:
    from reader.tui.screens.library_screen import LibraryScreen

INBOX = NamedSearch("Inbox", "")

OWN = (
    INBOX,
    NamedSearch("Unread", "is:unread"),
    NamedSearch("Starred", "is:starred"),
    NamedSearch("With notes", "is:noted"),
    NamedSearch("Archived", "is:archived"),
    NamedSearch("All", EVERYTHING),
)
"""Lists that every library has."""

SORTS: Mapping[Sort, str] = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.SOURCE: "by source",
    Sort.TITLE: "by title",
    Sort.RELEVANCE: "best match first",
}
"""Orders of a list, as they are named."""


class Searching:
    """Takes queries, and names the lists that were saved."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self._lists = screen.desk.lists
        self._counting = Latest(screen, screen.desk.lists.later)
        self._base = INBOX.query
        self._saved: tuple[NamedSearch, ...] = ()
        self.verbs: Mapping[str, Verb] = {
            "library.find": self._find,
            "list.sort": self._choose_sort,
            "search.save": self._ask_name,
            "search.forget": self._forget,
        }

    # What is looked for.

    @property
    def name(self) -> str:
        """What the list is called: the name under which it was saved, else what is looked for."""
        query = self._screen.showing.open_query
        return next((listed.name for listed in (*OWN, *self._saved) if listed.query == query), query)

    @property
    def order(self) -> str:
        """How the list is ordered."""
        return SORTS[self._screen.showing.sort]

    def open(self, listed: NamedSearch) -> None:
        """Show one of the lists."""
        self._base = listed.query
        self._show(listed.query)
        self.entered()

    def typed(self, query: str) -> None:
        """Show what a query finds while it is typed; nothing typed: the list that one came from."""
        self._show(query if query.strip() else self._base)

    def entered(self) -> None:
        """Go to what was found."""
        self._screen.query_line.close()
        self._screen.arrangement.focus(Place.LIST)

    def clear(self) -> bool:
        """Go back to the list that one came from; False: it is there already."""
        was_typing = self._screen.query_line.is_typing
        if was_typing:
            self.entered()
        if self._screen.showing.query != self._base:
            self._show(self._base)
            return True
        return was_typing

    def _show(self, query: str) -> None:
        self._screen.showing.open(query, self._screen.showing.sort)

    def _find(self) -> None:
        query = self._screen.showing.query
        self._screen.query_line.open("" if query == self._base else query)

    # The order.

    def _choose_sort(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        options = [Option(sort.value, words) for sort, words in SORTS.items()]
        sheet = ChoiceSheet("Order of the list", options, self._screen.showing.sort.value)
        self._screen.program.push_screen(sheet, self._sort_chosen)

    def _sort_chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self._screen.showing.open(self._screen.showing.query, Sort(chosen), self._screen.list.rank)

    # Saved searches.

    def count(self) -> None:
        """Count what is unread in the open list, and in each of the others."""
        lists, query = self._lists, self._screen.showing.query
        self._counting.ask(
            lambda: (
                lists.counts(query),
                {own.query: lists.counts(own.query)[1] for own in OWN},
                lists.saved(),
            ),
            lambda counted: self._show_counts(query, *counted),
        )

    def _show_counts(
        self, query: str, counts: tuple[int, int], own: Mapping[str, int], saved: tuple[Saved, ...]
    ) -> None:
        self._saved = tuple(NamedSearch(kept.name, kept.query, is_saved=True) for kept in saved)
        unread = {**own, **{kept.query: kept.unread for kept in saved}}
        self._screen.searches.show((*OWN, *self._saved), unread, self._base)
        self._screen.showing.show_counts(query, counts)

    def _ask_name(self) -> None:
        from reader.tui.sheets.name import NameLine

        query = self._screen.showing.query
        if query != self._screen.showing.open_query:
            return  # what is wrong with it stands below it
        if not query:
            self._screen.say("f finds something first; ctrl+s then keeps the search under a name.")
            return
        self.entered()
        initial = self.name if self.name != query else ""
        self._screen.program.push_screen(NameLine("Keep this search as", initial), lambda name: self._keep(name, query))

    def _keep(self, name: str | None, query: str) -> None:
        if name is None:
            return

        # Nobody types it any more: what it finds now it says in full.
        query = finished(query, datetime.now().astimezone().date())

        def done(said: str) -> None:
            self._base = query
            self._screen.showing.open(query, self._screen.showing.sort, self._screen.list.rank)
            self._screen.say(f"{said} 2 shows it among the others.")
            self.count()

        self._screen.look_up(lambda: self._lists.save(name, query), done)

    def _forget(self) -> None:
        listed = self._screen.searches.target
        if not isinstance(listed, NamedSearch) or not listed.is_saved:
            self._screen.say("Only searches that you saved can be forgotten.")
            return
        if (listed.name, listed.query) == WATCHED:
            self._screen.say("This is there as long as something is watched; W on a name watches it no longer.")
            return

        def done(said: str) -> None:
            self._screen.say(f"{said} u undoes it.")
            self.count()

        self._screen.look_up(lambda: self._lists.forget(listed.name), done)
