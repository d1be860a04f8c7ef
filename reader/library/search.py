"""Finding articles: which fit a query, in what order, and what a list shows of them."""

# ruff: noqa: S608 -- all pieces of SQL are written here; what the reader types comes as parameters

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from reader.errors import InterruptedQuery, StorageError
from reader.library.index_file import IndexFile
from reader.library.query_sql import Known, Plan, plan
from reader.model.article import Article
from reader.model.listing import Passage, Row, Sort
from reader.model.query import Fact, Has, Is, Query, State
from reader.model.story import Copy
from reader.model.value import Value

T = TypeVar("T")

FEW = 2_000
"""So many articles that a filter leaves are looked at instead of all that full text finds."""

_ORDER = {
    Sort.NEWEST: "{rank} DESC",
    Sort.OLDEST: "{rank}",
    Sort.SOURCE: "a.source_key, {rank} DESC",
    Sort.TITLE: "a.title_key, {rank} DESC",
    Sort.RELEVANCE: "bm25(texts, 8, 1, 2, 2), {rank} DESC",
}
"""By `Sort`; a word in the title counts for eight, in source or author for two."""

_ROWS = """
SELECT a.rank, a.id, a.title, a.source, a.published, a.added, a.is_read, a.is_starred, a.is_archived,
    coalesce(n.notes, 0), coalesce(n.tags, ''), a.words,
    (SELECT count(*) FROM stories s JOIN library.articles b ON b.rank = s.rank
     WHERE s.story = (SELECT story FROM stories WHERE rank = a.rank) AND s.rank <> a.rank AND b.removed IS NULL)
FROM library.articles a LEFT JOIN noted n ON n.article = a.id
WHERE a.rank IN (SELECT value FROM json_each(?))
"""
_WATCHED = """
SELECT a.rank FROM library.articles a
WHERE a.rank IN (SELECT value FROM json_each(?)) AND EXISTS (
    SELECT 1 FROM analyses.analyses n CROSS JOIN analyses.found f ON f.analysis = n.number
    CROSS JOIN analyses.things t ON t.number = f.thing
    WHERE n.text_hash = a.text_hash AND t.entity IN (SELECT value FROM json_each(?)))
"""
_THERE = "SELECT rank FROM library.articles WHERE rank IN (SELECT value FROM json_each(?)) AND removed IS NULL"
_OF_SAME_STORIES = """
SELECT s.rank FROM stories s JOIN library.articles a ON a.rank = s.rank
WHERE s.story IN (SELECT story FROM stories WHERE rank IN (SELECT value FROM json_each(?))) AND a.removed IS NULL
ORDER BY s.rank
"""
_COUNTS = """
count(*) FILTER (WHERE s.story IS NULL) + count(DISTINCT s.story),
count(*) FILTER (WHERE s.story IS NULL AND a.is_read = 0) + count(DISTINCT CASE WHEN a.is_read = 0 THEN s.story END)
"""


_Hit = tuple[int, int | None, int]
"""Rank, story, whether it was read."""


def _nobody(_name: str, _is_prefix: bool) -> frozenset[str]:
    """Names mean what the index says."""
    return frozenset()


class Follows(Value, frozen=True):
    """What the reader follows, and decided on names."""

    watched: frozenset[str] = frozenset()
    """Keys of entities."""
    visit: str = ""
    """The end of the last visit: ISO time, UTC; empty: there was none."""
    called: Callable[[str, bool], frozenset[str]] = _nobody
    """Keys of entities that are meant by a folded name, which may go on, though the index does not call them so."""


class Found(Value, frozen=True):
    """What fits a query, a story once."""

    ranks: "array[int]"
    unread: int | None
    """Stories of which an article is unread; None: not counted, since there are more."""


