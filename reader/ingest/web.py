"""From an address or a feed to items for the library. Imported only where something is fetched."""

from collections.abc import Iterator
from datetime import date

from reader.errors import SourceError
from reader.ingest.addresses import parse, shown
from reader.ingest.alternates import feeds_of_page
from reader.ingest.detect import charset_of
from reader.ingest.entry import Entry, Feed, words_of
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.feed import feed_text, is_page, read_feed
from reader.ingest.fetch import Fetched, NotModified, fetch
from reader.ingest.formats import items_in
from reader.ingest.source import make_article
from reader.model.intake import Incoming, Item, Origin, Refused
from reader.model.value import replace
from reader.model.web import (
    NO_PAGE,
    AddressEvent,
    AddressRequest,
    Answered,
    Choice,
    FeedEntry,
    FeedEvent,
    FeedRequest,
    Unchanged,
)

MOST_PAGES = 50
"""Fetched for one feed at a time, those of the newest entries; of others what the feed says is taken."""


def address_events(request: AddressRequest) -> Iterator[AddressEvent]:
    """What an address holds.

    Raises:
        SourceError: it cannot be fetched.
    """
    answer = fetch(request.url, rules=request.rules, etag=request.etag, modified=request.modified)
    if isinstance(answer, NotModified):
        yield Unchanged()
        return
    url = parse(request.url).url
    yield Answered(url, "", answer.etag, answer.modified)
    yield from _items(answer, Origin("address", url))


def feed_events(request: FeedRequest) -> Iterator[FeedEvent]:
    """What is new or changed in a feed, the oldest first.

    Raises:
        SourceError: it cannot be fetched, or is no feed.
    """
    answer = fetch(request.url, rules=request.rules, etag=request.etag, modified=request.modified)
    if isinstance(answer, NotModified):
        yield Unchanged()
    elif request.is_new and is_page(text := feed_text(answer.data, shown(request.url), charset_of(answer.media_type))):
        yield from _feed_of_page(request, answer, text)
    else:
        yield from _news(request, answer)


def _feed_of_page(request: FeedRequest, answer: Fetched, text: str) -> Iterator[FeedEvent]:
    """What is in the feed of a page, if it names one only."""
    feeds = feeds_of_page(text, parse(answer.final_url))
    if not feeds:
        raise SourceError(f"{shown(request.url)} is a web page that names no feed. Look on it for a link to its feed.")
    if len(feeds) > 1:
        yield Choice(feeds)
    else:
        yield from feed_events(replace(request, url=feeds[0].url, is_new=False))


def _news(request: FeedRequest, answer: Fetched) -> Iterator[FeedEvent]:
    feed = read_feed(answer.data, answer.final_url, charset_of(answer.media_type))
    yield Answered(parse(request.url).url, feed.title, answer.etag, answer.modified)
    new = list({entry.key: entry for entry in reversed(feed.entries) if _is_news(entry, request)}.values())
    # Feeds begin with the newest; what comes in last is listed first among what is of one day.
    for left, entry in zip(range(len(new), 0, -1), new, strict=True):
        if request.wants_pages and entry.url and left <= MOST_PAGES:
            yield from _with_page(entry, entry.url, feed, request)
        else:
            yield FeedEntry(entry.key, entry.said, item_of(entry, feed, request.url))


def _is_news(entry: Entry, request: FeedRequest) -> bool:
    before = request.known.get(entry.key)
    return before is None or before not in ("", entry.said)


def _with_page(entry: Entry, url: str, feed: Feed, request: FeedRequest) -> Iterator[FeedEvent]:
    """An entry with the text of its page, or with its own where that is all there is."""
    own = item_of(entry, feed, request.url)
    page = _page(entry, url, request)
    if isinstance(page, Refused):
        yield replace(page, reason=f"{page.reason} What the feed says of it is kept instead.")
    said = NO_PAGE if isinstance(page, Refused) else entry.said
    yield FeedEntry(entry.key, said, page if _length(page) > _length(own) else own)


def _length(item: Item) -> int:
    # A page that holds less than its feed asks for consent or for money.
    return len(item.article.text) if isinstance(item, Incoming) else 0


def _page(entry: Entry, url: str, request: FeedRequest) -> Item:
    try:
        answer = fetch(url, rules=request.rules)
    except SourceError as error:
        return Refused(url, str(error))
    assert isinstance(answer, Fetched)
    items = _items(answer, Origin("feed", url), title=entry.title or None, published=entry.published)
    return next(items, Refused(url, f"{shown(url)} holds no text."))


def _items(
    answer: Fetched, origin: Origin, *, title: str | None = None, published: date | None = None
) -> Iterator[Item]:
    return items_in(
        answer.data,
        name=shown(answer.url),
        origin=origin,
        media_type=answer.media_type,
        url=answer.final_url,
        title=title,
        published=published,
    )


def item_of(entry: Entry, feed: Feed, feed_url: str) -> Item:
    """The article that an entry is, as far as its feed holds it."""
    place = entry.url or f"{feed_url}#{entry.key}"
    words = words_of(entry.content) if entry.is_html else entry.content
    text = words if words.startswith(entry.title) else f"{entry.title}\n\n{words}"
    known = Facts(title=entry.title, author=entry.author, published=entry.published, url=entry.url)
    likely = Facts(source=feed.title, language=feed.language)
    try:
        article = make_article(Extracted(text, known, likely), name=shown(place))
    except SourceError as error:
        return Refused(place, str(error))
    return Incoming(article, entry.content.encode("utf-8", "replace"), Origin("feed", place), "feed")
