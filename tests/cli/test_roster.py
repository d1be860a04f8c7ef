"""`diploreader roster ...`, in the process of the test."""

import io
import sys
from pathlib import Path

import pytest

from reader.cli.main import run
from reader.errors import EXIT_FAILURE, EXIT_USAGE
from tests.cli.names import decide
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_what_was_decided_is_listed_the_newest_first(capsys: Capture) -> None:
    decide()
    listed = rows(capsys, "roster", "list")
    assert [[kind, what, scope, origin] for _, kind, what, scope, _, origin in listed] == [
        ["watch", "“Turkey” is watched", "everywhere", ""],
        ["merge", "“Fidan [/b]\N{REPLACEMENT CHARACTER}[31m” is the same as “Hakan Fidan”", "everywhere", ""],
        ["rename", "“Turkey” is called “Türkiye”", "everywhere", ""],
    ]


def test_json_tells_everything_of_a_rule(capsys: Capture) -> None:
    decide()
    *_, renamed = objects(capsys, "roster", "list")
    assert len(renamed.pop("id")) == 36
    assert renamed.pop("modified").endswith("+00:00")
    assert renamed == {
        "kind": "rename",
        "entity": "iso:TR",
        "name": "Turkey",
        "type": "GPE",
        "words": "",
        "value": "Türkiye",
        "value_name": "",
        "value_type": "",
        "article": "",
        "origin": "",
    }


def test_nothing_decided_says_what_to_do(capsys: Capture) -> None:
    assert "diploreader watch NAME" in remarks(capsys, "roster", "list")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_shows_the_end_of_ids_by_which_rules_can_be_revoked(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    decide()
    ids = [row[0] for row in rows(capsys, "roster", "list")]
    with monkeypatch.context() as terminal:
        sit_before(terminal, columns)
        terminal.setenv("NO_COLOR", "1")
        heading, *listed = lines(capsys, "roster", "list")
    assert heading.split() == ["ID", "KIND", "WHAT", "SCOPE", "DATE", "ORIGIN"][: len(heading.split())]
    shown = [line.split()[0] for line in listed]
    assert all(whole.endswith(end) and len(end) == 8 for whole, end in zip(ids, shown, strict=True))
    assert "".join(listed).isprintable()

    ((gone, kind, *_),) = rows(capsys, "roster", "revoke", shown[1])
    assert (gone, kind) == (ids[1], "merge")
    assert [row[0] for row in rows(capsys, "roster", "list")] == [ids[0], ids[2]]


def test_nothing_is_revoked_where_one_id_fits_nothing(capsys: Capture) -> None:
    decide()
    first, *_ = objects(capsys, "roster", "list")
    for wrong in ("ffff0000ffff", "", first["id"][-3:]):
        assert "roster list" in remarks(capsys, "roster", "revoke", first["id"], wrong, status=EXIT_USAGE)
    assert len(rows(capsys, "roster", "list")) == 3
    (told,) = objects(capsys, "roster", "revoke", first["id"], first["id"])
    assert told["id"] == first["id"]


def test_a_roster_goes_from_one_home_to_another_once(capsys: Capture, tmp_path: Path) -> None:
    decide()
    file = tmp_path / "team.csv"
    assert remarks(capsys, "roster", "export", str(file)) == f"3 lines written to {file}.\n"
    elsewhere = ("--home", str(tmp_path / "elsewhere"))
    took = objects(capsys, "roster", "import", str(file), *elsewhere)
    there = objects(capsys, "roster", "list")
    assert {rule.pop("origin") for rule in took} == {"team.csv"}
    assert {rule.pop("origin") for rule in there} == {""}
    assert [rule["id"] for rule in took] == [rule["id"] for rule in there[::-1]]
    assert [rule["kind"] for rule in took] == ["rename", "merge", "watch"]
    assert "Nothing in “team.csv” is new." in remarks(capsys, "roster", "import", str(file), *elsewhere)


def test_a_printed_roster_is_the_one_of_a_file(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    decide()
    file = tmp_path / "team.csv"
    assert run(["roster", "export", str(file)]) == 0
    assert run(["roster", "export"]) == 0
    assert capfdbinary.readouterr().out == file.read_bytes()
    assert file.read_bytes().count(b"\r\n") == 4


def test_no_file_is_overwritten(capsys: Capture, tmp_path: Path) -> None:
    decide()
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    assert "is there already" in remarks(capsys, "roster", "export", str(file), status=EXIT_FAILURE)
    assert "cannot be written" in remarks(capsys, "roster", "export", str(tmp_path / "no" / "x"), status=EXIT_FAILURE)
    assert "JSON" in remarks(capsys, "roster", "export", "--json", str(file), status=EXIT_USAGE)
    assert file.read_text() == "mine"


def test_a_list_by_hand_is_taken_line_by_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand = b"kind,name,type\nwatch,Hakan Fidan,PERSON\nwatch,,\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(by_hand)))
    assert run(["roster", "import", "-"]) == EXIT_FAILURE
    out, err = capsys.readouterr()
    assert [line.split("\t")[1:4] for line in out.splitlines()] == [["watch", "“Hakan Fidan” is watched", "everywhere"]]
    assert err.splitlines()[0].startswith("diploreader: Line 3 was left out: ")
    assert [row[0] for row in rows(capsys, "watch")] == ["Hakan Fidan"]


@pytest.mark.parametrize("content", [b"", b"Talks went on.", b"\x00\x01\x02" * 99])
def test_what_is_no_roster_is_said(capsys: Capture, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert len(remarks(capsys, "roster", "import", str(tmp_path / "x"), status=EXIT_FAILURE).splitlines()) == 1
    assert "nowhere" in remarks(capsys, "roster", "import", "nowhere", status=EXIT_FAILURE)
