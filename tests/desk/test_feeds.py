from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.desk.feeds import Came, Checked, Feeds
from reader.errors import SourceError, StorageError, UsageError
from reader.ingest.web import feed_events
from reader.library.library import Library
from reader.model.network import NetworkRules
from reader.model.outcome import OutcomeKind
from reader.model.web import FeedEvent, FeedRequest, Subscription
from reader.worker.importer import IngestWorker
from tests.ingest.web import Web, moved, page
from tests.test_architecture import loaded_by

GAZETTE = "http://gazette.example/feed"
MINISTRY = "http://ministry.example/feed"


class InProcess:
    """Fetches without a program of its own."""

    def __init__(self) -> None:
        self.requests: list[FeedRequest] = []

    def feed_events(self, request: FeedRequest) -> Iterator[FeedEvent]:
        self.requests.append(request)
        return feed_events(request)

    def stop(self) -> None:
        """Nothing runs."""


class Heard:
    """What a refresh told."""

    def __init__(self) -> None:
        self.all: list[Came | Checked] = []

    def __call__(self, told: Came | Checked) -> None:
        self.all.append(told)

    @property
    def kinds(self) -> list[str]:
        return [str(outcome.kind) for told in self.all if isinstance(told, Came) for outcome in told.outcomes]

    @property
    def checked(self) -> list[Checked]:
        return [told for told in self.all if isinstance(told, Checked)]


def rss(title: str, *names: str, more: str = "") -> bytes:
    items = "".join(
        f"<item><title>{name}</title><guid>{name}</guid>"
        f"<description>The {name} met on Monday.{more}</description></item>"
        for name in names
    )
    return page(f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode(), 'ETag: "1"')


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.db")
    yield library
    library.close()


@pytest.fixture
def fetcher() -> InProcess:
    return InProcess()


@pytest.fixture
def feeds(web: Web, library: Library, fetcher: InProcess) -> Feeds:
    """Feeds of a world with two sites, both with the path `/feed`."""
    web.name("gazette.example")
    web.name("ministry.example")
    answers = {
        "gazette.example": rss("Gazette", "envoys", "ministers"),
        "ministry.example": rss("Ministry", "delegates"),
    }
    web.answers["/feed"] = lambda request: answers[request.headers["host"]]
    return Feeds(library, NetworkRules(), lambda: fetcher)


def test_a_feed_that_is_added_is_followed_and_read(feeds: Feeds, library: Library) -> None:
    heard = Heard()

    feed = feeds.add("http://GAZETTE.example/feed#x", heard)

    assert (feed.url, feed.title, feed.etag, feed.failure) == (GAZETTE, "Gazette", '"1"', None)
    assert feed.checked is not None
    assert feeds.all() == (feed,)
    assert heard.kinds == ["added", "added"]
    assert heard.all[-1] == Checked(GAZETTE, "Gazette", 2, None, 1, 1)
    came = heard.all[0]
    assert isinstance(came, Came)
    (rank, _) = (outcome.rank for outcome in came.outcomes)
    article = library.article_at(rank or 0)
    assert article is not None
    assert article.text == "ministers\n\nThe ministers met on Monday."


def test_what_is_told_is_on_the_disk(feeds: Feeds, tmp_path: Path) -> None:
    def look(told: Came | Checked) -> None:
        if isinstance(told, Came):
            other = Library(tmp_path / "library.db")
            assert all(outcome.rank and other.article_at(outcome.rank) for outcome in told.outcomes)
            other.close()

    feeds.add(GAZETTE, look)


def test_entries_are_never_doubled(feeds: Feeds, web: Web) -> None:
    feeds.add(GAZETTE, Heard())
    web.answers["/feed"] = rss("Gazette", "chargés", "envoys", "ministers")
    heard = Heard()

    feeds.add(GAZETTE, heard)
    feeds.refresh([], heard)

    assert heard.kinds == ["added"]
    assert len(feeds.all()) == 1


