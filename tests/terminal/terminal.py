"""A terminal for programs under test: a real pty with a screen that can be looked at."""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

import psutil
import pyte

LONG = 30.0
"""Seconds after which waiting is given up: a program this slow is broken."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f3": "\x1bOR",
}
"""What a key sends (xterm); `ctrl+x` and single characters need no entry."""

# What pyte does not know: questions about modes (DECRQM), private CSI sequences, device control strings.
_FOREIGN = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[[<=>][\d;]*[a-z]|\x1bP.*?\x1b\\", re.DOTALL)
_COMPLETE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\)|P.*?\x1b\\|[^\[\]P])", re.DOTALL)
_SYNCHRONIZED = b"2026"

# On Linux a session leader without a terminal gets the one that it opens (tty_ioctl(4)): the shell takes it and hands
# it on. Nothing of ours runs between fork and exec, where threads of the test run would be in the way.
_TAKE_TERMINAL = ': <>"$0" && exec "$@"'


class Terminal:
    """A running program and the terminal it runs in: an xterm with true colour and synchronized output.

    Args:
        command: program and arguments.
        size: columns and rows.
        env: variables beside those of this process.
        stdin: descriptor that the program reads instead of the terminal.
        stdout: descriptor that the program writes to instead of the terminal.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
        stdout: int | None = None,
    ) -> None:
        self.output = bytearray()
        """Every byte that the program has sent."""
        self._pending = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        self.resize(*size)
        self.started = time.perf_counter()
        """When the program was started (`time.perf_counter`)."""
        self.process = psutil.Popen(
            ["/bin/sh", "-c", _TAKE_TERMINAL, os.ttyname(self._slave), *command],
            stdin=self._slave if stdin is None else stdin,
            stdout=self._slave if stdout is None else stdout,
            stderr=self._slave,
            env=_environment() | dict(env or {}),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the user does

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each in a write of its own."""
        for key in keys:
            self.write(_key(key))

    def write(self, text: str) -> None:
        """Send characters in one write."""
        os.write(self._master, text.encode())

    def paste(self, text: str) -> None:
        """Paste, as a terminal with bracketed paste does."""
        self.write(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the window."""
        for descriptor in (self._master, self._slave):
            with suppress(OSError):
                os.close(descriptor)

    # What the user sees

    @property
    def text(self) -> str:
        """The screen, without the spaces at the ends of its lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def cell(self, column: int, row: int) -> pyte.screens.Char:
        """One cell: its `data`, `fg`, `bg`, `bold`, `underscore`, `reverse`."""
        return self._screen.buffer[row][column]

    def find(self, words: str) -> tuple[int, int]:
        """Column and row where these words begin on the screen."""
        for row, line in enumerate(self._screen.display):
            if words in line:
                return line.index(words), row
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    # Waiting

    def look(self, timeout: float = 0.0) -> float | None:
        """Take in what the program has sent, waiting `timeout` seconds for it to begin.

        Returns:
            When the last of it arrived (`time.perf_counter`); None when nothing came.
        """
        if not select.select([self._master], [], [], timeout)[0]:
            return None
        data = bytearray()
        with suppress(BlockingIOError):
            while piece := os.read(self._master, 65536):
                data += piece
        arrived = time.perf_counter()
        self.output += data
        self._show(bytes(data))
        return arrived

    def wait_for(self, pattern: str, timeout: float = LONG) -> float:
        """Wait until the screen matches a regular expression.

        Returns:
            When the output that made it match arrived (`time.perf_counter`).

        Raises:
            AssertionError: it does not match in time, or the program has ended.
        """
        return self._wait(pattern, True, timeout)

    def wait_until_gone(self, pattern: str, timeout: float = LONG) -> float:
        """Wait until the screen no longer matches a regular expression; else as `wait_for`."""
        return self._wait(pattern, False, timeout)

    def settle(self, quiet: float = 0.15, limit: float = LONG) -> None:
        """Wait until nothing has come for `quiet` seconds."""
        deadline = time.perf_counter() + limit
        while self.look(quiet) is not None and time.perf_counter() < deadline:
            pass

    def wait_for_end(self, timeout: float = LONG) -> int:
        """Wait for the program to end; returns its exit status, negative for a signal."""
        deadline = time.perf_counter() + timeout
        while self.process.poll() is None:
            assert time.perf_counter() < deadline, f"the program did not end; its screen:\n{self.text}"
            self.look(0.02)
        while self.look() is not None:
            pass
        return int(self.process.returncode)

    def family(self) -> list[psutil.Process]:
        """The program and every process it has started, and those they have."""
        return [self.process, *self.process.children(recursive=True)]

    def close(self) -> None:
        """End the program and its family, and take the terminal away."""
        with suppress(psutil.NoSuchProcess):
            for process in self.family():
                with suppress(psutil.NoSuchProcess):
                    process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.hang_up()

    def _wait(self, pattern: str, wanted: bool, timeout: float) -> float:
        regex = re.compile(pattern, re.MULTILINE)
        deadline = time.perf_counter() + timeout
        when = time.perf_counter()
        while bool(regex.search(self.text)) is not wanted:
            while (arrived := self.look(0.05)) is None:
                state = f"(ended with {self.process.returncode})" if self.process.poll() is not None else ""
                late = time.perf_counter() > deadline or state
                assert not late, f"waited for {'' if wanted else 'the end of '}{pattern!r}{state}:\n{self.text}"
            when = arrived
        return when

    def _show(self, data: bytes) -> None:
        data = self._pending + data
        last = data.rfind(b"\x1b")
        cut = len(data) if last < 0 or _COMPLETE.match(data, last) else last
        self._pending = data[cut:]
        self._stream.feed(_FOREIGN.sub(self._answer, data[:cut]))

    def _answer(self, question: re.Match[bytes]) -> bytes:
        if mode := question[1]:
            self.write(f"\x1b[?{mode.decode()};{2 if mode == _SYNCHRONIZED else 0}$y")
        return b""


def _key(name: str) -> str:
    if name.startswith("ctrl+"):
        return chr(ord(name.removeprefix("ctrl+").upper()) & 0x1F)
    return KEYS.get(name, name)


def _environment() -> dict[str, str]:
    """This process's environment, without what would change how a program draws."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL_", "COLUMNS", "LINES"))}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
