"""The marks of one article in one TinyDB file. Imports TinyDB: some 20 ms, which only a change has to pay."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb.table import Document

from reader.errors import DamagedError, StorageError
from reader.model.mark import Mark
from reader.model.value import replace
from reader.notebook.about import SCHEMA, About
from reader.notebook.annotation import UNREADABLE, from_annotation, to_annotation
from reader.notebook.lock import FileLock
from reader.notebook.storage import AtomicStorage
from reader.notebook.table import SharedDB
from reader.notebook.tables import ARTICLE, MARKS, TRASH, is_about
from reader.notebook.uuid7 import uuid7

_ABOUT_ID = 1


class ArticleFile:
    """Changes marks. Deleted ones stay in a table of their own, so that deleting is one write as well."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        db = SharedDB(path, lock, storage=AtomicStorage)
        self._storage = db.storage
        self._marks = db.table(MARKS)
        self._trash = db.table(TRASH)
        self._article = db.table(ARTICLE)

    def change(self, about: About, before: Sequence[Mark], after: Sequence[Mark]) -> tuple[Mark, ...]:
        """Turn marks into others, see `Notebook.change`.

        Raises:
            DamagedError: the file is there and makes no sense.
            StorageError: it cannot be read or written, or a later program wrote it.
        """
        seen = {mark.id: mark.rev for mark in before}
        kept = {mark.id for mark in after}
        with self._storage.transaction():
            tables = self._storage.read()
            if tables is not None and not is_about(about.article_id, tables):
                raise DamagedError(f"The notes in {self._path} are not those of this article.")
            self._describe(about)
            for mark in before:
                if mark.id not in kept:
                    self._delete(mark)
            return tuple(self._put(mark, seen.get(mark.id)) for mark in after)

    def _describe(self, about: About) -> None:
        known: Mapping[str, Any] = self._article.get(doc_id=_ABOUT_ID) or {}
        if _number(known.get("schema")) > SCHEMA:
            raise StorageError(
                f"Cannot write {self._path}: a later version of diploreader made it. Update this one to change it."
            )
        if known != (plain := about.to_plain()):
            self._article.upsert(Document(plain, _ABOUT_ID))

    def _delete(self, mark: Mark) -> None:
        there = self._marks.get(doc_id=mark.id.int)
        if there is not None and there.get("rev") == mark.rev:
            deleted = datetime.now(UTC).isoformat(timespec="seconds")
            self._trash.upsert(Document({**there, "deleted": deleted}, mark.id.int))
            self._marks.remove(doc_ids=[mark.id.int])

    def _put(self, mark: Mark, seen: int | None) -> Mark:
        there = self._marks.get(doc_id=mark.id.int)
        if there is None:
            return self._add(mark)
        if there.get("rev") == seen:
            changed = replace(mark, rev=_next_rev(there, mark))
            self._marks.update(to_annotation(changed), doc_ids=[mark.id.int])
            return changed
        theirs = _read(mark.article_id, there)
        if theirs is not None and _says_the_same(mark, theirs):
            return theirs
        return self._add(replace(mark, id=uuid7(), rev=1))

    def _add(self, mark: Mark) -> Mark:
        """Write a mark that is not there; one from the trash keeps what other programs put beside ours."""
        others: dict[str, Any] = {}
        if thrown := self._trash.get(doc_id=mark.id.int):
            others = {key: value for key, value in thrown.items() if key != "deleted"}
            mark = replace(mark, rev=_next_rev(thrown, mark))
            self._trash.remove(doc_ids=[mark.id.int])
        self._marks.insert(Document(others | to_annotation(mark), mark.id.int))
        return mark


def _read(article_id: str, annotation: Mapping[str, Any]) -> Mark | None:
    with suppress(*UNREADABLE):
        return from_annotation(article_id, annotation)
    return None


def _says_the_same(mark: Mark, other: Mark) -> bool:
    return replace(mark, created=other.created, modified=other.modified, rev=other.rev) == other


def _next_rev(last: Mapping[str, Any], mark: Mark) -> int:
    return max(mark.rev, _number(last.get("rev")) + 1)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
