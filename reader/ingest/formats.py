"""From the bytes of any document, or a file, to the articles in it. Each format is imported when it comes up."""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from reader.errors import SourceError
from reader.ingest.decode import decode
from reader.ingest.detect import charset_of, format_of
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.source import make_article, open_file, path_name, read_stream
from reader.model.intake import Incoming, Item, Origin, Refused
from reader.model.value import replace

LARGEST_DOCUMENT = 50 * 2**20
"""Bytes of a file; most of a large PDF, DOCX or EPUB are pictures."""

HOPELESS = 100
"""A file whose first lines hold no article, so many of them, is data of another kind."""

_LINES = (".jsonl", ".ndjson")
"""Files with an article a line, which are read line by line, and so may be of any size."""

_CALLED = {
    "text": "a text",
    "markdown": "Markdown",
    "html": "a web page",
    "pdf": "a PDF",
    "docx": "a Word document",
    "epub": "an EPUB",
    "mail": "a mail",
    "jsonl": "JSON",
}


def items_in(
    data: bytes,
    *,
    name: str,
    origin: Origin,
    media_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Iterator[Item]:
    """The articles in a document, and what of it cannot be taken in; nothing else comes out, whatever goes in.

    Args:
        data: the document as it came.
        name: what an error calls it; its end tells the format where nothing else does.
        origin: where it came from.
        media_type: as the sender named it (`text/html; charset=utf-8`).
        url: where it is on the web.
        title: known better than the document knows it; so `source` and `published`.
        source: who published it.
        published: when.
    """
    facts = Facts(title=title, source=source, published=published)
    format_ = format_of(data, name, media_type)
    match format_:
        case "jsonl":
            from reader.ingest.jsonl import articles_of, lines_of

            has_lines = name.lower().endswith(_LINES)
            parts = lines_of(BytesIO(data), name) if has_lines else articles_of(data, name)
            yield from _items_of(parts, name, origin, facts)
        case "feed":
            yield Refused(name, f"{name} is a feed, not an article. Follow its address with `diploreader feed add`.")
        case "opml":
            yield Refused(name, f"{name} is a list of feeds. Bring it in with `diploreader feed import`.")
        case "zip":
            yield Refused(name, f"{name} is a ZIP archive, and neither DOCX nor EPUB. Unpack it, and add its folder.")
        case _:
            yield _item(format_, data, name, origin, facts, charset_of(media_type), url)


def read_path(
    path: Path, *, title: str | None = None, source: str | None = None, published: date | None = None
) -> Iterator[Item]:
    """The articles in a file, and what of it cannot be taken in; see `items_in`."""
    name = path_name(path)
    origin = Origin("path", path_name(path.absolute()))
    try:
        with open_file(path) as stream:
            if path.suffix.lower() in _LINES:
                from reader.ingest.jsonl import lines_of

                facts = Facts(title=title, source=source, published=published)
                yield from _items_of(lines_of(stream, name), name, origin, facts)
                return
            data = read_stream(stream, name=name, largest=LARGEST_DOCUMENT)
    except SourceError as error:
        yield Refused(name, str(error))
        return
    yield from items_in(data, name=name, origin=origin, title=title, source=source, published=published)


def _items_of(parts: Iterable[tuple[str, bytes]], name: str, origin: Origin, facts: Facts) -> Iterator[Item]:
    """The articles in the named parts of a file; each part is a place of its own."""
    is_hopeful = False
    try:
        for number, (called, data) in enumerate(parts):
            if number == HOPELESS and not is_hopeful:
                reason = f"The first {HOPELESS} lines of {name} hold no article. The rest of it was not read."
                yield Refused(name, reason)
                return
            place = replace(origin, place=origin.place + called.removeprefix(name))
            item = _item("jsonl", data, called, place, facts)
            is_hopeful = is_hopeful or isinstance(item, Incoming)
            yield item
    except SourceError as error:
        yield Refused(name, str(error))


def _item(
    format_: str,
    data: bytes,
    name: str,
    origin: Origin,
    facts: Facts,
    charset: str | None = None,
    url: str | None = None,
) -> Item:
    """The one article in a document."""
    try:
        extracted = _extracted(format_, data, name, charset, url)
        known = facts.over(extracted.known).over(Facts(url=url))
        article = make_article(replace(extracted, known=known), name=name)
    except SourceError as error:
        return Refused(name, str(error))
    except MemoryError:
        return Refused(name, f"{name} needs more memory than there is. Cut it into parts.")
    except Exception as error:  # noqa: BLE001 (parsers break on bad input in ways that nobody can list)
        what = f"{_CALLED[format_]} ({type(error).__name__})"
        return Refused(name, f"{name} cannot be read as {what}. Get it again, or save its text to a file.")
    return Incoming(article, data, origin, format_)


def _extracted(format_: str, data: bytes, name: str, charset: str | None, url: str | None) -> Extracted:
    # A parser takes up to half a second to import: only the one that is needed is.
    match format_:
        case "markdown":
            from reader.ingest import markdown

            return markdown.extract(data, name, charset=charset)
        case "html":
            from reader.ingest import html

            return html.extract(data, name, charset=charset, url=url)
        case "pdf":
            from reader.ingest import pdf

            return pdf.extract(data, name)
        case "docx":
            from reader.ingest import docx

            return docx.extract(data, name)
        case "epub":
            from reader.ingest import epub

            return epub.extract(data, name)
        case "mail":
            from reader.ingest import mail

            return mail.extract(data, name)
        case "jsonl":
            from reader.ingest import jsonl

            return jsonl.extract(data, name)
        case _:
            return Extracted(decode(data, name, charset))
