"""What was found in articles, kept so that it need not be found again. May be deleted at any time."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec

from reader.errors import DamagedError, StorageError
from reader.library.database import Database
from reader.model.analysis import Analysis, analysis_from_plain, analysis_to_plain

T = TypeVar("T")

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE analyses (
    text_hash TEXT NOT NULL,
    analyst TEXT NOT NULL,
    analysis TEXT NOT NULL,                     -- JSON
    PRIMARY KEY (text_hash, analyst)
);
"""

_UNREADABLE = (KeyError, TypeError, ValueError, IndexError)


class AnalysisCache:
    """Analyses by version and analyst, in one disposable SQLite file: a damaged one is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: Database | None = None
        self._lock = RLock()

    def get(self, text_hash: str) -> Analysis | None:
        """The newest analysis of a version, by whatever analyst; None: there is none that can be read."""

        def newest(database: Database) -> Analysis | None:
            with database.reading() as connection:
                row = connection.execute(
                    "SELECT analysis FROM analyses WHERE text_hash = ? ORDER BY rowid DESC LIMIT 1", [text_hash]
                ).fetchone()
            with suppress(*_UNREADABLE):
                return analysis_from_plain(msgspec.json.decode(row[0])) if row else None
            return None

        return self._do(newest)

    def put(self, analysis: Analysis) -> None:
        """Keep an analysis; where that fails, it will be made again another time."""
        text = msgspec.json.encode(analysis_to_plain(analysis)).decode()

        def keep(database: Database) -> None:
            with database.writing() as connection:
                connection.execute(
                    "REPLACE INTO analyses VALUES (?, ?, ?)", [analysis.text_hash, analysis.analyst, text]
                )

        self._do(keep)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()

    def _do(self, work: Callable[[Database], T]) -> T | None:
        with self._lock:
            for _ in range(2):
                try:
                    if self._database is None:
                        self._database = Database(self._path, SCHEMA, SCHEMA_VERSION, precious=False)
                    return work(self._database)
                except DamagedError:
                    self._remove()
                except StorageError:
                    return None
            return None

    def _remove(self) -> None:
        self.close()
        self._database = None
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()
