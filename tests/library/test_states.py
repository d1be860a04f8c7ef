from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library.library import Library
from reader.model.intake import Origin
from reader.model.states import States
from tests.library.adding import address, incoming, path, wire

NUMBER = 5


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home / "library.db")


@pytest.fixture
def ranks(library: Library) -> list[int]:
    items = [incoming(wire(f"story{number}"), path(f"{number}.txt")) for number in range(NUMBER)]
    return [outcome.rank for outcome in library.add_many(items) if outcome.rank is not None]


def test_a_new_article_is_unread_and_there(library: Library, ranks: list[int]) -> None:
    assert library.states(ranks[:1]) == (States(ranks[0], False, False, False, None),)


def test_states_change_for_all_that_are_named_and_for_no_others(library: Library, ranks: list[int]) -> None:
    library.set_states(ranks[:2], read=True)
    library.set_states(ranks[1:3], starred=True, archived=True)
    library.set_states(ranks[2:4], removed=True)

    states = {states.rank: states for states in library.states(ranks)}
    assert [states[rank].is_read for rank in ranks] == [True, True, False, False, False]
    assert [states[rank].is_starred for rank in ranks] == [False, True, True, False, False]
    assert [states[rank].is_archived for rank in ranks] == [False, True, True, False, False]
    assert [states[rank].removed is not None for rank in ranks] == [False, False, True, True, False]


def test_what_was_done_can_be_undone(library: Library, ranks: list[int]) -> None:
    library.set_states(ranks[:3], read=True, removed=True)
    before = library.states(ranks)

    undo = library.set_states(ranks, read=False, archived=True, removed=True)
    assert undo == before
    assert library.states(ranks) != before

    library.restore_states(undo)
    assert library.states(ranks) == before


def test_removing_again_keeps_the_time(library: Library, ranks: list[int]) -> None:
    library.set_states(ranks, removed=True)
    before = library.states(ranks)

    library.set_states(ranks, removed=True)

    assert library.states(ranks) == before


def test_undo_brings_back_the_time_of_removal(library: Library, ranks: list[int]) -> None:
    library.set_states(ranks[:1], removed=True)
    before = library.set_states(ranks, removed=False)
    library.set_states(ranks, removed=True)

    library.restore_states(before)

    assert library.states(ranks) == before


def test_articles_that_are_gone_are_left_out(library: Library, ranks: list[int]) -> None:
    assert library.set_states([1, 2], read=True) == ()
    assert [states.rank for states in library.set_states([1, ranks[0]], read=True)] == ranks[:1]
    assert library.set_states([], read=True) == ()


@pytest.mark.parametrize(
    "asked",
    [
        "is_archived = 0 AND removed IS NULL ORDER BY rank DESC",
        "is_archived = 1 AND removed IS NULL ORDER BY rank DESC",
        "is_archived = 0 AND is_read = 0 AND removed IS NULL ORDER BY rank DESC",
        "is_archived = 0 AND removed IS NULL ORDER BY source_key, rank DESC",
        "is_archived = 0 AND removed IS NULL ORDER BY title_key, rank DESC",
        "is_starred = 1 AND removed IS NULL ORDER BY rank DESC",
    ],
)
def test_lists_of_all_articles_are_read_from_an_index_without_sorting(library: Library, asked: str) -> None:
    with library._database.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT rank FROM articles WHERE {asked}").fetchall()

    (step,) = [row[3] for row in plan]
    assert "USING COVERING INDEX" in step


@pytest.mark.parametrize("asked", ["is_archived = 0", "is_archived = 0 AND is_read = 0"])
def test_articles_are_counted_in_an_index(library: Library, asked: str) -> None:
    with library._database.reading() as connection:
        query = f"EXPLAIN QUERY PLAN SELECT count(*) FROM articles WHERE {asked} AND removed IS NULL"
        (step,) = [row[3] for row in connection.execute(query)]

    assert "USING COVERING INDEX" in step


def test_an_article_is_found_by_what_the_reader_calls_it(library: Library, ranks: list[int], tmp_path: Path) -> None:
    article = library.article_at(ranks[2])
    assert article is not None

    for name in (article.id, article.id[:4], article.id.upper(), "3", "/news/2.txt", f" {article.id[:8]} "):
        assert library.find(name) == ranks[2]


def test_an_article_is_found_by_a_path_from_here_and_by_an_address(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = incoming(wire("here"), Origin("path", str(tmp_path / "here.txt")))
    ranks = [outcome.rank for outcome in library.add_many([here, incoming(wire("there"), address("there"))])]

    assert library.find("here.txt") == ranks[0]
    assert library.find("./here.txt") == ranks[0]
    assert library.find("https://example.org/there") == ranks[1]


@pytest.mark.parametrize("name", ["", "abc", "99", "none.txt", "\0", "~nobody/x", "x" * 5000])
def test_a_name_that_fits_nothing_is_told(library: Library, ranks: list[int], name: str) -> None:
    with pytest.raises(UsageError, match=r"^No article is called"):
        library.find(name)


def test_a_name_that_fits_several_is_told_with_them(library: Library) -> None:
    library.add_many([incoming(wire(name), path("all.txt")) for name in ("one", "two")])

    with pytest.raises(UsageError, match=r"^/news/all\.txt names 2 articles: \w{26} \(.*\), \w{26} \(.*\)\.$"):
        library.find("/news/all.txt")
