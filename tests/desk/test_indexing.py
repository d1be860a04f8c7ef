from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest

import reader.desk.indexing as indexing_module
from reader.desk.indexing import Indexing
from reader.errors import StorageError
from reader.model.mark import Mark
from reader.model.value import replace
from reader.notebook.about import About
from reader.notebook.notebook import Notebook
from reader.text.query import parse_query
from tests.benchmarks.generated import incoming
from tests.library.shelf import Shelf, coming
from tests.notebook.notes import note


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


@pytest.fixture
def notebook(home: Path) -> Notebook:
    return Notebook(home / "notebook")


def indexing(shelf: Shelf, notebook: Notebook, changed: Callable[[], None] = lambda: None) -> Indexing:
    return Indexing(shelf.index, notebook, shelf.path.parent / "notebook", changed)


def write(notebook: Notebook, article: str, body: str, before: tuple[Mark, ...] = ()) -> tuple[Mark, ...]:
    about = About(article, "A", None, None, None, "f" * 64)
    return notebook.change(about, before, [replace(note(body), article_id=article)])


def do_all(work: Indexing) -> int:
    """Work until there is no more; returns the number of steps that left some."""
    steps = 0
    while work.step():
        steps += 1
    return steps


def found(shelf: Shelf, query: str) -> set[str]:
    return shelf.found(parse_query(query, date.min))


def test_texts_notes_and_stories_are_brought_into_step(shelf: Shelf, notebook: Notebook) -> None:
    text = " ".join(item.article.text for item in incoming(2))
    items = [coming(text, title="A"), coming(f"{text} More.", title="B"), coming("Greece.", title="C")]
    shelf.library.add_many(items)
    write(notebook, items[2].article.id, "remark")

    do_all(indexing(shelf, notebook))

    assert found(shelf, "greece") == found(shelf, "note:remark") == {"C"}
    assert shelf.search.counts(parse_query("", date.min)) == (2, 2)


def test_only_what_changed_is_read_again_also_by_the_next_session(
    shelf: Shelf, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [item.article.id for item in incoming(3)]
    marks = [write(notebook, id_, "one") for id_ in ids]
    work = indexing(shelf, notebook)
    do_all(work)
    read: list[str] = []
    marks_of = notebook.marks

    def marks_read(article_id: str) -> tuple[Mark, ...]:
        read.append(article_id)
        return marks_of(article_id)

    monkeypatch.setattr(notebook, "marks", marks_read)

    do_all(work)
    do_all(indexing(shelf, notebook))
    assert read == []
    write(notebook, ids[1], "two", marks[1])
    do_all(indexing(shelf, notebook))
    assert read == ids[1:2]
    (shelf.path.parent / "notebook" / ids[0][:2] / f"{ids[0]}.json").unlink()
    do_all(work)
    assert sorted(read[1:]) == sorted(ids[:2])


def test_work_is_done_in_steps(shelf: Shelf, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    for size in ("TEXTS", "FILES", "STORIES"):
        monkeypatch.setattr(indexing_module, size, 2)
    shelf.library.add_many(list(incoming(5)))
    for item in incoming(3):
        write(notebook, item.article.id, "remark")

    assert do_all(indexing(shelf, notebook)) >= 5
    assert len(found(shelf, "is:noted")) == 3


def test_an_index_that_is_made_anew_meanwhile_is_filled_again(shelf: Shelf, notebook: Notebook) -> None:
    item = coming("Greece.", title="C")
    shelf.library.add_many([item])
    write(notebook, item.article.id, "remark")
    work = indexing(shelf, notebook)
    do_all(work)

    shelf.index.rebuild()
    do_all(work)

    assert found(shelf, "greece note:remark") == {"C"}


def test_notes_damaged_beyond_mending_hold_up_nothing(
    shelf: Shelf, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [coming("Greece.", title="C"), coming("Cyprus.", title="D")]
    shelf.library.add_many(items)
    for item in items:
        write(notebook, item.article.id, "remark")
    marks_of = notebook.marks

    def marks(article_id: str) -> tuple[Mark, ...]:
        if article_id == items[0].article.id:
            raise StorageError("damaged")
        return marks_of(article_id)

    monkeypatch.setattr(notebook, "marks", marks)
    do_all(indexing(shelf, notebook))

    assert found(shelf, "note:remark") == {"D"}


def test_a_thread_does_what_there_is_to_be_done_each_time_it_is_woken(shelf: Shelf, notebook: Notebook) -> None:
    told = Event()
    work = indexing(shelf, notebook, told.set)
    for number in range(2):
        shelf.library.add_many([coming(f"Greece {number}.", title=str(number))])
        told.clear()
        work.wake()
        assert told.wait(20)
        assert found(shelf, "greece") == set(map(str, range(number + 1)))
    work.close()


def test_a_failure_is_kept_until_the_work_can_be_done(
    shelf: Shelf, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Event()
    work = indexing(shelf, notebook, told.set)

    def fail(_: int) -> bool:
        raise StorageError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(shelf.index, "catch_up", fail)
        work.wake()
        assert told.wait(20)
    assert str(work.failure) == "The disk is full."
    told.clear()
    work.wake()
    assert told.wait(20)
    assert work.failure is None
    work.close()
