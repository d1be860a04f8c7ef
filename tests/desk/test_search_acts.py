"""Keeping searches and forgetting them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.desk.history import Act, History
from reader.desk.search_acts import SearchActs
from tests.library.shelf import Shelf


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


@pytest.fixture
def history() -> History:
    return History()


@pytest.fixture
def acts(shelf: Shelf, history: History) -> SearchActs:
    return SearchActs(shelf.library, history)


def kept(shelf: Shelf) -> dict[str, str]:
    return {search.name: search.query for search in shelf.library.searches.all()}


def test_each_act_is_undone_and_done_again_order_and_all(shelf: Shelf, acts: SearchActs) -> None:
    for name, query in (("Gaza", "gaza"), ("Astana", "astana"), ("Gaza", "gaza is:unread")):
        acts.save(name, query)
    assert acts.forget("Gaza") == "Forgot the search “Gaza”."
    assert kept(shelf) == {"Astana": "astana"}

    assert acts.undo() == "Undone: forgot the search “Gaza”."
    assert list(kept(shelf).items()) == [("Gaza", "gaza is:unread"), ("Astana", "astana")]
    acts.undo()
    assert kept(shelf)["Gaza"] == "gaza"
    assert acts.redo() == "Done again: kept the search “Gaza”."
    acts.redo()
    assert kept(shelf) == {"Astana": "astana"}
    assert acts.redo() is None


def test_what_is_not_there_cannot_be_forgotten_nor_undone(acts: SearchActs) -> None:
    assert acts.forget("Gaza") == "There is no search “Gaza”."
    assert acts.undo() is None


def test_what_was_done_to_something_else_is_left_to_others(acts: SearchActs, history: History) -> None:
    acts.save("Gaza", "gaza")
    history.add(Act("Wrote a note."))
    assert acts.undo() is None
