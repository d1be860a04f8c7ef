"""A second copy of a file, and the way back to it when the file itself is damaged."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from reader.errors import DamagedError
from reader.model.value import Value
from reader.notebook import durable
from reader.notebook.durable import Stamp
from reader.notebook.tables import ARTICLE, MARKS, Tables, decode_notes


class Backup(Value, frozen=True):
    """The copy at `path` of the file at `original`. Whoever writes holds the notebook's lock.

    It has a life of its own on the disk (no link), so what damages the one spares the other. Each reading of a sound
    original brings it up to date; it is not forced onto the disk, and counts only where size and time are right.
    """

    path: Path
    original: Path
    what: str = ""
    """What is in it, as sentences about it begin; empty: the notes on an article."""
    noun: str = "mark"

    def is_current(self, stamp: Stamp) -> bool:
        """Whether this is a finished copy of that state of the original.

        Raises:
            StorageError: it cannot be told.
        """
        copy = durable.stamp_of(self.path)
        return copy is not None and copy[1:] == stamp[1:]

    def keep(self, content: bytes, stamp: Stamp) -> None:
        """Copy a state of the original, if it is still in it. A failure costs nothing: the next reading tries again.

        Raises:
            StorageError: the original cannot be looked at.
        """
        if durable.stamp_of(self.original) != stamp:
            return
        with suppress(OSError):
            try:
                descriptor = self._open()
            except FileNotFoundError:
                durable.make_folder(self.path.parent)
                descriptor = self._open()
            with FileIO(descriptor, "w") as file:
                durable.write_all(descriptor, [content])
                file.truncate()
                os.utime(descriptor, ns=(stamp.mtime_ns, stamp.mtime_ns))

    def restore(self) -> str | None:
        """Set the damaged original aside and put the copy in its place; a sentence that tells the reader.

        None: the original is sound; another program was faster.

        Raises:
            StorageError: it could not be done; the damaged file stands where it stood.
        """
        original = Path(os.path.realpath(self.original))
        if (found := durable.read(original)) is None:
            return None
        damaged, _ = found
        with suppress(DamagedError):
            decode_notes(damaged, self.original)
            return None
        aside = original.with_name(f"{original.name}.corrupt-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
        copy = self._read()
        if copy is None:
            durable.rename(original, aside)
            what = self.what or f"The notes on {self.original.stem}"
            return (
                f"{what} were damaged, or replaced by another file, and there is no backup. "
                f"What was found is kept as {aside}."
            )
        content, tables = copy
        durable.replace(aside, [damaged])
        self.keep(content, durable.replace(original, [content]))
        title, count = tables[ARTICLE]["1"].get("title"), len(tables.get(MARKS, {}))
        what, restored = self.what or f"The notes on “{title}”", self.noun if count == 1 else f"{self.noun}s"
        return (
            f"{what} were damaged, or replaced by another file; {count} {restored} {'was' if count == 1 else 'were'} "
            f"restored from the backup. What was found is kept as {aside}."
        )

    def _open(self) -> int:
        return os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600)

    def _read(self) -> tuple[bytes, Tables] | None:
        with suppress(DamagedError):
            if found := durable.read(self.path):
                return found[0], decode_notes(found[0], self.path)
        return None
