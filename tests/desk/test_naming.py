"""Whom the library names, by the reader's rules."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import reader.desk.naming as naming_module
from reader.desk.naming import Naming, named
from reader.desk.rules import EntityRules, Subject
from reader.library.analyses import AnalysisCache
from reader.library.index import Index
from reader.library.library import Library
from reader.library.search import Search
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.span import Span
from tests.library.adding import incoming

TURKEY, ANKARA = Entity("iso:TR", "Turkey", "GPE", "TR"), Entity("place:ankara", "Ankara", "GPE")
FIDAN, HURRIYET = Entity("local:1", "Fidan", "PERSON"), Entity("person:hurriyet", "Hurriyet", "PERSON")
TEXTS = (
    "Turkey spoke in Ankara.",
    "Hurriyet wrote of Fidan.",
    "Ankara denied it, Hurriyet wrote.",
    "Nobody spoke to Hamas.",
)


class Shelf:
    """A library with an index of names."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.library = Library(home / "library.db")
        self.cache = AnalysisCache(home / "analyses.db")
        self.index = Index(home / "index.db", home / "library.db")
        self.rules = EntityRules(home / "notebook")
        self.naming = Naming(self.library, self.search)
        items = [incoming(text, published=date(2026, 1, day)) for day, text in enumerate(TEXTS, 1)]
        self.library.add_many(items)
        self.articles = [item.article for item in items]
        while self.index.catch_up(100):
            pass
        for article in self.articles:
            self.put(article)

    def search(self) -> Search:
        return Search(self.home / "index.db", self.home / "library.db", self.home / "analyses.db")

    def put(self, article: Article) -> None:
        found = analysis_of(article)
        self.cache.put(found, named(article, found, self.rules.prepared()))

    def catch_up(self) -> None:
        while self.naming.catch_up(self.cache, self.rules.prepared()):
            pass

    def names(self) -> set[tuple[Any, ...]]:
        """By text, whom it names and how often."""
        sql = "SELECT a.text_hash, t.entity, t.name, t.label, f.count FROM found f JOIN things t ON t.number = f.thing"
        with closing(sqlite3.connect(self.home / "analyses.db")) as connection:
            rows = connection.execute(f"{sql} JOIN analyses a ON a.number = f.analysis").fetchall()
        return {(self._number(text_hash), *rest) for text_hash, *rest in rows}

    def _number(self, text_hash: str) -> int:
        return [article.text_hash for article in self.articles].index(text_hash)

    def close(self) -> None:
        self.naming.close()
        self.index.close()
        self.cache.close()
        self.library.close()


def analysis_of(article: Article) -> Analysis:
    """What an analyst would find who knows these names."""
    mentions = [
        Mention(Span(at, at + len(entity.name)), entity.label, entity.id)
        for entity in (TURKEY, ANKARA, FIDAN, HURRIYET)
        for at in range(len(article.text))
        if article.text.startswith(entity.name, at)
    ]
    keys = {mention.entity for mention in mentions}
    entities = tuple(entity for entity in (TURKEY, ANKARA, FIDAN, HURRIYET) if entity.id in keys)
    return Analysis(article.text_hash, "a", entities=entities, mentions=tuple(sorted(mentions, key=lambda m: m.span)))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def test_a_rule_reaches_all_articles_that_it_concerns_and_undo_brings_back_what_was(shelf: Shelf) -> None:
    before = shelf.names()
    shelf.rules.merge(Subject(ANKARA, None), TURKEY, here=False)
    shelf.catch_up()
    assert {row for row in shelf.names() if row[1] in ("iso:TR", "place:ankara")} == {
        (0, "iso:TR", "turkey", "GPE", 2),
        (2, "iso:TR", "turkey", "GPE", 1),
    }

    shelf.rules.undo()
    shelf.catch_up()
    assert shelf.names() == before


