"""Lists of articles: what a query finds, what is shown of it, what becomes of it; and searches that are kept."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from reader.desk.history import History
from reader.desk.search_acts import SearchActs
from reader.desk.state_acts import StateActs
from reader.errors import QueryError
from reader.library.library import Library
from reader.library.search import Follows, Search
from reader.model.article import Article
from reader.model.listing import Passage, Row, Sort
from reader.model.query import Query
from reader.model.value import Value
from reader.text.query import parse_query

T = TypeVar("T")

WATCHED = ("Watched", "is:watched")
"""The search that is there as soon as something is watched: its name and its query."""

LOOKED_THROUGH = 200
"""Articles of a list that are looked at together, for one that is unread."""


class Listing(Value, frozen=True):
    """What a query finds."""

    query_text: str
    """As the reader wrote it."""
    query: Query | None
    """None: it makes no sense."""
    sort: Sort
    ranks: "array[int]"
    """In order, one of each story."""
    total: int | None
    """How many there are; None: more than `ranks` holds, not counted yet."""
    unread: int | None
    """How many of them are unread; None as above."""
    error: QueryError | None = None

    @property
    def is_complete(self) -> bool:
        """Whether `ranks` holds everything that was found."""
        return self.total is not None


class Saved(Value, frozen=True):
    """A search that the reader keeps."""

    name: str
    query: str
    unread: int
    """Stories that it finds and that are unread."""


class Lists:
    """Opens lists and changes what becomes of their articles.

    The reader is taken to be typing: the last word of a query may go on, unless a blank follows it.

    Calls wait for the disk. `later` has them done in a thread of the lists' own, so that none waits behind an import.

    Args:
        library: of the articles.
        search: finds them; for this alone.
        history: of what the reader did.

    Raises:
        InterruptedQuery: of what looks for articles: `interrupt` was called meanwhile.
        StorageError: of every method: a file cannot be read or written.
    """

    def __init__(
        self,
        library: Library,
        search: Search,
        history: History | None = None,
        follows: Callable[[], Follows] = Follows,
    ) -> None:
        self._follows = follows
        self._library = library
        self._search = search
        history = history or History()
        self._acts = StateActs(library, search, history)
        self._searches = SearchActs(library, history)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lists")
        self.see = self._acts.see
        self.finish = self._acts.finish
        self.set_read = self._acts.set_read
        self.set_starred = self._acts.set_starred
        self.archive = self._acts.archive
        self.remove = self._acts.remove
        self.save = self._searches.save
        self.forget = self._searches.forget

    def later(self, call: Callable[[], T]) -> Future[T]:
        """Have a call done in the lists' own thread, after those that were asked for before."""
        return self._thread.submit(call)

    def interrupt(self) -> None:
        """End the search that is under way: something else is asked for. From any thread."""
        self._search.interrupt()

    # What there is.

    def open(self, query_text: str, sort: Sort = Sort.NEWEST, *, limit: int | None = None) -> Listing:
        """What a query finds.

        Args:
            query_text: as the reader wrote it; empty: the inbox.
            sort: the order.
            limit: so many are enough, for a first screenful.
        """
        try:
            query = _parsed(query_text)
        except QueryError as error:
            return Listing(query_text, None, sort, array("q"), 0, 0, error)
        found = self._search.find(query, sort, limit)
        total = None if found.unread is None else len(found.ranks)
        return Listing(query_text, query, sort, found.ranks, total, found.unread)

    def counts(self, query_text: str) -> tuple[int, int]:
        """How many stories a query finds, and how many of them are unread; none where it makes no sense."""
        try:
            return self._search.counts(_parsed(query_text))
        except QueryError:
            return 0, 0

    def rows(self, ranks: Sequence[int]) -> list[Row]:
        """What is shown of articles; those that are gone are left out."""
        return self._search.rows(ranks)

    def members(self, rank: int) -> Mapping[int, str]:
        """The other articles that tell the same story, by rank, each with how it differs from the first, in words."""
        return {
            copy.rank: "the first" if copy.is_first else copy.difference
            for copy in self._search.copies(rank)
            if copy.rank != rank
        }

    def passages(self, article: Article, query: Query, limit: int) -> tuple[Passage, ...]:
        """The sentences of an article that hold most of a query's words, with the hits."""
        return self._search.passages(article, query, limit)

    # From one article to another.

    def place(self, listing: Listing, rank: int) -> int | None:
        """The place of an article in a list, from 1; None: it is not in it."""
        at = _index(listing, rank)
        return at + 1 if at < len(listing.ranks) and listing.ranks[at] == rank else None

    def neighbour(self, listing: Listing, rank: int, step: int) -> int | None:
        """The next (1) or previous (-1) article of a list; None: there is none."""
        at = self._beside(listing, rank, step)
        return listing.ranks[at] if 0 <= at < len(listing.ranks) else None

    def next_unread(self, listing: Listing, rank: int, step: int) -> int | None:
        """The next (1) or previous (-1) article of a list that is unread now; None: there is none."""
        at = self._beside(listing, rank, step)
        while 0 <= at < len(listing.ranks):
            beyond = at + step * LOOKED_THROUGH
            looked = listing.ranks[at:beyond] if step > 0 else listing.ranks[max(0, beyond + 1) : at + 1][::-1]
            unread = {
                states.rank
                for states in self._library.states(looked)
                if not states.is_read and not states.is_archived and states.removed is None
            }
            if found := next((rank for rank in looked if rank in unread), None):
                return found
            at = beyond
        return None

    def _beside(self, listing: Listing, rank: int, step: int) -> int:
        """The index of the article on one side of another, which may be gone from the list or stand in it folded."""
        at = _index(listing, rank)
        is_there = at < len(listing.ranks) and listing.ranks[at] == rank
        return at + step if is_there else at if step > 0 else at - 1

    # What was saved.

    def saved(self) -> tuple[Saved, ...]:
        """The searches that the reader keeps, in their order; first what is watched, which is kept by itself."""
        kept = [(search.name, search.query) for search in self._library.searches.all()]
        if self._follows().watched:
            kept.insert(0, WATCHED)
        return tuple(Saved(name, query, self.counts(query)[1]) for name, query in kept)

    # Second thoughts.

    def undo(self) -> str | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        return self._acts.undo() or self._searches.undo()

    def redo(self) -> str | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        return self._acts.redo() or self._searches.redo()

    def close(self) -> None:
        """End the thread, when what was asked for is done, and let go of the files."""
        self._search.interrupt()
        self._thread.shutdown()
        self._search.close()


def _parsed(query_text: str) -> Query:
    return parse_query(query_text, datetime.now().astimezone().date(), is_typed=True)


def _index(listing: Listing, rank: int) -> int:
    """Where an article stands in a list or, in lists by date, would stand; else behind its end."""
    ranks = listing.ranks
    if listing.sort is Sort.NEWEST:
        return bisect_left(ranks, -rank, key=lambda other: -other)
    if listing.sort is Sort.OLDEST:
        return bisect_left(ranks, rank)
    try:
        return ranks.index(rank)
    except ValueError:
        return len(ranks)
