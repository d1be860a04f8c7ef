import sqlite3
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.stories import members, place, remove
from reader.library.story_tables import SCHEMA
from reader.model.story import Copy
from tests.benchmarks.stories import Figures, labelled, stories_of
from tests.wire import Wire

WIRE = Wire(3)
STORIES = [WIRE.story(150) for _ in range(4)]
COPIES = [[story, WIRE.cut(story, 0.7), WIRE.edited(story, 0.03), WIRE.with_extras(story)] for story in STORIES]


class Shelf:
    """Articles and what the index knows of their stories."""

    def __init__(self) -> None:
        self.bodies: dict[int, str] = {}
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.executescript(SCHEMA)

    def put(self, rank: int, body: str) -> None:
        self.bodies[rank] = body
        place(self.connection, rank, self.bodies.get)

    def drop(self, rank: int) -> None:
        del self.bodies[rank]
        remove(self.connection, rank, self.bodies.get)

    def stories(self) -> list[list[int]]:
        """The ranks of each story that has copies, the first article first."""
        found = {tuple(copy.rank for copy in members(self.connection, rank)) for rank in self.bodies}
        return sorted(list(ranks) for ranks in found if ranks)

    def rows(self, table: str) -> list[int]:
        return [row[0] for row in self.connection.execute(f"SELECT * FROM {table} ORDER BY 1")]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.connection.close()


def test_an_article_without_copies_is_in_no_story(shelf: Shelf) -> None:
    shelf.put(1, STORIES[0])
    shelf.put(2, STORIES[1])
    assert shelf.rows("stories") == []
    assert members(shelf.connection, 1) == ()


def test_copies_stand_with_the_first_whatever_came_in_first(shelf: Shelf) -> None:
    shelf.put(7, COPIES[0][2])
    shelf.put(9, COPIES[0][1])
    shelf.put(5, COPIES[0][0])
    assert shelf.stories() == [[5, 7, 9]]
    first, edited, cut = members(shelf.connection, 9)
    assert first == Copy(5, is_first=True, of_first=1, of_copy=1)
    assert 0 < edited.differs < 0.2
    assert cut.of_copy == 1
    assert cut.difference == f"cut to {cut.of_first:.0%}"


def test_a_purged_first_leaves_the_next_one_as_the_first(shelf: Shelf) -> None:
    for rank, body in enumerate(COPIES[0]):
        shelf.put(rank, body)
    shelf.drop(0)
    assert shelf.stories() == [[1, 2, 3]]


def test_the_last_copy_that_goes_ends_the_story(shelf: Shelf) -> None:
    shelf.put(1, COPIES[0][0])
    shelf.put(2, COPIES[0][1])
    shelf.drop(2)
    assert shelf.rows("stories") == []


def test_a_new_text_leaves_the_story_and_what_copied_the_old_one(shelf: Shelf) -> None:
    for rank, body in enumerate(COPIES[0]):
        shelf.put(rank, body)
    shelf.put(0, STORIES[1])
    assert shelf.stories() == [[1, 2, 3]]
    shelf.put(4, COPIES[1][2])
    assert shelf.stories() == [[0, 4], [1, 2, 3]]


def test_a_round_up_does_not_join_the_stories_that_it_tells(shelf: Shelf) -> None:
    shelf.put(1, STORIES[0])
    shelf.put(2, f"{STORIES[0]}\n\n{STORIES[1]}")
    shelf.put(3, STORIES[1])
    assert shelf.stories() == [[1, 2]]


def test_a_copy_of_two_stories_stands_with_the_one_that_it_has_most_of(shelf: Shelf) -> None:
    shelf.put(1, WIRE.cut(STORIES[0], 0.5))
    shelf.put(2, STORIES[1])
    shelf.put(3, f"{STORIES[1]}\n\n{WIRE.cut(STORIES[0], 0.5)}")
    assert shelf.stories() == [[2, 3]]


def test_a_footer_of_a_hundred_stories_joins_none_and_costs_no_more_with_each(shelf: Shelf) -> None:
    wire = Wire(4)
    footer = wire.footer(300)
    for rank in range(100):
        shelf.put(rank, f"{wire.story(60)}\n\n{footer}")
    copied = shelf.bodies[50].replace("said", "stated")
    shelf.put(100, copied)
    assert shelf.stories() == [[50, 100]]
    most = "SELECT max(n) FROM (SELECT count(*) AS n FROM prints GROUP BY print)"
    assert shelf.connection.execute(most).fetchone()[0] <= 16


def test_texts_of_a_few_words_are_stories_of_their_own(shelf: Shelf) -> None:
    for rank, body in enumerate(["", "Talks end.", "Talks end", "他来了。"]):
        shelf.put(rank, body)
    assert shelf.stories() == []


def test_a_book_is_compared_by_its_beginning(shelf: Shelf) -> None:
    book = "\n\n".join(f"{story} {number}" for number, story in zip(range(400), STORIES * 100, strict=False))
    shelf.put(1, book)
    shelf.put(2, f"{book}\n\nThe end.")
    assert shelf.stories() == [[1, 2]]


def test_nearly_all_copies_are_found_and_hardly_two_stories_taken_for_one() -> None:
    """The benchmark of this name says it of more stories, and which kinds are missed."""
    figures = Figures()
    texts = labelled(0)
    figures.count(texts, stories_of(text for _, _, text in texts))
    assert figures.f1 >= 0.95
    assert figures.mixed_share <= 0.02


@given(st.integers(0, 10**6), st.lists(st.sampled_from(["put", "drop", "change"]), min_size=1, max_size=25))
def test_whatever_came_and_went_stories_are_as_if_they_had_come_in_order(seed: int, acts: list[str]) -> None:
    random, shelf = Random(seed), Shelf()
    ranks = count()
    free = random.sample(range(100), 100)
    for act in acts:
        held = sorted(shelf.bodies)
        body = random.choice(random.choice(COPIES))
        if act == "put" or not held:
            shelf.put(free[next(ranks)], body)
        elif act == "drop":
            shelf.drop(random.choice(held))
        else:
            shelf.put(random.choice(held), body)
    told = {
        number: [rank for rank, body in sorted(shelf.bodies.items()) if body in copies]
        for number, copies in enumerate(COPIES)
    }
    assert shelf.stories() == sorted(ranks for ranks in told.values() if len(ranks) > 1)
    assert shelf.rows("firsts") == sorted(ranks[0] for ranks in told.values() if ranks)
    assert set(dict(shelf.connection.execute("SELECT first, print FROM prints"))) == set(shelf.rows("firsts"))
    shelf.connection.close()


@pytest.mark.parametrize(
    ("of_first", "of_copy", "said"),
    [
        (1, 1, "same text"),
        (0.998, 0.997, "same text"),
        (0.99, 0.98, "2% differs"),
        (0.88, 0.88, "12% differs"),
        (0.6, 1, "cut to 60%"),
        (0.6, 0.97, "cut to 60%"),
        (0.6, 0.9, "cut to 60%, 10% differs"),
        (1, 0.8, "20% added"),
        (0.9, 0.7, "30% differs"),
    ],
)
def test_the_difference_is_told_in_a_few_words(of_first: float, of_copy: float, said: str) -> None:
    assert Copy(1, is_first=False, of_first=of_first, of_copy=of_copy).difference == said


def test_the_first_differs_from_nothing() -> None:
    assert Copy(1, is_first=True, of_first=1, of_copy=1).difference == ""
