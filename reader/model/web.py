"""What is asked of the web, and what comes back, on the way between the desk and the program that fetches."""

from collections.abc import Mapping

from reader.model.intake import Item, Refused
from reader.model.network import NetworkRules
from reader.model.value import Value


class Subscription(Value, frozen=True):
    """A feed that a list or a page names."""

    url: str
    title: str = ""


class AddressRequest(Value, frozen=True):
    """Fetch an article."""

    url: str
    rules: NetworkRules = NetworkRules()
    etag: str | None = None
    """Validator of what is known: RFC 9110, 8.8."""
    modified: str | None = None
    """Another."""


class FeedRequest(Value, frozen=True):
    """Fetch a feed, and what is new in it."""

    url: str
    rules: NetworkRules = NetworkRules()
    etag: str | None = None
    modified: str | None = None
    wants_pages: bool = False
    """Whether the text of each entry is taken from its page."""
    known: Mapping[str, str] = {}
    """By key of the entries that were told before, what they said then; empty: they are not to be told again."""
    is_new: bool = False
    """Whether the reader has just named it: then a page may stand for the feed that it names."""


class Unchanged(Value, frozen=True):
    """There is nothing new since the validators were given."""


class Answered(Value, frozen=True):
    """There is an answer; what it holds follows."""

    url: str
    """Of the article or feed."""
    title: str
    """Of a feed."""
    etag: str | None
    """Validator for the next request, good when all that follows is safe."""
    modified: str | None
    """Another."""


class Choice(Value, frozen=True):
    """The address is a page that names several feeds."""

    feeds: tuple[Subscription, ...]


NO_PAGE = "no page"
"""Stands for what a feed says of an entry whose page could not be had: so the entry is news again the next time."""


class FeedEntry(Value, frozen=True):
    """An entry of a feed."""

    key: str
    """Tells it from the others, now and when the feed is read again."""
    said: str
    """Digest of what the feed says of it: another one where that has changed; or `NO_PAGE`."""
    item: Item


AddressEvent = Unchanged | Answered | Item
"""What an `AddressRequest` leads to: `Unchanged`, or `Answered` and the items."""

FeedEvent = Unchanged | Choice | Answered | FeedEntry | Refused
"""What a `FeedRequest` leads to: `Unchanged`, a `Choice`, or `Answered` and the entries. A `Refused` tells of an entry
whose page cannot be had; what the feed itself says of it follows."""
