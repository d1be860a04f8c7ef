"""A list as it comes from the desk, with what is to be drawn around the cursor; made in the thread of the lists."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.desk.desk import Desk
from reader.desk.lists import Listing
from reader.model.listing import Row, Sort
from reader.model.query import Field, Words
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.tui.widgets.article_row import Found
from reader.tui.widgets.list_lines import ListLines

BY_DAY = (Sort.NEWEST, Sort.OLDEST)
"""Orders in which the articles of a day stand together, below its name."""

DEEP = 2_000
"""Articles of a list among which the cursor is looked for before the first paint: a moment's work."""

PASSAGES = 3
"""Of an article, from which the one is chosen that is shown."""

EVERYTHING = "is:read OR is:unread"
"""The query that finds all articles of the library, archived ones too."""


class Known(NamedTuple):
    """What a list needs to draw articles."""

    ranks: Sequence[int]
    """The articles that were asked for."""
    rows: Mapping[int, Row]
    found: Mapping[int, Found]
    """The passages with the words that are looked for."""


class Page(NamedTuple):
    """A list, and what is known of the articles around the cursor."""

    listing: Listing
    lines: ListLines
    rank: int | None
    """The article that the cursor comes to; None: the first."""
    known: Known
    has_articles: bool
    """Whether there are any in the library, in this list or not."""


class Wish(Value, frozen=True):
    """The list that is to be shown, and where in it."""

    query: str
    sort: Sort
    tried: tuple[int, ...] = ()
    """Articles for the cursor, the first of them that is in the list."""
    before: tuple[int, ...] | None = None
    """The articles that the list had; the cursor comes to the first that is new, if one is. None: it does not."""
    around: int = 40
    """Articles on either side of the cursor to be drawn."""
    limit: int | None = None
    """So many articles are enough; None: all of them."""


def first_page(desk: Desk, rows: int) -> Page:
    """The list that the reader left, or the inbox; as much of it as the first paint of so many rows needs."""
    session = desk.library.session.get()
    rank = session.get("rank")
    tried, limit = ((int(rank),), DEEP) if rank else ((), rows)
    wish = Wish(session.get("query", ""), Sort(session.get("sort", Sort.NEWEST)), tried, around=rows, limit=limit)
    page = page_of(desk, wish)
    if page.listing.error is not None:
        return page_of(desk, Wish("", Sort.NEWEST, around=rows, limit=rows))
    # Where the cursor stands still further down, all of the list is needed to show what is around it.
    is_there = page.listing.is_complete or not tried or tried[0] in page.listing.ranks
    return page if is_there else page_of(desk, replace(wish, limit=None))


def page_of(desk: Desk, wish: Wish) -> Page:
    """The list that is wished for."""
    listing = desk.lists.open(wish.query, wish.sort, limit=wish.limit)
    lines = ListLines(listing.ranks, by_day=wish.sort in BY_DAY, height=2 if has_passages(listing) else 1)
    index = _index(lines, wish)
    around = listing.ranks[max(0, index - wish.around) : index + wish.around]
    return Page(
        listing,
        lines,
        lines.ranks[index] if index else None,
        known_of(desk, listing, around),
        bool(listing.ranks) or desk.lists.counts(EVERYTHING)[0] > 0,
    )


def known_of(desk: Desk, listing: Listing, ranks: Sequence[int]) -> Known:
    """What is known of articles of a list."""
    rows = {row.rank: row for row in desk.lists.rows(ranks)}
    found = (
        {rank: passage for rank in rows if (passage := _found(desk, listing, rank))} if has_passages(listing) else {}
    )
    return Known(ranks, rows, found)


def has_passages(listing: Listing) -> bool:
    """Whether words are looked for in texts, so that there are passages with them."""
    leaves = listing.query.leaves() if listing.query is not None else ()
    return any(isinstance(leaf, Words) and leaf.field is Field.ANY for leaf in leaves)


def _index(lines: ListLines, wish: Wish) -> int:
    """Where the cursor comes to."""
    if wish.before is not None:
        before = set(wish.before)
        returned = next((index for index, rank in enumerate(lines.ranks) if rank not in before), None)
        if returned is not None:
            return returned
    return next((index for rank in wish.tried if (index := lines.find(rank)) is not None), 0)


def _found(desk: Desk, listing: Listing, rank: int) -> Found | None:
    article = desk.library.article_at(rank)
    if article is None or listing.query is None:
        return None
    passages = desk.lists.passages(article, listing.query, PASSAGES)
    # The title stands above already.
    in_body = [passage for passage in passages if passage.span.start >= article.body.start]
    best = next(iter([*in_body, *passages]), None)
    if best is None:
        return None
    start = best.span.start
    return Found(
        best.span.of(article.text), tuple(Span(hit.start - start, hit.end - start) for hit in best.hits), best.span
    )
