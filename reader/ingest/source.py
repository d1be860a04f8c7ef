"""From a file, a pipe or a pasted text to an article."""

import base64
import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from reader.errors import SourceError
from reader.ingest.decode import LARGEST, decode
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.wire import read_opening
from reader.model.article import Article, PartKind
from reader.text.clean import clean
from reader.text.language import language_of
from reader.text.layout import join_broken_lines, tidy
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences
from reader.text.shorten import shorten

DERIVED_TITLE = 72
"""Code points of a title that is made from the first sentence."""

LONGEST_FACT = 300
"""Code points of a title, a source or an author; more is no name."""

ID_LENGTH = 26
_ID_BYTES = 20
"""Enough for it, and a whole number of the groups of five that base32 is made of."""

_USUAL = 1 << 16
"""Bytes that most files do not have."""

_NO_FACTS = Facts()


def path_name(path: Path) -> str:
    """A path as text; the bytes of a file name that are no text are shown in hexadecimal."""
    return str(path).encode("utf-8", "backslashreplace").decode()


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading its bytes.

    Raises:
        SourceError: it is missing, no plain file, or unreadable.
    """
    name = path_name(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"{name} is a folder. Name a file in it.")
        if not stat.S_ISREG(mode):
            # A pipe or a device could keep us waiting for ever.
            raise SourceError(f"{name} is a pipe or a device. Send its text to `diploreader -`.")
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise SourceError(f"There is no file {name}.") from error
    except PermissionError as error:
        raise SourceError(f"{name} cannot be read: you have no permission.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{name} cannot be read ({getattr(error, 'strerror', None) or error}).") from error


def read_file(path: Path) -> bytes:
    """The bytes of a file with a text in it.

    Raises:
        SourceError: it is missing, no plain file, unreadable or too large.
    """
    with open_file(path) as stream:
        return read_stream(stream, name=path_name(path))


def read_stream(stream: BinaryIO, *, name: str, largest: int = LARGEST) -> bytes:
    """All bytes of a stream.

    Args:
        stream: a file or a pipe.
        name: what an error calls it.
        largest: so many bytes at most.

    Raises:
        SourceError: there are more, or the stream breaks off.
    """
    try:
        # Room for the largest file costs more than reading a small one.
        data = stream.read(_USUAL)
        if len(data) == _USUAL:
            data += stream.read(max(0, largest + 1 - _USUAL))
    except OSError as error:
        raise SourceError(f"{name} cannot be read ({error.strerror}).") from error
    if len(data) > largest:
        raise SourceError(f"{name} is larger than {largest // 2**20} MB. Cut it into parts.")
    return data


def article_from_bytes(
    data: bytes,
    *,
    name: str,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Article:
    """The article in the bytes of a plain text; what the caller knows wins over what is read.

    Args:
        data: in UTF-8 or another encoding, which is detected.
        name: what an error calls the text.
        title: of the article.
        source: who published it.
        published: when.

    Raises:
        SourceError: this is no text, is empty, or is too large.
    """
    return article_from_text(decode(data, name), name=name, title=title, source=source, published=published)


def article_from_text(
    raw: str,
    *,
    name: str = "The text",
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Article:
    """The article in a plain text; what the caller knows wins over what is read.

    Raises:
        SourceError: the text is empty or too large.
    """
    return make_article(Extracted(raw, Facts(title=title, source=source, published=published)), name=name)


def make_article(extracted: Extracted, *, name: str) -> Article:
    """The article in a text that was taken out of a document.

    Raises:
        SourceError: the text is empty or too large.
    """
    text = join_broken_lines(tidy(clean(extracted.text).text))
    if not text:
        raise SourceError(f"{name} is empty.")
    if len(text) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB. Cut it into parts.")
    known, likely = _plain(extracted.known), _plain(extracted.likely)
    title = known.title or likely.title or ""
    opening = read_opening(text, title)
    digest = hashlib.sha256(text.encode())
    headline = next((part.span.of(text) for part in opening.parts if part.kind is PartKind.HEADLINE), "")
    body = next(part.span for part in opening.parts if part.kind is PartKind.BODY)
    first_line = next(paragraphs(text, body))
    given_title = known.title or _one_line(headline) or title
    derived = ""
    if first_line.of(text).startswith(given_title[:1]):  # else no title is made from it
        derived = shorten(_one_line(next(sentences(text, first_line)).of(text)), DERIVED_TITLE)
    return Article(
        id=base64.b32encode(digest.digest()[:_ID_BYTES]).decode().lower()[:ID_LENGTH],
        text=text,
        text_hash=digest.hexdigest(),
        parts=opening.parts,
        title=given_title or derived,
        title_derived=given_title in ("", derived),
        source=known.source or opening.source or likely.source,
        source_span=opening.source_span,
        published=known.published or opening.published or likely.published,
        published_span=opening.published_span,
        author=known.author or opening.author or likely.author,
        url=known.url or likely.url,
        language=language_of(body.of(text), known.language or likely.language),
    )


def _plain(facts: Facts) -> Facts:
    """Facts that can be shown: cleaned, on one line, not endless; addresses of the web only."""
    if facts == _NO_FACTS:
        return facts
    url = _one_line(facts.url or "")
    return Facts(
        title=_one_line(facts.title or "", LONGEST_FACT) or None,
        source=_one_line(facts.source or "", LONGEST_FACT) or None,
        author=_one_line(facts.author or "", LONGEST_FACT) or None,
        published=facts.published,
        url=url if url.lower().startswith(("http://", "https://")) else None,
        language=facts.language,
    )


def _one_line(text: str, longest: int | None = None) -> str:
    line = " ".join(clean(text).text.split())
    return line if longest is None else shorten(line, longest)
