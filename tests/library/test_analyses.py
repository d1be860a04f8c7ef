import sqlite3
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StorageError
from reader.ingest.source import article_from_text
from reader.library.analyses import AnalysisCache
from reader.library.database import Database
from reader.library.library import Library
from reader.library.mentions import runs_of_words
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.intake import Incoming, Origin
from reader.model.span import Span
from reader.model.value import replace

FOUND = Analysis(
    text_hash="hash",
    analyst="model 1",
    sentences=(Span(0, 9), Span(10, 30)),
    entities=(Entity("iso:TR", "Turkey", "GPE", "TR"), Entity("local:0", "Erdoğan", "PERSON")),
    mentions=(Mention(Span(0, 6), "GPE", "iso:TR"), Mention(Span(10, 17), "PERSON", "local:0")),
    orders={"centrality": (1, 0), "lsa": ()},
    complete=True,
)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "analyses.db"


def test_what_was_found_is_there_at_the_next_start(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    cache.close()

    assert AnalysisCache(path).get("hash") == FOUND


def test_a_sound_file_is_sound_to_sqlite_as_well(path: Path) -> None:
    AnalysisCache(path).put(FOUND)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_was_not_found_yet_is_none(path: Path) -> None:
    assert AnalysisCache(path).get("hash") is None


@pytest.mark.parametrize("analysts", [["1"], ["1", "2"], ["1", "2", "1"], ["2", "2", "1"]])
def test_the_newest_analysis_is_found_whoever_made_it(path: Path, analysts: list[str]) -> None:
    cache = AnalysisCache(path)
    for analyst in analysts:
        cache.put(replace(FOUND, analyst=analyst))

    found = cache.get("hash")

    assert found is not None
    assert found.analyst == analysts[-1]


@pytest.mark.parametrize("damage", [b"", b"no database at all. " * 99, b"\0" * 4096], ids=["empty", "text", "nothing"])
def test_a_damaged_cache_is_made_anew_without_a_word(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)

    cache = AnalysisCache(path)

    assert cache.get("hash") is None
    cache.put(FOUND)
    assert cache.get("hash") == FOUND


def test_a_cache_that_was_cut_off_is_made_anew(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    cache.close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])

    cache = AnalysisCache(path)
    cache.put(FOUND)

    assert cache.get("hash") == FOUND


