"""The program at the other end of the pipes: reads requests, analyses, writes what it finds, line by line.

Nothing but the protocol goes to the screen. Its standard error is a log, which never gets text of an article.
"""

import ctypes
import gc
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, NoReturn, Protocol

from reader.errors import DiploreaderError
from reader.model.analysis import Finding, Order
from reader.model.article import Part
from reader.model.span import Span
from reader.worker.protocol import (
    PROTOCOL,
    Analyse,
    Request,
    finding_to_pieces,
    from_line,
    request_from_plain,
    to_line,
)

NICENESS = 10
"""Keys and drawing come before the analysis."""

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that this process gets when its parent dies."""


class Analyst(Protocol):
    """What finds; made by `reader.analysis`."""

    @property
    def version(self) -> str:
        """Version of model, gazetteer and code."""

    def analyse(
        self, text: str, parts: tuple[Part, ...], source_span: Span | None, methods: tuple[str, ...]
    ) -> Iterator[Finding]:
        """Everything in a text, told as it is found."""

    def rank(self, text: str, sentences: tuple[Span, ...], method: str) -> Order:
        """The order in which a summary method would choose these sentences."""


class Wire:
    """The two pipes to the screen's process, taken over from standard input and output."""

    def __init__(self) -> None:
        self._requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._cancelled = -1
        self._out = os.dup(1)
        # Whatever a library prints must not break the protocol.
        os.dup2(2, 1)
        Thread(target=self._listen, name="wire", daemon=True).start()

    def tell(self, message: dict[str, Any]) -> None:
        """Send one message; ends the program when nobody is there to read it."""
        line = memoryview(to_line(message))
        try:
            while line:
                line = line[os.write(self._out, line) :]
        except BrokenPipeError:
            os._exit(0)

    def next(self) -> dict[str, Any]:
        """The next request, as soon as there is one."""
        return self._requests.get()

    def is_cancelled(self, number: int) -> bool:
        """Whether request `number` is no longer wanted; numbers grow, and cancelling one ends all before it."""
        return number <= self._cancelled

    def _listen(self) -> None:
        try:
            for line in open(0, "rb", closefd=False):  # noqa: SIM115 (it stays open)
                message = from_line(line)
                if "cancel" in message:
                    self._cancelled = message["cancel"]
                else:
                    self._requests.put(message)
        finally:
            # The screen is gone, perhaps killed. Nothing here is worth an orderly end, which a long call could delay.
            os._exit(0)


def run(load: Callable[[], Analyst]) -> NoReturn:
    """Answer requests until the screen's process closes the pipe.

    Args:
        load: makes the analyst, which may take seconds.
    """
    _be_a_quiet_neighbour()
    sys.excepthook = _log
    warnings.simplefilter("ignore")  # like errors they may quote the article, and the log must not
    wire = Wire()
    # What is loaded stays: looking for garbage in it takes time now and with every batch.
    gc.disable()
    try:
        analyst = load()
    except DiploreaderError as error:
        _refuse(wire, str(error))
    gc.freeze()
    gc.enable()
    wire.tell({"protocol": PROTOCOL, "analyst": analyst.version})
    while True:
        _answer(wire, analyst, wire.next())


def _refuse(wire: Wire, reason: str) -> NoReturn:
    """Answer every request with the reason why there is no analyst."""
    wire.tell({"protocol": PROTOCOL, "analyst": ""})
    while True:
        wire.tell({"id": wire.next()["id"], "failed": reason})


def _answer(wire: Wire, analyst: Analyst, message: dict[str, Any]) -> None:
    """Tell all findings of one request and how it ended."""
    number = message["id"]
    try:
        for finding in _findings(analyst, request_from_plain(message)):
            if wire.is_cancelled(number):
                wire.tell({"id": number, "cancelled": True})
                return
            _tell_finding(wire, number, finding)
    except DiploreaderError as error:
        wire.tell({"id": number, "failed": str(error)})
    except MemoryError:
        wire.tell({"id": number, "failed": "There is not enough memory to analyse this text."})
    else:
        wire.tell({"id": number, "done": True})


def _findings(analyst: Analyst, request: Request) -> Iterator[Finding]:
    if isinstance(request, Analyse):
        yield from analyst.analyse(request.text, request.parts, request.source_span, request.methods)
    else:
        yield analyst.rank(request.text, request.sentences, request.method)


def _tell_finding(wire: Wire, number: int, finding: Finding) -> None:
    pieces = list(finding_to_pieces(finding))
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        wire.tell({"id": number, "more": left, "finding": piece})


def _be_a_quiet_neighbour() -> None:
    """Yield the processor to the screen, leave the terminal's Ctrl-C to it, and do not outlive it."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The matrices here are small: more threads would only take the second core from the screen.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if sys.platform == "linux":
        # The end of the pipe is enough unless a long call holds the interpreter's lock.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _log(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Where and with what kind of error the program broke, without the message: it may quote the article."""
    sys.stderr.write("".join(traceback.format_tb(trace)) + f"{kind.__name__}\n")
