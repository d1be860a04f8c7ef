from datetime import date
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.ingest.web import MOST_PAGES, address_events, feed_events
from reader.model.article import PartKind
from reader.model.intake import Incoming, Origin, Refused
from reader.model.web import AddressRequest, Answered, Choice, FeedEntry, FeedRequest, Subscription, Unchanged
from tests.ingest.web import Web, page

FEEDS = Path(__file__).parent / "feeds"
FEED = "http://gazette.example/feed"
STORY = "The ministers met on Wednesday, and they agreed on a statement that would follow within days. " * 5
PAGE = f"<html><title>Ministers meet</title><body><article><h1>Ministers meet</h1><p>{STORY}</p><p>{STORY}</p>"


@pytest.fixture
def gazette(web: Web) -> Web:
    """A site with a feed."""
    web.name("gazette.example")
    web.answers["/feed"] = page((FEEDS / "rss.xml").read_bytes(), 'ETag: "7"', "Last-Modified: now")
    return web


def entries(request: FeedRequest) -> list[FeedEntry]:
    return [event for event in feed_events(request) if isinstance(event, FeedEntry)]


def articles(request: FeedRequest) -> list[Incoming]:
    return [entry.item for entry in entries(request) if isinstance(entry.item, Incoming)]


def test_a_page_becomes_an_article(gazette: Web) -> None:
    gazette.answers["/a"] = page(PAGE.encode(), "Content-Type: text/html; charset=utf-8", 'ETag: "1"')

    answered, item = address_events(AddressRequest("http://GAZETTE.example/a#top"))

    assert answered == Answered("http://gazette.example/a", "", '"1"', None)
    assert isinstance(item, Incoming)
    assert (item.origin, item.format) == (Origin("address", "http://gazette.example/a"), "html")
    assert item.article.url == "http://gazette.example/a"
    assert STORY.strip() in item.article.text


def test_a_text_becomes_an_article(gazette: Web) -> None:
    text = "Genève met on Monday."
    gazette.answers["/a.txt"] = page(text.encode("latin-1"), "Content-Type: text/plain;charset=latin1")

    _, item = address_events(AddressRequest("http://gazette.example/a.txt"))

    assert isinstance(item, Incoming)
    assert item.article.text == text


def test_an_address_that_holds_nothing_new_says_so(gazette: Web) -> None:
    gazette.answers["/a"] = page(b"", status="304 Not Modified")

    assert list(address_events(AddressRequest("http://gazette.example/a", etag='"1"'))) == [Unchanged()]


def test_a_feed_is_no_article(gazette: Web) -> None:
    _, item = address_events(AddressRequest(FEED))

    assert isinstance(item, Refused)
    assert "feed add" in item.reason


def test_a_feed_tells_its_entries_the_oldest_first(gazette: Web) -> None:
    answered, *rest = feed_events(FeedRequest(FEED))

    assert answered == Answered(FEED, "Harbour Gazette & Mail", '"7"', "now")
    titles = [event.item.article.title for event in rest if isinstance(event, FeedEntry)]  # type: ignore[union-attr]
    assert titles == ["Neither guid nor link", "No guid, and a date of another kind", "Ministers meet in Ankara"]


def test_an_entry_becomes_an_article_with_what_the_feed_knows(gazette: Web) -> None:
    article = articles(FeedRequest(FEED))[-1].article

    assert article.text == (
        "Ministers meet in Ankara\n\nANKARA, Nov 8 (Reuters) - The ministers met on Wednesday.\n\n"
        "They said a statement would follow.\n\n- Turkey\n- Iraq"
    )
    headline = article.part(PartKind.HEADLINE)
    assert headline is not None
    assert headline.of(article.text) == "Ministers meet in Ankara"
    assert (article.author, article.published, article.source) == ("Jane Doe", date(2023, 11, 8), "Reuters")
    assert article.url == "http://gazette.example/2023/11/ministers"
    assert article.body.of(article.text).startswith("The ministers met")


def test_an_entry_keeps_its_own_words_and_place(gazette: Web) -> None:
    untitled, second, first = articles(FeedRequest(FEED))

    assert first.origin == Origin("feed", "http://gazette.example/2023/11/ministers")
    assert (first.format, first.original[:3]) == ("feed", b"<p>")
    assert second.article.source == "Harbour Gazette & Mail"
    assert "x()" not in second.article.text
    assert untitled.origin.place.startswith(FEED + "#")
    assert untitled.article.text == "Neither guid nor link\n\n5 < 6, said the envoy."


def test_what_is_known_is_not_told_again(gazette: Web) -> None:
    first = entries(FeedRequest(FEED))
    known = {entry.key: entry.said for entry in first}

    assert entries(FeedRequest(FEED, known=dict(list(known.items())[:2]))) == first[2:]
    assert entries(FeedRequest(FEED, known=known)) == []


def test_what_has_changed_is_told_again_unless_it_is_not_wanted(gazette: Web) -> None:
    one, two, three = entries(FeedRequest(FEED))
    known = {one.key: "other", two.key: "", three.key: three.said}

    assert entries(FeedRequest(FEED, known=known)) == [one]


