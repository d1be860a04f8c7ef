from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import get_ident

import pytest

import reader.desk.lists as lists_module
from reader.desk.history import Act, History
from reader.desk.lists import Lists, Saved
from reader.errors import QueryError
from reader.library.search import Follows
from reader.model.listing import Sort
from reader.model.query import Words
from tests.library.shelf import Shelf, coming

DAYS = [date(2023, 11, day) for day in range(1, 7)]
"""Of the articles A to F, in this order."""


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


@pytest.fixture
def ranks(shelf: Shelf) -> dict[str, int]:
    """Six articles, the last one newest; C is a copy of B."""
    items = [
        coming(f"{name}. Turkey spoke to Gaza.", title=name, published=day)
        for name, day in zip("ABCDEF", DAYS, strict=True)
    ]
    ranks = dict(zip("ABCDEF", shelf.put(*items), strict=True))
    story = [(ranks[name], ranks["B"], 0.9, 0.8) for name in "BC"]
    shelf.index._file.writing(lambda c: c.executemany("INSERT INTO stories VALUES (?, ?, ?, ?)", story))
    return ranks


@pytest.fixture
def history() -> History:
    return History()


@pytest.fixture
def lists(shelf: Shelf, ranks: dict[str, int], history: History) -> Iterator[Lists]:
    lists = Lists(shelf.library, shelf.search, history)
    yield lists
    lists.close()


def titles(lists: Lists, query: str = "", sort: Sort = Sort.NEWEST) -> str:
    return "".join(row.title for row in lists.rows(lists.open(query, sort).ranks))


def test_an_empty_query_opens_the_inbox_with_each_story_once(lists: Lists) -> None:
    listing = lists.open("")

    assert titles(lists) == "FEDCA"
    assert (listing.query_text, listing.sort, listing.error) == ("", Sort.NEWEST, None)
    assert (listing.total, listing.unread, listing.is_complete) == (5, 5, True)
    assert lists.counts("") == (5, 5)


def test_the_first_screenful_comes_first_and_the_rest_when_it_is_asked_for(lists: Lists) -> None:
    first = lists.open("turkey", Sort.OLDEST, limit=2)
    assert (len(first.ranks), first.total, first.unread, first.is_complete) == (2, None, None, False)

    whole = lists.open("turkey", Sort.OLDEST)

    assert whole.ranks[:2] == first.ranks
    assert (whole.query, len(whole.ranks), whole.total, whole.unread) == (first.query, 5, 5, 5)


def test_the_last_word_of_a_query_may_go_on_unless_a_blank_follows(lists: Lists) -> None:
    assert titles(lists, "turk") == "FEDCA"
    assert titles(lists, "turk ") == ""
    assert lists.open("turk").query is not None
    assert [*lists.open("turk").query.leaves()] == [Words("turk", is_prefix=True)]  # type: ignore[union-attr]


def test_a_query_that_makes_no_sense_finds_nothing_and_says_why(lists: Lists) -> None:
    listing = lists.open("turkey is:unraed")

    assert isinstance(listing.error, QueryError)
    assert listing.error.at == 10
    assert (listing.query, len(listing.ranks), listing.total, listing.unread) == (None, 0, 0, 0)
    assert lists.counts("is:unraed") == (0, 0)


def test_relative_dates_count_from_today(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(lists_module.datetime):  # type: ignore[name-defined, misc]
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return cls(2023, 11, 6, 23, 59)

    monkeypatch.setattr(lists_module, "datetime", Clock)
    assert titles(lists, "after:1d") == "FE"


def test_members_are_the_other_articles_of_a_story(lists: Lists, ranks: dict[str, int]) -> None:
    assert lists.members(ranks["C"]) == {ranks["B"]: "the first"}
    assert lists.members(ranks["B"]) == {ranks["C"]: "20% differs"}
    assert lists.members(ranks["A"]) == {}


# Along a list.


@pytest.mark.parametrize(
    ("sort", "of", "step", "neighbour"),
    [
        (Sort.NEWEST, "F", 1, "E"),
        (Sort.NEWEST, "F", -1, None),
        (Sort.NEWEST, "A", 1, None),
        (Sort.NEWEST, "D", 1, "C"),
        (Sort.NEWEST, "B", 1, "A"),  # folded behind C
        (Sort.NEWEST, "B", -1, "C"),
        (Sort.OLDEST, "A", 1, "B"),
        (Sort.OLDEST, "C", 1, "D"),
        (Sort.OLDEST, "C", -1, "B"),
        (Sort.TITLE, "A", 1, "B"),
        (Sort.TITLE, "A", -1, None),
    ],
)
def test_neighbours_stand_beside_each_other_in_the_list(
    lists: Lists, ranks: dict[str, int], sort: Sort, of: str, step: int, neighbour: str | None
) -> None:
    assert lists.neighbour(lists.open("", sort), ranks[of], step) == (neighbour and ranks[neighbour])


def test_the_place_counts_from_one(lists: Lists, ranks: dict[str, int]) -> None:
    for sort, place in ((Sort.NEWEST, 1), (Sort.OLDEST, 5), (Sort.TITLE, 5)):
        listing = lists.open("", sort)
        assert lists.place(listing, ranks["F"]) == place
        assert lists.place(listing, 7) is None


@pytest.mark.parametrize("looked_through", [1, 2, 200])
@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST, Sort.TITLE])
def test_the_next_unread_is_unread_now(
    lists: Lists, ranks: dict[str, int], sort: Sort, looked_through: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists_module, "LOOKED_THROUGH", looked_through)
    listing = lists.open("", sort)
    on = 1 if sort is Sort.NEWEST else -1
    lists.set_read([ranks["E"]], True)
    lists.archive([ranks["C"]], True)
    lists.remove([ranks["D"]], True)

    assert lists.next_unread(listing, ranks["F"], on) == ranks["A"]
    assert lists.next_unread(listing, ranks["A"], -on) == ranks["F"]
    assert lists.next_unread(listing, ranks["F"], -on) is None
    assert lists.next_unread(listing, ranks["A"], on) is None


