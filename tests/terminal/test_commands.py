"""Verbs of the command line as a person meets them, in a terminal."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from reader.cli.querying import read_query
from reader.desk.holdings import Holdings
from reader.paths import find_home
from tests.cli.libraries import fill, incoming
from tests.terminal.terminal import Terminal

PROGRAM = str(Path(sys.executable).with_name("diploreader"))
LONG_TITLE = "Envoys of many states have left the talks in Oslo, and nobody says when they will be back for more talks"

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _articles(home: Path) -> None:
    fill(
        incoming("Envoys left the talks in Oslo. They said so.", LONG_TITLE, "Reuters", date(2026, 5, 1)),
        incoming("The minister spoke in Ankara of grain.", "会談が決裂した", "Hürriyet", date(2026, 5, 2)),
        incoming("The \x1b]0;owned\x07 spoke.", "A \x1b]0;owned\x07 [/b] title", "\x9b31mred", date(2026, 5, 3)),
    )


def start(*arguments: str, columns: int = 80, no_color: bool = False) -> Terminal:
    return Terminal([PROGRAM, *arguments], (columns, 30), {"NO_COLOR": "1"} if no_color else None)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_list_stands_in_columns_and_breaks_no_line(columns: int) -> None:
    with start("list", columns=columns) as terminal:
        assert terminal.wait_for_end() == 0
        heading, *articles = [line for line in terminal.text.splitlines() if line]
        assert heading.split() == ["ID", "DATE", "SOURCE", "TITLE"]
        assert len(articles) == 3
        assert {line.index("2026-05-0") for line in articles} == {heading.index("DATE")}
        column, _ = terminal.find("TITLE")
        assert terminal.cell(column, 3).data == "E"
        assert terminal.cell(column, 2).data == "会"
        assert terminal.text.count("…") == 1
        assert "]0;owned [/b] title" in articles[0]


def test_without_colours_nothing_but_text_is_sent() -> None:
    with start("list", no_color=True) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.output
    with start("search", "ankara", no_color=True) as terminal:
        assert terminal.wait_for_end() == 0
        assert "**Ankara**" in terminal.text
        assert b"\x1b" not in terminal.output


def test_hits_are_bright() -> None:
    with start("search", "ankara") as terminal:
        assert terminal.wait_for_end() == 0
        column, row = terminal.find("Ankara")
        assert terminal.cell(column, row).bold
        assert not terminal.cell(column - 2, row).bold


def test_nothing_is_purged_before_the_reader_says_so() -> None:
    with start("purge", "--query", "oslo") as terminal:
        terminal.wait_for(r"Delete 1 article and everything about it for ever\? \[y/N\]$")
        terminal.find("Envoys of many states")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        terminal.find("Nothing was purged.")
    with start("purge", "--query", "oslo") as terminal:
        terminal.wait_for(r"\[y/N\]")
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == 130
        assert "Traceback" not in terminal.text
    with start("purge", "--query", "oslo") as terminal:
        terminal.wait_for(r"\[y/N\]")
        terminal.press("y", "enter")
        assert terminal.wait_for_end() == 0
        terminal.find("1 article purged.")
    with start("list", "oslo") as terminal:
        assert terminal.wait_for_end() == 0
        terminal.find("Nothing found for oslo.")


def test_an_import_that_is_interrupted_keeps_what_it_told(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(4000):
        (folder / f"{number}.txt").write_text(f"Delegation number {number} met in Geneva. It spoke of borders.")
    with start("add", str(folder)) as terminal:
        terminal.wait_for("^added ")
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == 130
        terminal.wait_for(r"^[\d,]+ added\.$")
        assert "Traceback" not in terminal.text
        # The terminal throws away what it has not shown when Ctrl-C is pressed: some of what was told is not here.
        told = {match.decode() for match in re.findall(rb"added +(\w{8})  Deleg", bytes(terminal.output))}
    with Holdings(find_home()) as holdings:
        ranks = holdings.ranks(read_query("delegation"), is_folded=False)
        kept = {row.id[:8] for row in holdings.rows(ranks)}
    assert told <= kept
    assert 0 < len(kept) < 4000


def test_progress_is_shown_while_work_is_long_and_gone_at_its_end(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_text(f"Delegation number {number} met in Geneva. It spoke of borders.")
    with start("add", str(folder)) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"of 3,000 items" in terminal.output
        assert "[#" not in terminal.text
        terminal.find("3,000 added.")
