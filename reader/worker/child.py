"""A child process at the other end of two pipes, spoken to in lines without ever waiting for long."""

import fcntl
import os
import selectors
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from reader.worker.bell import Bell

SLICE = 65536
"""Bytes read or written at a time."""

LONGEST_LINE = 1 << 24
"""Bytes."""

LOG_SIZE = 1 << 18
"""Bytes after which a log starts anew."""


class Child:
    """A running program, in a session of its own so that the terminal's signals do not reach it.

    Used by one thread; only `end` may be called from any.

    Args:
        command: program and arguments.
        log: file for its standard error, made for the user's eyes only; None throws it away.
        bell: ends a `turn` early.
        longest_line: bytes. A child that sends more without a line's end is not speaking our language.
        capacity: bytes that the child can send before it has to wait for us, where the system lets us choose.

    Raises:
        OSError: the program cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        log: Path | None,
        bell: Bell,
        *,
        longest_line: int = LONGEST_LINE,
        capacity: int | None = None,
    ) -> None:
        errors = subprocess.DEVNULL if log is None else _open_log(log)
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                bufsize=0,
                start_new_session=True,
            )
        finally:
            if errors >= 0:
                os.close(errors)
        self._pipes = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        self._to_child, self._from_child = (pipe.fileno() for pipe in self._pipes)
        os.set_blocking(self._to_child, False)
        os.set_blocking(self._from_child, False)
        if capacity is not None and sys.platform == "linux":
            with suppress(OSError):  # it works with less
                fcntl.fcntl(self._from_child, fcntl.F_SETPIPE_SZ, capacity)
        self._longest_line = longest_line
        self._unsent = bytearray()
        self._unread = bytearray()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._from_child, selectors.EVENT_READ)
        self._selector.register(bell, selectors.EVENT_READ)

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def send(self, line: bytes) -> None:
        """Put a line on the way; it leaves during the next turns."""
        if not self._unsent:
            self._selector.register(self._to_child, selectors.EVENT_WRITE)
        self._unsent += line

    def turn(self, timeout: float) -> list[bytes] | None:
        """Send and receive what the pipes take and hold now.

        Args:
            timeout: seconds to wait for something to happen.

        Returns:
            The complete lines that came, possibly none; None when nothing happened at all.

        Raises:
            EOFError: the child has closed its end.
            ValueError: the child sends a line without end.
        """
        ready = {key.fd for key, _ in self._selector.select(timeout)}
        if self._to_child in ready:
            self._write()
        if self._from_child in ready:
            return self._read()
        return [] if ready else None

    def end(self) -> None:
        """Kill the child and leave nothing of it: there is nothing in it that a gentler end would save."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        for pipe in self._pipes:
            pipe.close()
        self._selector.close()

    def _write(self) -> None:
        try:
            sent = os.write(self._to_child, self._unsent[:SLICE])
        except BrokenPipeError:
            raise EOFError from None
        del self._unsent[:sent]
        if not self._unsent:
            self._selector.unregister(self._to_child)

    def _read(self) -> list[bytes]:
        data = os.read(self._from_child, SLICE)
        if not data:
            raise EOFError
        # Only what is new is searched: a line may be as long as a book.
        *ends, rest = data.split(b"\n")
        lines = []
        for end in ends:
            lines.append(bytes(self._unread + end))
            self._unread.clear()
        self._unread += rest
        if len(self._unread) > self._longest_line:
            raise ValueError("a line without end")
        return lines


def _open_log(path: Path) -> int:
    """Descriptor of a log that only its owner can read, begun anew when it has grown long."""
    log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    if os.fstat(log).st_size > LOG_SIZE:
        os.ftruncate(log, 0)
    return log
