"""The reader's rules on entities: one TinyDB file, `corrections.json`, on the disk when a call returns."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from reader.errors import DamagedError, StorageError
from reader.model.rule import Rule
from reader.notebook import durable
from reader.notebook.backup import Backup
from reader.notebook.durable import Stamp
from reader.notebook.lock import FileLock
from reader.notebook.rule_document import UNREADABLE, from_document
from reader.notebook.tables import MARKS, TRASH, Tables, decode_notes

if TYPE_CHECKING:
    from reader.notebook.rules_file import RulesFile

T = TypeVar("T")

NAME = "corrections.json"


class Corrections:
    """The rules of one notebook. Calls wait for the disk; any thread and any number of programs may make them.

    Args:
        folder: of the notebook; the first change makes it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._lock = FileLock(folder / ".lock")
        self._backup = Backup(folder / "backups" / NAME, self._path, "Your corrections of names", "rule")
        self._file: RulesFile | None = None
        self._read: tuple[Stamp | None, tuple[Rule, ...]] = (None, ())
        self._threads = Lock()
        self._notices: list[str] = []

    def rules(self) -> tuple[Rule, ...]:
        """All rules that make sense to us, the newest last; the same object until the file changes.

        Raises:
            StorageError: they cannot be read.
        """
        with self._threads:
            stamp = durable.stamp_of(self._path)
            if stamp != self._read[0]:
                self._read = stamp, _rules(self._tables())
            return self._read[1]

    def revoked(self) -> frozenset[UUID]:
        """Ids of the rules in the trash.

        Raises:
            StorageError: they cannot be read.
        """
        with self._threads:
            return frozenset(UUID(int=int(number)) for number in self._tables().get(TRASH, {}))

    def held(self) -> AbstractContextManager[object]:
        """Keep other programs from changing rules, between a look at them and a change."""
        return self._lock

    def change(self, before: Sequence[Rule], after: Sequence[Rule], *, keep: bool = True) -> tuple[Rule, ...]:
        """Turn rules into others, in one durable write.

        Args:
            before: those that go, or are changed.
            after: those that are there then; where another program has changed one meanwhile, ours holds.
            keep: whether those that go are kept in the file's trash.

        Returns:
            The rules `after`, as they were stored.

        Raises:
            StorageError: it could not be done; nothing was changed.
        """
        return self._write(lambda file: file.change(before, after, keep=keep))

    def purge(self, article_id: str) -> tuple[Path, ...]:
        """Delete the rules that hold in one article only, for ever, out of trash and backup, too.

        Returns:
            Files out of reach that name the article: what was set aside since it was damaged.

        Raises:
            StorageError: it could not be done; to call it again does the rest.
        """
        if durable.stamp_of(self._path) is not None:
            self._write(lambda file: file.purge(article_id))
            self.rules()  # brings the backup up to date
        aside = (self._backup.path, *sorted(self._path.parent.glob(f"{NAME}.corrupt-*")))
        return tuple(path for path in aside if article_id.encode() in (durable.read(path) or (b"",))[0])

    def take_notices(self) -> tuple[str, ...]:
        """Sentences the reader must be told, each once: what was damaged, restored and set aside."""
        notices, self._notices = tuple(self._notices), []
        return notices

    def _tables(self) -> Tables:
        for _ in range(2):
            if (found := durable.read(self._path)) is None:
                return {}
            try:
                tables = decode_notes(found[0], self._path)
            except DamagedError:
                with self._lock:
                    self._restore()
            else:
                self._back_up(*found)
                return tables
        raise DamagedError(f"{self._path} is damaged again and again. Look for a program that writes there.")

    def _write(self, act: "Callable[[RulesFile], T]") -> T:
        with self._lock:
            try:
                return act(self._opened())
            except DamagedError:
                self._restore()
                return act(self._opened())

    def _back_up(self, content: bytes, stamp: Stamp) -> None:
        with suppress(StorageError):  # the rules can be read, which is what was asked for
            if not self._backup.is_current(stamp):
                with self._lock:
                    self._backup.keep(content, stamp)

    def _restore(self) -> None:
        try:
            notice = self._backup.restore()
        except StorageError as error:
            raise DamagedError(f"{self._path} is damaged and cannot be mended: {error}") from error
        if notice:
            self._notices.append(notice)

    def _opened(self) -> "RulesFile":
        from reader.notebook.rules_file import RulesFile  # brings TinyDB, which a start without changes can spare

        if self._file is None:
            self._file = RulesFile(self._path, self._lock)
        return self._file


def _rules(tables: Tables) -> tuple[Rule, ...]:
    rules = []
    for number, document in tables.get(MARKS, {}).items():
        with suppress(*UNREADABLE):
            rule = from_document(document)
            if rule.id.int == int(number):
                rules.append(rule)
    return tuple(sorted(rules, key=lambda rule: (rule.modified, rule.id)))
