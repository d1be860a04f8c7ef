"""What lists and searches are made from: full text, marks and stories, brought into step with the library.

Full text is in a contentless FTS5 table whose rowids are ranks, so that descending rowids are newest first and need no
sorting. SQLite 3.40 deletes from such a table only what it is told again word for word: an old version is taken out by
its text, which the library keeps. See https://www.sqlite.org/fts5.html#contentless_tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from reader.errors import DamagedError
from reader.library import stories
from reader.library.index_file import IndexFile
from reader.library.index_marks import Marked, Stamp, put_marks, stamps
from reader.model.article import PartKind
from reader.text.terms import searchable

if TYPE_CHECKING:
    from sqlite3 import Connection

LARGEST_BATCH = 8_000_000
"""Code points of text that are indexed in one transaction."""

MENDED_AT_ONCE = 500

_INDEXED, _GROUPED = "indexed", "grouped"
"""Where in the library's changes full text and stories stand: keys of `meta`."""

_CHANGED = """
SELECT a.rank, a.text_hash, a.title, a.source, a.author, v.text, a.change
FROM library.articles a JOIN library.versions v ON v.text_hash = a.text_hash
WHERE (a.change, a.rank) > (?, ?) ORDER BY a.change, a.rank LIMIT ?
"""
_MISSING = """
SELECT a.rank, a.text_hash, a.title, a.source, a.author, v.text
FROM library.articles a JOIN library.versions v ON v.text_hash = a.text_hash
LEFT JOIN indexed i ON i.rank = a.rank AND i.text_hash = a.text_hash
WHERE a.change <= ? AND i.rank IS NULL LIMIT ?
"""
_KNOWN = """
SELECT i.rank, i.text_hash, i.facts, v.text
FROM indexed i LEFT JOIN library.versions v ON v.text_hash = i.text_hash
WHERE i.rank IN (SELECT value FROM json_each(?))
"""
_PUT = "INSERT INTO texts (rowid, title, body, source, author) VALUES (?, ?, ?, ?, ?)"
_TAKE = "INSERT INTO texts (texts, rowid, title, body, source, author) VALUES ('delete', ?, ?, ?, ?, ?)"
_VERSION = """
SELECT v.text, v.facts FROM library.articles a JOIN library.versions v ON v.text_hash = a.text_hash WHERE a.rank = ?
"""
_ID = "SELECT value FROM main.meta WHERE key = 'id'"
_IDS = "SELECT id FROM library.articles WHERE rank IN (SELECT value FROM json_each(?))"


class _Entry(NamedTuple):
    """What the index holds of an article."""

    rank: int
    text_hash: str
    title: str
    source: str
    author: str
    text: str | None
    """Not made searchable yet; None: the library does not have it any more."""

    @property
    def facts(self) -> str:
        return f"{self.title}\n{self.source}\n{self.author}"

    def row(self) -> tuple[int, str, str, str, str]:
        return self.rank, self.title, searchable(self.text or ""), self.source, self.author


class Index:
    """Keeps the index in step. Calls wait for the disk; any thread may make them. A damaged file is made anew.

    Args:
        path: the file; made where it is missing.
        library: the file that it follows.

    Raises:
        StorageError: of every method: a file cannot be read or written.
    """

    def __init__(self, path: Path, library: Path) -> None:
        self._file = IndexFile(path, library)

    def id(self) -> str:
        """What tells this file from the one that takes its place when it is made anew."""
        return self._file.reading(lambda connection: str(connection.execute(_ID).fetchone()[0]))

    def catch_up(self, limit: int) -> bool:
        """Take in so many of the articles that are new or changed since the last time; whether there may be more.

        Each call is one transaction: whoever is killed goes on where the last one ended.
        """
        return self._file.writing(lambda connection: _catch_up(connection, limit))

    def group(self, limit: int) -> bool:
        """Find the stories of so many articles that are new or changed; whether there may be more."""
        return self._file.writing(lambda connection: _group(connection, limit))

    def mend(self) -> bool:
        """Bring in what the index lacks though it should have it; whether there may be more to catch up with.

        An index that holds what the library does not, is made anew: what was purged must not be found in it.
        """
        if self._file.reading(_has_strangers):
            self.rebuild()
            return True
        return self._file.writing(_take_in_missing)

    def remove(self, ranks: Sequence[int]) -> None:
        """Take articles out for good, nothing of them is left in the file; the library must still have them."""
        self._file.writing(lambda connection: _remove(connection, ranks))
        self._file.reading(lambda connection: connection.execute("PRAGMA main.wal_checkpoint (TRUNCATE)"))

    def put_marks(self, marked: Iterable[Marked]) -> None:
        """Take in what the reader wrote on articles, in place of what was known of it."""

        def put(connection: "Connection") -> None:
            for one in marked:
                put_marks(connection, one)

        self._file.writing(put)

    def stamps(self) -> Mapping[str, Stamp]:
        """By article, the state of the files that marks were read from."""
        return self._file.reading(stamps)

    def rebuild(self) -> None:
        """Forget everything; what there is will be taken in again."""
        self._file.remove()

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()


