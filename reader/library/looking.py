"""Looking into our SQLite files without changing them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.errors import DamagedError, StorageError
from reader.library.database import address

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


@contextmanager
def look_into(path: Path, **others: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can only read.

    Args:
        path: the file.
        others: more files, by the names that they are attached as.

    Raises:
        DamagedError: of what is done with the connection, too: a file is no database of ours.
        StorageError: it cannot be read.
    """
    try:
        with closing(sqlite3.connect(address(path, is_read_only=True), uri=True)) as connection:
            for name, other in others.items():
                connection.execute(f"ATTACH ? AS {name}", [address(other, is_read_only=True)])
            yield connection
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
            raise DamagedError(f"{path} is damaged or is not a file of diploreader ({error}).") from error
        raise StorageError(f"{path} cannot be read ({error}).") from error
