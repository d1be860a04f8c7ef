import sqlite3
from pathlib import Path

import pytest

from reader.library.cache import AnalysisCache
from reader.library.database import Database
from reader.model.analysis import Analysis, Entity, Mention
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
    return home / "index.db"


def test_what_was_found_is_there_at_the_next_start(path: Path) -> None:
    cache = AnalysisCache(path)
    cache.put(FOUND)
    cache.close()

    assert AnalysisCache(path).get("hash") == FOUND


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
        connection.execute("UPDATE analyses SET analysis = ?", [kept.encode("utf-8", "surrogatepass")])

    assert cache.get("hash") is None


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    cache = AnalysisCache(tmp_path / "a file" / "index.db")

    cache.put(FOUND)

    assert cache.get("hash") is None
    cache.close()
