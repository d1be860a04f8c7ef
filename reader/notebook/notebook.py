"""The reader's marks: one TinyDB file an article, `ab/<article id>.json`, on the disk when a call returns."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.errors import DamagedError, StorageError
from reader.model.mark import Mark
from reader.notebook import durable
from reader.notebook.about import About
from reader.notebook.annotation import UNREADABLE, from_annotation
from reader.notebook.backup import Backup
from reader.notebook.drafts import Drafts
from reader.notebook.durable import Stamp
from reader.notebook.lock import FileLock
from reader.notebook.tables import MARKS, Tables, decode_notes
from reader.notebook.tags import TagCounts
from reader.notebook.watch import Watch

if TYPE_CHECKING:
    from reader.notebook.article_file import ArticleFile


class Notebook:
    """Marks and drafts in a folder. Calls wait for the disk; any thread and any number of programs may make them.

    The first change makes the folder. Reading takes no lock: files are replaced whole.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / ".lock")
        self._drafts = Drafts(folder / "drafts", self._lock)
        self._tags = TagCounts(Watch(folder), self.marks)
        self._changed: tuple[str, ArticleFile] | None = None  # the last one; only looked at under the lock
        self._notices: list[str] = []
        self._notices_lock = Lock()

    def marks(self, article_id: str) -> tuple[Mark, ...]:
        """All marks on an article that make sense to us: on the whole first, then in text order.

        Raises:
            StorageError: they cannot be read.
        """
        marks = []
        for number, annotation in self._tables(article_id).get(MARKS, {}).items():
            with suppress(*UNREADABLE):
                mark = from_annotation(article_id, annotation)
                if mark.id.int == int(number):
                    marks.append(mark)
        return tuple(sorted(marks, key=_text_order))

    def change(self, about: About, before: Sequence[Mark], after: Sequence[Mark]) -> tuple[Mark, ...]:
        """Turn marks of one article, as they were last seen, into others, in one durable write.

        Marks only `before` are deleted, into the file's trash; marks only `after` are new, or brought back. No words
        are lost to another program: what it changed meanwhile is not deleted, and stays as it is when we changed it
        too; ours then becomes a mark of its own.

        Returns:
            The marks `after`, as they were stored.

        Raises:
            StorageError: it could not be done; nothing was changed.
        """
        if any(mark.article_id != about.article_id for mark in (*before, *after)):
            raise ValueError("a mark of another article")
        with self._lock:
            file = self._file(about.article_id)
            try:
                return file.change(about, before, after)
            except DamagedError:
                self._restore(about.article_id)
                return file.change(about, before, after)

    def stamp(self, article_id: str) -> Stamp | None:
        """The state of an article's file, which every change by any program changes; None: no marks yet.

        Raises:
            StorageError: it cannot be told.
        """
        return durable.stamp_of(self._path(article_id))

    def tags(self) -> Mapping[str, int]:
        """All tags with the number of marks that carry them; the first call reads every file.

        Raises:
            StorageError: a folder cannot be looked into.
        """
        return self._tags.update()

    def draft(self, key: str) -> str:
        """Words that were kept unsaved under a key; empty: none.

        Raises:
            StorageError: they cannot be read.
        """
        return self._drafts.read(key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep unsaved words under a key, durably.

        Raises:
            StorageError: it could not be done.
        """
        self._drafts.save(key, text)

    def drop_draft(self, key: str) -> None:
        """Let go of the words under a key.

        Raises:
            StorageError: it could not be done.
        """
        self._drafts.drop(key)

    def purge(self, article_id: str) -> None:
        """Delete all that was ever written on an article: marks and trash, backups, drafts, files that were set aside.

        Raises:
            StorageError: it could not be done, or only in part; to call it again does the rest.
        """
        path = self._path(article_id)
        if not self._folder.is_dir():
            return
        with self._lock:
            self._drafts.purge(article_id)
            # The file itself goes last: as long as it is there, one sees that there is something to delete.
            for folder in (self._backup(article_id).path.parent, path.parent):
                for found in sorted(folder.glob(f"*{article_id}.json*"), key=lambda each: each == path):
                    durable.remove(found)

    def tidy(self) -> None:
        """Remove what killed programs left unfinished, and note down if the folder cannot be written to.

        Raises:
            StorageError: it could not be done.
        """
        if not self._folder.is_dir():
            return
        if not os.access(self._folder, os.W_OK):
            self._tell(f"Notes can be read but not saved: {self._folder} cannot be written to.")
            return
        strays = [path for depth in ("", "*/") for path in self._folder.glob(f"{depth}.*{durable.TEMPORARY}")]
        if strays:
            with self._lock:  # whoever still writes one of them holds it
                for stray in strays:
                    durable.remove(stray)

    def take_notices(self) -> tuple[str, ...]:
        """Sentences the reader must be told, each once: what was damaged, restored and set aside."""
        with self._notices_lock:
            notices, self._notices = self._notices, []
        return tuple(notices)

    def _tables(self, article_id: str) -> Tables:
        path = self._path(article_id)
        for _ in range(2):
            found = durable.read(path)
            if found is None:
                return {}
            try:
                tables = decode_notes(found[0], path)
            except DamagedError:
                self._restore(article_id)
            else:
                self._back_up(article_id, *found)
                return tables
        raise DamagedError(f"The notes in {path} are damaged again and again. Look for a program that writes there.")

    def _back_up(self, article_id: str, content: bytes, stamp: Stamp) -> None:
        """Bring the second copy up to date: here and not in each change, which is to cost one file's writing."""
        backup = self._backup(article_id)
        with suppress(StorageError):  # the notes can be read, which is what was asked for
            if not backup.is_current(stamp):
                with self._lock:
                    backup.keep(content, stamp)

    def _restore(self, article_id: str) -> None:
        try:
            with self._lock:
                notice = self._backup(article_id).restore()
        except StorageError as error:
            raise DamagedError(
                f"The notes in {self._path(article_id)} are damaged and cannot be mended: {error}"
            ) from error
        if notice:
            self._tell(notice)

    def _tell(self, notice: str) -> None:
        with self._notices_lock:
            self._notices.append(notice)

    def _file(self, article_id: str) -> "ArticleFile":
        from reader.notebook.article_file import ArticleFile  # brings TinyDB, which a start without changes can spare

        if self._changed is None or self._changed[0] != article_id:
            self._changed = article_id, ArticleFile(self._path(article_id), self._lock)
        return self._changed[1]

    def _backup(self, article_id: str) -> Backup:
        path = self._path(article_id)
        return Backup(self._folder / "backups" / path.parent.name / path.name, path)

    def _path(self, article_id: str) -> Path:
        if not (article_id.isascii() and article_id.isalnum() and article_id == article_id.lower()):
            raise ValueError(f"not the id of an article: {article_id!r}")
        return self._folder / f"{article_id[:2]}/{article_id}.json"


def _text_order(mark: Mark) -> tuple[int, int, int]:
    if mark.anchor is None:
        return -1, -1, mark.id.int
    return mark.anchor.span.start, mark.anchor.span.end, mark.id.int
