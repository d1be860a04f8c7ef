"""The terminal under the tests is one: they would prove nothing otherwise."""

import signal
import sys
from pathlib import Path

import pytest

from tests.processes import is_gone_within
from tests.terminal.terminal import Terminal


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_is_written_is_on_the_screen_in_its_colour() -> None:
    with Terminal(python(r"print('\x1b[1;31mred\x1b[0m ü 言'); input('?')")) as terminal:
        terminal.wait_for(r"\?")
        assert terminal.cell(0, 0).fg == "red"
        assert terminal.cell(0, 0).bold
        assert terminal.cursor == (1, 1)
        assert terminal.find("ü") == (4, 0)


def test_the_program_owns_its_terminal() -> None:
    code = "import os; print(os.tcgetpgrp(0) == os.getpgrp(), os.ttyname(0), open('/dev/tty').isatty())"
    with Terminal(python(code)) as terminal:
        terminal.wait_for(r"True /dev/pts/\d+ True")
        assert terminal.wait_for_end() == 0


def test_keys_arrive_as_a_terminal_sends_them() -> None:
    # Ready only when raw: before that the terminal takes ctrl+q for itself.
    code = (
        "import sys, tty; tty.setraw(0); print('ready', flush=True); print(ascii(sys.stdin.buffer.raw.read(9)), end='')"
    )
    with Terminal(python(code + "; input()")) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+q", "shift+tab", "é", "enter")
        terminal.wait_for(r"\\x11")


def test_ctrl_c_interrupts() -> None:
    with Terminal(python("print('ready'); import time; time.sleep(3600)")) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == -signal.SIGINT


def test_a_new_size_is_told() -> None:
    code = "import os, signal; signal.signal(signal.SIGWINCH, lambda *_: print(os.get_terminal_size())); print('ready')"
    with Terminal(python(code + "\nwhile True: signal.pause()"), size=(80, 24)) as terminal:
        terminal.wait_for("ready")
        terminal.resize(100, 30)
        terminal.wait_for("columns=100, lines=30")


def test_sequences_that_arrive_in_halves_are_still_read() -> None:
    halves = r"for half in ('a\x1b[>', '1ub\x1b', '[31mc'): print(half, end='', flush=True); time.sleep(0.05)"
    code = f"import time\n{halves}"
    with Terminal(python(code)) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.text.splitlines()[0] == "abc"


def test_a_question_about_synchronized_output_is_answered() -> None:
    code = (
        r"import sys, tty; tty.setraw(0); print('\x1b[?2026$p', end='', flush=True); print(ascii(sys.stdin.read(11)))"
    )
    with Terminal(python(code)) as terminal:
        terminal.wait_for(r"2026;2\$y")


def test_input_and_output_can_be_files(tmp_path: Path) -> None:
    (tmp_path / "in").write_text("from a file")
    with (tmp_path / "in").open() as source, (tmp_path / "out").open("w") as target:
        code = "import sys; print(sys.stdin.read()); open('/dev/tty', 'w').write('on the screen')"
        with Terminal(python(code), stdin=source.fileno(), stdout=target.fileno()) as terminal:
            terminal.wait_for("on the screen")
            assert terminal.wait_for_end() == 0
    assert (tmp_path / "out").read_text() == "from a file\n"


def test_closing_the_window_hangs_up() -> None:
    with Terminal(python("print('ready'); import time; time.sleep(3600)")) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.process.wait(timeout=30) == -signal.SIGHUP


def test_waiting_for_what_does_not_come_shows_the_screen() -> None:
    with Terminal(python("print('something else')")) as terminal, pytest.raises(AssertionError, match="something else"):
        terminal.wait_for("what does not come")


def test_nothing_stays_behind() -> None:
    code = "import subprocess; print('pid', subprocess.Popen(['sleep', '3600']).pid); input()"
    with Terminal(python(code)) as terminal:
        terminal.wait_for(r"pid \d+")
        (sleeper,) = terminal.family()[1:]
    assert is_gone_within(2, sleeper)
