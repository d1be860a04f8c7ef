"""The analysis program as the screen's process sees it: asked, listened to, started again when it breaks."""

import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

from reader.model.analysis import Finding
from reader.model.analysis_plain import finding_from_plain
from reader.worker.bell import Bell
from reader.worker.child import Child
from reader.worker.protocol import (
    PROTOCOL,
    Cancelled,
    Done,
    Event,
    Failed,
    Final,
    Request,
    Restarted,
    from_line,
    pieces_to_plain,
    request_to_plain,
    to_line,
)

# -P: a folder in which somebody left a `spacy.py` must not become part of the program.
COMMAND = (sys.executable, "-P", "-X", "faulthandler", "-m", "reader.worker")


def command(model: str) -> Sequence[str]:
    """The program that analyses by a model; empty: the English one."""
    return (*COMMAND, model) if model else COMMAND


SILENCE = 60.0
"""Seconds without a line after which a working program counts as hung; a slow machine says something sooner."""

PATIENCE = 2.0
"""Seconds that a program gets to leave a cancelled request before it is killed."""

ATTEMPTS = 2

Listener = Callable[[Event], None]


class Job:
    """A request on its way; `cancel` makes it end early."""

    def __init__(self, number: int, request: Request, listener: Listener, bell: Bell) -> None:
        self.number = number
        self.request = request
        self.listener = listener
        self.is_cancelled = False
        self._bell = bell

    def cancel(self) -> None:
        """Ask that the request be left; its listener hears at most what was already on the way, then `Cancelled`."""
        self.is_cancelled = True
        self._bell.ring()


class AnalysisWorker:
    """Answers requests one after the other in a program of its own, which starts with the first and is kept warm.

    Every method returns at once, except `close`.

    Args:
        log: where the program's standard error goes; None throws it away.
        command: the program and its arguments.
        silence: seconds without a line after which a working program counts as hung.
    """

    def __init__(self, log: Path | None, command: Sequence[str] = COMMAND, silence: float = SILENCE) -> None:
        self._log = log
        self._command = command
        self._silence = silence
        self._numbers = count(1)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._bell = Bell()
        self._thread: Thread | None = None
        self._child: Child | None = None
        self._analyst = ""
        self._is_greeted = False
        self._is_closed = False

    def submit(self, request: Request, listener: Listener) -> Job:
        """Put a request at the end of the queue.

        Args:
            request: what is wanted.
            listener: hears findings and restarts, then exactly one final event; in a thread of ours, where it must
                return soon and not raise. After `close` it hears nothing.
        """
        job = Job(next(self._numbers), request, listener, self._bell)
        self._jobs.put(job)
        if self._thread is None:
            # A daemon: should nobody call `close`, the program still ends with its pipe.
            self._thread = Thread(target=self._work, name="analysis", daemon=True)
            self._thread.start()
        return job

    def close(self) -> None:
        """End the program, within about a second; no process stays behind and no listener hears more."""
        self._is_closed = True
        self._jobs.put(None)
        self._bell.ring()
        if self._thread is not None:
            self._thread.join(timeout=1)
        self._end_child()
        self._bell.close()

    def _work(self) -> None:
        """The life of our thread: one job after the other."""
        try:
            while (job := self._jobs.get()) is not None and not self._is_closed:
                final = Cancelled() if job.is_cancelled else self._serve(job)
                if not self._is_closed:
                    job.listener(final)
        finally:
            self._end_child()

    def _serve(self, job: Job) -> Final:
        """Answer one request, with a second program when the first one breaks."""
        reason = ""
        for _ in range(ATTEMPTS):
            if reason:
                job.listener(Restarted(f"{reason} and was started again."))
            try:
                return self._converse(job)
            except _BrokenError as error:
                self._end_child()
                reason = str(error)
            except OSError as error:
                return Failed(f"The analysis cannot be started: {error.strerror or error}.")
        return Failed(f"{reason}, twice.{f' More in {self._log}.' if self._log else ''}")

    def _converse(self, job: Job) -> Final:
        """Ask the program and pass on what it finds.

        Raises:
            _BrokenError: the program does not behave.
            OSError: it cannot be started.
        """
        child = self._running_child()
        child.send(to_line(request_to_plain(job.number, job.request)))
        pieces: list[dict[str, Any]] = []
        while not (job.is_cancelled or self._is_closed):
            for message in self._hear(child, self._silence):
                match message:
                    case {"id": job.number, "finding": dict(piece), "more": more}:
                        pieces.append(piece)
                        if not more:
                            job.listener(_finding(pieces))
                            pieces.clear()
                    case {"id": job.number, "done": True}:
                        return Done(self._analyst)
                    case {"id": job.number, "failed": str(reason)}:
                        return Failed(reason)
                    case {"protocol": protocol, "analyst": str(analyst)}:
                        if protocol != PROTOCOL:
                            self._end_child()
                            return Failed("diploreader was updated while it ran: quit and start it again.")
                        self._analyst = analyst
                        self._is_greeted = True
        self._leave(job, child)
        return Cancelled()

    def _leave(self, job: Job, child: Child) -> None:
        """Make the program stop working on a request; one that still loads its model will see to it later."""
        child.send(to_line({"cancel": job.number}))
        deadline = monotonic() + PATIENCE
        try:
            while self._is_greeted and not self._is_closed:
                for message in self._hear(child, max(0.0, deadline - monotonic())):
                    if message.get("id") == job.number and "finding" not in message:
                        return
        except _BrokenError:
            self._end_child()

    def _hear(self, child: Child, limit: float) -> list[dict[str, Any]]:
        """What the program says next; nothing when the bell rang.

        Raises:
            _BrokenError: it says nothing for `limit` seconds, has ended, or cannot be understood.
        """
        try:
            lines = child.turn(limit)
            self._bell.hush()
            if lines is None:
                raise _BrokenError(f"The analysis did not answer for {limit:.0f} seconds")
            messages = [from_line(line) for line in lines]
        except EOFError:
            raise _BrokenError("The analysis stopped unexpectedly") from None
        except ValueError:
            raise _BrokenError("The analysis sent something unreadable") from None
        return messages

    def _running_child(self) -> Child:
        """The warm program, or a new one."""
        if self._child is not None and not self._child.is_alive:
            self._end_child()
        if self._child is None:
            self._is_greeted = False
            self._child = Child(self._command, self._log, self._bell)
        return self._child

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _BrokenError(Exception):
    """The program does not behave; the message begins a sentence for the reader."""


def _finding(pieces: Sequence[dict[str, Any]]) -> Finding:
    try:
        return finding_from_plain(pieces_to_plain(pieces))
    except (KeyError, TypeError, ValueError, IndexError):
        raise _BrokenError("The analysis sent something unreadable") from None
