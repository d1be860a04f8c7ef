"""The end of the pipes inside a program that works beside the screen, and how such a program behaves.

Nothing but the protocol goes to the parent. Standard error is a log, which never gets text of an article.
"""

import ctypes
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from threading import Thread
from types import TracebackType

NICENESS = 10
"""Keys and drawing come before what is done beside the screen."""

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that this process gets when its parent dies."""

_BUFFER = 1 << 16


class Wire:
    """The two pipes to the parent, taken over from standard input and output.

    Args:
        hear: is given each line that comes, in a thread of its own.
    """

    def __init__(self, hear: Callable[[bytes], None]) -> None:
        self._hear = hear
        self._out = os.dup(1)
        # Whatever a library prints must not break the protocol.
        os.dup2(2, 1)
        Thread(target=self._listen, name="wire", daemon=True).start()

    def tell(self, line: bytes) -> None:
        """Send one line; ends the program when nobody is there to read it."""
        unsent = memoryview(line)
        try:
            while unsent:
                unsent = unsent[os.write(self._out, unsent) :]
        except BrokenPipeError:
            os._exit(0)

    def _listen(self) -> None:
        try:
            for line in open(0, "rb", buffering=_BUFFER, closefd=False):  # noqa: SIM115 (it stays open)
                self._hear(line)
        finally:
            # The parent is gone, perhaps killed. Nothing here is worth an orderly end, which a long call could delay.
            os._exit(0)


def be_a_quiet_neighbour() -> None:
    """Yield the processor to the screen, leave the terminal's Ctrl-C to it, and do not outlive it."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The matrices here are small: more threads would only take the second core from the screen.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if sys.platform == "linux":
        # The end of the pipe is enough unless a long call holds the interpreter's lock.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    sys.excepthook = note_down
    warnings.simplefilter("ignore")  # like errors they may quote the article, and the log must not


def note_down(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Log where and with what kind of error the program broke, without the message: it may quote the article."""
    sys.stderr.write("".join(traceback.format_tb(trace)) + f"{kind.__name__}\n")
