"""The way from one article of a list to the next, and what becomes of the one that is left."""

from typing import TYPE_CHECKING

from reader.desk.lists import Listing
from reader.model.listing import Sort
from reader.model.value import Value

if TYPE_CHECKING:
    from reader.desk.desk import Desk, Opening


class Step(Value, frozen=True):
    """Where a step along a list leads."""

    opening: "Opening | None"
    """The article that is reached; None: there is none, and the open one stays."""
    said: str = ""
    """A sentence for the reader."""


class ReadingList:
    """Walks lists, one article at a time. Its verbs wait for the disk; they belong into the thread of the lists."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def last(self) -> Listing:
        """The list that the reader followed last; the inbox, if it was none."""
        session = self._desk.library.session.get()
        listing = self._desk.lists.open(session.get("query", ""), Sort(session.get("sort", Sort.NEWEST)))
        return self._desk.lists.open("") if listing.error else listing

    def standing(self, listing: Listing, rank: int) -> str:
        """Where an article stands in a list, and how many of that are unread, in words."""
        place = self._desk.lists.place(listing, rank)
        total, unread = self._desk.lists.counts(listing.query_text)
        parts = [f"{place:,} of {total:,}" if place and total > 1 else "", f"{unread:,} unread" if unread else ""]
        return " · ".join(filter(None, parts)) if total > 1 else ""

    def step(self, listing: Listing, rank: int, step: int, *, unread: bool = False) -> Step:
        """To the next (1) or previous (-1) article of a list, or to the nearest unread one."""
        if unread:
            return self._to(self._desk.lists.next_unread(listing, rank, step), "Nothing unread is left this way.")
        end = "This is the last article. i adds one." if step > 0 else "This is the first article."
        return self._to(self._desk.lists.neighbour(listing, rank, step), end)

    def read_and_on(self, listing: Listing, left: "Opening") -> Step:
        """Mark the article that is left as read, and go on to the next unread one."""
        said = self._desk.lists.finish(left.rank, was_read=left.states.is_read)
        found = self._to(self._desk.lists.next_unread(listing, left.rank, 1), "That was the last unread article.")
        return found if found.opening is None else Step(found.opening, said)

    def archive_and_on(self, listing: Listing, left: "Opening") -> Step:
        """Archive the article that is left, and go on to the next; one that is archived comes back and stays."""
        is_archived = any(states.is_archived for states in self._desk.library.states([left.rank]))
        said = self._desk.lists.archive([left.rank], not is_archived)
        if is_archived:
            return Step(None, said)
        return Step(self._to(self._desk.lists.neighbour(listing, left.rank, 1), "").opening, said)

    def _to(self, rank: int | None, otherwise: str) -> Step:
        opening = None if rank is None else self._desk.opening_at(rank)
        return Step(opening, "" if opening else otherwise)
