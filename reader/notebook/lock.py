"""One writer at a time, between threads and between programs."""

import fcntl
import os
import time
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from reader.errors import StorageError
from reader.notebook.durable import make_folder, storage_error

PATIENCE = 10.0
"""Seconds to wait for another program."""

_PAUSE = 0.0005  # seconds; a save takes about as long


class FileLock:
    """A lock on a file, for `with`; the thread that holds it may take it again.

    The system gives it back when its holder dies (`flock`), so it is never left behind.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._threads = RLock()
        self._depth = 0
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Wait for the lock.

        Raises:
            StorageError: somebody else kept it for too long, or there can be no lock file.
        """
        deadline = time.monotonic() + self._patience
        if not self._threads.acquire(timeout=self._patience):
            raise self._too_long()
        try:
            if not self._depth:
                self._descriptor = self._take(deadline)
            self._depth += 1
        except BaseException:
            self._threads.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._depth -= 1
        if not self._depth:
            os.close(self._descriptor)
        self._threads.release()

    def _take(self, deadline: float) -> int:
        descriptor = self._open()
        try:
            while True:
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise self._too_long() from None
                    time.sleep(_PAUSE)
                else:
                    return descriptor
        except BaseException as error:
            os.close(descriptor)
            if isinstance(error, OSError):
                raise storage_error("lock", self._path, error) from error
            raise

    def _open(self) -> int:
        flags = os.O_RDWR | os.O_CREAT
        try:
            try:
                return os.open(self._path, flags, 0o600)
            except FileNotFoundError:
                make_folder(self._path.parent)
                return os.open(self._path, flags, 0o600)
        except OSError as error:
            raise storage_error("lock", self._path, error) from error

    def _too_long(self) -> StorageError:
        return StorageError(
            f"Another program has kept {self._path} locked for {self._patience:g} seconds. Close it, then try again."
        )
