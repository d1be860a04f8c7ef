"""`diploreader doctor`, `stats` and `reindex`, in the process of the test."""

import pytest

from reader.errors import EXIT_FAILURE
from tests.cli.libraries import home_folder, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_a_sound_home_is_told_part_by_part(capsys: Capture) -> None:
    two_articles()
    lines(capsys, "list")
    found = objects(capsys, "doctor")
    assert [set(one) for one in found] == [{"part", "ok", "finding", "remedy", "mendable"}] * len(found)
    assert {"library", "index", "notebook"} <= {one["part"] for one in found}
    assert {row[1] for row in rows(capsys, "doctor")} == {"ok"}


def test_what_is_derived_is_mended_when_that_is_asked_for(capsys: Capture) -> None:
    two_articles()
    lines(capsys, "list")
    (home_folder() / "index.db").write_bytes(b"no database at all" * 999)
    wrong = [one for one in objects(capsys, "doctor", status=EXIT_FAILURE) if not one["ok"]]
    assert "index" in {one["part"] for one in wrong}
    assert all("diploreader doctor --repair" in one["remedy"] for one in wrong)
    assert all(one["ok"] for one in objects(capsys, "doctor", "--repair"))
    assert len(rows(capsys, "list", "envoys")) == 2


def test_a_terminal_shows_every_finding_whole(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    two_articles()
    sentences = [one["finding"] for one in objects(capsys, "doctor")]
    sit_before(monkeypatch, 60)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = lines(capsys, "doctor")
    assert max(map(len, shown)) <= 60
    assert sum(line.startswith("ok ") for line in shown) == len(sentences)


def test_numbers_are_of_everything_that_is_kept(capsys: Capture) -> None:
    oslo, _ = two_articles()
    remarks(capsys, "state", "read", oslo)
    (told,) = objects(capsys, "stats")
    assert set(told) == {
        *("articles", "unread", "starred", "archived", "removed", "versions", "words", "feeds", "marks", "marked"),
        *("source", "month", "language", "format", "files"),
    }
    assert (told["articles"], told["unread"], told["versions"], told["words"]) == (2, 1, 2, 37)
    assert told["source"] == [{"value": "MENAFN", "articles": 1}, {"value": "Reuters", "articles": 1}]
    assert "library" in {kept["what"] for kept in told["files"]}
    assert all(set(kept) == {"what", "path", "bytes"} for kept in told["files"])
    piped = {(row[0], row[1]): row[2] for row in rows(capsys, "stats")}
    assert (piped["articles", ""], piped["source", "Reuters"], piped["month", "2026-05"]) == ("2", "1", "2")


def test_a_terminal_shows_the_numbers_in_sentences(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    two_articles()
    sit_before(monkeypatch, 80)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = lines(capsys, "stats")
    assert shown[:2] == ["2 articles", "2 unread, 0 starred, 0 archived, 0 removed"]
    assert "        1  Reuters" in shown


def test_the_index_is_made_anew(capsys: Capture) -> None:
    two_articles()
    assert remarks(capsys, "reindex") == "2 articles indexed.\n"
    assert objects(capsys, "reindex") == [{"articles": 2}]
    assert len(rows(capsys, "search", "envoys")) == 2


@pytest.mark.parametrize("verb", [["list"], ["doctor"], ["stats"], ["reindex"], ["feed", "list"]])
def test_an_empty_home_is_no_error(capsys: Capture, verb: list[str]) -> None:
    lines(capsys, *verb)
    lines(capsys, *verb, "--json")


@pytest.mark.parametrize("verb", [["list"], ["search", "x"], ["stats"], ["reindex"], ["feed", "list"], ["rm", "zzzz"]])
def test_a_damaged_library_is_one_sentence_and_stays_as_it_is(capsys: Capture, verb: list[str]) -> None:
    two_articles()
    path = home_folder() / "library.db"
    path.write_bytes(b"no database at all" * 999)
    said = remarks(capsys, *verb, status=EXIT_FAILURE)
    assert len(said.splitlines()) == 1
    assert "damaged" in said
    assert path.read_bytes() == b"no database at all" * 999