def test_the_index_is_as_before_when_everything_was_undone(shelf: Shelf) -> None:
    before, rules = shelf.names(), shelf.rules
    rules.rename(Subject(HURRIYET, None), "Hürriyet Daily News", here=False)
    rules.retype(Subject(HURRIYET, None), "MEDIA", here=False)
    rules.split(Subject(TURKEY, shelf.articles[0], "Turkey"), here=True)
    rules.reject(Subject(ANKARA, None), here=False)
    rules.merge(Subject(FIDAN, None), Entity("person:hakan fidan", "Hakan Fidan", "PERSON"), here=False)
    start = shelf.articles[3].text.index("Hamas")
    rules.add(shelf.articles[3], Span(start, start + 5), "ORG", None, here=False)
    shelf.catch_up()
    assert not before & shelf.names()

    while rules.undo():
        pass
    shelf.catch_up()
    assert shelf.names() == before


def test_words_that_the_reader_named_are_found_in_all_articles(shelf: Shelf) -> None:
    text = shelf.articles[3]
    start = text.text.index("Hamas")
    shelf.rules.add(text, Span(start, start + 5), "ORG", None, here=False)
    shelf.catch_up()

    assert (3, "org:hamas", "hamas", "ORG", 1) in shelf.names()


def test_a_surname_is_found_by_its_words(shelf: Shelf) -> None:
    shelf.rules.merge(Subject(FIDAN, None), Entity("person:hakan fidan", "Hakan Fidan", "PERSON"), here=False)
    shelf.catch_up()

    assert (1, "person:hakan fidan", "hakan fidan", "PERSON", 1) in shelf.names()


def test_only_what_a_rule_concerns_is_taken_in_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    get = shelf.cache.get

    def noted(text_hash: str) -> Analysis | None:
        asked.append(text_hash)
        return get(text_hash)

    monkeypatch.setattr(shelf.cache, "get", noted)
    shelf.rules.retype(Subject(HURRIYET, None), "MEDIA", here=False)
    shelf.catch_up()

    assert sorted(asked) == sorted(shelf.articles[number].text_hash for number in (1, 2))


def test_the_newest_articles_come_first_and_who_looks_next_goes_on(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naming_module, "AT_ONCE", 1)
    shelf.rules.retype(Subject(HURRIYET, None), "MEDIA", here=False)

    def labels() -> list[str]:
        rows = sorted(row for row in shelf.names() if row[1] == "person:hurriyet")
        return [row[3] for row in rows]

    assert shelf.naming.catch_up(shelf.cache, shelf.rules.prepared())
    assert labels() == ["PERSON", "MEDIA"]
    shelf.cache.close()  # as if the program ended here
    cache = AnalysisCache(shelf.home / "analyses.db")
    assert len(cache.due(9)) == 1
    assert Naming(shelf.library, shelf.search).catch_up(cache, shelf.rules.prepared())
    cache.close()
    assert labels() == ["MEDIA", "MEDIA"]


def test_what_is_undone_before_it_was_everywhere_is_as_it_was(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming_module, "AT_ONCE", 1)
    before = shelf.names()
    shelf.rules.merge(Subject(ANKARA, None), TURKEY, here=False)
    shelf.naming.catch_up(shelf.cache, shelf.rules.prepared())
    assert shelf.names() != before
    shelf.rules.undo()
    shelf.catch_up()

    assert shelf.names() == before
    assert shelf.cache.due(9) == []


def test_what_cannot_be_read_any_more_holds_nobody_up(shelf: Shelf) -> None:
    shelf.library.purge([shelf.library.find(shelf.articles[1].id)])
    shelf.rules.retype(Subject(HURRIYET, None), "MEDIA", here=False)
    with closing(sqlite3.connect(shelf.home / "analyses.db")) as connection, connection:
        connection.execute("UPDATE analyses SET analysis = 'not packed'")
    shelf.catch_up()

    assert shelf.cache.due(9) == []


def test_a_rule_for_one_article_leaves_the_others(shelf: Shelf) -> None:
    shelf.rules.reject(Subject(HURRIYET, shelf.articles[1]), here=True)
    shelf.catch_up()

    assert {row[0] for row in shelf.names() if row[1] == "person:hurriyet"} == {2}


def test_nothing_is_done_where_no_rule_changed(shelf: Shelf) -> None:
    shelf.rules.watch(TURKEY, True)

    assert not shelf.naming.catch_up(shelf.cache, shelf.rules.prepared())
    assert shelf.cache.applied() == {}
