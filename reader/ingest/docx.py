"""Word documents (DOCX, ECMA-376): paragraph for paragraph."""

from collections.abc import Iterator
from typing import Any

from reader.errors import SourceError
from reader.ingest.archive import Archive
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.properties import day_of, likely_author, likely_title
from reader.ingest.xml import parse_xml

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_WORD = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATIONS = "_rels/.rels"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}


def extract(data: bytes, name: str) -> Extracted:
    """The text of a document, and its properties; headers, footers, notes and what was deleted are left out.

    Raises:
        SourceError: it is damaged or locked, or has no words.
    """
    archive = Archive(data, name)
    document = parse_xml(archive.read(_main_part(archive, name)), name)
    text = "\n\n".join(_paragraphs(document))
    if not text.strip():
        raise SourceError(f"{name} holds no text.")
    return Extracted(text, likely=_properties(archive, name))


def _main_part(archive: Archive, name: str) -> str:
    """Where the text lies; some programs call it otherwise than all others."""
    if _RELATIONS in archive:
        for relation in parse_xml(archive.read(_RELATIONS), name):
            if relation.get("Type", "").endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _paragraphs(document: Any) -> Iterator[str]:
    pieces: list[str] = []
    for element in document.iter():
        word, _, tag = str(element.tag).rpartition("}")
        if f"{word}}}" not in (_WORD, _STRICT_WORD) or next(element.iterancestors(_TWICE), None) is not None:
            continue
        if tag == "p":
            yield "".join(pieces)
            pieces = []
        elif tag == "t":
            pieces.append(element.text or "")
        elif tag in _SIGNS and element.getparent().tag.endswith("}r"):
            pieces.append(_SIGNS[tag])
    yield "".join(pieces)


def _properties(archive: Archive, name: str) -> Facts:
    if "docProps/core.xml" not in archive:
        return Facts()
    core = parse_xml(archive.read("docProps/core.xml"), name)
    return Facts(
        title=likely_title(core.findtext(f"{_DUBLIN_CORE}title")),
        author=likely_author(core.findtext(f"{_DUBLIN_CORE}creator")),
        published=day_of(core.findtext(f"{_TERMS}created")),
        language=core.findtext(f"{_DUBLIN_CORE}language"),
    )
