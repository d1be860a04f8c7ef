"""Who says what in many articles, and when what they tell happened."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.desk.across import Across
from reader.desk.rules import EntityRules, Subject
from reader.library.analyses import AnalysisCache
from reader.model.intake import Incoming
from reader.text.statement_search import Coverage
from tests.library.adding import incoming
from tests.library.shelf import Shelf
from tests.speaking import ENTITIES, TEXT, analysis_of

PETROVA = ENTITIES[0]


class Desk:
    """An article that tells statements and a date, and a newer one that nobody has analysed."""

    def __init__(self, home: Path) -> None:
        self.shelf = Shelf(home)
        self.cache = AnalysisCache(home / "analyses.db")
        self.rules = EntityRules(home / "notebook")
        items: list[Incoming] = [
            incoming(TEXT, published=date(2023, 11, 8)),
            incoming("Nobody has read this.", published=date(2023, 11, 9)),
        ]
        self.ranks = sorted(self.shelf.put(*items), reverse=True)
        self.cache.put(analysis_of(items[0].article))
        self.library = self.shelf.library
        self.across = Across(self.library, self.shelf.search, self.rules, lambda one: self.cache.get(one.text_hash))


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    desk = Desk(home)
    yield desk
    desk.cache.close()
    desk.shelf.close()


def test_what_was_looked_at_is_counted_with_what_could_not_be(desk: Desk) -> None:
    heard = desk.across.heard(desk.ranks)

    assert heard.coverage == Coverage(articles=1, statements=8, unassigned=2)
    assert (heard.waiting, desk.across.waiting()) == (1, 1)
    [telling] = heard.tellings
    assert telling.statements == 10, "quotations without a speaker are shown too"
    assert [str(event) for event in telling.events] == ["2023-11-07"]


def test_of_an_entity_only_what_it_says_is_gathered(desk: Desk) -> None:
    heard = desk.across.heard(desk.ranks, PETROVA.id)

    assert heard.coverage == Coverage(articles=1, statements=4, unassigned=2)
    [telling] = heard.tellings
    assert telling.wanted.voice == PETROVA.id
    assert not telling.is_new, "there was no look before"


def test_what_came_in_after_the_last_look_is_new(desk: Desk) -> None:
    desk.library.session.look(PETROVA.id, datetime(2000, 1, 1, tzinfo=UTC))

    [telling] = desk.across.heard(desk.ranks, PETROVA.id).tellings

    assert telling.is_new


def test_what_the_reader_decided_on_names_holds(desk: Desk) -> None:
    [article] = desk.shelf.articles(desk.ranks[1:])
    desk.rules.reject(Subject(PETROVA, article), here=False)

    assert desk.across.heard(desk.ranks, PETROVA.id).coverage.statements == 0