def test_a_feed_is_asked_only_for_what_is_new(feeds: Feeds, web: Web) -> None:
    feeds.add(GAZETTE, Heard())
    web.answers["/feed"] = page(b"", status="304 Not Modified")
    heard = Heard()

    refreshed = feeds.refresh([GAZETTE], heard)

    assert web.requests[-1].headers["if-none-match"] == '"1"'
    assert refreshed.feeds == (GAZETTE,)
    assert heard.all == [Checked(GAZETTE, "Gazette", 0, None, 1, 1)]
    assert feeds.all()[0].etag == '"1"'


def test_one_broken_feed_stops_no_other_and_is_told(feeds: Feeds, web: Web) -> None:
    feeds.add(GAZETTE, Heard())
    feeds.add(MINISTRY, Heard())
    del web.names["gazette.example"]
    web.answers["/feed"] = rss("Ministry", "delegates", "observers")
    heard = Heard()

    refreshed = feeds.refresh([], heard)

    reason = "There is no host gazette.example, or this machine is offline."
    assert heard.kinds == ["added"]
    assert [(failure.name, failure.reason) for failure in refreshed.failures] == [(GAZETTE, reason)]
    assert refreshed.feeds == (MINISTRY,)
    assert refreshed.outcomes == {OutcomeKind.ADDED: 1}
    assert [feed.failure for feed in feeds.all()] == [reason, None]
    assert sorted(checked.done for checked in heard.checked) == [1, 2]
    assert feeds.all()[0].etag == '"1"'


def test_a_feed_that_is_well_again_has_no_failure(feeds: Feeds, web: Web) -> None:
    feeds.add(GAZETTE, Heard())
    answer = web.answers["/feed"]
    web.answers["/feed"] = page(b"", status="500 Oops")
    feeds.refresh([], Heard())
    assert feeds.all()[0].failure == f"{GAZETTE} is out of order. Try again later (500)."
    web.answers["/feed"] = answer

    feeds.refresh([], Heard())

    assert feeds.all()[0].failure is None


def test_a_corrected_entry_becomes_a_new_version_once(feeds: Feeds, web: Web, library: Library) -> None:
    feeds.add(GAZETTE, Heard())
    web.answers["/feed"] = rss("Gazette", "envoys", more=" They had met before.")
    heard = Heard()

    feeds.refresh([], heard)
    feeds.refresh([], heard)

    assert heard.kinds == ["updated"]
    came = heard.all[0]
    assert isinstance(came, Came)
    (outcome,) = came.outcomes
    assert len(library.versions(outcome.article_id or "")) == 2


def test_an_entry_that_was_removed_does_not_come_back_when_it_is_corrected(
    feeds: Feeds, web: Web, library: Library
) -> None:
    heard = Heard()
    feeds.add(GAZETTE, heard)
    came = heard.all[0]
    assert isinstance(came, Came)
    library.set_states([outcome.rank or 0 for outcome in came.outcomes], removed=True)
    web.answers["/feed"] = rss("Gazette", "envoys", "ministers", more=" They had met before.")
    again = Heard()

    feeds.refresh([], again)

    assert again.kinds == []


def test_a_vanished_entry_stays_here(feeds: Feeds, web: Web, library: Library) -> None:
    heard = Heard()
    feeds.add(GAZETTE, heard)
    web.answers["/feed"] = rss("Gazette")

    feeds.refresh([], heard)

    came = heard.all[0]
    assert isinstance(came, Came)
    assert all(library.article_at(outcome.rank or 0) for outcome in came.outcomes)


def test_what_the_reader_removed_does_not_come_back(feeds: Feeds, library: Library) -> None:
    heard = Heard()
    feeds.add(GAZETTE, heard)
    came = heard.all[0]
    assert isinstance(came, Came)
    library.set_states([outcome.rank or 0 for outcome in came.outcomes], removed=True)
    feeds.remove(GAZETTE)
    again = Heard()

    feeds.add(GAZETTE, again)

    assert again.kinds == []
    assert again.checked == [Checked(GAZETTE, "Gazette", 0, None, 1, 1)]


def test_a_page_is_followed_as_the_feed_that_it_names(feeds: Feeds, web: Web) -> None:
    web.answers["/"] = page(b'<html><link rel="alternate" type="application/rss+xml" href="/feed">')

    assert feeds.add("http://gazette.example/", Heard()).url == GAZETTE
    assert [feed.url for feed in feeds.all()] == [GAZETTE]


