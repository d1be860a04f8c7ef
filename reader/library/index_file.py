"""The index as a file: open beside the library, and made anew where it is damaged, of another library or outdated."""

# ruff: noqa: S608 -- all pieces of SQL are written here; what the reader types comes as parameters

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from reader.errors import DamagedError, StorageError
from reader.library import story_tables
from reader.library.database import Database, address
from reader.text import fold

T = TypeVar("T")

PREFIX = 3
"""Letters of a word's beginning that are looked up at once; longer ones cost more, shorter ones too much."""

VERSION = 10_000 + 100 * story_tables.VERSION + fold.VERSION

_TEXTS = f"fts5 (title, body, source, author, content = '', tokenize = 'ascii', prefix = '{PREFIX}')"

SCHEMA = f"""
CREATE VIRTUAL TABLE texts USING {_TEXTS};      -- by rank, of what reader.text.terms makes searchable
INSERT INTO texts (texts, rank) VALUES ('automerge', 8);
INSERT INTO texts (texts, rank) VALUES ('hashsize', 16777216);  -- bytes: a batch goes to the file in one piece
CREATE TABLE indexed (                          -- what `texts` holds, so that it can be taken out again
    rank INTEGER PRIMARY KEY,
    text_hash TEXT NOT NULL,
    facts TEXT NOT NULL                         -- searchable title, source and author, a line each
);
CREATE TABLE noted (                            -- articles that the reader has marked
    number INTEGER PRIMARY KEY,
    article TEXT NOT NULL UNIQUE,
    notes INTEGER NOT NULL,
    tags TEXT NOT NULL                          -- a line each
);
CREATE TABLE tags (tag TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (tag, number)) WITHOUT ROWID;
CREATE INDEX tags_by_number ON tags (number);
CREATE VIRTUAL TABLE notes USING fts5 (note, tokenize = 'ascii');   -- rowid: number
CREATE TABLE stamps (                           -- the files that marks were read from, as they were then
    article TEXT PRIMARY KEY,
    inode INTEGER NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('id', lower(hex(randomblob(16))));
{story_tables.SCHEMA}"""

FileId = tuple[int, int]


class IndexFile:
    """A connection of one's own to the index, with `library` attached to it, read-only. For any thread.

    Args:
        path: of the index; made where it is missing.
        library: the file that it follows.
        others: more files to attach, by name, as soon as they are there.
        is_read_only: whether nothing is to be changed.

    Raises:
        StorageError: of every method: a file cannot be read or written.
    """

    def __init__(self, path: Path, library: Path, *, is_read_only: bool = False, **others: Path) -> None:
        self._path = path
        self._library = library
        self._others = others
        self._is_read_only = is_read_only
        self._lock = RLock()
        self._database: Database | None = None
        self._open_files: tuple[FileId | None, ...] = ()

    def reading(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What comes of some work with the connection."""

        def read(database: Database) -> T:
            with database.reading() as connection:
                return work(connection)

        return self._do(read)

    def writing(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What comes of some work in a transaction."""

        def write(database: Database) -> T:
            with database.writing() as connection:
                return work(connection)

        return self._do(write)

    def remove(self) -> None:
        """Delete the file; the next call makes a new one."""
        with self._lock:
            self.close()
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _do(self, work: Callable[[Database], T]) -> T:
        with self._lock:
            try:
                return work(self._current())
            except StorageError as error:
                if not self._can_be_mended(error):
                    raise
                self.remove()
                return work(self._current())

    def _can_be_mended(self, error: StorageError) -> bool:
        """Whether a new file helps: this one is damaged, or a later program made it."""
        if error.__cause__ is None:
            return True  # not the system tells, but what stands in the file
        # Who only reads leaves a question that does not fit the tables to the one who writes.
        is_misfit = getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR
        return isinstance(error, DamagedError) and not (is_misfit and self._is_read_only)

    def _current(self) -> Database:
        """The open files; opened again where others have taken their place."""
        files = tuple(map(_file_id, (self._path, self._library, *self._others.values())))
        if self._database is None or files != self._open_files:
            self.close()
            self._database = self._opened()
            self._open_files = tuple(map(_file_id, (self._path, self._library, *self._others.values())))
        return self._database

    def _opened(self) -> Database:
        database = Database(self._path, SCHEMA, VERSION, precious=False)
        try:
            if not self._is_of_library(database):
                database.close()
                self.remove()
                database = Database(self._path, SCHEMA, VERSION, precious=False)
                self._is_of_library(database)
            with database.reading() as connection:
                for name, path in self._others.items():
                    # Done without while it is damaged: who writes it will make it anew.
                    with suppress(sqlite3.DatabaseError):
                        connection.execute(f"ATTACH ? AS {name}", [address(path, is_read_only=True)])
                # A purge must leave nothing, not even of what was deleted long before.
                connection.execute("PRAGMA main.secure_delete = ON")
                connection.execute(f"PRAGMA query_only = {int(self._is_read_only)}")
        except BaseException:
            database.close()
            raise
        return database

    def _is_of_library(self, database: Database) -> bool:
        """Attach the library; tell whether the index is its own, which a new one becomes."""
        with database.reading() as connection:
            connection.execute("ATTACH ? AS library", [address(self._library, is_read_only=True)])
            mine = "SELECT value FROM main.meta WHERE key = 'library'"
            its = "SELECT value FROM library.meta WHERE key = 'id'"
            known, is_same = connection.execute(f"SELECT ({mine}), ({mine}) = ({its})").fetchone()
            if known is None:
                connection.execute(f"INSERT OR IGNORE INTO main.meta SELECT 'library', ({its})")
            return known is None or bool(is_same)


def _file_id(path: Path) -> FileId | None:
    with suppress(OSError):
        status = path.stat()
        return status.st_dev, status.st_ino
    return None
