"""The feeds of a home, for the verbs of feeds."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.cli.indexing import finish_index
from reader.cli.opening import opened
from reader.cli.outcomes import OutcomeLines
from reader.cli.output import say_json
from reader.cli.progress import Progress
from reader.config import read_config
from reader.desk.feeds import Came, Checked, Feed, Feeds
from reader.desk.holdings import Holdings

if TYPE_CHECKING:
    from reader.desk.fetching import Fetcher


@contextmanager
def opened_feeds(asked: Namespace) -> Iterator[Feeds]:
    """The feeds of the home that was asked for; what came in is in the index when they are closed."""
    with opened(asked) as holdings:
        rules = read_config(holdings.home.settings).network
        yield Feeds(holdings.library, rules, lambda: _fetcher(holdings))
        finish_index(holdings, 0)


def feed_object(feed: Feed) -> dict[str, Any]:
    """JSON-ready form."""
    return {
        "url": feed.url,
        "title": feed.title,
        "pages": feed.wants_pages,
        "added": feed.added.isoformat() if feed.added else None,
        "checked": feed.checked.isoformat() if feed.checked else None,
        "failure": feed.failure,
    }


def feed_cells(feed: Feed) -> tuple[str, str, str, str, str]:
    """Address, title, time of the last look, where the text comes from, failure."""
    checked = feed.checked.isoformat(timespec="seconds") if feed.checked else ""
    return feed.url, feed.title, checked, "pages" if feed.wants_pages else "", feed.failure or ""


class News:
    """Tells what comes in from feeds, and what each of them gave.

    Args:
        total: feeds.
        as_json: whether JSON is wanted.
    """

    def __init__(self, total: int, *, as_json: bool) -> None:
        self._as_json = as_json
        self._progress = Progress(total, "feeds")
        self._lines = OutcomeLines(as_json=as_json)

    def __call__(self, told: Came | Checked) -> None:
        """Print it."""
        self._progress.clear()
        if isinstance(told, Came):
            for outcome in told.outcomes:
                self._lines.tell(outcome, feed=told.feed)
            return
        if self._as_json:
            say_json({"feed": told.feed, "title": told.title, "added": told.added, "failure": told.failure})
        self._progress.show(told.done, told.title)

    def summary(self) -> str:
        """How many entries became what."""
        self._progress.clear()
        return self._lines.summary()


def _fetcher(holdings: Holdings) -> "Fetcher":
    from reader.worker.importer import IngestWorker

    return IngestWorker(holdings.home.worker_log)
