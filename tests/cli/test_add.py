"""`diploreader add`, with the real program that reads documents."""

import io
import json
import sys
from pathlib import Path

import pytest

from reader.errors import EXIT_FAILURE, EXIT_USAGE
from tests.cli.libraries import OSLO
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before

PAGE = (
    "<html><head><title>Grain talks</title></head><body><article><p>The minister spoke of grain in Ankara on Monday, "
    "and of a ceasefire that nobody had asked for.</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one in a folder of its own, a page, two bad files, and one that is no document."""
    folder = tmp_path / "reports"
    (folder / "inner").mkdir(parents=True)
    (folder / "oslo.txt").write_text(OSLO)
    (folder / "inner" / "geneva.txt").write_text("Delegates met in Geneva. They spoke of borders until the evening.")
    (folder / "page.html").write_text(PAGE)
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02" * 99)
    (folder / "picture.jpg").write_bytes(b"?")
    return folder


def test_a_folder_comes_in_and_bad_files_cost_a_line_each(capsys: Capture, folder: Path) -> None:
    told = objects(capsys, "add", str(folder), status=EXIT_FAILURE)
    assert [set(one) for one in told] == [{"outcome", "id", "title", "reason", "place"}] * 5
    assert sorted(one["outcome"] for one in told) == ["added", "added", "added", "refused", "refused"]
    assert sorted(one["place"] for one in told) == sorted(
        str(folder / name) for name in ("binary.txt", "empty.txt", "inner/geneva.txt", "oslo.txt", "page.html")
    )
    for one in told:
        assert (one["reason"] is None) == (one["outcome"] == "added") == (one["id"] is not None)
    listed = {article["id"]: article["title"] for article in objects(capsys, "list")}
    assert listed == {one["id"]: one["title"] for one in told if one["id"]}
    assert "Grain talks" in listed.values()


def test_it_ends_with_a_summary(capsys: Capture, folder: Path) -> None:
    from reader.cli.main import run

    assert run(["add", str(folder)]) == EXIT_FAILURE
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 5
    assert err == "3 added, 2 refused. 1 other file passed over.\n"
    (folder / "oslo.txt").write_text(OSLO + " Nobody else said anything about it.")
    assert run(["add", str(folder / "oslo.txt"), str(folder / "page.html")]) == 0
    out, err = capsys.readouterr()
    assert [line.split("\t")[0] for line in out.splitlines()] == ["updated", "already there"]
    assert err == "1 already there, 1 updated.\n"


def test_what_is_added_can_be_found_and_named_by_its_path(capsys: Capture, folder: Path) -> None:
    ((outcome, article, _, reason, place),) = rows(capsys, "add", str(folder / "oslo.txt"))
    assert (outcome, reason, place) == ("added", "", str(folder / "oslo.txt"))
    assert [row[0] for row in rows(capsys, "search", "spokesman")] == [article]
    assert lines(capsys, "show", str(folder / "oslo.txt"))[-1] == OSLO


def test_a_pattern_means_what_fits_it(capsys: Capture, folder: Path) -> None:
    assert [row[2] for row in rows(capsys, "add", str(folder / "*.html"))] == ["Grain talks"]
    assert len(objects(capsys, "add", str(folder / "**" / "g*.txt"))) == 1
    assert objects(capsys, "add", str(folder / "*.pdf"), status=EXIT_FAILURE)[0]["outcome"] == "refused"


def test_facts_are_those_that_the_reader_gives(capsys: Capture, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    facts = ["--title", "My title", "--source", "My source", "--date", "2026-05-01"]
    lines(capsys, "add", str(folder / "oslo.txt"), *facts)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Delegates met in Geneva, and said little.")))
    lines(capsys, "add", "-", *facts)
    for article in objects(capsys, "list"):
        assert (article["title"], article["source"], article["published"]) == ("My title", "My source", "2026-05-01")


@pytest.mark.parametrize("items", [["a", "b"], ["."], ["*.txt"], ["https://example.org/a"], ["/nowhere"]])
def test_facts_are_of_one_text(capsys: Capture, items: list[str], home: Path) -> None:
    assert "of one text" in remarks(capsys, "add", *items, "--title", "x", status=EXIT_USAGE)
    assert not home.exists()


@pytest.mark.parametrize("value", ["2026", "1 May", "2026-13-01", ""])
def test_a_date_is_a_day(capsys: Capture, value: str) -> None:
    with pytest.raises(SystemExit):
        lines(capsys, "add", "x", "--date", value)
    assert "YYYY-MM-DD" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x", "http://localhost/x", "file:///etc/passwd", "ftp://example.org/x"]
)
def test_an_address_that_must_not_be_fetched_is_refused(capsys: Capture, address: str) -> None:
    (told,) = objects(capsys, "add", address, status=EXIT_FAILURE)
    assert told["outcome"] == "refused"
    assert "is not fetched" in told["reason"]


def test_a_file_named_like_an_address_is_the_file(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("http:").mkdir()
    Path("http:/x.txt").write_text(OSLO)
    assert rows(capsys, "add", "http://x.txt")[0][0] == "added"


def test_articles_of_json_lines_are_told_one_by_one(capsys: Capture, tmp_path: Path) -> None:
    texts = (f"Delegates number {number} met in Geneva, and said little." for number in range(3))
    (tmp_path / "x.jsonl").write_text("".join(f"{json.dumps({'text': text})}\n" for text in texts) + "{broken\n")
    outcomes = [row[0] for row in rows(capsys, "add", str(tmp_path / "x.jsonl"), status=EXIT_FAILURE)]
    assert outcomes == ["added", "added", "added", "refused"]


def test_a_terminal_shows_a_line_for_each_item_and_every_reason_whole(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    sit_before(monkeypatch, 60)
    shown = lines(capsys, "add", str(folder), status=EXIT_FAILURE)
    assert {line[:13].rstrip() for line in shown} == {"added", "refused"}
    added = [line for line in shown if line.startswith("added")]
    assert all(len(line) <= 60 for line in added)
    assert sorted(line.split("  ")[-1] for line in added) == ["geneva.txt", "oslo.txt", "page.html"]
    assert any(line.endswith(f"{folder / 'empty.txt'} is empty.") for line in shown)


def test_a_hostile_name_acts_on_no_terminal(capsys: Capture, tmp_path: Path) -> None:
    hostile = tmp_path / "\x1b]0;owned\x07[b]\n\x9b.txt"
    hostile.write_text(OSLO)
    missing = str(tmp_path / "\x1b[2J")
    told = lines(capsys, "add", str(hostile), missing, status=EXIT_FAILURE)
    assert len(told) == 2
    assert all(line.replace("\t", "").isprintable() for line in told)
