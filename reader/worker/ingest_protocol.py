"""What the parent and the program that reads documents say to each other, and its form as JSON lines over pipes."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from reader.model.intake import Incoming, Item, Origin, Refused
from reader.model.value import Value
from reader.model.web import AddressRequest, Answered, Choice, FeedEntry, FeedRequest, Unchanged

PROTOCOL = 1
"""Grows with every change that an older program would not understand; the first line of the program tells it."""

_WEB_SLACK = 2
"""A feed may be looked for on a page, and then fetched: twice the time of a fetch without a word."""


class FilePath(Value, frozen=True):
    """Read a file."""

    raw: bytes
    """Its path as the system writes it: a name may be no text."""
    title: str | None = None
    """Known better than the file knows it; so the following."""
    source: str | None = None
    published: date | None = None

    @classmethod
    def of(
        cls, path: Path, *, title: str | None = None, source: str | None = None, published: date | None = None
    ) -> "FilePath":
        """The task to read what lies at a path."""
        return cls(os.fsencode(path), title, source, published)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(os.fsdecode(self.raw))


class Document(Value, frozen=True):
    """Read bytes that are here already."""

    data: bytes
    name: str
    """What an error calls them; its end tells the format where nothing else does."""
    origin: Origin
    media_type: str | None = None
    url: str | None = None
    title: str | None = None
    source: str | None = None
    published: date | None = None


Task = FilePath | Document | AddressRequest | FeedRequest


class Finished(Value, frozen=True):
    """The last that is told of a task."""

    failure: str | None = None
    """Why it could not be done, or not to its end: a sentence for the reader."""


Told = Item | Unchanged | Answered | Choice | FeedEntry | Finished
"""What a task leads to: any number of others, then `Finished`."""


class _TaskLine(Value, frozen=True, omit_defaults=True):
    """A task on the wire: exactly one of the others is there."""

    number: int
    file: FilePath | None = None
    document: Document | None = None
    address: AddressRequest | None = None
    feed: FeedRequest | None = None


class _ToldLine(Value, frozen=True, omit_defaults=True):
    """Something told, on the wire; the first line of all has a protocol only."""

    number: int = 0
    incoming: Incoming | None = None
    refused: Refused | None = None
    key: str | None = None
    """Of the entry of a feed that the item is; so `said`."""
    said: str = ""
    answered: Answered | None = None
    choice: Choice | None = None
    unchanged: Unchanged | None = None
    finished: Finished | None = None
    protocol: int | None = None


_encoder = msgspec.json.Encoder()
_tasks = msgspec.json.Decoder(_TaskLine)
_told = msgspec.json.Decoder(_ToldLine)


def name_of(task: Task) -> str:
    """What the reader calls a task."""
    match task:
        case FilePath():
            return str(task.path).encode("utf-8", "backslashreplace").decode()
        case Document(name=name):
            return name
        case AddressRequest(url=url) | FeedRequest(url=url):
            return url


def patience_with(task: Task) -> float:
    """Seconds that a task may take longer than others without a word."""
    return task.rules.timeout * _WEB_SLACK if isinstance(task, AddressRequest | FeedRequest) else 0.0


def task_to_line(number: int, task: Task) -> bytes:
    """A task as a line."""
    match task:
        case FilePath():
            line = _TaskLine(number, file=task)
        case Document():
            line = _TaskLine(number, document=task)
        case AddressRequest():
            line = _TaskLine(number, address=task)
        case FeedRequest():
            line = _TaskLine(number, feed=task)
    return _encoder.encode(line) + b"\n"


def task_from_line(line: bytes) -> tuple[int, Task]:
    """The number and task in a line.

    Raises:
        ValueError: there is none.
    """
    said = _tasks.decode(line)
    task = said.file or said.document or said.address or said.feed
    if task is None:
        raise ValueError("a line without a task")
    return said.number, task


def greeting() -> bytes:
    """The first line of the program."""
    return _encoder.encode(_ToldLine(protocol=PROTOCOL)) + b"\n"


def told_to_line(number: int, told: Told) -> bytes:
    """Something told of a task, as a line.

    Raises:
        ValueError: it holds what is no text.
    """
    match told:
        case FeedEntry(key, said, item):
            line = _item_line(number, item, key, said)
        case Incoming() | Refused():
            line = _item_line(number, told)
        case Answered():
            line = _ToldLine(number, answered=told)
        case Choice():
            line = _ToldLine(number, choice=told)
        case Unchanged():
            line = _ToldLine(number, unchanged=told)
        case Finished():
            line = _ToldLine(number, finished=told)
    return _encoder.encode(line) + b"\n"


def told_from_line(line: bytes) -> tuple[int, Told] | int:
    """The number of a task and what is told of it; of the first line of all, the protocol.

    Raises:
        ValueError: this is no such line.
    """
    said = _told.decode(line)
    if said.protocol is not None:
        return said.protocol
    item = said.incoming or said.refused
    if item is not None:
        return said.number, item if said.key is None else FeedEntry(said.key, said.said, item)
    told = said.answered or said.choice or said.unchanged or said.finished
    if told is None:
        raise ValueError("a line that tells nothing")
    return said.number, told


def answer(task: Task) -> Iterator[Told]:
    """What a task leads to, without its end. Loads what reads documents: not for the process of the screen.

    Raises:
        SourceError: it cannot be done.
    """
    match task:
        case FilePath():
            from reader.ingest.formats import read_path

            yield from read_path(task.path, title=task.title, source=task.source, published=task.published)
        case Document():
            from reader.ingest.formats import items_in

            yield from items_in(
                task.data,
                name=task.name,
                origin=task.origin,
                media_type=task.media_type,
                url=task.url,
                title=task.title,
                source=task.source,
                published=task.published,
            )
        case AddressRequest():
            from reader.ingest.web import address_events

            yield from address_events(task)
        case FeedRequest():
            from reader.ingest.web import feed_events

            yield from feed_events(task)


def _item_line(number: int, item: Item, key: str | None = None, said: str = "") -> _ToldLine:
    if isinstance(item, Incoming):
        return _ToldLine(number, incoming=item, key=key, said=said)
    return _ToldLine(number, refused=item, key=key, said=said)
