"""The rules in one TinyDB file. Imports TinyDB: some 20 ms, which only a change has to pay."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb.table import Document, Table

from reader.errors import DamagedError, StorageError
from reader.model.rule import Rule
from reader.model.value import replace
from reader.notebook.about import SCHEMA
from reader.notebook.lock import FileLock
from reader.notebook.rule_document import to_document
from reader.notebook.storage import AtomicStorage
from reader.notebook.table import SharedDB
from reader.notebook.tables import ARTICLE, MARKS, TRASH, is_about

_ABOUT_ID = 1


class RulesFile:
    """Changes rules. Those that are revoked stay in a table of their own."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        db = SharedDB(path, lock, storage=AtomicStorage)
        self._storage = db.storage
        self._rules = db.table(MARKS)
        self._trash = db.table(TRASH)
        self._about = db.table(ARTICLE)

    def change(self, before: Sequence[Rule], after: Sequence[Rule], *, keep: bool) -> tuple[Rule, ...]:
        """Turn rules into others, see `Corrections.change`.

        Raises:
            DamagedError: the file is there and makes no sense.
            StorageError: it cannot be read or written, or a later program wrote it.
        """
        kept = {rule.id for rule in after}
        with self._transaction():
            for rule in before:
                if rule.id not in kept:
                    self._delete(rule, keep=keep)
            return tuple(map(self._put, after))

    def purge(self, article_id: str) -> None:
        """Delete for ever what holds in one article only; the trash has it no longer either.

        Raises:
            DamagedError, StorageError: as above.
        """
        with self._transaction():
            for table in (self._rules, self._trash):
                table.remove(lambda document: document.get("article") == article_id)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._storage.transaction():
            tables = self._storage.read()
            if tables is not None and not is_about(self._path.stem, tables):
                raise DamagedError(f"{self._path} does not hold the corrections of names.")
            for name in (MARKS, TRASH, ARTICLE):  # there from the start: an undone act leaves no other file behind
                self._storage.changed(name, set())
            self._describe()
            yield

    def _describe(self) -> None:
        """Tell what the file is in the words of the files of notes, so that it is checked and mended like them."""
        known: Mapping[str, Any] = self._about.get(doc_id=_ABOUT_ID) or {}
        schema = known.get("schema")
        if isinstance(schema, int) and schema > SCHEMA:
            raise StorageError(
                f"Cannot write {self._path}: a later version of diploreader made it. Update this one to change it."
            )
        plain = {"schema": SCHEMA, "id": self._path.stem, "title": "corrections of names"}
        if known != plain:
            self._about.upsert(Document(plain, _ABOUT_ID))

    def _delete(self, rule: Rule, *, keep: bool) -> None:
        there = self._rules.get(doc_id=rule.id.int)
        if there is None:
            return
        self._rules.remove(doc_ids=[rule.id.int])
        if keep:
            deleted = datetime.now(UTC).isoformat(timespec="seconds")
            _insert(self._trash, Document({**there, "deleted": deleted}, rule.id.int))

    def _put(self, rule: Rule) -> Rule:
        there: Mapping[str, Any] = self._rules.get(doc_id=rule.id.int) or {}
        others: Mapping[str, Any] = there or self._trash.get(doc_id=rule.id.int) or {}
        stored = replace(rule, rev=max(rule.rev, _number(others.get("rev")) + 1))
        # What other programs put beside ours is kept.
        plain = {key: value for key, value in others.items() if key != "deleted"} | to_document(stored)
        if there:
            self._rules.update(plain, doc_ids=[rule.id.int])
            return stored
        if others:
            self._trash.remove(doc_ids=[rule.id.int])
        _insert(self._rules, Document(plain, rule.id.int))
        return stored


def _insert(table: Table, document: Document) -> None:
    """Add a document in its place by number: to bring one back brings back the same file."""
    later = sorted((other for other in table.all() if other.doc_id > document.doc_id), key=lambda other: other.doc_id)
    if later:
        table.remove(doc_ids=[other.doc_id for other in later])
    for each in (document, *later):
        table.insert(each)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
