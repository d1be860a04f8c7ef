"""The command line, in the process of the test."""

import io
import os
import sys
from pathlib import Path

import pytest

from reader.cli import main, reading
from reader.cli.main import run
from reader.errors import StorageError


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal that the tests may run in is not ours to take."""
    monkeypatch.setattr(os, "isatty", lambda _: False)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on standard error; nothing stands on standard output."""
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("diploreader: ")
    return line.removeprefix("diploreader: ")


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"diploreader {version('diploreader')}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["FILE", "--home DIR", "--no-mouse", "--version", "analyse FILE..."]),
        (["analyse", "--help"], ["FILE", "--jsonl", "--method", "centrality", "lexrank"]),
    ],
)
def test_help_names_what_can_be_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert not [word for word in words if word not in shown]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["--home"],
        ["one", "two"],
        ["analyse"],
        ["analyse", "--method", "guess", "x"],
        ["analyse", "--x"],
    ],
)
def test_wrong_flags_are_refused(capsys: pytest.CaptureFixture[str], home: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: diploreader")
    assert not home.exists()


def empty(path: Path) -> None:
    path.touch()


def blank(path: Path) -> None:
    path.write_text(" \n\n\t")


def binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4)


def folder(path: Path) -> None:
    path.mkdir()


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("make", [missing, empty, blank, binary, folder])
def test_a_file_that_is_no_text_costs_one_sentence_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Path, make: object
) -> None:
    assert callable(make)
    path = tmp_path / "story.txt"
    make(path)
    assert run([str(path)]) == 1
    assert str(path) in said(capsys)
    assert not home.exists()


def test_a_file_name_cannot_act_on_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run([str(tmp_path / "\x1b]0;owned\x07[/b]\x9b2J.txt")]) == 1
    assert said(capsys).isprintable()


def test_empty_standard_input_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run(["-"]) == 1
    assert "standard input" in said(capsys)
    assert not home.exists()


def test_closed_standard_input_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["-"]) == 1
    assert "standard input" in said(capsys)


def test_without_a_terminal_it_points_to_what_needs_none(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert run([]) == 1
    assert "There is no terminal to draw on. `diploreader analyse FILE`" in said(capsys)
    assert not home.exists()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("thema = 'nord'", "there is no setting thema. Did you mean theme?"),
        ("mouse = 'no'", "mouse must be true or false, not 'no'."),
    ],
)
@pytest.mark.parametrize("by_flag", [True, False])
def test_a_wrong_setting_is_named_with_file_and_line(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, line: str, complaint: str, by_flag: bool
) -> None:
    folder = tmp_path / "other" if by_flag else home
    folder.mkdir()
    (folder / "config.toml").write_text(f"# mine\n{line}\n")
    assert run(["--home", str(folder)] if by_flag else []) == 2
    assert said(capsys) == f"{folder / 'config.toml'}:2: {complaint}"
    assert [path.name for path in folder.iterdir()] == ["config.toml"]


def test_a_wrong_text_is_told_before_a_wrong_setting(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("thema = 'nord'\n")
    assert run(["/nowhere/story.txt"]) == 1
    assert said(capsys) == "There is no file /nowhere/story.txt."


def test_elsewhere_than_on_posix_it_says_where_it_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Elsewhere:
        name = "nt"

    monkeypatch.setattr(main, "os", Elsewhere)
    assert run([]) == 2
    assert "inside WSL" in said(capsys)


@pytest.mark.parametrize(
    ("error", "status"), [(StorageError("The disk is full."), 1), (KeyboardInterrupt(), 130)], ids=["disk", "ctrl+c"]
)
def test_what_stops_it_becomes_its_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
) -> None:
    def stop(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(reading, "read", stop)
    assert run([]) == status
    assert "Traceback" not in capsys.readouterr().err