# What becomes of articles.


def test_reading_and_archiving_take_copies_along(lists: Lists, ranks: dict[str, int]) -> None:
    assert lists.set_read([ranks["C"]], True) == "Marked “C” and 1 copy as read."
    assert titles(lists, "is:read") == "C"
    assert [row.is_read for row in lists.rows([ranks["B"]])] == [True]
    assert lists.archive([ranks["A"], ranks["C"]], True) == "Archived 2 articles and 1 copy."
    assert titles(lists) == "FED"
    assert lists.archive([ranks["A"]], False) == "Brought “A” back to the inbox."
    assert lists.set_read([ranks["A"]], False) == "Marked “A” as unread."
    assert titles(lists) == "FEDA"


def test_what_was_seen_to_its_end_is_read_and_not_undone(lists: Lists, ranks: dict[str, int]) -> None:
    lists.see(ranks["C"])
    assert [row.is_read for row in lists.rows([ranks["B"], ranks["C"]])] == [True, True]
    assert lists.undo() is None


def test_an_article_that_is_left_was_read_and_undoing_brings_back_how_it_was_opened(
    lists: Lists, ranks: dict[str, int]
) -> None:
    lists.see(ranks["F"])
    assert lists.finish(ranks["F"], was_read=False) == "Marked “F” as read."
    assert lists.finish(ranks["F"], was_read=True) == ""
    assert titles(lists, "is:read") == "F"
    lists.undo()
    assert titles(lists, "is:read") == ""


def test_stars_and_removals_are_for_one_article_alone(lists: Lists, ranks: dict[str, int]) -> None:
    assert lists.set_starred([ranks["C"]], True) == "Starred “C”."
    assert lists.set_starred([ranks["C"]], True) == "Nothing changed: it was so already."
    assert lists.set_starred([ranks["C"]], False) == "Took the star off “C”."
    assert lists.remove([ranks["C"]], True) == "Removed “C”."
    assert titles(lists) == "FEDBA"
    assert lists.remove([ranks["C"]], False) == "Brought “C” back."
    assert lists.remove([7], True) == "Nothing changed: there is no such article."


def test_what_is_archived_counts_as_read(lists: Lists, ranks: dict[str, int]) -> None:
    lists.archive([ranks["F"]], True)
    assert titles(lists, "is:read") == "F"


def test_acts_on_all_of_a_query_are_undone_and_done_again(lists: Lists, ranks: dict[str, int]) -> None:
    lists.set_read([ranks["E"]], True)
    whole = list(lists.open("").ranks)

    assert lists.archive(whole, True) == "Archived 5 articles and 1 copy."
    assert titles(lists) == ""
    assert lists.undo() == "Undone: archived 5 articles and 1 copy."
    assert (titles(lists), titles(lists, "is:read")) == ("FEDCA", "E")
    assert lists.redo() == "Done again: archived 5 articles and 1 copy."
    assert titles(lists) == ""
    lists.undo()
    assert lists.undo() == "Undone: marked “E” as read."
    assert titles(lists, "is:read") == ""
    assert lists.undo() is None


def test_what_was_done_to_something_else_is_left_to_others(
    lists: Lists, ranks: dict[str, int], history: History
) -> None:
    lists.remove([ranks["A"]], True)
    history.add(Act("Wrote a note."))
    assert lists.undo() is None
    assert titles(lists) == "FEDC"


def test_what_changed_nothing_is_not_undone(lists: Lists, ranks: dict[str, int]) -> None:
    lists.set_read([ranks["A"]], True)
    lists.set_read([ranks["A"]], True)
    assert lists.undo() is not None
    assert lists.undo() is None


# What is kept.


def test_saved_searches_tell_how_much_they_find_unread(lists: Lists, ranks: dict[str, int]) -> None:
    lists.save("Gaza talks", "gaz")
    lists.save("Slip", "is:unraed")
    lists.save("Gone", "turkey")
    lists.forget("Gone")
    lists.set_read([ranks["F"]], True)

    assert lists.saved() == (Saved("Gaza talks", "gaz", 4), Saved("Slip", "is:unraed", 0))


def test_what_is_watched_is_a_saved_search_by_itself(shelf: Shelf, ranks: dict[str, int]) -> None:
    watched = frozenset[str]()
    lists = Lists(shelf.library, shelf.search, follows=lambda: Follows(watched))
    lists.save("Gaza talks", "gaz")
    assert [saved.name for saved in lists.saved()] == ["Gaza talks"]

    watched = frozenset({"iso:TR"})
    assert lists.saved() == (Saved("Watched", "is:watched", 0), Saved("Gaza talks", "gaz", len(ranks) - 1))


def test_later_calls_are_made_in_a_thread_of_the_lists(lists: Lists) -> None:
    threads = {lists.later(get_ident).result() for _ in range(3)}
    assert len(threads) == 1
    assert get_ident() not in threads
