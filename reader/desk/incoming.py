"""Texts on their way into the library."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import SourceError
from reader.ingest.detect import format_of
from reader.ingest.source import (
    article_from_bytes,
    article_from_text,
    open_file,
    path_name,
    read_file,
    read_stream,
)
from reader.model.intake import Incoming, Item, Origin, Refused
from reader.model.value import Value

if TYPE_CHECKING:
    from reader.worker.ingest_protocol import Task

STDIN_NAME = "standard input"

_START = 4096
"""Bytes of a file that tell plain text from all else."""


class Coming(Value, frozen=True):
    """What a file holds."""

    first: Incoming
    """The first article that can be read."""
    rest: Iterator[Item] = iter(())
    """What follows it, read as it is asked for."""


def incoming_file(
    path: Path, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Coming:
    """What is in a file, with what the reader knows about it.

    Plain text is read here; what needs a parser is left to a program of its own.

    Raises:
        SourceError: the file is missing, unreadable, too large, or holds no article.
    """
    with open_file(path) as stream:
        is_plain = format_of(stream.read(_START), str(path)) == "text"
    if not is_plain:
        from reader.worker.ingest_protocol import FilePath

        task = FilePath.of(path, title=title, source=source, published=published)
        return _from_document(task, path_name(path))
    data = read_file(path)
    article = article_from_bytes(data, name=path_name(path), title=title, source=source, published=published)
    return Coming(Incoming(article, data, Origin("path", path_name(path.absolute()))))


def _from_document(task: "Task", name: str) -> Coming:
    items = _items(task, name)
    reason = f"{name} holds no article."
    for item in items:
        if isinstance(item, Incoming):
            return Coming(item, items)
        reason = item.reason
    raise SourceError(reason)


def _items(task: "Task", name: str) -> Iterator[Item]:
    # Plain text is not to wait for these.
    from reader.worker.importer import IngestWorker
    from reader.worker.ingest_protocol import Finished

    worker = IngestWorker(None)
    try:
        for step in worker.run([task]):
            match step:
                case (_, Incoming() | Refused() as item):
                    yield item
                case (_, Finished(str(reason))):
                    yield Refused(name, reason)
    finally:
        worker.stop()


def incoming_stdin(stream: BinaryIO) -> Coming:
    """What comes through a pipe, in whatever format.

    Raises:
        SourceError: it is too large, or holds no article.
    """
    data, origin = read_stream(stream, name=STDIN_NAME), Origin("stdin", "")
    if format_of(data[:_START], "") != "text":
        from reader.worker.ingest_protocol import Document

        return _from_document(Document(data, STDIN_NAME, origin), STDIN_NAME)
    return Coming(Incoming(article_from_bytes(data, name=STDIN_NAME), data, origin))


def incoming_text(
    text: str, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Incoming:
    """A pasted text, with what the reader knows about it.

    Raises:
        SourceError: it is empty or too large.
    """
    article = article_from_text(text, title=title, source=source, published=published)
    return Incoming(article, text.encode("utf-8", "replace"), Origin("paste", ""))
