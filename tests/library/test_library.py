import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings

from reader.errors import DamagedError
from reader.ingest.source import article_from_text
from reader.library.library import Library, ReadingState
from reader.model.article import Article
from reader.model.intake import Origin
from reader.model.span import Span
from reader.model.value import replace
from tests.strategies import articles

PASTED = Origin("paste", "")
SEED = Origin("seed", "sample.txt")


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home / "library.db")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that keeps what one example after another brings."""
    return Library(tmp_path_factory.mktemp("shared") / "library.db")


def story(number: int = 1) -> Article:
    return article_from_text(f"ANKARA, 8 Nov 2023 (Reuters) - Turkey objected {number} times. The rest is silence.")


def state(article: Article, minute: int = 0) -> ReadingState:
    return ReadingState(article.id, article.text_hash, Span(30, 47), 27, datetime(2023, 11, 8, 12, minute, tzinfo=UTC))


@settings(max_examples=40)
@given(articles)
def test_any_article_comes_back_as_it_was_added(shared: Library, article: Article) -> None:
    added = shared.add(article, article.text.encode(), PASTED)

    assert added.article == shared.article(article.id) == article
    assert shared.original(article.text_hash) == article.text.encode()


def test_what_was_added_is_there_after_the_library_was_closed(home: Path, library: Library) -> None:
    article = replace(story(), url="https://example.org/1", author="Jane Doe", published=date(2023, 11, 8))
    library.add(article, b"as it came", PASTED)
    library.close()

    again = Library(home / "library.db")

    assert again.article(article.id) == article
    assert again.original(article.text_hash) == b"as it came"


def test_the_same_text_again_is_not_doubled_and_keeps_what_was_known_first(home: Path, library: Library) -> None:
    first = story()
    assert library.add(first, b"first", PASTED).is_new

    again = library.add(replace(first, title="Another", source="A wire"), b"again", Origin("path", "/news/1.txt"))

    assert (again.article, again.is_new) == (first, False)
    assert library.original(first.text_hash) == b"first"
    assert len(library.versions(first.id)) == 1


def test_what_is_not_there_is_none(library: Library) -> None:
    assert library.article("none") is None
    assert library.original("none") is None
    assert library.reading_state("none") is None
    assert library.last_read() is None
    assert library.standing("none") is None
    assert library.article_at(1) is None
    assert library.article_version("none") is None
    assert library.versions("none") == ()
    assert library.origins("none") == ()


def test_the_sample_alone_is_told_from_the_sample_among_others(library: Library) -> None:
    assert library.is_new
    first, second = story(1), story(2)
    library.add(first, b"", SEED)

    assert library.is_new
    standing = library.standing(first.id)
    assert standing is not None
    assert standing.is_lone_sample
    assert (standing.states.is_read, standing.states.is_starred, standing.states.removed) == (False, False, None)

    library.add(second, b"", PASTED)
    assert [s.is_lone_sample for a in (first, second) if (s := library.standing(a.id))] == [False, False]
    assert not library.is_new


def test_a_library_whose_sample_was_removed_is_not_new(library: Library) -> None:
    library.add(story(), b"", SEED)
    library.set_states([library.find(story().id)], removed=True)

    assert not library.is_new


def test_the_place_in_an_article_is_kept(home: Path, library: Library) -> None:
    article = story()
    library.add(article, b"", PASTED)
    library.keep_reading_state(state(article))
    moved = replace(state(article, 1), focus=Span(48, 68), top=48)
    library.keep_reading_state(moved)
    library.close()

    assert Library(home / "library.db").reading_state(article.id) == moved


def test_the_article_that_was_left_last_is_the_last_read(library: Library) -> None:
    first, second = story(1), story(2)
    for article in (first, second):
        library.add(article, b"", PASTED)
        library.keep_reading_state(state(article, 1))
    library.keep_reading_state(state(first, 2))

    assert library.last_read() == first.id


def test_a_removed_article_is_not_the_last_read(library: Library) -> None:
    first, second = story(1), story(2)
    for minute, article in enumerate((first, second)):
        library.add(article, b"", PASTED)
        library.keep_reading_state(state(article, minute))
    library.set_states([library.find(second.id)], removed=True)

    assert library.last_read() == first.id


def test_only_its_owner_may_look_into_a_library(home: Path, library: Library) -> None:
    library.add(story(), b"", PASTED)

    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()} == {0o600}


def test_what_is_confirmed_survives_a_power_cut_and_readers_do_not_wait(library: Library) -> None:
    """What SQLite documents for this journal and FULL; no test here can cut the power."""
    with library._database.reading() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_library_is_for_any_thread(library: Library) -> None:
    stories = [story(number) for number in range(20)]
    threads = [Thread(target=lambda part=n: [library.add(s, b"", PASTED) for s in stories[part::4]]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [library.article(article.id) for article in stories] == stories
    numbered = [library.article_at(library.find(str(number))) for number in range(1, 21)]
    assert sorted(article.id for article in numbered if article) == sorted(article.id for article in stories)


@pytest.mark.parametrize("facts", ["not JSON", "{}", '{"parts": 3}'])
def test_an_article_that_cannot_be_read_is_told(library: Library, facts: str) -> None:
    article = story()
    library.add(article, b"", PASTED)
    with library._database.writing() as connection:
        connection.execute("UPDATE versions SET facts = ?", [facts])

    with pytest.raises(DamagedError, match=f"^Article {article.id} in the library cannot be read"):
        library.article(article.id)


def test_a_path_that_is_odd_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9 #1%20?mode=memory")
    Library(folder / "library.db").add(story(), b"", PASTED)

    assert Library(folder / "library.db").article(story().id) == story()
