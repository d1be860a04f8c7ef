"""The program that reads documents as its parent sees it: given tasks, listened to, started again when it breaks."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from threading import Lock
from typing import NamedTuple, cast

from reader.errors import SourceError
from reader.model.web import AddressEvent, AddressRequest, FeedEvent, FeedRequest
from reader.worker.bell import Bell
from reader.worker.child import Child
from reader.worker.ingest_protocol import (
    PROTOCOL,
    Finished,
    Task,
    Told,
    name_of,
    patience_with,
    task_to_line,
    told_from_line,
)

# -P: a folder in which somebody left an `lxml.py` must not become part of the program.
COMMAND = (sys.executable, "-P", "-X", "faulthandler", "-m", "reader.worker", "ingest")

SILENCE = 60.0
"""Seconds without a word after which a task counts as hung."""

PAUSE = 0.25
"""Seconds without a word after which `run` lets its caller do something else."""

AHEAD, AHEAD_BYTES = 256, 1 << 20
"""Tasks, and bytes of them, that the program holds: it need not wait for us between two of them."""

CAPACITY = 1 << 20
"""Bytes that it may tell while we do something else: what Linux grants to everybody, see pipe(7)."""

LONGEST_LINE = 1 << 29
"""Bytes: the largest document in base64, and its text."""

Step = tuple[Task, Told] | None


class _Sent(NamedTuple):
    """A task on its way."""

    number: int
    task: Task
    line: bytes


class IngestWorker:
    """Has documents read in a program of its own, which starts with the first and is kept warm. For one thread.

    A task that kills or hangs the program costs only itself.

    Args:
        log: where the program's standard error goes; None throws it away.
        command: the program and its arguments.
        silence: seconds without a word after which a task counts as hung; those of the web get more.
    """

    def __init__(self, log: Path | None, command: Sequence[str] = COMMAND, silence: float = SILENCE) -> None:
        self._log = log
        self._command = command
        self._silence = silence
        self._numbers = count(1)
        self._bell = Bell()
        self._child: Child | None = None
        self._is_greeted = False
        self._is_running = False
        self._is_stopped = False
        self._closing = Lock()

    def run(self, tasks: Iterable[Task]) -> Iterator[Step]:
        """What tasks lead to, in their order: of each, any number of things, and last `Finished`.

        Yields:
            The task and what is told of it; None where nothing was told for a while. After `stop` nothing more.

        Raises:
            SourceError: the program does not start.
        """
        ahead: deque[_Sent] = deque()
        self._is_running = True
        try:
            yield from self._steps(iter(tasks), ahead)
        finally:
            if ahead:
                # Left in the midst of it: what is still told would be taken for the answer to something else.
                self._end_child()
            self._is_running = False
            if self._is_stopped:
                self._close()

    def address_events(self, request: AddressRequest) -> Iterator[AddressEvent]:
        """What an address holds.

        Raises:
            SourceError: it cannot be fetched.
        """
        return cast("Iterator[AddressEvent]", self._told_of(request))

    def feed_events(self, request: FeedRequest) -> Iterator[FeedEvent]:
        """What is new in a feed.

        Raises:
            SourceError: it cannot be had.
        """
        return cast("Iterator[FeedEvent]", self._told_of(request))

    def stop(self) -> None:
        """End the program, from any thread and for ever: what it is at breaks off."""
        self._is_stopped = True
        # Whoever is in the midst of `run` sees to it.
        if self._is_running:
            self._bell.ring()
        else:
            self._close()

    def _told_of(self, request: Task) -> Iterator[Told]:
        for step in self.run([request]):
            match step:
                case (_, Finished(None)):
                    return
                case (_, Finished(str(failure))):
                    raise SourceError(failure)
                case (_, told):
                    yield told
        raise SourceError(f"{name_of(request)} was left before it was read.")

    def _steps(self, tasks: Iterator[Task], ahead: deque[_Sent]) -> Iterator[Step]:
        quiet = 0.0
        while not self._is_stopped:
            self._send_more(tasks, ahead)
            if not ahead:
                return
            try:
                lines = self._hear()
                quiet = quiet + PAUSE if lines is None else 0.0
                if quiet >= self._silence + patience_with(ahead[0].task):
                    raise _BrokenError(f"took longer than {quiet:.0f} seconds to read")  # noqa: TRY301
                if lines is None:
                    yield None
                for line in lines or ():
                    yield from self._told(line, ahead)
            except _BrokenError as error:
                quiet = 0.0
                yield self._give_up(ahead, error)

    def _send_more(self, tasks: Iterator[Task], ahead: deque[_Sent]) -> None:
        """Have the program hold as many tasks as it may."""
        child = self._running_child(ahead)
        size = sum(len(sent.line) for sent in ahead)
        while len(ahead) < AHEAD and size < AHEAD_BYTES and (task := next(tasks, None)) is not None:
            number = next(self._numbers)
            sent = _Sent(number, task, task_to_line(number, task))
            ahead.append(sent)
            size += len(sent.line)
            child.send(sent.line)

    def _hear(self) -> list[bytes] | None:
        """Lines that the program has told, possibly none; None: nothing happened.

        Raises:
            _BrokenError: it has ended, or does not end a line.
        """
        assert self._child is not None
        try:
            lines = self._child.turn(PAUSE)
        except (EOFError, ValueError):
            raise _BrokenError("broke the program that reads documents") from None
        self._bell.hush()
        return lines

    def _told(self, line: bytes, ahead: deque[_Sent]) -> Iterator[Step]:
        """What a line tells.

        Raises:
            _BrokenError: nothing that we understand.
        """
        try:
            said = told_from_line(line)
        except ValueError:
            raise _BrokenError("broke the program that reads documents") from None
        if isinstance(said, int):
            self._greet(said)
            return
        number, told = said
        if not ahead or number != ahead[0].number:
            raise _BrokenError("broke the program that reads documents")
        task = ahead[0].task
        if isinstance(told, Finished):
            ahead.popleft()
        yield task, told

    def _greet(self, protocol: int) -> None:
        if protocol != PROTOCOL:
            self._end_child()
            raise SourceError("diploreader was updated while it ran: quit and start it again.")
        self._is_greeted = True

    def _give_up(self, ahead: deque[_Sent], error: "_BrokenError") -> Step:
        """Leave the task that broke the program, and end what is left of it.

        Raises:
            SourceError: no task can have broken it.
        """
        was_greeted = self._is_greeted
        self._end_child()
        if not was_greeted:
            raise SourceError(f"The program that reads documents does not start.{_more_in(self._log)}")
        task = ahead.popleft().task
        return task, Finished(f"{name_of(task)} {error}. Get it again, or save its text to a file.")

    def _running_child(self, ahead: deque[_Sent]) -> Child:
        """The warm program, or a new one that is told what the last one had not done.

        Raises:
            SourceError: it cannot be started.
        """
        if self._child is not None and not ahead and not self._child.is_alive:
            self._end_child()
        if self._child is None:
            try:
                child = Child(self._command, self._log, self._bell, longest_line=LONGEST_LINE, capacity=CAPACITY)
            except OSError as error:
                reason = error.strerror or error
                raise SourceError(f"The program that reads documents cannot be started: {reason}.") from error
            for sent in ahead:
                child.send(sent.line)
            self._child = child
        return self._child

    def _end_child(self) -> None:
        self._is_greeted = False
        if self._child is not None:
            self._child.end()
            self._child = None

    def _close(self) -> None:
        with self._closing:
            self._end_child()
            self._bell.close()


class _BrokenError(Exception):
    """The program does not behave; the message goes on after the name of what it was reading."""


def _more_in(log: Path | None) -> str:
    return f" More in {log}." if log else ""
