"""Imports, by a reader of documents that does without a program of its own where that does not matter."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from reader.desk import importing
from reader.desk.importing import BATCH, Importing, Source, Sources, Tally
from reader.errors import SourceError, StorageError
from reader.library.index import Index
from reader.library.library import Library
from reader.model.intake import Incoming, Origin, Refused
from reader.model.network import NetworkRules
from reader.model.outcome import Outcome, OutcomeKind
from reader.model.web import AddressRequest, Answered, Unchanged
from reader.worker.importer import IngestWorker, Step
from reader.worker.ingest_protocol import Document, FilePath, Finished, Task, Told, answer
from tests.library import adding
from tests.processes import is_gone_within

PAGE = "https://example.org/talks"
RULES = NetworkRules()


class InProcess:
    """Reads documents, and hears from the web what it was made with."""

    def __init__(self, web: Callable[[AddressRequest], Iterable[Told]] | None = None) -> None:
        self._web = web
        self.requests: list[AddressRequest] = []
        self.is_stopped = False

    def run(self, tasks: Iterable[Task]) -> Iterator[Step]:
        for task in tasks:
            if self.is_stopped:
                return
            if isinstance(task, AddressRequest):
                assert self._web is not None
                self.requests.append(task)
                try:
                    yield from ((task, told) for told in self._web(task))
                except SourceError as error:
                    yield task, Finished(str(error))
                    continue
            else:
                yield from ((task, told) for told in answer(task))
            yield task, Finished()

    def stop(self) -> None:
        self.is_stopped = True


class Desk:
    """A library, and what was told of imports into it."""

    def __init__(self, path: Path) -> None:
        self.library = Library(path)
        self.told: list[Outcome] = []
        self.caught_up = 0

    def take_in(self, tasks: Iterable[Source | Refused], reader: InProcess | None = None) -> Tally:
        return Importing(self.library, lambda: reader or InProcess(), self.catch_up).run(tasks, self.told.append)

    def catch_up(self) -> None:
        self.caught_up += 1

    @property
    def kinds(self) -> list[str]:
        kinds = [str(outcome.kind) for outcome in self.told]
        self.told.clear()
        return kinds


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    desk = Desk(home / "library.db")
    yield desk
    desk.library.close()


def document(name: str, text: str | None = None) -> Document:
    return Document((text or adding.wire(name)).encode(), name, Origin("path", f"/news/{name}"))


def test_each_item_is_told_when_it_is_in_the_library(desk: Desk, home: Path) -> None:
    seen = []

    def tell(outcome: Outcome) -> None:
        with closing(sqlite3.connect(home / "library.db")) as connection:
            seen.append(connection.execute("SELECT title FROM articles WHERE rank = ?", [outcome.rank]).fetchone())

    one = Importing(desk.library, InProcess, desk.catch_up)
    tally = one.run(map(document, ["a", "b"]), tell)
    assert len(seen) == 2
    assert all(seen)
    assert tally == Tally({OutcomeKind.ADDED: 2}, is_stopped=False)


def test_doing_it_again_changes_nothing(desk: Desk) -> None:
    desk.take_in(map(document, ["a", "b"]))
    assert desk.kinds == ["added", "added"]
    assert desk.take_in(map(document, ["a", "b"])).outcomes == {OutcomeKind.KNOWN: 2}


def test_what_is_refused_costs_one_line_and_all_else_goes_on(desk: Desk) -> None:
    tally = desk.take_in([document("a"), document("b", " "), Refused("c", "There is no file c."), document("d")])
    assert sorted((str(told.kind), told.reason) for told in desk.told if told.reason) == [
        ("refused", "There is no file c."),
        ("refused", "b is empty."),
    ]
    assert tally.outcomes == {OutcomeKind.ADDED: 2, OutcomeKind.REFUSED: 2}


def test_lists_are_brought_into_step_with_all_that_came(desk: Desk, home: Path) -> None:
    index = Index(home / "index.db", home / "library.db")

    def catch_up() -> None:
        while index.catch_up(BATCH):
            pass

    Importing(desk.library, InProcess, catch_up).run(map(document, "abc"), desk.told.append)
    with closing(sqlite3.connect(home / "index.db")) as connection:
        assert connection.execute("SELECT count(*) FROM indexed").fetchone() == (3,)
    index.close()


def test_an_import_that_brings_nothing_leaves_lists_alone(desk: Desk) -> None:
    desk.take_in([])
    assert desk.caught_up == 0


def test_large_documents_wait_for_fewer_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH_BYTES", 1)
    sizes = []
    add_many = desk.library.add_many

    def add(items: list[Incoming]) -> list[Outcome]:
        sizes.append(len(items))
        return add_many(items)

    monkeypatch.setattr(desk.library, "add_many", add)
    desk.take_in(map(document, "abc"))
    assert sizes == [1, 1, 1]


def test_what_has_waited_long_enough_is_told_while_nothing_comes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LONGEST_WAIT", 0.0)

    class Slow(InProcess):
        def run(self, tasks: Iterable[Task]) -> Iterator[Step]:
            for step in super().run(tasks):
                yield step
                yield None
                assert desk.told

    desk.take_in([document("a")], Slow())
    assert desk.kinds == ["added"]


def test_progress_tells_what_is_done(desk: Desk) -> None:
    heard: list[tuple[int, str]] = []
    one = Importing(desk.library, InProcess, desk.catch_up)
    one.run(map(document, "ab"), desk.told.append, lambda done, name: heard.append((done, name)))
    assert heard == [(1, "a"), (2, "b")]


def test_ctrl_c_leaves_what_is_in_and_tells_of_it(desk: Desk) -> None:
    def tasks() -> Iterator[Source]:
        yield document("a")
        raise KeyboardInterrupt

    reader = InProcess()
    tally = desk.take_in(tasks(), reader)
    assert tally == Tally({OutcomeKind.ADDED: 1}, is_stopped=True)
    assert reader.is_stopped


def test_stopping_keeps_what_was_read(desk: Desk) -> None:
    def tasks() -> Iterator[Source]:
        yield document("a")
        one.stop()
        yield document("b")
        yield document("c")

    one = Importing(desk.library, InProcess, desk.catch_up)
    tally = one.run(tasks(), desk.told.append)
    assert tally.is_stopped
    assert 1 <= len(desk.told) < 3


def test_a_library_that_takes_no_more_ends_it_with_one_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    add_many = desk.library.add_many

    def add_until_full(items: list[Incoming]) -> list[Outcome]:
        if len(desk.told) >= 2:
            raise StorageError("The disk is full.")
        return add_many(items)

    monkeypatch.setattr(desk.library, "add_many", add_until_full)
    reader = InProcess()
    tally = desk.take_in(map(document, "abcdef"), reader)
    assert tally == Tally({OutcomeKind.ADDED: 2}, is_stopped=False, failure="The disk is full.")
    assert len(desk.told) == 2
    assert reader.is_stopped


def test_a_program_that_does_not_start_ends_it_with_one_sentence(desk: Desk) -> None:
    tally = Importing(desk.library, lambda: IngestWorker(None, ["/nowhere"]), desk.catch_up).run(
        [document("a")], desk.told.append
    )
    assert "cannot be started" in (tally.failure or "")


def test_lists_that_cannot_be_brought_into_step_lose_no_article(desk: Desk) -> None:
    def fail() -> None:
        raise StorageError("The index cannot be written.")

    tally = Importing(desk.library, InProcess, fail).run(map(document, "ab"), desk.told.append)
    assert tally == Tally({OutcomeKind.ADDED: 2}, is_stopped=False)


def told_by_web(text: str, etag: str) -> Callable[[AddressRequest], Iterator[Told]]:
    """A page that has not changed for who knows its validator."""

    def events(request: AddressRequest) -> Iterator[Told]:
        if request.etag == etag:
            yield Unchanged()
            return
        yield Answered(PAGE, "", etag, None)
        yield adding.incoming(text, Origin("address", PAGE))

    return events


def test_an_address_that_has_not_changed_is_not_fetched_again(desk: Desk) -> None:
    reader = InProcess(told_by_web(adding.wire("talks"), '"1"'))
    desk.take_in([AddressRequest(PAGE)], reader)
    assert desk.library.fetches.get(PAGE) is not None
    desk.take_in([AddressRequest(PAGE)], InProcess(told_by_web("", '"1"')))
    first, second = desk.told
    assert (second.kind, second.rank, second.title) == (OutcomeKind.KNOWN, first.rank, first.title)


def test_an_answer_that_was_not_taken_in_is_asked_for_again(desk: Desk) -> None:
    desk.take_in([AddressRequest(PAGE)], InProcess(told_by_web(adding.wire("talks", 400), '"1"')))
    desk.take_in([AddressRequest(PAGE)], InProcess(told_by_web("Please log in to read this.", '"2"')))
    assert desk.kinds == ["added", "refused"]
    again = InProcess(told_by_web("", '"1"'))
    desk.take_in([AddressRequest(PAGE)], again)
    assert [request.etag for request in again.requests] == ['"1"']


def test_an_address_that_fails_costs_one_line(desk: Desk) -> None:
    def broken(request: AddressRequest) -> Iterator[Told]:
        raise SourceError("There is no such host.")

    desk.take_in([AddressRequest(PAGE), document("a")], InProcess(broken))
    assert [(told.title, told.reason) for told in desk.told if told.reason] == [(PAGE, "There is no such host.")]
    assert desk.kinds == ["refused", "added"]


def test_arguments_name_files_folders_and_addresses(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("10.txt", "2.txt"):
        (folder / name).touch()
    (folder / "picture.jpg").touch()
    piped = Document(b"Talks went on.", "standard input", Origin("stdin", ""))
    sources = Sources([piped, str(folder), " HTTPS://example.org/a", ""], RULES, source="Reuters")
    found = list(sources)
    assert sources.skipped == 1
    assert found[:4] == [
        piped,
        FilePath.of(folder / "2.txt", source="Reuters"),
        FilePath.of(folder / "10.txt", source="Reuters"),
        AddressRequest(" HTTPS://example.org/a", RULES),
    ]
    assert isinstance(found[4], Refused)


IMPORT = """
import sys
from itertools import count
from pathlib import Path
from reader.desk.importing import Importing
from reader.library.index import Index
from reader.library.library import Library
from reader.model.intake import Origin
from reader.worker.importer import IngestWorker
from reader.worker.ingest_protocol import Document
from tests.library.adding import wire
tasks = (Document(wire(f"n{n}").encode(), f"{n}.txt", Origin("path", f"/{n}.txt")) for n in count())
tell = lambda outcome: print(outcome.article_id, flush=True)
Importing(Library(Path(sys.argv[1])), lambda: IngestWorker(None), lambda: None).run(tasks, tell)
"""


def test_what_a_killed_import_told_is_in_the_library_and_its_program_is_gone(home: Path) -> None:
    home.mkdir()
    command = [sys.executable, "-c", IMPORT, str(home / "library.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().strip() for _ in range(BATCH + 1)]
        (program,) = psutil.Process(running.pid).children()
        running.kill()
        told += [line.strip() for line in running.stdout if line.endswith("\n")]
    assert is_gone_within(2, program)
    with closing(Library(home / "library.db")) as library:
        assert all(library.article(article_id) for article_id in told)
