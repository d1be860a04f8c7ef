"""The command as other programs start it: without a terminal, with closed pipes."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.errors import EXIT_UNREAD
from tests.cli.libraries import fill, incoming, two_articles
from tests.cli.names import decide
from tests.test_architecture import loaded_by

SHELL = '"$0" -m reader "$@"'


def start(*arguments: str, redirections: str = "</dev/null", shell: str = "sh") -> "subprocess.CompletedProcess[str]":
    """Run the program in a session of its own, which has no terminal."""
    command = [shell, "-c", f"{SHELL} {redirections}", sys.executable, *arguments]
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


HEAVY = {"textual", "rich", "spacy", "sumy", "lxml", "numpy", "nltk", "tinydb", "asyncio", "trafilatura", "urllib3"}


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["list", "--help"], ["list"], ["search", "ent:turkey"], ["watch"], ["roster", "list"]],
)
def test_what_is_asked_often_loads_nothing_heavy(arguments: Sequence[str]) -> None:
    two_articles()
    decide()
    code = f"""
from contextlib import suppress
from reader.cli.main import run
with suppress(SystemExit):
    run({list(arguments)!r})
"""
    loaded = loaded_by(code)
    assert "reader" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("arguments", [["--version"], ["list"], ["list", "--json"], ["show", "1"], ["--help"]])
def test_a_reader_of_the_output_that_goes_away_is_no_traceback(arguments: Sequence[str]) -> None:
    fill(*(incoming(f"{'word ' * 20_000} {number}") for number in range(20)))
    done = start(*arguments, redirections="| true")
    assert done.stderr == ""


def test_the_first_lines_of_a_long_list_are_enough(home: Path) -> None:
    fill(*(incoming(f"Text number {number}.") for number in range(2000)))
    done = start("list", redirections="| head -n 3")
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 3, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="sh does not tell how the first of two programs ended")
def test_a_reader_of_the_output_that_goes_away_ends_it_as_it_ends_other_programs(home: Path) -> None:
    fill(*(incoming(f"Text number {number}.") for number in range(2000)))
    done = start("list", redirections="| head -n 3; exit ${PIPESTATUS[0]}", shell="bash")
    assert (done.returncode, done.stderr) == (EXIT_UNREAD, "")


@pytest.mark.parametrize("arguments", [["--version"], ["list"], ["show", "1", "--original"]])
def test_a_full_disk_under_the_output_is_one_sentence(arguments: Sequence[str]) -> None:
    two_articles()
    done = start(*arguments, redirections=">/dev/full")
    assert done.returncode == 1
    assert done.stderr == "diploreader: Standard output cannot be written: No space left on device.\n"


@pytest.mark.parametrize("arguments", [["list"], ["show", "1"], ["show", "1", "--original"]])
def test_output_that_nobody_wants_is_no_traceback(arguments: Sequence[str]) -> None:
    two_articles()
    done = start(*arguments, redirections=">&-")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_that_the_terminal_does_not_know_are_stood_in_for(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    fill(incoming("Erdoğan received the envoys in Ankara.", "Erdoğan “receives” envoys"))
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    done = start("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Erdo?an" in done.stdout