def test_of_several_feeds_the_reader_is_asked_for_one(feeds: Feeds, web: Web) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/{0}" title="{0}">'
    web.answers["/"] = page(f"<html>{link.format('a')}{link.format('b')}".encode())

    with pytest.raises(SourceError) as error:
        feeds.add("http://gazette.example/", Heard())

    assert str(error.value) == (
        "http://gazette.example/ names several feeds. Add the one that you mean:"
        " http://gazette.example/a (a), http://gazette.example/b (b)."
    )
    assert feeds.all() == ()


@pytest.mark.parametrize("url", ["http://nowhere.example/feed", "http://gazette.example/none", "http://127.0.0.1/"])
def test_what_is_no_feed_is_not_followed(feeds: Feeds, url: str) -> None:
    with pytest.raises(SourceError):
        feeds.add(url, Heard())

    assert feeds.all() == ()


def test_a_feed_that_moved_keeps_its_address(feeds: Feeds, web: Web) -> None:
    web.answers["/old"] = moved("/feed")

    assert feeds.add("http://gazette.example/old", Heard()).url == "http://gazette.example/old"


def test_the_pages_of_entries_are_fetched_where_the_reader_wants_them(feeds: Feeds, fetcher: InProcess) -> None:
    feeds.add(GAZETTE, Heard())

    feeds.want_pages(GAZETTE, wants_pages=True)
    feeds.refresh([], Heard())
    feeds.want_pages(GAZETTE, wants_pages=False)
    feeds.refresh([], Heard())

    assert [request.wants_pages for request in fetcher.requests] == [False, True, False]


def test_a_page_that_could_not_be_had_is_tried_again(feeds: Feeds, web: Web, library: Library) -> None:
    """Though the feed itself has not changed: it is asked without its validators."""
    item = "<item><title>Talks</title><link>/talks</link><description>They met.</description></item>"
    web.answers["/feed"] = lambda request: (
        page(b"", status="304 Not Modified")
        if "if-none-match" in request.headers
        else page(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), 'ETag: "1"')
    )
    web.answers["/talks"] = page(b"", status="500 Oops")
    first, second, third, fourth = Heard(), Heard(), Heard(), Heard()
    feeds.add(GAZETTE, first, wants_pages=True)
    feeds.refresh([], second)
    web.answers["/talks"] = page(b"<article><p>They met in Ankara on Monday, and spoke of grain.</p></article>")
    feeds.refresh([], third)
    before = len(web.requests)
    feeds.refresh([], fourth)

    assert first.kinds == ["added", "refused"]
    assert second.kinds == ["refused"]
    assert third.kinds == ["updated"]
    assert (fourth.kinds, len(web.requests)) == ([], before + 1)


def test_pages_may_be_wanted_from_the_first_entry(feeds: Feeds, fetcher: InProcess) -> None:
    assert feeds.add(GAZETTE, Heard(), wants_pages=True).wants_pages
    assert feeds.add(GAZETTE, Heard()).wants_pages
    assert not feeds.add(GAZETTE, Heard(), wants_pages=False).wants_pages

    assert [request.wants_pages for request in fetcher.requests] == [True, True, False]


def test_a_feed_that_is_removed_is_asked_no_more(feeds: Feeds, web: Web) -> None:
    feeds.add(GAZETTE, Heard())
    feeds.remove("http://gazette.example:80/feed")
    before = len(web.requests)

    refreshed = feeds.refresh([], Heard())

    assert (refreshed.feeds, len(web.requests)) == ((), before)


@pytest.mark.parametrize("verb", ["remove", "refresh", "want_pages"])
def test_a_feed_that_is_not_followed_is_told(feeds: Feeds, verb: str) -> None:
    calls: dict[str, Callable[[], object]] = {
        "remove": lambda: feeds.remove(MINISTRY),
        "refresh": lambda: feeds.refresh([MINISTRY], Heard()),
        "want_pages": lambda: feeds.want_pages(MINISTRY, wants_pages=True),
    }

    with pytest.raises(UsageError, match=r"^http://ministry\.example/feed is not followed\. `diploreader feed list`"):
        calls[verb]()


