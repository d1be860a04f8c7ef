"""Files that are at any moment the old ones or the new ones, whole, and on the disk when a call returns."""

import errno
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from reader.errors import StorageError

TEMPORARY = ".tmp"
"""How the names of files end that are not finished yet."""

Content = Sequence[bytes | memoryview]
"""What to write, in pieces: a large file need not be put together in memory."""

_IOV_MAX = 1024  # pieces that Linux and macOS take at once
_MORE_SPACE = "Free some space, then try again."
_MORE_RIGHTS = "Allow writing there, or choose another folder with --home DIR."
_HINTS = {
    errno.ENOSPC: _MORE_SPACE,
    errno.EDQUOT: _MORE_SPACE,
    errno.EFBIG: _MORE_SPACE,
    errno.EACCES: _MORE_RIGHTS,
    errno.EPERM: _MORE_RIGHTS,
    errno.EROFS: _MORE_RIGHTS,
    errno.ENOTDIR: "Move aside the file that stands where a folder belongs.",
}


class Stamp(NamedTuple):
    """What tells one state of a file from another."""

    inode: int
    size: int
    mtime_ns: int


def storage_error(doing: str, path: Path, error: OSError) -> StorageError:
    """The sentence for a failed call: what could not be done, where, why, and what to do."""
    hint = _HINTS.get(error.errno or 0, "Check the disk, then try again.")
    return StorageError(f"Cannot {doing} {path}: {error.strerror or error}. {hint}")


def stamp_of(path: Path) -> Stamp | None:
    """The state that a file is in; None: there is no such file.

    Raises:
        StorageError: it cannot be told.
    """
    try:
        return _stamp(path.stat())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error("read", path, error) from error


def read(path: Path) -> tuple[bytes, Stamp] | None:
    """A file's content and the state it was in; None: there is no such file.

    Raises:
        StorageError: it is there and cannot be read.
    """
    try:
        with FileIO(path) as file:
            stamp = _stamp(os.fstat(file.fileno()))
            return file.readall(), stamp
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error("read", path, error) from error


def replace(path: Path, content: Content) -> Stamp:
    """Put new content in the place of a file, durably; a symbolic link stays one. Folders are made as needed.

    Raises:
        StorageError: it could not be done; unless the disk broke at the very end, the old file is still there, whole.
    """
    if path.is_symlink():
        path = Path(os.path.realpath(path))
    temporary = path.parent / f".{path.name}.{os.urandom(8).hex()}{TEMPORARY}"
    try:
        try:
            stamp = _write_new(temporary, content)
        except FileNotFoundError:
            make_folder(path.parent)
            stamp = _write_new(temporary, content)
        temporary.replace(path)
        _sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise storage_error("write", path, error) from error
        raise
    return stamp


def rename(path: Path, target: Path) -> None:
    """Give a file another name in its folder, durably.

    Raises:
        StorageError: it could not be done.
    """
    try:
        path.rename(target)
        _sync_folder(path.parent)
    except OSError as error:
        raise storage_error("rename", path, error) from error


def remove(path: Path) -> None:
    """Remove a file, durably, if it is there.

    Raises:
        StorageError: it could not be done.
    """
    try:
        path.unlink()
        _sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise storage_error("remove", path, error) from error


def write_all(descriptor: int, content: Content) -> None:
    """Write to an open file, however little the system takes at once.

    Raises:
        OSError: the disk is full, or broken.
    """
    for first in range(0, len(content), _IOV_MAX):
        pieces = content[first : first + _IOV_MAX]
        written = os.writev(descriptor, pieces)
        if written < sum(map(len, pieces)):
            rest = memoryview(b"".join(pieces))[written:]
            while rest:
                rest = rest[os.write(descriptor, rest) :]


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably, for the reader's eyes only.

    Raises:
        OSError: it could not be done.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _sync_folder(folder.parent)


def _write_new(path: Path, content: Content) -> Stamp:
    """Write a file that was not there, onto the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with FileIO(descriptor, "w"):
        write_all(descriptor, content)
        # The kernel's own time stamps stand still for milliseconds, in which a freed inode may be given out again:
        # with this one, no two states of a file look the same.
        now = time.time_ns()
        os.utime(descriptor, ns=(now, now))
        os.fsync(descriptor)
        return _stamp(os.fstat(descriptor))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)
