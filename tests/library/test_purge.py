import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.database import set_aside
from reader.library.fetches import Validators
from reader.library.library import Library, ReadingState
from reader.model.outcome import OutcomeKind
from reader.model.span import Span
from tests.library import first_tables
from tests.library.adding import address, feed, incoming, path
from tests.library.test_library import state

SECRET = "Nobody must ever know what was said in Ankara. " * 40
OTHER = "This may be known to everybody. " * 40
FEED = "https://example.org/feed.xml"


@pytest.fixture
def file(home: Path) -> Path:
    return home / "library.db"


@pytest.fixture
def library(file: Path) -> Library:
    return Library(file)


def add(library: Library, *texts: str) -> list[int]:
    outcomes = library.add_many([incoming(text, path(text[:6])) for text in texts])
    return [outcome.rank for outcome in outcomes if outcome.rank is not None]


def places_of(words: bytes, home: Path) -> list[str]:
    """The files that hold some words as they are."""
    return sorted(found.name for found in home.iterdir() if words in found.read_bytes())


def test_nothing_of_a_purged_article_is_left_in_any_file(home: Path, library: Library) -> None:
    secret, other = add(library, SECRET, OTHER)
    library.add_many([incoming(SECRET + "It was denied later.", path(SECRET[:6]))])
    article = library.article_at(secret)
    assert article is not None
    library.keep_reading_state(state(article))
    assert places_of(b"ever know what", home)

    library.purge([secret])

    assert library.article_at(secret) is None
    assert library.article_at(other) is not None
    for trace in (b"ever know what", b"denied later", article.id.encode(), article.text_hash.encode(), b"/news/Nobody"):
        assert places_of(trace, home) == []
    assert places_of(b"known to everybody", home) == ["library.db"]


def test_whoever_purges_is_told_what_others_must_forget(library: Library) -> None:
    secret, _ = add(library, SECRET, OTHER)
    library.add_many([incoming(SECRET + "It was denied later.", path(SECRET[:6]))])
    article = library.article_at(secret)
    assert article is not None

    held = library.held([secret, 1])
    purged = library.purge([secret, 1])

    assert purged.articles == held
    assert [(one.rank, one.id, one.title) for one in held] == [(secret, article.id, article.title)]
    first = incoming(SECRET).article.text_hash
    assert set(held[0].text_hashes) == {first, article.text_hash}
    assert purged.unreached == ()
    assert library.purge([secret]).articles == ()


def test_a_number_is_not_given_again(library: Library) -> None:
    first, second = add(library, SECRET, OTHER)
    library.purge([second])

    (third,) = add(library, OTHER)

    assert third == second + 1
    assert first < second < third


def test_a_purged_article_does_not_come_back_with_its_feed(library: Library) -> None:
    (outcome,) = library.add_many([incoming(SECRET, feed("secret"))])
    library.feeds.add(FEED)
    library.feeds.note_seen(FEED, {"key": ("said", outcome.article_id)})

    assert outcome.rank is not None
    library.purge([outcome.rank])

    assert library.feeds.seen(FEED) == {"key": ""}
    with library._database.reading() as connection:
        assert connection.execute("SELECT article FROM entries").fetchall() == [(None,)]


def test_a_purged_article_can_be_fetched_and_added_again(library: Library) -> None:
    """What the server said of it is forgotten as well: "not modified" would be its last word."""
    item = incoming(SECRET, address("secret"))
    (outcome,) = library.add_many([item])
    library.fetches.note_answer(item.origin.place, Validators('"1"', None))

    assert outcome.rank is not None
    library.purge([outcome.rank])

    (again,) = library.add_many([item])
    assert again.kind is OutcomeKind.ADDED
    assert library.fetches.get(item.origin.place) is None


def test_the_next_start_does_not_look_for_a_purged_article(library: Library) -> None:
    secret, other = add(library, SECRET, OTHER)
    ids = [article.id for rank in (secret, other) if (article := library.article_at(rank))]
    library.session.keep({"article": ids[0], "other": ids[1]})

    library.purge([secret])

    assert library.session.get() == {"other": ids[1]}
    assert library.last_read() is None


def test_the_copy_that_a_migration_left_forgets_too(home: Path, file: Path) -> None:
    secret, other = incoming(SECRET), incoming(OTHER)
    first_tables.make(file, [secret, other], [_left(secret.article.id)])
    library = Library(file)
    (copy,) = file.parent.glob("*.bak")
    assert places_of(b"ever know what", home)

    purged = library.purge([library.find(secret.article.id)])

    assert purged.unreached == ()
    for trace in (b"ever know what", secret.article.id.encode(), secret.article.text_hash.encode()):
        assert places_of(trace, home) == []
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM articles").fetchall() == [(other.article.id,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def _left(article_id: str) -> ReadingState:
    article = incoming(SECRET).article
    assert article.id == article_id
    return ReadingState(article.id, article.text_hash, Span(0, 3), 0, state(article).left_at)


def test_what_cannot_be_reached_is_listed(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"damaged" * 99)
    aside = set_aside(file, "20231108T120000")
    library = Library(file)
    (secret,) = add(library, SECRET)
    damaged = file.with_name("library.db.v1-20231108T120000Z.bak")
    damaged.write_bytes(b"no database at all. " * 99)

    assert set(library.purge([secret]).unreached) == {aside, damaged}


def test_a_log_that_another_program_reads_from_is_listed(
    file: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (secret,) = add(library, SECRET)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM articles").fetchone()
        with library._database.reading() as connection:
            connection.execute("PRAGMA busy_timeout = 10")

        assert library.purge([secret]).unreached == (file,)

    assert library.purge([secret]).unreached == ()
    assert places_of(b"ever know what", file.parent) == []