class Search:
    """Answers queries from a connection of its own. For one thread; `interrupt` is for any other.

    Args:
        index: the file of full text, marks and stories.
        library: the file of the articles.
        analyses: the file of what was found in articles; need not be there.
        follows: what the reader follows, asked for with each question.

    Raises:
        InterruptedQuery: of queries: `interrupt` was called meanwhile.
        StorageError: of every method: a file cannot be read.
    """

    def __init__(self, index: Path, library: Path, analyses: Path, follows: Callable[[], Follows] = Follows) -> None:
        self._follows = follows
        self._file = IndexFile(index, library, is_read_only=True, analyses=analyses)
        self._running: sqlite3.Connection | None = None

    def ranks(
        self, query: Query, sort: Sort = Sort.NEWEST, limit: int | None = None, *, is_folded: bool = True
    ) -> "array[int]":
        """The articles that fit a query, in order; of a story that is folded, the first that fits stands for it."""
        if is_folded:
            return self.find(query, sort, limit).ranks
        return self._asked(
            lambda connection: array(
                "q",
                (rank for rank, _, _ in islice(self._find(connection, query, sort), limit)),
            )
        )

    def find(self, query: Query, sort: Sort = Sort.NEWEST, limit: int | None = None) -> Found:
        """Like `ranks`, with the number of what is unread, where the limit does not cut it off."""
        return self._asked(lambda connection: _folded(self._find(connection, query, sort), limit))

    def counts(self, query: Query) -> tuple[int, int]:
        """How many stories fit a query, and of how many of them an article is unread."""

        def count(connection: sqlite3.Connection) -> tuple[int, int]:
            total, unread = _select(connection, query, self._known(connection, query), _COUNTS).fetchone()
            return total, unread

        return self._asked(count)

    def rows(self, ranks: Sequence[int]) -> list[Row]:
        """What a list shows of articles, in the order of `ranks`; those that are gone are left out."""
        wanted, follows = _json(ranks), self._follows()

        def read(connection: sqlite3.Connection) -> list[Row]:
            watched: set[int] = set()
            if follows.watched and _has_analyses(connection):
                watched = {rank for (rank,) in connection.execute(_WATCHED, [wanted, _json(sorted(follows.watched))])}
            by_rank = {row[0]: _row(row, is_watched=row[0] in watched) for row in connection.execute(_ROWS, [wanted])}
            return [by_rank[rank] for rank in ranks if rank in by_rank]

        return self._told(read)

    def copies(self, rank: int) -> tuple[Copy, ...]:
        """The articles that tell the same story as one, that one among them; empty: no other does."""
        from reader.library import stories  # brings what compares texts; a list of rows does without

        def read(connection: sqlite3.Connection) -> tuple[Copy, ...]:
            found = stories.members(connection, rank)
            there = connection.execute(_THERE, [msgspec.json.encode([copy.rank for copy in found]).decode()])
            kept = {rank for (rank,) in there}
            return tuple(copy for copy in found if copy.rank in kept)

        return self._told(read)

    def with_copies(self, ranks: Sequence[int]) -> "array[int]":
        """Articles, and behind them all others that tell the same stories."""

        def find(connection: sqlite3.Connection) -> "array[int]":
            found = connection.execute(_OF_SAME_STORIES, [_json(ranks)])
            known = set(ranks)
            return array("q", [*ranks, *(rank for (rank,) in found if rank not in known)])

        return self._told(find)

    def passages(self, article: Article, query: Query, limit: int) -> tuple[Passage, ...]:
        """The sentences of an article that hold most of a query's words, with the hits."""
        from reader.text.passages import passages

        return passages(article.text, query, limit)

    def ask_names(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        """What comes of a question to the index of names; None where nothing was analysed yet."""
        return self._asked(lambda connection: question(connection) if _has_analyses(connection) else None)

    def interrupt(self) -> None:
        """End the query that is under way, from any thread."""
        if (connection := self._running) is not None:
            with suppress(sqlite3.ProgrammingError):  # closed meanwhile
                connection.interrupt()

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()

    def _find(self, connection: sqlite3.Connection, query: Query, sort: Sort) -> Iterable[_Hit]:
        return _select(connection, query, self._known(connection, query), "a.rank, s.story, a.is_read", sort)

    def _known(self, connection: sqlite3.Connection, query: Query) -> Known:
        follows = self._follows()
        has_analyses = _names_entities(query) and _has_analyses(connection)
        return Known(has_analyses, tuple(sorted(follows.watched)), follows.visit, follows.called)

    def _asked(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What comes of a query that may be interrupted."""

        def run(connection: sqlite3.Connection) -> T:
            self._running = connection
            try:
                return work(connection)
            finally:
                self._running = None

        try:
            return self._file.reading(run)
        except StorageError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise InterruptedQuery("Something else was asked for.") from error
            raise

    def _told(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What comes of a question that is answered at once; an interruption was meant for a query before it."""
        while True:
            with suppress(InterruptedQuery):
                return self._asked(work)


def _folded(found: Iterable[_Hit], limit: int | None) -> Found:
    """What was found, without the articles of stories that stand there already."""
    ranks = array("q")
    told: set[int] = set()
    unread_stories: set[int] = set()
    unread = 0
    for rank, story, is_read in found:
        if story is None:
            unread += not is_read
        else:
            if not is_read:
                unread_stories.add(story)
            if story in told:
                continue
            told.add(story)
        if len(ranks) == limit:
            return Found(ranks, None)
        ranks.append(rank)
    return Found(ranks, unread + len(unread_stories))


def _select(
    connection: sqlite3.Connection, query: Query, known: Known, columns: str, sort: Sort | None = None
) -> sqlite3.Cursor:
    asked = _narrowed(connection, plan(query, known=known))
    if sort is Sort.RELEVANCE and asked.match is None:
        sort = Sort.NEWEST
    return connection.execute(*asked.select(columns, f"ORDER BY {_ORDER[sort]}" if sort else ""))


def _names_entities(query: Query) -> bool:
    return any(
        (isinstance(leaf, Has) and leaf.fact in (Fact.ENTITY, Fact.SPEAKER)) or leaf == Is(State.WATCHED)
        for leaf in query.leaves(with_excluded=True)
    )


def _has_analyses(connection: sqlite3.Connection) -> bool:
    """Whether the file of analyses is there, sound, and filled."""
    try:
        return bool(connection.execute("SELECT 1 FROM analyses.sqlite_master WHERE name = 'mentions'").fetchone())
    except sqlite3.DatabaseError:
        return False


def _narrowed(connection: sqlite3.Connection, asked: Plan) -> Plan:
    """A plan that looks only where a filter leaves few articles, if one does."""
    for counted, ranks in asked.few:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM ({counted.sql}) LIMIT {FEW + 1})"
        if connection.execute(sql, counted.parameters).fetchone()[0] <= FEW:
            sql = f"SELECT coalesce(min(rank), 0), coalesce(max(rank), 0) FROM ({ranks.sql})"
            return asked.within(ranks, *connection.execute(sql, ranks.parameters).fetchone())
    return asked


def _row(values: Sequence[Any], *, is_watched: bool) -> Row:
    rank, id_, title, source, published, added, is_read, is_starred, is_archived, notes, tags, words, copies = values
    return Row(
        rank,
        id_,
        title,
        source,
        published,
        added,
        bool(is_read),
        bool(is_starred),
        bool(is_archived),
        notes,
        tuple(filter(None, tags.split("\n"))),
        copies,
        words,
        is_watched,
    )


def _json(values: Sequence[object]) -> str:
    return msgspec.json.encode(list(values)).decode()
