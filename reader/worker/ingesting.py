"""The program that reads documents: is told tasks, tells what is in them, line by line."""

import gc
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import NoReturn

from reader.errors import DiploreaderError
from reader.worker.ingest_protocol import Finished, Task, Told, greeting, name_of, task_from_line, told_to_line
from reader.worker.wire import Wire, be_a_quiet_neighbour, note_down

MOST_MEMORY = 3 << 30
"""Bytes of address space: a document that wants more is refused before it takes the machine's."""


GARBAGE = 50_000
"""Objects after which garbage is looked for."""


def run(answer: Callable[[Task], Iterator[Told]]) -> NoReturn:
    """Do tasks until the parent closes the pipe.

    Args:
        answer: what a task leads to.
    """
    be_a_quiet_neighbour()
    _limit_memory()
    lines: SimpleQueue[bytes] = SimpleQueue()
    wire = Wire(lines.put)
    # What documents leave behind is mostly gone at once: looking for garbage after each costs a tenth of the time.
    gc.set_threshold(GARBAGE)
    gc.freeze()
    wire.tell(greeting())
    while True:
        number, task = task_from_line(lines.get())
        _do(wire, number, task, answer)


def _do(wire: Wire, number: int, task: Task, answer: Callable[[Task], Iterator[Told]]) -> None:
    """Tell all that a task leads to, and how it ended."""
    failure = None
    try:
        for told in answer(task):
            wire.tell(told_to_line(number, told))
    except DiploreaderError as error:
        failure = str(error)
    except MemoryError:
        failure = f"{name_of(task)} needs more memory than there is. Cut it into parts."
    except Exception as error:  # noqa: BLE001 (parsers break on bad input in ways that nobody can list)
        note_down(type(error), error, error.__traceback__)
        failure = f"{name_of(task)} cannot be read ({type(error).__name__}). Get it again, or save its text to a file."
    wire.tell(told_to_line(number, Finished(failure)))


def _limit_memory() -> None:
    # Elsewhere the limit is not kept, or counts what is only reserved.
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
