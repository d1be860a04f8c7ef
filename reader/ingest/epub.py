"""Books (EPUB 2 and 3): the chapters in reading order, as one article."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from reader.errors import SourceError
from reader.ingest.archive import Archive
from reader.ingest.blocks import text_of
from reader.ingest.decode import decode
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.html import declared_encoding, parse_html
from reader.ingest.properties import day_of
from reader.ingest.xml import parse_xml

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Obfuscation of fonts, which leaves the text open (EPUB Open Container Format, 4)."""

_OPF = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def extract(data: bytes, name: str) -> Extracted:
    """The text of a book and its metadata.

    Raises:
        SourceError: it is damaged or locked, or has no words.
    """
    archive = Archive(data, name)
    _refuse_locked(archive, name)
    container = parse_xml(archive.read(_CONTAINER), name)
    rootfile = next(container.iter("{*}rootfile"), None)
    package_path = rootfile.get("full-path", "") if rootfile is not None else ""
    package = parse_xml(archive.read(package_path), name)
    chapters = (_chapter(archive.read(path), name) for path in _reading_order(package, posixpath.dirname(package_path)))
    text = "\n\n".join(filter(None, chapters))
    if not text:
        raise SourceError(f"{name} holds no text.")
    return Extracted(text, _metadata(package))


def _refuse_locked(archive: Archive, name: str) -> None:
    if _LOCKS in archive:
        methods = parse_xml(archive.read(_LOCKS), name).iter("{*}EncryptionMethod")
        if any(method.get("Algorithm") not in _FONT_LOCKS for method in methods):
            raise SourceError(f"{name} is locked against copying (DRM). Get a copy without a lock.")


def _reading_order(package: Any, folder: str) -> Iterator[str]:
    """The entries of a book's chapters; without its table of contents and what stands outside of the reading order."""
    items = {item.get("id"): item for item in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
            continue
        if "html" in item.get("media-type", ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(data: bytes, name: str) -> str:
    if not data.strip():
        return ""
    tree = parse_html(decode(data, name, declared_encoding(data)))
    return "" if tree is None else text_of(tree)


def _metadata(package: Any) -> Facts:
    def first(tag: str) -> str | None:
        return next((element.text for element in package.iter(_DUBLIN_CORE + tag) if element.text), None)

    authors = [element.text.strip() for element in package.iter(f"{_DUBLIN_CORE}creator") if element.text]
    return Facts(
        title=first("title"),
        source=first("publisher"),
        author=", ".join(authors),
        published=day_of(first("date")),
        language=first("language"),
    )
