"""PDF: the text of its pages, as far as it holds one."""

import logging
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from reader.errors import SourceError
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.page_lines import lines_of_pages
from reader.ingest.pages import text_of_pages
from reader.ingest.properties import day_of, likely_author, likely_title

MOST_PAGES = 1500
"""A page takes some hundredths of a second."""

FEWEST_LETTERS = 20
"""A document with fewer is pictures of pages."""

# Its warnings quote the document.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def extract(data: bytes, name: str) -> Extracted:
    """The text of a document, put together to paragraphs, and its properties.

    Raises:
        SourceError: it is locked, too long, or has no text.
        Exception: pypdf's own, where the document is damaged.
    """
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise SourceError(f"{name} is locked with a password. Save a copy without one.")
    if len(reader.pages) > MOST_PAGES:
        raise SourceError(f"{name} has {len(reader.pages)} pages; {MOST_PAGES} are the most. Cut it into parts.")
    text = text_of_pages(lines_of_pages(reader.pages))
    if sum(map(str.isalnum, text)) < FEWEST_LETTERS:
        raise SourceError(
            f"{name} holds no text that can be read: its pages may be pictures. Have their text recognised first."
        )
    return Extracted(text, likely=_properties(reader))


def _opens(reader: PdfReader) -> bool:
    """Whether a document that is locked against changes only can be read without a password."""
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _properties(reader: PdfReader) -> Facts:
    about: Mapping[str, object] = reader.metadata or {}
    language = reader.root_object.get("/Lang")
    return Facts(
        title=likely_title(_said(about.get("/Title"))),
        author=likely_author(_said(about.get("/Author"))),
        published=day_of(_said(about.get("/CreationDate"))),
        language=language if isinstance(language, str) else None,
    )


def _said(value: object) -> str | None:
    return value if isinstance(value, str) else None
