"""RSS and Atom in all their dialects, read by feedparser."""

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import feedparser

from reader.errors import SourceError
from reader.ingest.addresses import Address, shown
from reader.ingest.entry import Entry, Feed, day_of, make_entry, sensible, words_of
from reader.text.clean import clean

_DECLARATION = re.compile(r"\A<\?xml[^>]{0,300}>")
_HTML = ("text/html", "application/xhtml+xml")


def read_xml_feed(text: str, base: Address) -> Feed:
    """The feed in an XML text, however broken.

    Raises:
        SourceError: this is no feed.
    """
    # What is not allowed in XML at all would make the whole feed ill-formed.
    data = _DECLARATION.sub("", clean(text).text).encode()
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base.url}
    try:
        # A stream: of a string that is an address or a path feedparser would fetch what it names.
        found = feedparser.parse(
            BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:
        raise SourceError(f"{shown(base.url)} is not a feed that can be read.") from error
    if not found.get("version") and not found.entries:
        raise SourceError(f"{shown(base.url)} is not a feed.")
    # Plain dictionaries: its own look for what is not there under other names.
    entries = tuple(_entry(dict(entry), base) for entry in found.entries)
    return Feed(_plain(found.feed, "title"), entries, found.feed.get("language") or None)


def _entry(entry: Mapping[str, Any], base: Address) -> Entry:
    content, is_html = _content(entry)
    return make_entry(
        base,
        guid=entry.get("id") or "",
        link=entry.get("link") or "",
        title=_plain(entry, "title"),
        author=entry.get("author_detail", {}).get("name") or entry.get("author") or "",
        published=_day(entry, "published") or _day(entry, "updated"),
        content=content,
        is_html=is_html,
    )


def _content(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest text that an entry carries, and whether it is HTML."""
    details = [*entry.get("content", []), entry.get("summary_detail", {})]
    texts = [detail for detail in details if isinstance(detail.get("value"), str)]
    longest = max(texts, key=lambda detail: len(detail["value"]), default={"value": ""})
    return longest["value"], longest.get("type") in _HTML


def _plain(of: Mapping[str, Any], name: str) -> str:
    """A short text without its markup."""
    detail = of.get(f"{name}_detail", {})
    value = detail.get("value") or ""
    return " ".join((words_of(value) if detail.get("type") in _HTML else value).split())


def _day(entry: Mapping[str, Any], name: str) -> date | None:
    written = entry.get(name)
    if not isinstance(written, str):
        return None
    if (day := day_of(written)) is not None:
        return day
    try:
        # In UTC, but understood in many more manners of writing.
        return sensible(date(*entry[f"{name}_parsed"][:3]))
    except (KeyError, TypeError, ValueError):
        return None
