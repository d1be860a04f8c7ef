"""The feeds that the reader follows."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from reader.desk.fetching import Fetcher
from reader.desk.refreshing import Came, Checked, Refresh, Refreshed, Tell
from reader.errors import SourceError, UsageError
from reader.ingest.addresses import parse, shown
from reader.ingest.opml import read_opml, write_opml
from reader.library.feeds import Feed
from reader.library.library import Library
from reader.model.intake import Refused
from reader.model.network import NetworkRules
from reader.model.value import Value
from reader.model.web import FeedRequest, Subscription

__all__ = ["Came", "Checked", "Feed", "Feeds", "Followed", "Refreshed", "Tell"]


class Followed(Value, frozen=True):
    """What came of a list of feeds."""

    added: tuple[Subscription, ...]
    known: tuple[Subscription, ...]
    """Those that were followed before."""
    refused: tuple[Refused, ...]


class Feeds:
    """The feeds of one library. Its verbs wait for disk and network.

    Args:
        library: what the articles go to.
        rules: the bounds of every fetch.
        open_fetcher: starts a program that fetches.
    """

    def __init__(self, library: Library, rules: NetworkRules, open_fetcher: Callable[[], Fetcher]) -> None:
        self._library = library
        self._rules = rules
        self._open_fetcher = open_fetcher
        self._refresh: Refresh | None = None

    def all(self) -> tuple[Feed, ...]:
        """All feeds, by title."""
        return self._library.feeds.all()

    def add(self, url: str, tell: Tell, *, wants_pages: bool | None = None) -> Feed:
        """Follow a feed, and take in what it holds; of a page, the one feed that it names.

        Args:
            url: of the feed, or of a page that names it.
            tell: hears of what comes in.
            wants_pages: whether the text of new entries is taken from their pages; None: as before, at first not.

        Raises:
            SourceError: there is no feed, or there are several to choose from.
        """
        known = self._library.feeds.get(_place(url))
        if known is None:
            request = FeedRequest(_place(url), self._rules, wants_pages=bool(wants_pages), is_new=True)
        elif wants_pages is None:
            request = self._request(known)
        else:
            request = self._request(self.want_pages(url, wants_pages=wants_pages))
        refresh = self._begin([request], tell)
        self._run(refresh)
        refreshed = refresh.result()
        if refreshed.failures:
            raise SourceError(refreshed.failures[0].reason)
        feed = self._library.feeds.get(refreshed.feeds[0]) if refreshed.feeds else None
        if feed is None:
            raise SourceError(f"{shown(url)} was left before it was read.")
        return feed

    def remove(self, url: str) -> Feed:
        """Follow a feed no longer; its articles stay.

        Raises:
            UsageError: it is not followed.
        """
        feed = self._named(url)
        self._library.feeds.remove(feed.url)
        return feed

    def want_pages(self, url: str, *, wants_pages: bool) -> Feed:
        """Take the text of new entries from their pages, or no longer.

        Raises:
            UsageError: it is not followed.
        """
        feed = self._named(url)
        self._library.feeds.set_wants_pages(feed.url, wants_pages=wants_pages)
        return self._named(feed.url)

    def refresh(self, urls: Sequence[str], tell: Tell) -> Refreshed:
        """Take in what is new in these feeds; in all, where none is named. Ctrl-C ends it early.

        Raises:
            UsageError: one of them is not followed.
        """
        feeds = {feed.url: feed for feed in map(self._named, urls)}.values() if urls else self.all()
        refresh = self._begin([self._request(feed) for feed in feeds], tell)
        with suppress(KeyboardInterrupt):
            self._run(refresh)
        return refresh.result()

    def stop(self) -> None:
        """Leave a refresh early, from any thread; what it told is safe."""
        if self._refresh is not None:
            self._refresh.stop()

    def import_opml(self, data: bytes, name: str) -> Followed:
        """Follow the feeds of a list in OPML, without asking them yet. Not for the process of the screen: loads lxml.

        Raises:
            SourceError: this is no such list.
        """
        lines = read_opml(data, name)
        feeds = [line for line in lines if isinstance(line, Subscription)]
        added = [feed for feed in feeds if self._library.feeds.add(feed.url, feed.title)]
        known = (feed for feed in feeds if feed not in added)
        return Followed(tuple(added), tuple(known), tuple(line for line in lines if isinstance(line, Refused)))

    def export_opml(self) -> bytes:
        """A list of all feeds, for other programs."""
        return write_opml((Subscription(feed.url, feed.title) for feed in self.all()), "Feeds of diploreader")

    def _begin(self, requests: Sequence[FeedRequest], tell: Tell) -> Refresh:
        return Refresh(self._library, requests, self._open_fetcher, tell)

    def _run(self, refresh: Refresh) -> None:
        self._refresh = refresh
        try:
            refresh.run()
        finally:
            self._refresh = None

    def _request(self, feed: Feed) -> FeedRequest:
        seen = self._library.feeds.seen(feed.url)
        return FeedRequest(feed.url, self._rules, feed.etag, feed.modified, feed.wants_pages, seen)

    def _named(self, url: str) -> Feed:
        feed = self._library.feeds.get(_place(url)) or self._library.feeds.get(url)
        if feed is None:
            raise UsageError(f"{shown(url)} is not followed. `diploreader feed list` shows the feeds that are.")
        return feed


def _place(url: str) -> str:
    """The address of a feed as it is kept."""
    return parse(url).url
