"""What kind of document bytes are: by how they begin, else by what the sender calls them, else by their name."""

import codecs
import re
from pathlib import PurePath

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".eml": "mail",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
}
"""Formats by the ends of file names."""

_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "message/rfc822": "mail",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/json": "jsonl",
}
"""Formats that do not show how they begin; `text/plain` and the like tell less than a name does."""

_START = 1024
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]")
_XML = re.compile(rb"<(?:\?xml|!doctype|!--|rss|feed|rdf|opml)")
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]")
_OPML = re.compile(rb"<opml[\s>]")
_HEADERS = re.compile(rb"(?:From .*\n)?(?:[A-Za-z][A-Za-z-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2}")
_MAIL = re.compile(rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.MULTILINE | re.IGNORECASE)


def format_of(data: bytes, name: str, media_type: str | None = None) -> str:
    """The format of a document, as `Incoming` names it; also `zip`, `feed`, `opml`.

    PDF, DOCX and EPUB are known by their bytes alone: what is only called so is a page that says why there is none.
    """
    if data[:_START].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    named = _MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower())
    named = named or SUFFIXES.get(PurePath(name).suffix.lower(), "")
    return _written(data, named) or (named if named not in ("pdf", "docx", "epub") else "") or "text"


def charset_of(media_type: str | None) -> str | None:
    """The encoding that a media type names (`text/html; charset=utf-8`)."""
    match = _CHARSET.search(media_type or "")
    return match[1] if match else None


def _zipped(data: bytes) -> str:
    if b"word/document" in data:
        return "docx"
    return "epub" if b"META-INF/container.xml" in data else "zip"


def _written(data: bytes, named: str) -> str | None:
    """The format of a text that shows what it is."""
    # Without the zeros of UTF-16, so that one pattern fits all encodings.
    start = data[:_START].removeprefix(codecs.BOM_UTF8).lstrip(b"\xff\xfe").replace(b"\0", b"").lstrip()
    if start.startswith(b"<"):
        lower = start.lower()
        if _PAGE.match(lower):
            return "html"
        if _XML.match(lower):
            kinds = ((_FEED, "feed"), (_OPML, "opml"), (_PAGE, "html"))
            return next((kind for pattern, kind in kinds if pattern.search(lower)), None)
    if start.startswith((b"{", b"[")) and not named:
        return "jsonl" if re.match(rb"\[?\s*\{\s*\"", start) else None
    if _HEADERS.match(start) and _MAIL.search(start):
        return "mail"
    return None
