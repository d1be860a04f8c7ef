"""Texts on their way into the library."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

from reader.ingest.source import article_from_bytes, article_from_text, read_file, read_stream
from reader.model.intake import Incoming, Origin


def incoming_file(
    path: Path, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Incoming:
    """The text in a file, with what the reader knows about it.

    Raises:
        SourceError: it is missing, unreadable, binary, empty or too large.
    """
    data = read_file(path)
    article = article_from_bytes(data, name=str(path), title=title, source=source, published=published)
    # A file name may hold bytes that are no text.
    place = str(path.absolute()).encode("utf-8", "backslashreplace").decode()
    return Incoming(article, data, Origin("path", place))


def incoming_stdin(stream: BinaryIO) -> Incoming:
    """The text that comes through a pipe.

    Raises:
        SourceError: it is binary, empty or too large.
    """
    data = read_stream(stream, name="standard input")
    return Incoming(article_from_bytes(data, name="standard input"), data, Origin("stdin", ""))


def incoming_text(
    text: str, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Incoming:
    """A pasted text, with what the reader knows about it.

    Raises:
        SourceError: it is empty or too large.
    """
    article = article_from_text(text, title=title, source=source, published=published)
    return Incoming(article, text.encode("utf-8", "replace"), Origin("paste", ""))
