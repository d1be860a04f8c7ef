"""How far long work has come: one line on a terminal, gone when the work is done."""

import sys
from time import monotonic

from reader.cli.columns import cut, one_line
from reader.cli.output import width
from reader.text.guard import guard

QUIET_SECONDS = 0.5
"""Work that ends sooner shows nothing."""

_PAUSE_SECONDS = 0.1
"""Between two looks of the line."""

_BAR = 20
"""Cells of the bar."""

_ERASE = "\r\x1b[K"


class Progress:
    """One line on standard error. Where no person looks, it says nothing.

    Args:
        total: how much there is to do; None: nobody knows.
        what: what is counted, in the plural.
    """

    def __init__(self, total: int | None, what: str) -> None:
        self._total = total
        self._what = what
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + QUIET_SECONDS
        self._is_shown = False

    def show(self, done: int, about: str = "") -> None:
        """Tell how much is done, and what it is at."""
        if self._is_seen and (now := monotonic()) >= self._next:
            self._next = now + _PAUSE_SECONDS
            self._write(f"{_ERASE}{cut(self._line(done, guard(one_line(about))), width() - 1)}")
            self._is_shown = True

    def clear(self) -> None:
        """Take the line away: something else is printed, or the work is done."""
        if self._is_shown:
            self._write(_ERASE)
            self._is_shown = False

    def wipe(self) -> None:
        """Take away whatever stands on the line: the `^C` of the terminal too."""
        if self._is_seen:
            self._write(_ERASE)

    def _line(self, done: int, about: str) -> str:
        if not self._total:
            return f"{done:,} {self._what}  {about}".rstrip()
        share = min(done / self._total, 1.0)
        bar = ("#" * int(share * _BAR)).ljust(_BAR, ".")
        return f"[{bar}] {share:>4.0%}  {done:,} of {self._total:,} {self._what}  {about}".rstrip()

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