def test_a_refresh_that_is_stopped_keeps_what_it_told(feeds: Feeds, web: Web) -> None:
    feeds.import_opml(OPML, "x")
    heard = Heard()

    def stop(told: Came | Checked) -> None:
        heard(told)
        feeds.stop()

    refreshed = feeds.refresh([], stop)

    assert refreshed.is_stopped
    assert len(heard.all) == 1
    again = Heard()
    rest = feeds.refresh([], again)
    assert not rest.is_stopped
    assert len(heard.kinds) + len(again.kinds) == 3


def test_an_interrupt_ends_a_refresh_and_what_came_is_told(feeds: Feeds) -> None:
    feeds.import_opml(OPML, "x")

    def interrupt(told: Came | Checked) -> None:
        raise KeyboardInterrupt

    refreshed = feeds.refresh([], interrupt)

    assert refreshed.is_stopped
    assert sum(refreshed.outcomes.values()) in (1, 2)


def test_an_interrupt_while_a_feed_is_added_goes_on(feeds: Feeds) -> None:
    def interrupt(told: Came | Checked) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        feeds.add(GAZETTE, interrupt)


def test_what_cannot_be_kept_ends_the_refresh(feeds: Feeds, library: Library, tmp_path: Path) -> None:
    feeds.import_opml(OPML, "x")

    def fail(told: Came | Checked) -> None:
        raise StorageError("The disk is full.")

    with pytest.raises(StorageError, match=r"The disk is full\."):
        feeds.refresh([], fail)


def test_the_process_of_the_screen_loads_no_parser_for_feeds() -> None:
    assert not loaded_by("import reader.desk.feeds") & {"lxml", "feedparser", "urllib3", "trafilatura"}


def test_feeds_are_fetched_by_programs_of_their_own(web: Web, library: Library) -> None:
    """The whole way: these programs are not held back by the walls around the tests, and reach the server itself."""
    web.answers["/feed"] = rss("Gazette", "envoys", "ministers")
    host = f"127.0.0.1:{web.port}"
    feeds = Feeds(library, NetworkRules(allow_private=("127.0.0.1",)), lambda: IngestWorker(None))
    heard = Heard()

    feed = feeds.add(f"http://{host}/feed", heard)
    refreshed = feeds.refresh([], heard)

    assert feed.title == "Gazette"
    assert heard.kinds == ["added", "added"]
    assert refreshed.feeds == (f"http://{host}/feed",)
    web.answers["/"] = page(b"<html>Hello.")
    with pytest.raises(SourceError, match="is a web page that names no feed"):
        feeds.add(f"http://{host}/", heard)


OPML = f"""<opml version="2.0"><body>
<outline text="G & M" xmlUrl="{GAZETTE}"/>
<outline text="Folder"><outline text="" xmlUrl="{MINISTRY}"/></outline>
<outline text="Owned" xmlUrl="|touch owned"/>
</body></opml>""".encode()


def test_a_list_of_feeds_is_followed_line_by_line(feeds: Feeds) -> None:
    gazette, ministry = Subscription(GAZETTE, "G & M"), Subscription(MINISTRY, "")

    first = feeds.import_opml(OPML, "x")
    second = feeds.import_opml(OPML, "x")

    assert (first.added, first.known) == ((gazette, ministry), ())
    assert (second.added, second.known) == ((), (gazette, ministry))
    assert [refused.name for refused in first.refused] == ["Owned"]
    assert {feed.url: feed.title for feed in feeds.all()} == {GAZETTE: "G & M", MINISTRY: ""}


def test_a_feed_keeps_the_name_of_the_list_and_takes_its_own_where_it_has_none(feeds: Feeds) -> None:
    feeds.import_opml(OPML, "x")

    feeds.refresh([], Heard())

    assert {feed.url: feed.title for feed in feeds.all()} == {GAZETTE: "G & M", MINISTRY: "Ministry"}


def test_feeds_that_are_handed_on_can_be_taken_back(feeds: Feeds) -> None:
    feeds.import_opml(OPML, "x")
    feeds.refresh([], Heard())
    written = feeds.export_opml()
    feeds.remove(GAZETTE)
    feeds.remove(MINISTRY)

    feeds.import_opml(written, "x")

    assert {feed.url: feed.title for feed in feeds.all()} == {GAZETTE: "G & M", MINISTRY: "Ministry"}
