"""Taking in what is new in feeds."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing

from reader.desk.fetching import End, Entries, Fetcher, Round, Step
from reader.library.library import Library
from reader.model.intake import Incoming, Item, Refused
from reader.model.outcome import Outcome, OutcomeKind
from reader.model.value import Value
from reader.model.web import Answered, Choice, FeedEntry, FeedRequest

CHOICES = 5
"""Feeds of a page that an error names."""


class Came(Value, frozen=True):
    """Entries of a feed came in, and are safe."""

    feed: str
    """Its address."""
    outcomes: tuple[Outcome, ...]


class Checked(Value, frozen=True):
    """A feed is done."""

    feed: str
    """Its address."""
    title: str
    added: int
    """Articles that were not there before."""
    failure: str | None
    """Why it could not be read."""
    done: int
    """Feeds, this one included."""
    total: int


class Refreshed(Value, frozen=True):
    """What came of a refresh."""

    feeds: tuple[str, ...]
    """Addresses of those that were read, or had nothing new."""
    outcomes: Mapping[OutcomeKind, int]
    """How many entries became what."""
    failures: tuple[Refused, ...]
    """Feeds that could not be read."""
    is_stopped: bool
    """Whether it was left before all feeds were done."""


Tell = Callable[[Came | Checked], None]


class Refresh:
    """One go through feeds.

    Args:
        library: what the articles go to.
        requests: one for each feed.
        open_fetcher: starts a program that fetches.
        tell: hears of what came in when it is on the disk, and of each feed that is done; in the thread of `run`.
    """

    def __init__(
        self, library: Library, requests: Sequence[FeedRequest], open_fetcher: Callable[[], Fetcher], tell: Tell
    ) -> None:
        self._library = library
        self._round = Round(requests, open_fetcher)
        self._total = len(requests)
        self._tell = tell
        self._answers: dict[str, Answered] = {}
        self._choices: dict[str, Choice] = {}
        # Of a feed that was followed before: who asked did not know yet which feed it is.
        self._seen: Mapping[str, str] = {}
        self._known = {request.url: request.known for request in requests}
        self._counts: dict[str, Counter[OutcomeKind]] = {request.url: Counter() for request in requests}
        self._incomplete: set[str] = set()
        self._read: list[str] = []
        self._failures: list[Refused] = []

    def run(self) -> None:
        """Do it; an interrupt ends it, and goes on.

        Raises:
            StorageError: what came cannot be kept; the rest was not asked for.
        """
        with closing(self._round.steps()) as steps:
            for step in steps:
                self._keep(step)

    def result(self) -> Refreshed:
        """What came of it, as far as it went."""
        counts: Counter[OutcomeKind] = sum(self._counts.values(), Counter())
        return Refreshed(tuple(self._read), counts, tuple(self._failures), self._round.is_stopped)

    def stop(self) -> None:
        """Leave it, from any thread; what was told is safe."""
        self._round.stop()

    def _keep(self, step: Step) -> None:
        url = step.request.url
        match step.what:
            case Answered() as answered:
                self._answers[url] = answered
                if step.request.is_new:
                    self._library.feeds.add(answered.url, answered.title, wants_pages=step.request.wants_pages)
                    self._seen = self._library.feeds.seen(answered.url)
            case Choice() as choice:
                self._choices[url] = choice
            case Entries(entries):
                self._take(url, entries)
            case End(failure):
                self._end(url, failure)

    def _take(self, url: str, entries: Sequence[FeedEntry | Refused]) -> None:
        """Keep entries: first the articles, then that they were seen, so that nothing is lost in between."""
        feed = self._feed_of(url)
        news = [
            entry
            for entry in entries
            if isinstance(entry, FeedEntry) and self._seen.get(entry.key) not in ("", entry.said)
        ]
        items = [entry.item for entry in news if isinstance(entry.item, Incoming)]
        became = iter(self._library.add_many(items))
        outcomes = [next(became) if isinstance(entry.item, Incoming) else _refused(entry.item) for entry in news]
        became_of = list(zip(news, outcomes, strict=True))
        seen = {entry.key: (entry.said, outcome.article_id) for entry, outcome in became_of}
        self._library.feeds.note_seen(feed, seen)
        # That something else in an entry has changed than its text is not worth a word.
        before = {**self._seen, **self._known[url]}
        told = [
            outcome for entry, outcome in became_of if not (outcome.kind is OutcomeKind.KNOWN and entry.key in before)
        ]
        self._counts[url].update(outcome.kind for outcome in told)
        refused = [entry for entry in entries if isinstance(entry, Refused)]
        if refused:
            self._incomplete.add(url)
        self._tell(Came(feed, (*told, *map(_refused, refused))))

    def _end(self, url: str, failure: str | None) -> None:
        feed, answered = self._feed_of(url), self._answers.get(url)
        if url in self._choices:
            failure = _several(url, self._choices[url])
        if failure is not None:
            self._failures.append(Refused(url, failure))
            self._library.feeds.note_failure(feed, failure)
        elif answered is None:
            self._library.feeds.note_unchanged(feed)
        elif url in self._incomplete:
            # Without validators it answers the next time, too, and pages that could not be had are tried again.
            self._library.feeds.note_answer(feed, title=answered.title)
        else:
            self._library.feeds.note_answer(feed, title=answered.title, etag=answered.etag, modified=answered.modified)
        if failure is None:
            self._read.append(feed)
        followed = self._library.feeds.get(feed)
        title = followed.title if followed else ""
        done = len(self._read) + len(self._failures)
        self._tell(Checked(feed, title, self._counts[url][OutcomeKind.ADDED], failure, done, self._total))

    def _feed_of(self, url: str) -> str:
        """The address of the feed that a request led to."""
        return self._answers[url].url if url in self._answers else url


def _refused(item: Item) -> Outcome:
    assert isinstance(item, Refused)
    return Outcome(OutcomeKind.REFUSED, None, None, item.name, item.reason)


def _several(url: str, choice: Choice) -> str:
    named = [f"{feed.url} ({feed.title})" if feed.title else feed.url for feed in choice.feeds[:CHOICES]]
    more = f", and {len(choice.feeds) - CHOICES} more" if len(choice.feeds) > CHOICES else ""
    return f"{url} names several feeds. Add the one that you mean: {', '.join(named)}{more}."
