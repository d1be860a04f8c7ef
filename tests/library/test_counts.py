from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from reader.errors import DamagedError, StorageError
from reader.ingest.source import article_from_text
from reader.library.counts import count_library
from reader.library.library import Library
from reader.model.article import Article
from reader.model.intake import Incoming, Origin
from reader.model.value import replace
from tests.wire import Wire


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with closing(Library(path)) as library:
        yield library


def story(seed: int, source: str | None, published: date | None, language: str = "en") -> Article:
    article = article_from_text(Wire(seed).story(20))
    return replace(article, source=source, published=published, language=language)


def add(library: Library, *articles: Article, format_: str = "text") -> list[int]:
    outcomes = library.add_many([Incoming(article, b"", Origin("stdin", ""), format_) for article in articles])
    return [outcome.rank for outcome in outcomes if outcome.rank is not None]


def test_an_empty_library_counts_nothing(library: Library, path: Path) -> None:
    counts = count_library(path)
    assert (counts.articles, counts.unread, counts.words, counts.versions) == (0, 0, 0, 0)
    assert counts.by_source == counts.by_month == counts.by_language == counts.by_format == ()


def test_articles_are_counted_by_what_is_known_of_them(library: Library, path: Path) -> None:
    add(library, story(1, "Reuters", date(2026, 11, 2)), story(2, "REUTERS", date(2026, 11, 30)))
    add(library, story(3, "Hürriyet", date(2026, 10, 1), "tr"), story(4, None, None), format_="html")
    counts = count_library(path)
    assert counts.articles == counts.versions == 4
    assert [count for _, count in counts.by_source] == [2, 1, 1]
    assert {name for name, _ in counts.by_source} >= {"Hürriyet", None}
    assert counts.by_month == (("2026-11", 2), ("2026-10", 1), (None, 1))
    assert counts.by_language == (("en", 3), ("tr", 1))
    assert counts.by_format == (("html", 2), ("text", 2))


def test_removed_articles_are_counted_apart_and_archived_ones_are_not_unread(library: Library, path: Path) -> None:
    first, second, third, _ = add(library, *(story(seed, "AP", None) for seed in range(4)))
    library.set_states([first], removed=True)
    library.set_states([second], archived=True, starred=True)
    library.set_states([third], read=True)
    counts = count_library(path)
    assert (counts.articles, counts.removed, counts.versions) == (3, 1, 4)
    assert (counts.unread, counts.archived, counts.starred) == (1, 1, 1)
    assert counts.by_source == (("AP", 3),)


def test_what_is_no_library_is_told(path: Path) -> None:
    with pytest.raises(StorageError, match=str(path)):
        count_library(path)
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(DamagedError, match=str(path)):
        count_library(path)
