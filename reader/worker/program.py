"""The program that analyses: reads requests, tells what it finds, line by line."""

import gc
from collections.abc import Callable, Iterator
from queue import SimpleQueue
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
from reader.worker.wire import Wire, be_a_quiet_neighbour


class Analyst(Protocol):
    """What finds; made by `reader.analysis`."""

    @property
    def version(self) -> str:
        """Version of model, gazetteer and code."""

    def analyse(
        self, text: str, parts: tuple[Part, ...], source_span: Span | None, methods: tuple[str, ...]
    ) -> Iterator[Finding]:
        """Everything in a text, told as it is found."""

    def rank(
        self,
        text: str,
        sentences: tuple[Span, ...],
        method: str,
        speaking: tuple[frozenset[str], ...],
        among: tuple[int, ...] | None,
    ) -> Order:
        """The order in which a summary method would choose these sentences."""


class Requests:
    """What the screen's process asks for."""

    def __init__(self) -> None:
        self._requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._cancelled = -1
        self._wire = Wire(self._hear)

    def tell(self, message: dict[str, Any]) -> None:
        """Answer with one message."""
        self._wire.tell(to_line(message))

    def next(self) -> dict[str, Any]:
        """The next request, as soon as there is one."""
        return self._requests.get()

    def is_cancelled(self, number: int) -> bool:
        """Whether request `number` is no longer wanted; numbers grow, and cancelling one ends all before it."""
        return number <= self._cancelled

    def _hear(self, line: bytes) -> None:
        message = from_line(line)
        if "cancel" in message:
            self._cancelled = message["cancel"]
        else:
            self._requests.put(message)


def run(load: Callable[[], Analyst]) -> NoReturn:
    """Answer requests until the screen's process closes the pipe.

    Args:
        load: makes the analyst, which may take seconds.
    """
    be_a_quiet_neighbour()
    requests = Requests()
    # What is loaded stays: looking for garbage in it takes time now and with every batch.
    gc.disable()
    try:
        analyst = load()
    except DiploreaderError as error:
        _refuse(requests, str(error))
    gc.freeze()
    gc.enable()
    requests.tell({"protocol": PROTOCOL, "analyst": analyst.version})
    while True:
        _answer(requests, analyst, requests.next())


def _refuse(requests: Requests, reason: str) -> NoReturn:
    """Answer every request with the reason why there is no analyst."""
    requests.tell({"protocol": PROTOCOL, "analyst": ""})
    while True:
        requests.tell({"id": requests.next()["id"], "failed": reason})


def _answer(requests: Requests, analyst: Analyst, message: dict[str, Any]) -> None:
    """Tell all findings of one request and how it ended."""
    number = message["id"]
    if requests.is_cancelled(number):  # while the model was loaded, or something else was answered
        requests.tell({"id": number, "cancelled": True})
        return
    try:
        for finding in _findings(analyst, request_from_plain(message)):
            if requests.is_cancelled(number):
                requests.tell({"id": number, "cancelled": True})
                return
            _tell_finding(requests, number, finding)
    except DiploreaderError as error:
        requests.tell({"id": number, "failed": str(error)})
    except MemoryError:
        requests.tell({"id": number, "failed": "There is not enough memory to analyse this text."})
    else:
        requests.tell({"id": number, "done": True})


def _findings(analyst: Analyst, request: Request) -> Iterator[Finding]:
    if isinstance(request, Analyse):
        yield from analyst.analyse(request.text, request.parts, request.source_span, request.methods)
    else:
        yield analyst.rank(request.text, request.sentences, request.method, request.speaking, request.among)


def _tell_finding(requests: Requests, number: int, finding: Finding) -> None:
    pieces = list(finding_to_pieces(finding))
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        requests.tell({"id": number, "more": left, "finding": piece})
