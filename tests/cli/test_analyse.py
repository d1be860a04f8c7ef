"""`diploreader analyse`, in the process of the test."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.analyst import Analyst
from reader.cli.analyse import analyse
from reader.cli.main import run
from reader.model.analysis import DEFAULT_METHOD

SEED = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
HOSTILE = "Turkey \x1b]52;c;eA==\x07 and [/b] [@click=app.quit]Israel[/] spoke.\n\nThey met \x9b31m in Ankara."


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst()


@pytest.fixture(autouse=True)
def _one_analyst(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real analyst, loaded once for all tests."""
    monkeypatch.setattr("reader.analysis.analyst.Analyst", lambda: analyst)


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_plain_form_gives_title_source_summary_and_counted_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert analyse([str(SEED)], as_json=False, method=DEFAULT_METHOD) == 0
    out = capsys.readouterr().out
    title, about, blank, heading, first = out.splitlines()[:5]
    assert title.startswith("Turkey, a NATO ally")
    assert (about, blank, heading) == ("MENAFN · 2023-11-08", "", "Summary")
    assert first.startswith("   1  Turkey, a NATO ally, has expressed")
    assert {"People", "States and places", "Organisations", "Media"} <= set(out.splitlines())
    for line in ("   3  Hakan Fidan", "   6  Turkey", "   3  Hamas", "   2  Hurriyet"):
        assert any(told.startswith(line) for told in out.splitlines())


def test_a_summary_is_as_long_as_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", str(SEED), "--json", "--length", "60w"]) == 0
    (seed,) = objects(capsys.readouterr().out)
    words = [len(seed["text"][start:end].split()) for start, end in seed["sentences"]]
    assert 0 < sum(words[number] for number in seed["summary"]) <= 60


def test_json_lines_hold_what_is_known_of_each_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Talks fail in Oslo\n\nEnvoys of Britain left the talks in Oslo. They will not be back this year.\n"
    )
    assert analyse([str(SEED), str(other)], as_json=True, method=DEFAULT_METHOD) == 0
    seed, second = objects(capsys.readouterr().out)
    assert (seed["id"], second["id"]) == (str(SEED), str(other))
    assert set(seed) == {"id", "text", "sentences", "mentions", "entities", "summary", "missing", "statements", "dates"}
    assert {"id": "iso:TR", "name": "Turkey", "type": "GPE", "sure": True, "country": "TR"} in seed["entities"]
    assert {"id": "org:nato", "name": "NATO", "type": "ORG", "sure": True} in seed["entities"]
    assert len(seed["summary"]) == 3
    assert seed["summary"] == sorted(seed["summary"])
    assert second["text"].startswith("Talks fail in Oslo")
    named = [second["text"][mention["start"] : mention["end"]] for mention in second["mentions"]]
    assert named == ["Oslo", "Britain", "Oslo"]


def test_standard_input_is_a_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Envoys of France met in Paris.")))
    assert analyse(["-"], as_json=True, method=DEFAULT_METHOD) == 0
    (only,) = objects(capsys.readouterr().out)
    assert only["id"] == "-"
    assert only["text"] == "Envoys of France met in Paris."


def test_bad_file_costs_one_line_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing\x1b[31m.txt"
    assert analyse([str(empty), str(missing), str(SEED)], as_json=True, method=DEFAULT_METHOD) == 1
    out, err = capsys.readouterr()
    assert [one["id"] for one in objects(out)] == [str(SEED)]
    assert len(err.splitlines()) == 2
    assert "\x1b" not in err


@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_of_a_text_acts_on_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, as_json: bool
) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    assert analyse([str(hostile)], as_json=as_json, method=DEFAULT_METHOD) == 0
    out = capsys.readouterr().out
    assert all(character.isprintable() or character == "\n" for character in out)
    assert "[@click=app.quit]" in out


def test_summary_is_made_the_way_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    analyse([str(SEED)], as_json=True, method="luhn")
    analyse([str(SEED)], as_json=True, method=DEFAULT_METHOD)
    luhn, own = objects(capsys.readouterr().out)
    assert luhn["summary"] != own["summary"]


def test_progress_shows_on_a_terminal_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse([str(SEED)], as_json=True, method=DEFAULT_METHOD)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    analyse([str(SEED)], as_json=True, method=DEFAULT_METHOD)
    assert f"1/1 {SEED}" in capsys.readouterr().err


def test_home_is_neither_read_nor_written(home: Path) -> None:
    analyse([str(SEED)], as_json=True, method=DEFAULT_METHOD)
    assert not home.exists()
