"""SQLite files: opened quickly, safe against crashes and other programs."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import RLock
from time import monotonic, sleep

from reader.errors import DamagedError, StorageError
from reader.library.mounts import is_on_network

_WAL_AT, _WAL = 18, 2
"""Where the head of a file says that a log is in use: https://www.sqlite.org/fileformat2.html, 1.3."""

BUSY_SECONDS = 10.0
"""How long another program may hold the file before we give up."""

_LOG_PAGES = 4000
"""So long the log (WAL) grows before it is brought into the file; half the writing of 1000 when articles pour in."""

_ASIDE = ".corrupt-"
_PAUSE_SECONDS = 0.005
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""The last one says that a statement does not fit the tables: they are not ours."""

_FULL = "The disk is full: {path} was not changed. Make room and try again."
_READ_ONLY = "{path} cannot be written. Allow writing there, or choose another folder with --home DIR."
_NO_FOLDER = "{path} cannot be made: {folder} is no folder. Choose another folder with --home DIR."
_UNUSABLE = "{path} cannot be used ({reason})."
_ON_NETWORK = "{path} lies on a network: it is kept so that no memory need be shared, which is slower."
_SAID_BY_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_BUSY: "Another program holds {path}. Close it and try again.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened. Choose another folder with --home DIR.",
    sqlite3.SQLITE_IOERR: "The disk refused to read or write {path}. Make room, or look after the disk, and try again.",
}
_SAID_BY_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
}


class Database:
    """One SQLite file, for any thread; in a folder that cannot be written to it can still be read.

    Args:
        path: the file; made with its folder where it is missing.
        schema: statements that make a new file; its version is the `user_version` they end with.
        version: of the schema.
        precious: whether a confirmed change must survive a power cut, and what is deleted leaves no trace in the file.
        migrate: brings a file of an earlier version up to this one; without it such a file counts as damaged.

    Raises:
        DamagedError: the file is no database of ours.
        StorageError: it cannot be opened, or was written by a later version of the program.
    """

    def __init__(
        self,
        path: Path,
        schema: str,
        version: int,
        *,
        precious: bool,
        migrate: "Callable[[Database], None] | None" = None,
    ) -> None:
        self.path = path
        self.notices: list[str] = []
        """Sentences for the reader about what was done to the file."""
        self._lock = RLock()
        with self._told():
            if not path.exists():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(
                address(path),
                uri=True,  # in ATTACH as well
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                if is_on_network(path) and not _is_fixed(path):
                    self._avoid_wal()
                self._connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
                self._connection.execute(f"PRAGMA synchronous = {'FULL' if precious else 'NORMAL'}")
                if precious:
                    self._connection.execute("PRAGMA secure_delete = ON")
                self._prepare(schema, version, migrate)
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self, schema: str, version: int, migrate: "Callable[[Database], None] | None") -> None:
        found = self.version()
        if found > version:
            raise StorageError(f"{self.path} was written by a later diploreader. Update the program to open it.")
        if 0 < found < version and migrate is not None:
            migrate(self)
        elif found < version:
            if not is_on_network(self.path):
                self._use_wal()
            with self.writing() as connection:
                # Another program may have been quicker.
                if self.version() < version:
                    create(connection, schema)
                    connection.execute(f"PRAGMA user_version = {version}")

    def _use_wal(self) -> None:
        deadline = monotonic() + BUSY_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # Unlike everywhere else, SQLite does not wait here for another program that begins the same file.
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                    raise
                sleep(_PAUSE_SECONDS)
            else:
                return

    def _avoid_wal(self) -> None:
        """Have changes written down beside the file, not in a log that programs share: networks share no memory."""
        with self.path.open("rb") as file:
            header = file.read(_WAL_AT + 1)
        if header and header[_WAL_AT] != _WAL:
            return
        if header:
            # The lock spares SQLite the shared memory while it leaves the log.
            for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = DELETE", "locking_mode = NORMAL"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute("SELECT count(*) FROM sqlite_master")
        self.notices.append(_ON_NETWORK.format(path=self.path))

    def version(self) -> int:
        """The version of the tables; 0: there are none.

        Raises:
            DamagedError: there are tables of something else.
        """
        found, tables = self._connection.execute(
            "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"
        ).fetchone()
        if tables and not found:
            raise self._damaged()
        return int(found)

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

    def clear_log(self) -> bool:
        """Bring all changes into the file and empty the log (WAL); False: another program was reading all the while."""
        with self.reading() as connection:
            is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()
        return not is_busy

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
        if isinstance(error, OSError):
            said, reason = _SAID_BY_SYSTEM.get(error.errno or 0, _UNUSABLE), error.strerror
        else:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of it tells where and how
            if code in _DAMAGED:
                return self._damaged()
            said, reason = _SAID_BY_SQLITE.get(code, _UNUSABLE), str(error)
        return StorageError(said.format(path=self.path, folder=self.path.parent, reason=reason))

    def _damaged(self) -> DamagedError:
        return DamagedError(f"{self.path} is damaged or is not a file of diploreader.")


def address(path: Path, *, is_read_only: bool = False) -> str:
    """By what SQLite opens a file, see https://www.sqlite.org/uri.html."""
    options = ["mode=ro"] * is_read_only + ["immutable=1"] * _is_fixed(path)
    return f"{path.absolute().as_uri()}?{'&'.join(options)}"


def _is_fixed(path: Path) -> bool:
    """Whether SQLite must be told that nobody changes the file: no log (WAL) can be made beside it.

    A log that a killed program left there is read as everywhere.
    """
    return not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()


def create(connection: sqlite3.Connection, schema: str) -> None:
    """Make tables, in the transaction that is under way."""
    statement = ""
    for piece in filter(str.strip, schema.split(";")):
        statement += f"{piece};"
        if sqlite3.complete_statement(statement):  # the body of a trigger has semicolons of its own
            connection.execute(statement)
            statement = ""


def free_name(path: Path) -> Path:
    """A path at which there is nothing yet: this one, else with a number behind it."""
    free, numbers = path, count(2)
    while free.exists():
        free = path.with_name(f"{path.name}-{next(numbers)}")
    return free


def set_aside_files(path: Path) -> list[Path]:
    """What `set_aside` has left of a file, in whatever state."""
    return sorted(path.parent.glob(f"{path.name}{_ASIDE}*"))


def set_aside(path: Path, when: str) -> Path:
    """Rename a damaged file and what belongs to it, so that a new one can take its place.

    Args:
        path: the file.
        when: what makes the new name its own.

    Returns:
        Where the file lies now: `<name>.corrupt-<when>`, with a number where that name is taken.
    """
    aside = free_name(path.with_name(f"{path.name}{_ASIDE}{when}"))
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        with_suffix = path.with_name(path.name + suffix)
        if with_suffix.exists():
            with_suffix.replace(aside.with_name(aside.name + suffix))
    return aside
