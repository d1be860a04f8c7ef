from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library.feeds import Feed
from reader.library.library import Library

URL = "https://example.org/feed.xml"


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home / "library.db")


def test_a_feed_is_followed_once(library: Library) -> None:
    before = datetime.now(UTC)

    assert library.feeds.add(URL, "A wire", wants_pages=True)
    assert not library.feeds.add(URL, "Another name")

    (feed,) = library.feeds.all()
    assert (feed.url, feed.title, feed.wants_pages) == (URL, "A wire", True)
    assert (feed.etag, feed.modified, feed.checked, feed.failure) == (None, None, None, None)
    assert feed.added is not None
    assert before <= feed.added <= datetime.now(UTC)


def test_feeds_stand_by_title_whatever_the_case(library: Library) -> None:
    for title in ("beta", "Gamma", "Alpha"):
        library.feeds.add(f"https://example.org/{title}", title)

    assert [feed.title for feed in library.feeds.all()] == ["Alpha", "beta", "Gamma"]


def test_an_answer_is_kept_and_names_a_feed_without_a_name(library: Library) -> None:
    library.feeds.add(URL)
    library.feeds.note_failure(URL, "There is no host example.org.")
    library.feeds.note_answer(URL, title="A wire", etag='"1"', modified="Wed, 08 Nov 2023 12:00:00 GMT")

    feed = _feed(library)
    assert (feed.title, feed.etag, feed.modified) == ("A wire", '"1"', "Wed, 08 Nov 2023 12:00:00 GMT")
    assert feed.failure is None
    assert feed.checked is not None

    library.feeds.note_answer(URL, title="A new name")
    assert (_feed(library).title, _feed(library).etag) == ("A wire", None)


def test_a_failure_leaves_what_is_known_of_the_last_answer(library: Library) -> None:
    library.feeds.add(URL)
    library.feeds.note_answer(URL, etag='"1"')
    library.feeds.note_failure(URL, "It is gone.")

    assert (_feed(library).failure, _feed(library).etag) == ("It is gone.", '"1"')
    library.feeds.note_unchanged(URL)
    assert (_feed(library).failure, _feed(library).etag) == (None, '"1"')


def test_the_reader_may_change_where_the_text_comes_from(library: Library) -> None:
    library.feeds.add(URL, "A wire")
    library.feeds.set_wants_pages(URL, wants_pages=True)

    assert (_feed(library).title, _feed(library).wants_pages) == ("A wire", True)


def test_entries_are_known_after_their_feed_was_removed(library: Library) -> None:
    library.feeds.add(URL)
    library.feeds.note_seen(URL, {"one": ("a", None), "two": ("b", None)})
    library.feeds.note_seen(URL, {"two": ("c", None), "three": ("d", None)})

    assert library.feeds.remove(URL)
    assert not library.feeds.remove(URL)
    assert library.feeds.get(URL) is None
    assert library.feeds.seen(URL) == {"one": "a", "two": "c", "three": "d"}
    assert library.feeds.seen("https://example.org/other.xml") == {}


def _feed(library: Library) -> Feed:
    feed = library.feeds.get(URL)
    assert feed is not None
    return feed
