"""TinyDB's storage, made safe: whole files only, one writer at a time, always the newest state."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from tinydb.storages import Storage

from reader.notebook import durable
from reader.notebook.encoded import EncodedTable
from reader.notebook.lock import FileLock
from reader.notebook.tables import Document, Tables, decode, encode


class AtomicStorage(Storage):
    """One TinyDB file. Keeps the bytes of unchanged documents, so that a save costs what it changes."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        self._lock = lock
        self._tables: Tables | None = None
        self._stamp: durable.Stamp | None = None
        self._encoded: dict[str, EncodedTable] = {}
        self._is_open = False  # a transaction
        self._is_changed = False

    def read(self) -> Tables | None:
        """The tables as they are on the disk, or as the transaction has left them; None: there is no file.

        Raises:
            DamagedError: the file is there and makes no sense.
            StorageError: it cannot be read.
        """
        if not self._is_open and (self._stamp is None or durable.stamp_of(self._path) != self._stamp):
            self._load()
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put these tables in the place of all there are.

        Raises:
            StorageError: it could not be done; the old file is still there.
        """
        with self.transaction():
            self._tables = cast(Tables, data)
            self._encoded = {name: EncodedTable(documents) for name, documents in self._tables.items()}
            self._is_changed = True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """From fresh tables to one durable write of everything that changed in them; nothing is kept of a failed one.

        Raises:
            DamagedError: the file is there and makes no sense.
            StorageError: it cannot be read or written; the old file is still there.
        """
        with self._lock:
            if self._is_open:
                yield
                return
            try:
                self.read()
                self._is_open = True
                yield
                if self._is_changed:
                    self._save()
            except BaseException:
                self._forget()
                raise
            finally:
                self._is_open = self._is_changed = False

    def table(self, name: str) -> dict[str, Document]:
        """The documents of a table, for changing within a transaction; `changed` must hear of every change."""
        if self._tables is None:
            self._tables = {}
        return self._tables.setdefault(name, {})

    def changed(self, name: str, numbers: set[str]) -> None:
        """Tell which documents of a table are new, gone or different."""
        documents, encoded = self.table(name), self._encoded.setdefault(name, EncodedTable())
        for number in numbers:
            if number in documents:
                encoded.put(number, documents[number])
            else:
                encoded.drop(number)
            self._is_changed = True

    def _load(self) -> None:
        self._forget()
        if found := durable.read(self._path):
            content, stamp = found
            self._tables = decode(content, self._path)
            self._encoded = {name: EncodedTable(documents) for name, documents in self._tables.items()}
            self._stamp = stamp

    def _save(self) -> None:
        tables = {name: tuple(documents.pieces()) for name, documents in self._encoded.items()}
        self._stamp = durable.replace(self._path, encode(tables))

    def _forget(self) -> None:
        self._tables = None
        self._stamp = None
        self._encoded = {}
