"""Several feeds fetched at a time, each host by one program only."""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from queue import Empty, Queue, SimpleQueue
from threading import Event, Thread
from typing import Protocol
from urllib.parse import urlsplit

from reader.errors import SourceError
from reader.model.intake import Refused
from reader.model.value import Value
from reader.model.web import Answered, Choice, FeedEntry, FeedEvent, FeedRequest, Unchanged

FETCHERS = 4
"""Programs that fetch at the same time."""

BATCH = 100
"""Entries that are told together."""


class Fetcher(Protocol):
    """A program that fetches, for one thread."""

    def feed_events(self, request: FeedRequest) -> Iterator[FeedEvent]:
        """What is new in a feed.

        Raises:
            SourceError: it cannot be had.
        """

    def stop(self) -> None:
        """End the program, from any thread and for ever: what it is at breaks off."""


class Entries(Value, frozen=True):
    """Some of what is new in a feed, after its `Answered`."""

    of: tuple[FeedEntry | Refused, ...]


class End(Value, frozen=True):
    """A feed is done."""

    failure: str | None
    """Why it could not be read, or not to its end."""


class Step(Value, frozen=True):
    """What is heard of one feed."""

    request: FeedRequest
    what: Answered | Choice | Entries | End


class Round:
    """Feeds that are asked for what is new.

    Args:
        requests: one for each feed.
        open_fetcher: starts a program; at most one for each of `FETCHERS` threads.
    """

    def __init__(self, requests: Sequence[FeedRequest], open_fetcher: Callable[[], Fetcher]) -> None:
        by_host: defaultdict[str, list[FeedRequest]] = defaultdict(list)
        for request in requests:
            by_host[urlsplit(request.url).netloc].append(request)
        self._hosts: SimpleQueue[list[FeedRequest]] = SimpleQueue()
        for of_host in by_host.values():
            self._hosts.put(of_host)
        self._threads = min(FETCHERS, len(by_host))
        self._open_fetcher = open_fetcher
        self._fetchers: list[Fetcher] = []
        self._is_stopped = Event()
        # Bounded: who fetches waits for who keeps.
        self._heard: Queue[Step | BaseException | None] = Queue(2 * FETCHERS)

    @property
    def is_stopped(self) -> bool:
        """Whether the round was left early."""
        return self._is_stopped.is_set()

    def stop(self) -> None:
        """End the round, from any thread: what was not told yet is not."""
        self._is_stopped.set()
        for fetcher in self._fetchers:
            fetcher.stop()

    def steps(self) -> Generator[Step, None, None]:
        """What is heard of all feeds, as it comes; of each feed in its order."""
        for number in range(self._threads):
            Thread(target=self._fetch, name=f"feeds {number}", daemon=True).start()
        working = self._threads
        try:
            while working:
                heard = self._heard.get()
                if isinstance(heard, BaseException):
                    raise heard
                if heard is None:
                    working -= 1
                elif not self.is_stopped:
                    yield heard
        finally:
            if working:
                self.stop()
            while working:
                working -= self._heard.get() is None

    def _fetch(self) -> None:
        """Ask one host after the other."""
        try:
            fetcher = self._open_fetcher()
            self._fetchers.append(fetcher)
            try:
                self._ask_all(fetcher)
            finally:
                fetcher.stop()
        except BaseException as error:  # noqa: BLE001 (it is raised where the steps are waited for)
            self._heard.put(error)
        finally:
            self._heard.put(None)

    def _ask_all(self, fetcher: Fetcher) -> None:
        with suppress(Empty):
            while True:
                for request in self._hosts.get_nowait():
                    if self.is_stopped:
                        return
                    self._ask(fetcher, request)

    def _ask(self, fetcher: Fetcher, request: FeedRequest) -> None:
        failure = None
        entries: list[FeedEntry | Refused] = []
        try:
            for event in fetcher.feed_events(request):
                if isinstance(event, Answered | Choice):
                    self._heard.put(Step(request, event))
                elif not isinstance(event, Unchanged):
                    entries.append(event)
                if len(entries) >= BATCH:
                    self._heard.put(Step(request, Entries(tuple(entries))))
                    entries.clear()
        except SourceError as error:
            failure = str(error)
        if entries:
            self._heard.put(Step(request, Entries(tuple(entries))))
        self._heard.put(Step(request, End(failure)))
