"""A worker whose program obeys its texts, and an ear for what it answers."""

import sys
from pathlib import Path
from queue import SimpleQueue

from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.worker.protocol import Analyse, Event, Final

OBEDIENT = (sys.executable, str(Path(__file__).with_name("program.py")))

LONG = 30.0
"""Seconds after which a test gives up: never what it waits for."""


def whole(text: str) -> Analyse:
    """The request to analyse a text that is all body."""
    return Analyse(text, (Part(PartKind.BODY, Span(0, len(text))),))


class Ear:
    """A listener that keeps what it hears."""

    def __init__(self) -> None:
        self._heard: SimpleQueue[Event] = SimpleQueue()

    def __call__(self, event: Event) -> None:
        self._heard.put(event)

    def next(self) -> Event:
        """The next event; waits for it."""
        return self._heard.get(timeout=LONG)

    def all(self) -> list[Event]:
        """All events up to the final one, which is the last."""
        events = [self.next()]
        while not isinstance(events[-1], Final):
            events.append(self.next())
        return events

    def final(self) -> Event:
        """The final event."""
        return self.all()[-1]

    @property
    def has_more(self) -> bool:
        """Whether something was heard that nobody has taken."""
        return not self._heard.empty()
