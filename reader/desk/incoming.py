"""Texts on their way into the library."""

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
from reader.model.intake import Incoming, Origin, Refused

if TYPE_CHECKING:
    from reader.worker.ingest_protocol import Task

STDIN_NAME = "standard input"

_START = 4096
"""Bytes of a file that tell plain text from all else."""


def incoming_file(
    path: Path, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Incoming:
    """The article in a file, the first one of several, with what the reader knows about it.

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
    return Incoming(article, data, Origin("path", path_name(path.absolute())))


def _from_document(task: "Task", name: str) -> Incoming:
    # Plain text is not to wait for these.
    from reader.worker.importer import IngestWorker
    from reader.worker.ingest_protocol import Finished

    worker = IngestWorker(None)
    reason = f"{name} holds no article."
    try:
        for step in worker.run([task]):
            match step:
                case (_, Incoming() as incoming):
                    return incoming
                case (_, Refused(_, said)) | (_, Finished(str(said))):
                    reason = said
    finally:
        worker.stop()
    raise SourceError(reason)


def incoming_stdin(stream: BinaryIO) -> Incoming:
    """The article that comes through a pipe, in whatever format.

    Raises:
        SourceError: it is too large, or holds no article.
    """
    data, origin = read_stream(stream, name=STDIN_NAME), Origin("stdin", "")
    if format_of(data[:_START], "") != "text":
        from reader.worker.ingest_protocol import Document

        return _from_document(Document(data, STDIN_NAME, origin), STDIN_NAME)
    return Incoming(article_from_bytes(data, name=STDIN_NAME), data, origin)


def incoming_text(
    text: str, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Incoming:
    """A pasted text, with what the reader knows about it.

    Raises:
        SourceError: it is empty or too large.
    """
    article = article_from_text(text, title=title, source=source, published=published)
    return Incoming(article, text.encode("utf-8", "replace"), Origin("paste", ""))
