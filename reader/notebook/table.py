"""TinyDB's table, made safe: ids that no other program gives out, changes that no other program undoes."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from reader.notebook.storage import AtomicStorage
from reader.notebook.tables import Document
from reader.notebook.uuid7 import uuid7


class SharedTable(Table):
    """A table that several programs change: numbers are UUIDs of version 7, each update is a transaction."""

    def _get_next_id(self) -> int:
        return uuid7().int

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        storage = cast(AtomicStorage, self._storage)
        with storage.transaction():
            documents = _Documents(storage.table(self.name))
            updater(cast("dict[int, Mapping[str, Any]]", documents))
            storage.changed(self.name, documents.changed)
        self.clear_cache()


class SharedDB(TinyDB):
    """A TinyDB file that several programs change; its storage is an `AtomicStorage`."""

    table_class = SharedTable

    @property
    def storage(self) -> AtomicStorage:
        """Where the transactions are."""
        return cast(AtomicStorage, super().storage)


class _Documents(MutableMapping[int, Document]):
    """A table's documents by number, without the copies TinyDB makes of it; notes which may have changed."""

    def __init__(self, documents: dict[str, Document]) -> None:
        self._documents = documents
        self.changed: set[str] = set()

    def __getitem__(self, number: int) -> Document:
        document = self._documents[str(number)]
        self.changed.add(str(number))  # TinyDB changes in place what it is given
        return document

    def __setitem__(self, number: int, document: Document) -> None:
        self._documents[str(number)] = document
        self.changed.add(str(number))

    def __delitem__(self, number: int) -> None:
        del self._documents[str(number)]
        self.changed.add(str(number))

    def __contains__(self, number: object) -> bool:
        return str(number) in self._documents

    def __iter__(self) -> Iterator[int]:
        return map(int, self._documents)

    def __len__(self) -> int:
        return len(self._documents)
