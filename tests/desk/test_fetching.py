from collections.abc import Callable, Iterator
from threading import Barrier, Event, Lock, Thread

import pytest

from reader.desk.fetching import BATCH, FETCHERS, End, Entries, Fetcher, Round, Step
from reader.errors import SourceError
from reader.model.intake import Refused
from reader.model.web import Answered, FeedEntry, FeedEvent, FeedRequest, Unchanged

ANSWERED = Answered("u", "t", None, None)


class FakeFetcher:
    """Tells what a test says; knows when it was stopped."""

    def __init__(self, answer: Callable[[FeedRequest], Iterator[FeedEvent]]) -> None:
        self._answer = answer
        self.is_stopped = Event()

    def feed_events(self, request: FeedRequest) -> Iterator[FeedEvent]:
        yield from self._answer(request)

    def stop(self) -> None:
        self.is_stopped.set()


class Fetchers:
    """All fetchers of a round."""

    def __init__(self, answer: Callable[[FeedRequest], Iterator[FeedEvent]]) -> None:
        self._answer = answer
        self.opened: list[FakeFetcher] = []

    def open(self) -> Fetcher:
        self.opened.append(FakeFetcher(self._answer))
        return self.opened[-1]


def requests(*urls: str) -> list[FeedRequest]:
    return [FeedRequest(url) for url in urls]


def entry(number: int) -> FeedEntry:
    return FeedEntry(str(number), "said", Refused(str(number), "x"))


def test_all_feeds_are_asked_and_told_in_their_order() -> None:
    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        yield ANSWERED
        yield entry(1)
        yield Refused("page", "x")

    fetchers = Fetchers(answer)
    asked = requests(*(f"http://{n}.example/" for n in range(10)))

    steps = list(Round(asked, fetchers.open).steps())

    for request in asked:
        told = [step.what for step in steps if step.request == request]
        assert told == [ANSWERED, Entries((entry(1), Refused("page", "x"))), End(None)]
    assert 1 <= len(fetchers.opened) <= FETCHERS
    assert all(fetcher.is_stopped.is_set() for fetcher in fetchers.opened)


def test_several_feeds_are_fetched_at_a_time() -> None:
    together = Barrier(FETCHERS, timeout=20)

    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        together.wait()
        yield Unchanged()

    steps = list(Round(requests(*(f"http://{n}.example/" for n in range(FETCHERS))), Fetchers(answer).open).steps())

    assert [step.what for step in steps] == [End(None)] * FETCHERS


def test_a_host_is_asked_for_one_feed_at_a_time() -> None:
    busy = Lock()

    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        assert busy.acquire(blocking=False)
        yield ANSWERED
        busy.release()

    fetchers = Fetchers(answer)

    steps = list(Round(requests(*(f"http://one.example/{n}" for n in range(9))), fetchers.open).steps())

    assert len(steps) == 18
    assert len(fetchers.opened) == 1


def test_one_broken_feed_stops_no_other() -> None:
    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        if "broken" in request.url:
            raise SourceError("It is broken.")
        yield Unchanged()

    asked = requests("http://a.example/", "http://broken.example/", "http://broken.example/2", "http://b.example/")

    ends = {step.request.url: step.what for step in Round(asked, Fetchers(answer).open).steps()}

    assert list(ends.values()).count(End(None)) == 2
    assert ends["http://broken.example/"] == ends["http://broken.example/2"] == End("It is broken.")


def test_what_a_feed_told_before_it_broke_is_kept() -> None:
    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        yield ANSWERED
        yield from map(entry, range(BATCH + 1))
        raise SourceError("It broke.")

    steps = Round(requests("http://a.example/"), Fetchers(answer).open).steps()

    sizes = [len(step.what.of) if isinstance(step.what, Entries) else step.what for step in steps]
    assert sizes == [ANSWERED, BATCH, 1, End("It broke.")]


def test_no_feeds_are_no_work() -> None:
    fetchers = Fetchers(lambda _: iter(()))

    assert list(Round([], fetchers.open).steps()) == []
    assert fetchers.opened == []


def test_a_round_can_be_stopped_while_all_wait() -> None:
    fetchers = Fetchers(lambda _: iter(()))
    started = Event()

    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        started.set()
        fetchers.opened[0].is_stopped.wait(20)
        raise SourceError("It was stopped.")
        yield

    fetchers = Fetchers(answer)
    round_ = Round(requests("http://a.example/1", "http://a.example/2"), fetchers.open)
    told: list[Step] = []

    steps = round_.steps()
    waiting = Thread(target=lambda: told.extend(steps))
    waiting.start()
    assert started.wait(20)
    round_.stop()
    waiting.join(20)

    assert not waiting.is_alive()
    assert told == []
    assert round_.is_stopped


def test_a_round_that_is_left_ends_its_programs() -> None:
    def answer(request: FeedRequest) -> Iterator[FeedEvent]:
        yield ANSWERED
        yield from map(entry, range(100 * BATCH))

    fetchers = Fetchers(answer)
    round_ = Round(requests(*(f"http://{n}.example/" for n in range(9))), fetchers.open)

    steps = round_.steps()
    next(steps)
    steps.close()

    assert round_.is_stopped
    assert all(fetcher.is_stopped.is_set() for fetcher in fetchers.opened)


def test_a_program_that_cannot_be_started_is_told() -> None:
    def cannot() -> Fetcher:
        raise OSError(2, "No such file")

    with pytest.raises(OSError, match="No such file"):
        list(Round(requests("http://a.example/", "http://b.example/"), cannot).steps())