def _catch_up(connection: "Connection", limit: int) -> bool:
    changed, at, has_more = _changed(connection, _INDEXED, limit)
    _take_in(connection, changed)
    _keep_position(connection, _INDEXED, at)
    return has_more


def _changed(connection: "Connection", follower: str, limit: int) -> tuple[list[_Entry], tuple[int, int], bool]:
    """Articles that are new or changed, how far the follower has come with them, and whether there may be more."""
    at = _position(connection, follower)
    entries: list[_Entry] = []
    size = 0
    for row in connection.execute(_CHANGED, [*at, limit]):
        if size > LARGEST_BATCH:
            return entries, at, True
        entry = _entry(row)
        entries.append(entry)
        at = row[-1], entry.rank
        size += len(entry.text or "")
    return entries, at, len(entries) == limit


def _entry(row: Sequence[Any]) -> _Entry:
    rank, text_hash, title, source, author, text = row[:6]
    return _Entry(rank, text_hash, _line(title), _line(source), _line(author), text)


def _line(fact: str | None) -> str:
    return searchable(fact).replace("\n", " ") if fact else ""


def _take_in(connection: "Connection", entries: Sequence[_Entry]) -> None:
    known = {entry.rank: entry for entry in _known(connection, [entry.rank for entry in entries])}
    new = [
        entry
        for entry in entries
        if (old := known.get(entry.rank)) is None or (old.text_hash, old.facts) != (entry.text_hash, entry.facts)
    ]
    _take_out(connection, [known[entry.rank] for entry in new if entry.rank in known])
    # FTS5 gathers what comes in rising order of rowids, and writes a piece of its index at each step back.
    new.sort(key=lambda entry: entry.rank)
    connection.executemany(_PUT, (entry.row() for entry in new))
    connection.executemany(
        "INSERT INTO indexed VALUES (?, ?, ?)", ((entry.rank, entry.text_hash, entry.facts) for entry in new)
    )


def _known(connection: "Connection", ranks: Sequence[int]) -> Iterator[_Entry]:
    """What the index holds of some articles.

    Raises:
        DamagedError: the library has not kept a text that is in the index: it cannot be taken out any more.
    """
    for rank, text_hash, facts, text in connection.execute(_KNOWN, [_json(ranks)]):
        if text is None:
            raise DamagedError("The index holds a text that the library does not have.")
        title, source, author = facts.split("\n")
        yield _Entry(rank, text_hash, title, source, author, text)


def _take_out(connection: "Connection", entries: Sequence[_Entry]) -> None:
    connection.executemany(_TAKE, (entry.row() for entry in entries))
    connection.executemany("DELETE FROM indexed WHERE rank = ?", ((entry.rank,) for entry in entries))


def _group(connection: "Connection", limit: int) -> bool:
    changed, at, has_more = _changed(connection, _GROUPED, limit)
    for entry in changed:
        stories.place(connection, entry.rank, lambda rank: _body(connection, rank))
    _keep_position(connection, _GROUPED, at)
    return has_more


def _body(connection: "Connection", rank: int) -> str | None:
    """The body of an article in its newest version; None: the library does not have it."""
    row = connection.execute(_VERSION, [rank]).fetchone()
    if row is None:
        return None
    text, facts = row
    start, end = next((start, end) for kind, start, end in msgspec.json.decode(facts)["parts"] if kind == PartKind.BODY)
    return str(text[start:end])


def _has_strangers(connection: "Connection") -> bool:
    """Whether the index holds what the library does not, or has followed it further than it goes."""
    row = connection.execute(
        "SELECT (SELECT value FROM library.meta WHERE key = 'change') < :at"
        " OR EXISTS (SELECT 1 FROM indexed WHERE rank NOT IN (SELECT rank FROM library.articles))",
        {"at": _position(connection, _INDEXED)[0]},
    ).fetchone()
    return bool(row[0])


def _take_in_missing(connection: "Connection") -> bool:
    rows = connection.execute(_MISSING, [_position(connection, _INDEXED)[0], MENDED_AT_ONCE]).fetchall()
    _take_in(connection, [_entry(row) for row in rows])
    return len(rows) == MENDED_AT_ONCE


def _remove(connection: "Connection", ranks: Sequence[int]) -> None:
    gone = set(ranks)
    _take_out(connection, list(_known(connection, ranks)))
    for rank in ranks:
        stories.remove(connection, rank, lambda other: None if other in gone else _body(connection, other))
    for (article_id,) in connection.execute(_IDS, [_json(ranks)]).fetchall():
        put_marks(connection, Marked(article_id, (), None))
    # What was deleted is only crossed out until the pieces of the index are made one.
    connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    connection.execute("INSERT INTO notes (notes) VALUES ('optimize')")


def _position(connection: "Connection", follower: str) -> tuple[int, int]:
    row = connection.execute("SELECT value FROM main.meta WHERE key = ?", [follower]).fetchone()
    change, rank = map(int, row[0].split()) if row else (0, 0)
    return change, rank


def _keep_position(connection: "Connection", follower: str, at: tuple[int, int]) -> None:
    connection.execute("REPLACE INTO main.meta VALUES (?, ?)", [follower, f"{at[0]} {at[1]}"])


def _json(ranks: Sequence[int]) -> str:
    return msgspec.json.encode(list(ranks)).decode()
