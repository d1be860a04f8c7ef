"""The program as a person meets it: `diploreader` in a terminal, from the first start to the last key."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from reader.cli.querying import read_query
from reader.desk.holdings import Holdings
from reader.paths import find_home
from tests.processes import is_gone_within
from tests.terminal.terminal import LONG, Terminal

PROGRAM = str(Path(sys.executable).with_name("diploreader"))
STORY = "has expressed its apprehensions"
NAMES = r"\d+ P Hakan Fidan"
SUMMARY = r"Summary · 3 of \d+"
SECOND_SENTENCE_FOCUSED = "^ *>.*During"
WIDE = (180, 50)

pytestmark = pytest.mark.timeout(180)


def start(
    *arguments: str, size: tuple[int, int] = WIDE, stdin: int | None = None, stdout: int | None = None
) -> Terminal:
    return Terminal([PROGRAM, *arguments], size, stdin=stdin, stdout=stdout)


def wait_for_analysis(terminal: Terminal) -> None:
    terminal.wait_for(NAMES)
    terminal.wait_for(SUMMARY)


def focused_line(terminal: Terminal) -> int:
    """Row of the sign that stands before the focused sentence."""
    rows = [row for row, line in enumerate(terminal.text.splitlines()) if line.lstrip().startswith(">")]
    assert len(rows) == 1, terminal.text
    return rows[0]


def quit_with(terminal: Terminal, key: str = "ctrl+q") -> None:
    terminal.press(key)
    assert terminal.wait_for_end() == 0


def test_a_reader_finds_again_what_was_left() -> None:
    with start() as terminal:
        terminal.wait_for(STORY)
        wait_for_analysis(terminal)
        for name in ("Antony Blinken", "Recep Tayyip Erdogan", "United States", "Middle East", "Hamas", "MENAFN"):
            terminal.find(name)
        first = focused_line(terminal)
        terminal.press("j")
        terminal.wait_for(SECOND_SENTENCE_FOCUSED)
        assert focused_line(terminal) > first
        terminal.press("a")
        terminal.wait_for("ctrl\\+s save")
        terminal.write("Same words as before?")
        terminal.wait_for("Same words as before")
        terminal.press("ctrl+s")
        terminal.wait_for("Notes · 1")
        terminal.press("T")
        terminal.wait_for("Tags of the article")
        terminal.write("mediation")
        terminal.wait_for("mediation")
        terminal.press("enter", "ctrl+s")
        terminal.wait_for("Notes · 1 · #mediation")
        quit_with(terminal)
    with start() as terminal:
        terminal.wait_for("Notes · 1 · #mediation")
        terminal.wait_for("Same words as before?")
        terminal.wait_for(SECOND_SENTENCE_FOCUSED)
        wait_for_analysis(terminal)
        assert len(terminal.family()) == 1, "what was found before needs no analysis program"
        quit_with(terminal)


def test_a_text_from_a_pipe_is_read_and_keys_still_work(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("ANKARA, Nov 8 (Reuters) - The talks went on.\n\nNobody said when they would end.\n")
    with (tmp_path / "text").open() as source, start("-", stdin=source.fileno()) as terminal:
        terminal.wait_for("The talks went on")
        terminal.press("j")
        terminal.wait_for("^ *>.*Nobody said when")
        quit_with(terminal)


def test_all_articles_of_a_file_come_in_and_the_first_is_opened(tmp_path: Path, home: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text("".join(f'{{"title": "Round {n}", "text": "Talks of round {n} went on."}}\n' for n in range(3)))
    with start(str(news)) as terminal:
        terminal.wait_for("Talks of round 0 went on.")
        quit_with(terminal)
    with Holdings(find_home(home)) as holdings:
        assert len(holdings.ranks(read_query(""))) == 3


def test_a_file_is_read_whatever_stands_in_it(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile [b].txt"
    hostile.write_text("He [not] said: [/b] \x1b]0;owned\x07[@click=app.quit]so[/]. \x9b2J And \u202eso on.\n")
    with start(str(hostile)) as terminal:
        terminal.wait_for(r"He \[not\] said: \[/b\]")
        quit_with(terminal)
        assert b"owned\x07" not in terminal.output


def test_nothing_is_drawn_on_redirected_output(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as target, start(stdout=target.fileno()) as terminal:
        terminal.wait_for(STORY)
        quit_with(terminal)
    assert (tmp_path / "out").read_bytes() == b""


def test_escape_and_a_key_in_one_write_are_two_keys() -> None:
    with start() as terminal:
        terminal.wait_for(STORY)
        before = focused_line(terminal)
        terminal.write("\x1bj")
        terminal.wait_for(SECOND_SENTENCE_FOCUSED)
        assert focused_line(terminal) > before
        quit_with(terminal)


def test_every_size_shows_the_text() -> None:
    with start(size=(80, 24)) as terminal:
        terminal.wait_for(STORY)
        terminal.wait_for(r"1 Article\W+2 Summary")
        terminal.resize(180, 50)
        terminal.wait_for(NAMES)
        terminal.wait_for(STORY)
        terminal.resize(40, 10)
        terminal.wait_until_gone(NAMES)
        terminal.wait_for("Turkey")
        terminal.resize(120, 40)
        terminal.wait_for(NAMES)
        quit_with(terminal)


def test_leaving_gives_the_terminal_back_as_it_was() -> None:
    with start() as terminal:
        terminal.wait_for(STORY)
        terminal.press("q")
        terminal.wait_for("Articles")
        quit_with(terminal, "q")
        for mode in (b"1049", b"1003", b"1006", b"2004"):  # alternate screen, mouse, mouse coordinates, paste
            assert terminal.output.rindex(b"\x1b[?%sl" % mode) > terminal.output.rindex(b"\x1b[?%sh" % mode)
        assert terminal.output.rindex(b"\x1b[?25h") > terminal.output.rindex(b"\x1b[?25l")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_leaves_no_process(number: signal.Signals) -> None:
    with start() as terminal:
        family = during_analysis(terminal)
        terminal.process.send_signal(number)
        status = terminal.wait_for_end()
        assert (status == -signal.SIGKILL) is (number == signal.SIGKILL)
        assert all(is_gone_within(2, process) for process in family)


def test_a_closed_window_leaves_no_process() -> None:
    with start() as terminal:
        family = during_analysis(terminal)
        terminal.hang_up()
        assert all(is_gone_within(10, process) for process in family)


def during_analysis(terminal: Terminal) -> list[psutil.Process]:
    """The program and the analysis program, which has just been started."""
    terminal.wait_for(STORY)
    deadline = time.monotonic() + LONG
    while len(family := terminal.family()) < 2:
        assert time.monotonic() < deadline, "no analysis program was started"
        terminal.look(0.01)
    return family


def refused(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program without any terminal."""
    command = [PROGRAM, *arguments]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True, check=False
    )


def test_without_a_terminal_it_says_what_to_do() -> None:
    done = refused()
    assert done.returncode == 1
    assert "diploreader analyse" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize(("arguments", "status"), [(["--nonsense"], 2), (["/nowhere/text.txt"], 1), (["."], 1)])
def test_what_cannot_be_done_is_said_and_changes_nothing(home: Path, arguments: Sequence[str], status: int) -> None:
    done = refused(*arguments)
    assert done.returncode == status
    assert done.stderr.splitlines()[-1].startswith("diploreader: ")
    assert "Traceback" not in done.stderr
    assert not home.exists()
