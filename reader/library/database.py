"""SQLite files: opened quickly, safe against crashes and other programs."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from reader.errors import DamagedError, StorageError

BUSY_SECONDS = 10.0
"""How long another program may hold the file before we give up."""

_FULL, _READ_ONLY, _BUSY, _DAMAGED = "full", "readonly", "locked", ("malformed", "not a database")


class Database:
    """One SQLite file, for any thread.

    Args:
        path: the file; made with its folder where it is missing.
        schema: statements that make a new file; its version is the `user_version` they end with.
        version: of the schema.
        precious: whether a confirmed change must survive a power cut.

    Raises:
        DamagedError: the file is no database of ours.
        StorageError: it cannot be opened, or was written by a later version of the program.
    """

    def __init__(self, path: Path, schema: str, version: int, *, precious: bool) -> None:
        self.path = path
        self._lock = RLock()
        with self._told():
            existed = path.exists()
            if not existed:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if precious else 'NORMAL'}")
            self._prepare(schema, version)

    def _prepare(self, schema: str, version: int) -> None:
        found = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found > version:
            raise StorageError(f"{self.path} was written by a later diploreader. Update the program to open it.")
        if found < version:
            self._connection.execute("PRAGMA journal_mode = WAL")
            with self.writing() as connection:
                # Another program may have been quicker.
                if connection.execute("PRAGMA user_version").fetchone()[0] < version:
                    for statement in filter(str.strip, schema.split(";")):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {version}")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for queries.

        Raises:
            DamagedError, StorageError: the file cannot be read.
        """
        with self._lock, self._told():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that is on the disk when the block ends, or never was.

        Raises:
            DamagedError, StorageError: the change could not be made.
        """
        with self._lock, self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what SQLite says in the reader's words."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self._in_words(error) from error

    def _in_words(self, error: sqlite3.Error | OSError) -> StorageError:
        said = str(error)
        if any(word in said for word in _DAMAGED):
            return DamagedError(f"{self.path} is damaged or is not a file of diploreader.")
        if _FULL in said:
            return StorageError(f"The disk is full: {self.path} was not changed. Make room and try again.")
        if _READ_ONLY in said:
            return StorageError(f"{self.path} cannot be written. Check the permissions of its folder.")
        if _BUSY in said:
            return StorageError(f"Another program holds {self.path}. Close it and try again.")
        return StorageError(f"{self.path} cannot be used ({said}).")


def set_aside(path: Path, when: str) -> Path:
    """Rename a damaged file and what belongs to it, so that a new one can take its place.

    Args:
        path: the file.
        when: what makes the new name its own.

    Returns:
        Where the file lies now: `<name>.corrupt-<when>`.
    """
    aside = path.with_name(f"{path.name}.corrupt-{when}")
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        with_suffix = path.with_name(path.name + suffix)
        if with_suffix.exists():
            with_suffix.replace(aside.with_name(aside.name + suffix))
    return aside
