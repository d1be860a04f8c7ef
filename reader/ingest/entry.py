"""The articles of a feed, in whatever format it is written."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from reader.errors import SourceError
from reader.ingest.addresses import Address, parse
from reader.ingest.blocks import text_of
from reader.ingest.html import parse_html
from reader.model.value import Value

EARLIEST = date(1970, 1, 2)
"""Before it lie the days that programs write who know none."""

LATEST = timedelta(days=2)
"""From now; what comes out later still would stand above all news for ever."""


class Entry(Value, frozen=True):
    """One article of a feed."""

    guid: str
    """What tells it from the others, now and when the feed is read again."""
    url: str | None
    title: str
    author: str | None
    published: date | None
    """The day where it was published."""
    content: str
    """As it came."""
    is_html: bool

    @property
    def key(self) -> str:
        """The guid in 32 characters."""
        return _digest(self.guid)

    @property
    def said(self) -> str:
        """What the feed says of it, in 32 characters."""
        return _digest(f"{self.title}\n{self.content}")


class Feed(Value, frozen=True):
    """What a feed holds now."""

    title: str
    entries: tuple[Entry, ...]
    """In the feed's own order."""
    language: str | None = None
    """A BCP 47 tag."""


def make_entry(
    base: Address,
    *,
    guid: str,
    link: str,
    title: str,
    author: str,
    published: date | None,
    content: str,
    is_html: bool,
) -> Entry:
    """An entry of the feed at `base`, from what the feed says; empty strings stand for what it does not say."""
    url = _absolute(link, base)
    known_by = guid or url or _digest(f"{title}\n{content}")
    return Entry(known_by, url, " ".join(title.split()), author.strip() or None, published, content.strip(), is_html)


def day_of(written: str) -> date | None:
    """The day that a date names where it was written, in the manner of ISO 8601 or of mails (RFC 5322)."""
    written = written.strip()
    try:
        return sensible(datetime.fromisoformat(written).date())
    except ValueError:
        pass
    try:
        return sensible(parsedate_to_datetime(written).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def sensible(day: date) -> date | None:
    """A day, if news can be of it."""
    return day if EARLIEST <= day <= datetime.now(UTC).date() + LATEST else None


def words_of(fragment: str) -> str:
    """The text of a piece of HTML."""
    tree = parse_html(fragment)
    return "" if tree is None else text_of(tree)


def _absolute(link: str, base: Address) -> str | None:
    try:
        return parse(link, base).url if link.strip() else None
    except SourceError:
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