def test_a_cache_of_another_shape_is_made_anew(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE analyses (something_else TEXT)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()

    cache = AnalysisCache(path)
    cache.put(FOUND)

    assert cache.get("hash") == FOUND


@pytest.mark.parametrize("kept", ["not JSON", "{}", "[]", '{"text_hash": "hash", "entities": 3}', "null", "\ud800"])
def test_an_analysis_that_cannot_be_read_counts_as_none(path: Path, kept: str) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    assert isinstance(cache._database, Database)
    with cache._database.writing() as connection:
        connection.execute("UPDATE analyses SET analysis = ?", [zlib.compress(kept.encode("utf-8", "surrogatepass"))])

    assert cache.get("hash") is None


def test_an_analysis_that_cannot_be_unpacked_counts_as_none(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    assert isinstance(cache._database, Database)
    with cache._database.writing() as connection:
        connection.execute("UPDATE analyses SET analysis = 'not packed'")

    assert cache.get("hash") is None


def mentions(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT entity, name_key, label, text_hash, count FROM mentions"))


def test_who_is_named_is_kept_with_the_analysis(path: Path) -> None:
    AnalysisCache(path).put(FOUND)

    assert mentions(path) == {("iso:TR", "turkey", "GPE", "hash", 1), ("", "erdogan", "PERSON", "hash", 1)}


def test_a_name_is_found_by_each_run_of_its_words() -> None:
    assert runs_of_words("hakan fidan") == {"hakan", "fidan", "hakan fidan"}
    assert runs_of_words("") == {""}


@given(st.lists(st.text("ab", min_size=1), min_size=1, max_size=20).map(" ".join))
def test_a_long_name_is_found_whole_and_by_few_of_its_words(name: str) -> None:
    runs = runs_of_words(name)
    assert name in runs
    assert len(runs) <= 22


def test_a_new_analysis_takes_the_place_of_the_old_one(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    cache.put(replace(FOUND, analyst="model 2", entities=FOUND.entities[:1], mentions=FOUND.mentions[:1]))

    assert mentions(path) == {("iso:TR", "turkey", "GPE", "hash", 1)}


def test_mentions_of_one_thing_are_counted_in_each_text(path: Path) -> None:
    cache = AnalysisCache(path)
    twice = tuple(Mention(Span(at, at + 6), "GPE", "iso:TR") for at in (0, 20))
    cache.put(replace(FOUND, mentions=twice, entities=FOUND.entities[:1]))
    cache.put(replace(FOUND, text_hash="other", mentions=twice[:1], entities=FOUND.entities[:1]))

    assert mentions(path) == {("iso:TR", "turkey", "GPE", "hash", 2), ("iso:TR", "turkey", "GPE", "other", 1)}


def test_an_entity_told_twice_under_one_name_is_counted_once_more(path: Path) -> None:
    local = (Entity("local:1", "Smith", "PERSON"), Entity("local:2", "Smith", "PERSON"))
    found = tuple(Mention(Span(at, at + 5), "PERSON", f"local:{at}") for at in (1, 2))
    AnalysisCache(path).put(replace(FOUND, entities=local, mentions=found))

    assert mentions(path) == {("", "smith", "PERSON", "hash", 2)}


def test_looking_for_a_name_reads_only_its_own_rows(path: Path) -> None:
    """The question that the library asks: it has to use the indexes of a view of three tables."""
    AnalysisCache(path).put(FOUND)
    question = "SELECT text_hash FROM named WHERE entity IN (SELECT value FROM json_each(?))"
    question += " UNION SELECT text_hash FROM mentions WHERE name_key >= ? AND name_key < ?"
    with closing(sqlite3.connect(path)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}", ['["iso:TR"]', "t", "u"])]

    assert [line for line in plan if line.startswith("SCAN")] == ["SCAN json_each VIRTUAL TABLE INDEX 1:"]


def test_what_is_removed_leaves_no_trace(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    cache.put(replace(FOUND, text_hash="other", entities=FOUND.entities[:1], mentions=FOUND.mentions[:1]))
    cache.apply({}, ["hash"])
    cache.remove(["hash", "never there"])

    assert cache.due(9) == []
    assert cache.get("hash") is None
    assert cache.get("other") is not None
    assert mentions(path) == {("iso:TR", "turkey", "GPE", "other", 1)}
    cache.close()
    assert b"erdogan" not in path.read_bytes()


def test_removing_from_a_file_that_is_not_there_makes_none(path: Path) -> None:
    AnalysisCache(path).remove(["hash"])
    assert not path.exists()


def test_a_file_that_does_not_let_go_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageError):
        AnalysisCache(path).remove(["hash"])


def test_what_was_not_read_by_an_analyst_is_told_newest_first(path: Path) -> None:
    file = path.with_name("library.db")
    library = Library(file)
    texts = [article_from_text(f"Talks of day {day}.", published=date(2026, 1, day)) for day in (1, 2, 3, 4)]
    outcomes = library.add_many([Incoming(article, b"", Origin("paste", "")) for article in texts])
    first, second, third, fourth = (outcome.rank or 0 for outcome in outcomes)
    library.set_states([fourth], removed=True)
    cache = AnalysisCache(path)
    top = 1 << 62
    assert cache.unread(file, "2", top, 9) == [third, second, first]
    assert cache.unread(file, "2", third, 1) == [second]
    cache.put(replace(FOUND, text_hash=texts[1].text_hash, analyst="2"))
    cache.put(replace(FOUND, text_hash=texts[0].text_hash, analyst="1"))
    assert cache.unread(file, "2", top, 9) == [third, first]
    library.close()


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    cache = AnalysisCache(tmp_path / "a file" / "analyses.db")

    cache.put(FOUND)

    assert cache.get("hash") is None
    cache.close()
