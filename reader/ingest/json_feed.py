"""JSON Feed, versions 1 and 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reader.errors import SourceError
from reader.ingest.addresses import Address, shown
from reader.ingest.entry import Entry, Feed, day_of, make_entry


def read_json_feed(text: str, base: Address) -> Feed:
    """The feed in a JSON text; what is of a wrong kind counts as not there.

    Raises:
        SourceError: this is no feed.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown(base.url)} is not a feed: its JSON cannot be read.") from error
    items = feed.get("items")
    if not isinstance(items, Sequence) or isinstance(items, str):
        raise SourceError(f"{shown(base.url)} is not a feed.")
    entries = (_entry(item, base) for item in items if isinstance(item, Mapping))
    return Feed(_text(feed, "title"), tuple(entries), _text(feed, "language") or None)


def _entry(item: Mapping[str, Any], base: Address) -> Entry:
    html = _text(item, "content_html")
    return make_entry(
        base,
        guid=_text(item, "id"),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        author=_author(item),
        published=day_of(_text(item, "date_published") or _text(item, "date_modified")),
        content=html or _text(item, "content_text") or _text(item, "summary"),
        is_html=bool(html),
    )


def _author(item: Mapping[str, Any]) -> str:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(name for author in listed if isinstance(author, Mapping) and (name := _text(author, "name")))


def _text(of: Mapping[str, Any], name: str) -> str:
    value = of.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)  # a number for an id, as some write it
    return value if isinstance(value, str) else ""
