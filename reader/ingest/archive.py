"""Reading single entries of ZIP archives that come from strangers.

Nothing is ever unpacked to disk, and no size that an archive states is believed: what is read is counted.
"""

import lzma
import stat
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from reader.errors import SourceError

MOST_ENTRIES = 10_000
LARGEST_ENTRY = 16 * 2**20
"""Bytes of an entry, unpacked."""

LARGEST_CONTENT = 256 * 2**20
"""Bytes of all entries that are read, unpacked."""

_ENTRY_HEADER = b"PK\x01\x02"
"""Begins each record of the central directory (APPNOTE.TXT 4.3.12)."""

_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` breaks with on damaged archives."""


class Archive:
    """The entries of a ZIP archive, read within bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look through the directory of an archive.

        Raises:
            SourceError: it is damaged, holds too much, or is made to write outside of a folder.
        """
        self.name = name
        self._read = 0
        # Counted before they are parsed: each costs a thousand times the bytes that it stands in.
        if data.count(_ENTRY_HEADER) > MOST_ENTRIES:
            raise SourceError(f"{name} holds more than {MOST_ENTRIES} files. It was not opened.")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise self._damaged() from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        for entry in self._entries.values():
            if _leads_astray(entry):
                raise SourceError(f"{name} holds files that would lie outside of it, as attacks do. It was not opened.")

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def read(self, entry: str) -> bytes:
        """The bytes of an entry.

        Raises:
            SourceError: it is missing, locked, damaged or too large.
        """
        if entry not in self._entries:
            raise self._damaged()
        if self._entries[entry].flag_bits & _ENCRYPTED:
            raise SourceError(f"{self.name} is locked with a password. Save a copy without one.")
        try:
            with self._zip.open(self._entries[entry]) as stream:
                data = stream.read(LARGEST_ENTRY + 1)
        except _BROKEN as error:
            raise self._damaged() from error
        self._read += len(data)
        if len(data) > LARGEST_ENTRY or self._read > LARGEST_CONTENT:
            raise SourceError(f"{self.name} unpacks to more than texts ever need. It was not read.")
        return data

    def _damaged(self) -> SourceError:
        return SourceError(f"{self.name} is damaged: some of it is missing or broken. Get it again.")


def _leads_astray(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or stat.S_ISLNK(entry.external_attr >> 16)
