"""What was found in articles, kept so that it need not be found again, and who is named in which of them."""

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

import msgspec

from reader.errors import DamagedError, StorageError
from reader.library import mentions, voices
from reader.library.database import Database
from reader.library.looking import look_into
from reader.library.mentions import Named
from reader.model.analysis import Analysis
from reader.model.analysis_plain import analysis_from_plain, analysis_to_plain

T = TypeVar("T")

SCHEMA_VERSION = 8

SCHEMA = f"""
CREATE TABLE analyses (
    number INTEGER PRIMARY KEY,
    text_hash TEXT NOT NULL UNIQUE,
    analyst TEXT NOT NULL,
    analysis BLOB NOT NULL                      -- JSON, zlib: what the machine found
);
{mentions.SCHEMA}{voices.SCHEMA}"""

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

    def put(self, analysis: Analysis, named: Named | None = None) -> None:
        """Keep an analysis and whom it names; where that fails, it will be made again another time.

        Args:
            analysis: what the machine found.
            named: whom the text names by the reader's rules; None: those whom the machine found.
        """
        from reader.text.corrected import Corrected  # not needed to look one up

        plain = zlib.compress(msgspec.json.encode(analysis_to_plain(analysis)))

        def keep(database: Database) -> None:
            with database.writing() as connection:
                _forget(connection, [analysis.text_hash])
                row = analysis.text_hash, analysis.analyst, plain
                number = connection.execute(
                    "INSERT INTO analyses (text_hash, analyst, analysis) VALUES (?, ?, ?)", row
                ).lastrowid
                assert number is not None
                _take_in(connection, number, named or Named(Corrected(analysis)))

        self._do(keep)

    def put_names(self, named: Mapping[str, Named | None]) -> None:
        """Take in whom texts name by today's rules; they are due no longer.

        Args:
            named: by text hash; None: the text or its analysis cannot be read.

        Raises:
            StorageError: it cannot be done.
        """

        def put(database: Database) -> None:
            with database.writing() as connection:
                for text_hash, one in named.items():
                    number = _let_go(connection, text_hash)
                    if number is not None and one is not None:
                        _take_in(connection, number, one)

        with self._lock:
            self._with_database(put)

    def applied(self) -> Mapping[str, str]:
        """The rules that the mention index knows, by id, in which state: all but the texts that are due have them."""
        return self._do(lambda database: _asked(database, mentions.applied)) or {}

    def apply(self, rules: Mapping[str, str], text_hashes: Sequence[str]) -> None:
        """Note down which rules the mention index knows.

        Args:
            rules: by id, in which state.
            text_hashes: of texts that are to be taken in anew for their sake, in this order.

        Raises:
            StorageError: it cannot be done.
        """

        def keep(database: Database) -> None:
            with database.writing() as connection:
                mentions.apply(connection, rules, text_hashes)

        with self._lock:
            self._with_database(keep)

    def due(self, limit: int) -> list[str]:
        """Hashes of some texts that have to be taken in anew, those that come first."""
        return self._do(lambda database: _asked(database, lambda connection: mentions.due(connection, limit))) or []

    def concerned(self, rules: Iterable[str], keys: Iterable[str], names: Iterable[str]) -> set[str]:
        """Text hashes of analyses that rules may change.

        Args:
            rules: ids of rules that had an effect on them.
            keys: of entities that they name.
            names: folded, of what only they know.
        """

        def look(database: Database) -> set[str]:
            return _asked(database, lambda connection: mentions.concerned(connection, rules, keys, names))

        return self._do(look) or set()

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those of some keys whose entities are named by texts."""
        if not self._path.exists():
            return set()
        return self._do(lambda database: _asked(database, lambda connection: mentions.known(connection, keys))) or set()

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
                mentions.tidy(connection)
                voices.tidy(connection)
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


def _asked(database: Database, question: Callable[[Connection], T]) -> T:
    with database.reading() as connection:
        return question(connection)


def _forget(connection: Connection, text_hashes: Iterable[str]) -> None:
    for text_hash in text_hashes:
        _let_go(connection, text_hash)
        connection.execute("DELETE FROM analyses WHERE text_hash = ?", [text_hash])


def _take_in(connection: Connection, number: int, named: Named) -> None:
    """Let a text name whom it names, and say who says something in it."""
    mentions.put(connection, number, named)
    voices.put(connection, number, named.corrected.analysis, named.text)


def _let_go(connection: Connection, text_hash: str) -> int | None:
    """Let a text name nobody, and nobody say anything in it; returns the number of its analysis."""
    number = mentions.forget(connection, text_hash)
    if number is not None:
        voices.forget(connection, number)
    return number
