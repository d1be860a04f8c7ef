"""Who says something in which texts."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from reader.library.analyses import AnalysisCache
from reader.library.mentions import Named
from reader.model.analysis import Analysis, Entity
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.model.value import replace
from reader.text.corrected import Corrected
from reader.text.query import parse_query
from tests.library.shelf import Shelf, coming

TEXT = "Hakan Fidan said so. The Turkish delegation agreed. He left, it was said."
FIDAN = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")
SAID = Statement((Span(17, 19),), (Span(0, 11),), (Span(12, 16),), kind=SpeakerKind.ENTITY, entity=FIDAN.id)
AGREED = Statement((Span(43, 49),), (Span(21, 43),), kind=SpeakerKind.GROUP)
NOBODY = Statement((Span(51, 58),), is_direct=True)
FOUND = Analysis("hash", entities=(FIDAN,), statements=(SAID, SAID, AGREED, NOBODY))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "analyses.db"


def keep(path: Path, analysis: Analysis) -> None:
    AnalysisCache(path).put(analysis, Named(Corrected(analysis), text=TEXT))


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_who_speaks_is_kept_with_the_analysis(path: Path) -> None:
    keep(path, FOUND)
    assert asked(path, "SELECT entity, name, count FROM voices v JOIN said d ON d.voice = v.number ORDER BY 1") == [
        ("", "turkish delegation", 1),
        ("person:hakan fidan", "hakan fidan", 2),
    ]
    assert asked(path, "SELECT count FROM unassigned") == [(1,)]


def test_a_new_analysis_takes_the_place_of_the_old_one(path: Path) -> None:
    keep(path, FOUND)
    keep(path, replace(FOUND, statements=(AGREED,)))
    assert asked(path, "SELECT entity, count FROM said_by") == [("", 1)]
    assert asked(path, "SELECT count(*) FROM unassigned") == [(0,)]


def test_what_is_removed_leaves_no_trace(path: Path) -> None:
    keep(path, FOUND)
    cache = AnalysisCache(path)
    cache.remove(["hash"])
    cache.close()
    for table in ("voices", "voice_names", "said", "unassigned"):
        assert asked(path, f"SELECT count(*) FROM {table}") == [(0,)]
    assert b"delegation" not in path.read_bytes()


def test_taking_names_in_anew_takes_speakers_in_anew(path: Path) -> None:
    keep(path, FOUND)
    other = Entity("person:h f", "H. F.", "PERSON")
    ruled = replace(FOUND, entities=(other,), statements=(replace(SAID, entity=other.id),))
    AnalysisCache(path).put_names({"hash": Named(Corrected(ruled), text=TEXT)})
    assert asked(path, "SELECT entity, count FROM said_by") == [("person:h f", 1)]


def test_looking_for_a_speaker_reads_only_its_own_rows(path: Path) -> None:
    """The question that the library asks: it has to use the indexes of a view of three tables."""
    keep(path, FOUND)
    question = "SELECT text_hash FROM said_by WHERE entity IN (SELECT value FROM json_each('[]'))"
    question += " UNION SELECT text_hash FROM said_by_name WHERE name_key >= 'a' AND name_key < 'b'"
    plan = [str(row[3]) for row in asked(path, f"EXPLAIN QUERY PLAN {question}")]
    assert [line for line in plan if line.startswith("SCAN")] == ["SCAN json_each VIRTUAL TABLE INDEX 1:"]


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


def test_articles_are_found_by_who_speaks_in_them(shelf: Shelf, home: Path) -> None:
    (rank, _) = shelf.put(coming(TEXT, title="Talks"), coming("Hakan Fidan left for Orlo.", title="Left"))
    (talks,) = shelf.articles([rank])
    cache = AnalysisCache(home / "analyses.db")
    found = replace(FOUND, text_hash=talks.text_hash)
    cache.put(found, Named(Corrected(found), text=talks.text))

    def titles(query: str) -> list[str]:
        rows = shelf.search.rows(shelf.search.ranks(parse_query(query, date(2023, 11, 8))))
        return sorted(row.title for row in rows)

    for query in ("said:fidan", "said:FID*", 'said:"hakan fidan"', "said:delegation", 'said:"the turkish delegation"'):
        assert titles(query) == ["Talks"], query
    assert titles("said:blinken") == []
    assert titles("-said:fidan orlo") == ["Left"]
    cache.close()
