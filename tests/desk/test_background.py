"""Analyses nobody has asked for, by a program that does what texts say: see tests/worker/program.py."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from time import monotonic, sleep

import psutil
import pytest

from reader.analysis import version
from reader.desk.analyses import Analyses, Reading
from reader.desk.background import FAILURES, Background
from reader.desk.naming import Naming
from reader.errors import AnalysisError
from reader.library.library import Library
from reader.library.search import Search
from reader.model.analysis import DEFAULT_METHOD, Analysis
from reader.model.article import Article
from reader.worker.supervisor import AnalysisWorker
from tests.library.adding import incoming
from tests.worker.listening import LONG, OBEDIENT


class Told(Analyses):
    """Analyses that tell which articles were read, and that were not."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, path.with_name("log"), AnalysisWorker(path.with_name("log"), OBEDIENT))
        self.told: SimpleQueue[tuple[str, bool | None]] = SimpleQueue()
        self.begun: SimpleQueue[str] = SimpleQueue()

    def analyse_quietly(self, article: Article, method: str) -> bool | None:
        self.begun.put(article.text)
        was_read = super().analyse_quietly(article, method)
        self.told.put((article.text, was_read))
        return was_read


class Shelf:
    """A library whose articles are analysed."""

    def __init__(self, home: Path) -> None:
        self.library = Library(home / "library.db")
        self.analyses = Told(home / "analyses.db")
        search = partial(Search, home / "index.db", home / "library.db", home / "analyses.db")
        naming = Naming(self.library, search)
        self.background = Background(self.library, home / "library.db", self.analyses, naming)

    def add(self, *texts: str) -> list[Article]:
        items = [incoming(text, published=date(2026, 1, day)) for day, text in enumerate(texts, 1)]
        self.library.add_many(items)
        return [item.article for item in items]

    def read(self) -> str:
        """The next article that was read."""
        while True:
            text, was_read = self.analyses.told.get(timeout=LONG)
            if was_read:
                return text

    def close(self) -> None:
        self.background.close()
        self.analyses.close()
        self.library.close()


def wait_for(path: Path) -> None:
    """Wait until another program has made a file."""
    deadline = monotonic() + LONG
    while not path.exists():
        assert monotonic() < deadline
        sleep(0.01)


@pytest.fixture
def shelf(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr(version, "analyst_version", lambda _: "obedient 1")
    shelf = Shelf(home)
    yield shelf
    shelf.close()


def test_what_is_new_is_read_newest_first_and_kept(shelf: Shelf) -> None:
    articles = shelf.add("say a", "say b", "say c")
    shelf.background.wake()
    assert [shelf.read() for _ in articles] == ["say c", "say b", "say a"]
    known = shelf.analyses.known(articles[0])
    assert known is not None
    assert known.complete


def test_what_was_read_is_not_read_again(shelf: Shelf) -> None:
    shelf.add("say a")
    shelf.background.wake()
    assert shelf.read() == "say a"
    shelf.add("say b")
    shelf.background.wake()
    assert shelf.read() == "say b"
    assert shelf.analyses.begun.qsize() == 2


def test_what_comes_in_meanwhile_is_read_before_what_is_older(shelf: Shelf) -> None:
    shelf.add("say a", "drip")
    shelf.background.wake()
    assert shelf.analyses.begun.get(timeout=LONG) == "drip"
    shelf.library.add_many([incoming("say new", published=date(2026, 2, 1))])
    shelf.background.wake()
    listener = SimpleQueue[Reading]()
    shelf.analyses.analyse(incoming("say it").article, DEFAULT_METHOD, listener.put)
    assert shelf.read() == "say new"


def test_the_open_article_is_served_first_and_what_was_left_is_read_later(shelf: Shelf, home: Path) -> None:
    marker = home / "marker"
    shelf.add(f"hang unless {marker}")
    shelf.background.wake()
    wait_for(marker)
    listener = SimpleQueue[Reading]()
    shelf.analyses.analyse(incoming("say it").article, DEFAULT_METHOD, listener.put)
    reading = listener.get(timeout=LONG)
    while reading.is_running:
        reading = listener.get(timeout=LONG)
    assert reading.analysis.complete
    assert shelf.read().startswith("hang unless")


def test_it_waits_while_the_open_article_is_read(shelf: Shelf) -> None:
    listener = SimpleQueue[Reading]()
    shelf.analyses.analyse(incoming("drip").article, DEFAULT_METHOD, listener.put)
    assert listener.get(timeout=LONG).is_running
    shelf.add("say a")
    shelf.background.wake()
    assert shelf.analyses.begun.get(timeout=LONG) == "say a"
    assert shelf.analyses.told.empty()
    shelf.analyses.stop()
    assert shelf.read() == "say a"


def test_one_program_serves_both(shelf: Shelf) -> None:
    shelf.add("say a")
    shelf.background.wake()
    shelf.read()
    listener = SimpleQueue[Reading]()
    shelf.analyses.analyse(incoming("say it").article, DEFAULT_METHOD, listener.put)
    while listener.get(timeout=LONG).is_running:
        pass
    assert len(psutil.Process().children()) == 1


def test_what_cannot_be_read_is_tried_once_a_session(shelf: Shelf) -> None:
    shelf.add("say a", "fail")
    shelf.background.wake()
    assert shelf.read() == "say a"
    shelf.add("say b")
    shelf.background.wake()
    assert shelf.read() == "say b"
    begun = [shelf.analyses.begun.get(timeout=LONG) for _ in range(shelf.analyses.begun.qsize())]
    assert begun.count("fail") == 1


def test_where_nothing_can_be_read_it_gives_up(shelf: Shelf) -> None:
    shelf.add("say a", *(f"raise {number}" for number in range(FAILURES)))
    shelf.background.wake()
    for _ in range(FAILURES):
        assert shelf.analyses.told.get(timeout=LONG)[1] is False
    thread = shelf.background._thread
    assert thread is not None
    shelf.background.close()
    thread.join(LONG)
    assert shelf.analyses.told.empty()


def test_without_an_analyst_nothing_is_begun(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = SimpleQueue[None]()

    def missing(_: str) -> str:
        asked.put(None)
        raise AnalysisError("The model is not there.")

    monkeypatch.setattr(version, "analyst_version", missing)
    shelf.add("say a")
    shelf.background.wake()
    asked.get(timeout=LONG)
    assert shelf.analyses.begun.empty()


def test_a_pause_begins_nothing(shelf: Shelf) -> None:
    shelf.add("say a", "say b")
    shelf.background.pause()
    shelf.background.wake()
    shelf.background.go_on()
    assert shelf.read() == "say b"


@pytest.mark.parametrize("text", ["drip", "hang"])
def test_closing_in_the_midst_of_it_leaves_nothing_behind(shelf: Shelf, text: str) -> None:
    shelf.add(text)
    shelf.background.wake()
    shelf.analyses.begun.get(timeout=LONG)
    thread = shelf.background._thread
    assert thread is not None
    shelf.background.close()
    shelf.analyses.close()
    thread.join(LONG)
    assert not thread.is_alive()
    assert psutil.Process().children() == []


def test_an_article_that_was_opened_and_read_meanwhile_is_not_read_twice(shelf: Shelf) -> None:
    (article,) = shelf.add("say a")
    shelf.background.pause()
    shelf.background.wake()
    shelf.analyses._cache.put(Analysis(article.text_hash, "obedient 1", complete=True))
    shelf.background.go_on()
    shelf.add("say b")
    shelf.background.wake()
    assert shelf.read() == "say b"
    assert shelf.analyses.begun.qsize() == 1