def test_a_feed_that_holds_nothing_new_says_so(gazette: Web) -> None:
    gazette.answers["/feed"] = page(b"", status="304 Not Modified")

    assert list(feed_events(FeedRequest(FEED, etag='"7"'))) == [Unchanged()]


def test_an_entry_without_a_word_costs_one_line(gazette: Web) -> None:
    item = "<item><title>\u200b</title><guid>1</guid><link>/x</link></item>"
    gazette.answers["/feed"] = page(f"<rss version='2.0'><channel>{item}</channel></rss>".encode())

    told = entries(FeedRequest(FEED))

    assert [entry.item for entry in told] in (
        [],
        [Refused("http://gazette.example/x", "http://gazette.example/x is empty.")],
    )


def test_the_text_is_taken_from_the_page_where_the_reader_wants_it(gazette: Web) -> None:
    gazette.answers["/2023/11/ministers"] = page(PAGE.encode(), "Content-Type: text/html")

    first = articles(FeedRequest(FEED, wants_pages=True))[-1]

    assert first.format == "html"
    assert STORY.strip() in first.article.text
    assert (first.article.title, first.article.published) == ("Ministers meet in Ankara", date(2023, 11, 8))
    assert first.origin == Origin("feed", "http://gazette.example/2023/11/ministers")


def test_an_entry_whose_page_cannot_be_had_is_kept_and_told(gazette: Web) -> None:
    events = list(feed_events(FeedRequest(FEED, wants_pages=True)))

    told = [event for event in events if isinstance(event, Refused)]
    assert told[-1].name == "http://gazette.example/2023/11/ministers"
    assert told[-1].reason == (
        "http://gazette.example/2023/11/ministers does not exist. Check the address (404)."
        " What the feed says of it is kept instead."
    )
    assert [event.item.format for event in events if isinstance(event, FeedEntry)] == ["feed"] * 3  # type: ignore[union-attr]


def test_a_page_that_holds_less_than_the_feed_is_not_taken(gazette: Web) -> None:
    gazette.answers["/2023/11/ministers"] = page(b"<p>Please accept.", "Content-Type: text/html")

    assert articles(FeedRequest(FEED, wants_pages=True))[-1].format == "feed"


def test_only_so_many_pages_are_fetched_at_a_time(gazette: Web) -> None:
    items = "".join(f"<item><title>T{n}</title><link>/{n}</link></item>" for n in range(MOST_PAGES + 2))
    gazette.answers["/feed"] = page(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())

    assert len(entries(FeedRequest(FEED, wants_pages=True))) == MOST_PAGES + 2
    fetched = [request.target for request in gazette.requests[1:]]
    assert fetched == [f"/{n}" for n in range(MOST_PAGES - 1, -1, -1)]


def test_the_page_of_an_entry_may_not_be_private(gazette: Web) -> None:
    item = "<item><title>T</title><description>words</description><link>http://127.0.0.1/x</link></item>"
    gazette.answers["/feed"] = page(f"<rss version='2.0'><channel>{item}</channel></rss>".encode())

    _, told, entry = feed_events(FeedRequest(FEED, wants_pages=True))

    assert isinstance(told, Refused)
    assert "on your own machine or network" in told.reason
    assert isinstance(entry, FeedEntry)


LINK = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'


@pytest.mark.parametrize(
    "extra", ["", LINK.format("Gazette: comments", "/comments/feed"), LINK.format("x", "ftp://x/")]
)
def test_a_page_stands_for_the_one_feed_that_it_names(gazette: Web, extra: str) -> None:
    gazette.answers["/"] = page(
        f"<html><head>{extra}{LINK.format('All', 'feed')}{LINK.format('All', '/feed')}".encode()
    )

    answered, *rest = feed_events(FeedRequest("http://gazette.example/", is_new=True))

    assert answered == Answered(FEED, "Harbour Gazette & Mail", '"7"', "now")
    assert len(rest) == 3


def test_of_several_feeds_the_reader_chooses(gazette: Web) -> None:
    links = LINK.format("World", "/world") + LINK.format("Region", "http://region.example/")
    gazette.answers["/"] = page(f"<!DOCTYPE html><head>{links}".encode())

    assert list(feed_events(FeedRequest("http://gazette.example/", is_new=True))) == [
        Choice(
            (Subscription("http://gazette.example/world", "World"), Subscription("http://region.example/", "Region"))
        )
    ]


@pytest.mark.parametrize("head", ["", LINK.format("All", "/other")])
def test_a_page_that_leads_to_no_feed_is_refused(gazette: Web, head: str) -> None:
    gazette.answers = {"/": page(f"<html><head>{head}".encode()), "/other": page(b"<html><body>x")}

    with pytest.raises(SourceError, match="is a web page"):
        list(feed_events(FeedRequest("http://gazette.example/", is_new=True)))


def test_a_feed_that_became_a_page_is_not_followed_elsewhere(gazette: Web) -> None:
    gazette.answers["/feed"] = page(f"<html><head>{LINK.format('All', '/other')}".encode())

    with pytest.raises(SourceError, match=r"/feed is a web page, not a feed\."):
        list(feed_events(FeedRequest(FEED)))
