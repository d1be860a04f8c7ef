"""The feeds that a web page names as its alternates."""

from collections.abc import Mapping

from reader.errors import SourceError
from reader.ingest.addresses import Address, parse
from reader.ingest.html import parse_html
from reader.model.web import Subscription

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_COMMENTS = "comment"


def feeds_of_page(text: str, base: Address) -> tuple[Subscription, ...]:
    """The feeds that a page names in its `link` elements, each once; those of comments only where there are no others.

    Args:
        text: of the page.
        base: where it is.
    """
    tree = parse_html(text)
    links = [] if tree is None else tree.iter("link")
    feeds = dict.fromkeys(feed for link in links if (feed := _feed(link.attrib, base)) is not None)
    of_articles = tuple(feed for feed in feeds if _COMMENTS not in f"{feed.url} {feed.title}".lower())
    return of_articles or tuple(feeds)


def _feed(link: Mapping[str, str], base: Address) -> Subscription | None:
    is_feed = link.get("type", "").partition(";")[0].strip().lower() in _FEEDS
    if not is_feed or "alternate" not in link.get("rel", "").lower().split():
        return None
    try:
        return Subscription(parse(link.get("href", ""), base).url, " ".join(link.get("title", "").split()))
    except SourceError:
        return None
