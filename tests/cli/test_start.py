"""The command as other programs start it: without a terminal, with closed pipes."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SHELL = '"$0" -m reader "$@"'


def start(*arguments: str, redirections: str = "</dev/null") -> "subprocess.CompletedProcess[str]":
    """Run the program in a session of its own, which has no terminal."""
    command = ["sh", "-c", f"{SHELL} {redirections}", sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, start_new_session=True, check=False, timeout=60)


@pytest.mark.parametrize("redirections", ["</dev/null", "<&-"])
def test_without_a_terminal_nothing_is_drawn_and_nothing_made(home: Path, redirections: str) -> None:
    done = start(redirections=redirections)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("diploreader: There is no terminal to draw on.")
    assert len(done.stderr.splitlines()) == 1
    assert not home.exists()


@pytest.mark.parametrize("arguments", [["-"], ["analyse", "-"]])
def test_closed_standard_input_is_no_traceback(home: Path, arguments: Sequence[str]) -> None:
    done = start(*arguments, redirections="<&-")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "standard input" in done.stderr


def test_a_text_from_a_pipe_is_taken_before_the_terminal_is_looked_for(home: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"\x00\x01\x02" * 99)
    done = start("-", redirections=f"<{story}")
    assert done.returncode == 1
    assert "standard input" in done.stderr
    assert not home.exists()


def test_version_and_help_load_no_screen() -> None:
    script = (
        "import sys; from reader.cli.main import run\n"
        "try: run(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'spacy', 'rich', 'tinydb')])"
    )
    for flag in ("--version", "--help"):
        done = subprocess.run([sys.executable, "-c", script, flag], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_of_the_output_that_goes_away_is_no_traceback() -> None:
    done = start("--version", redirections="| true")
    assert "Traceback" not in done.stderr
