"""What was found in articles, kept so that it need not be found again, and who is named in which of them."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

import msgspec

from reader.errors import DamagedError, StorageError
from reader.library.database import Database
from reader.library.looking import look_into
from reader.model.analysis import Analysis, analysis_from_plain, analysis_to_plain
from reader.text.fold import fold

T = TypeVar("T")

SCHEMA_VERSION = 4

SCHEMA = """
CREATE TABLE analyses (
    number INTEGER PRIMARY KEY,
    text_hash TEXT NOT NULL UNIQUE,
    analyst TEXT NOT NULL,
    analysis BLOB NOT NULL                      -- JSON, zlib
);
CREATE TABLE things (                           -- what articles name
    number INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,                       -- its key across articles, empty where only the article tells
    name TEXT NOT NULL,                         -- folded
    label TEXT NOT NULL,
    UNIQUE (entity, name, label)
);
CREATE TABLE names (                            -- each run of words in the name of a thing: `fidan` of `hakan fidan`
    name_key TEXT NOT NULL,
    thing INTEGER NOT NULL,                     -- before what is no key, else SQLite 3.40 finds the table damaged
    entity TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (name_key, thing)
) WITHOUT ROWID;
CREATE INDEX names_by_entity ON names (entity);
CREATE INDEX names_by_thing ON names (thing);
CREATE TABLE found (
    thing INTEGER NOT NULL,
    analysis INTEGER NOT NULL,
    count INTEGER NOT NULL,                     -- mentions
    PRIMARY KEY (thing, analysis)
) WITHOUT ROWID;
CREATE INDEX found_by_analysis ON found (analysis);
CREATE VIEW mentions AS
    SELECT n.entity, n.name_key, n.label, a.text_hash, f.count
    FROM names n JOIN found f ON f.thing = n.thing JOIN analyses a ON a.number = f.analysis;
"""

LONGEST_NAME = 6
"""Words of a name by which it is found."""

LOCAL = "local:"
"""How keys of entities begin that mean something in one article only."""

_UNREADABLE = (KeyError, TypeError, ValueError, IndexError, zlib.error)

_UNREAD = """
SELECT a.rank FROM articles a WHERE a.rank < ? AND a.removed IS NULL
AND NOT EXISTS (SELECT 1 FROM analyses.analyses f WHERE f.text_hash = a.text_hash AND f.analyst = ?)
ORDER BY a.rank DESC LIMIT ?
"""


class AnalysisCache:
    """The newest analysis of each version, in one disposable SQLite file: a damaged one is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: Database | None = None
        self._lock = RLock()

    def get(self, text_hash: str) -> Analysis | None:
        """The newest analysis of a version, by whatever analyst; None: there is none that can be read."""

        def newest(database: Database) -> Analysis | None:
            with database.reading() as connection:
                row = connection.execute("SELECT analysis FROM analyses WHERE text_hash = ?", [text_hash]).fetchone()
            with suppress(*_UNREADABLE):
                return analysis_from_plain(msgspec.json.decode(zlib.decompress(row[0]))) if row else None
            return None

        return self._do(newest)

    def put(self, analysis: Analysis) -> None:
        """Keep an analysis and whom it names; where that fails, it will be made again another time."""
        plain = zlib.compress(msgspec.json.encode(analysis_to_plain(analysis)))

        def keep(database: Database) -> None:
            with database.writing() as connection:
                _forget(connection, [analysis.text_hash])
                row = analysis.text_hash, analysis.analyst, plain
                number = connection.execute(
                    "INSERT INTO analyses (text_hash, analyst, analysis) VALUES (?, ?, ?)", row
                ).lastrowid
                connection.executemany(
                    "INSERT INTO found VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                    [(thing, number, count) for thing, count in _things(connection, analysis)],
                )

        self._do(keep)

    def unread(self, library: Path, analyst: str, below: int, limit: int) -> list[int]:
        """Ranks of articles of the library of which there is no analysis by this analyst, the newest first.

        Args:
            library: the file.
            analyst: version of model, gazetteer and code.
            below: only ranks less than this.
            limit: at most so many.
        """

        def look(database: Database) -> list[int]:
            with look_into(library, analyses=database.path) as connection:
                return [rank for (rank,) in connection.execute(_UNREAD, [below, analyst, limit])]

        return self._do(look) or []

    def remove(self, text_hashes: Iterable[str]) -> None:
        """Forget versions for good: nothing of them is left in the file.

        Raises:
            StorageError: they cannot be removed.
        """
        if not self._path.exists():
            return

        def forget(database: Database) -> None:
            with database.reading() as connection:
                connection.execute("PRAGMA secure_delete = ON")
            with database.writing() as connection:
                _forget(connection, text_hashes)
                connection.execute("DELETE FROM things WHERE number NOT IN (SELECT thing FROM found)")
                connection.execute("DELETE FROM names WHERE thing NOT IN (SELECT number FROM things)")
            with database.reading() as connection:
                connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")

        with self._lock:
            self._with_database(forget)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _do(self, work: Callable[[Database], T]) -> T | None:
        with self._lock, suppress(StorageError):
            return self._with_database(work)
        return None

    def _with_database(self, work: Callable[[Database], T]) -> T:
        try:
            return work(self._opened())
        except DamagedError:
            self._begin_anew()
            return work(self._opened())

    def _opened(self) -> Database:
        if self._database is None:
            self._database = Database(self._path, SCHEMA, SCHEMA_VERSION, precious=False)
        return self._database

    def _begin_anew(self) -> None:
        self.close()
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()


def runs_of_words(name: str) -> set[str]:
    """What a folded name is found by: each run of its words."""
    words = name.split()[:LONGEST_NAME]
    ends = range(1, len(words) + 1)
    return {name, *(" ".join(words[start:end]) for end in ends for start in range(end))}


def _forget(connection: Connection, text_hashes: Iterable[str]) -> None:
    for text_hash in text_hashes:
        of_it = "(SELECT number FROM analyses WHERE text_hash = ?)"
        connection.execute(f"DELETE FROM found WHERE analysis = {of_it}", [text_hash])  # noqa: S608
        connection.execute("DELETE FROM analyses WHERE text_hash = ?", [text_hash])


def _things(connection: Connection, analysis: Analysis) -> Iterable[tuple[int, int]]:
    """The number of each thing that an analysis names, and how often it does."""
    counts = Counter(mention.entity for mention in analysis.mentions)
    for entity in analysis.entities:
        key = "" if entity.id.startswith(LOCAL) else entity.id
        yield _thing(connection, key, fold(entity.name), entity.label), counts[entity.id]


def _thing(connection: Connection, entity: str, name: str, label: str) -> int:
    row = connection.execute(
        "SELECT number FROM things WHERE entity = ? AND name = ? AND label = ?", [entity, name, label]
    ).fetchone()
    if row is not None:
        return int(row[0])
    values = entity, name, label
    number = connection.execute("INSERT INTO things (entity, name, label) VALUES (?, ?, ?)", values).lastrowid
    assert number is not None
    rows = [(run, number, entity, label) for run in runs_of_words(name)]
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", rows)
    return number
