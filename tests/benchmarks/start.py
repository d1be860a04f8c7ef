"""From the command to the screen, beside the least that the same libraries can do.

Usage: python -m tests.benchmarks.start [-n RUNS]
"""

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.terminal_timing import (
    SEED,
    SIZE,
    Subject,
    compare,
    long_text,
    memory_mb,
    paint_ms,
    sent_bytes,
    within,
)
from tests.terminal.terminal import Terminal

HERE = Path(__file__).parent
PROGRAM = str(Path(sys.executable).with_name("diploreader"))
BARE_APP = [sys.executable, str(HERE / "bare_app.py")]
BARE_ANALYSIS = [sys.executable, str(HERE / "bare_analysis.py"), str(SEED)]

STORY = "has expressed its apprehensions"
NAMES = r"\d+ P Hakan Fidan"
SUMMARY = r"Summary · 3 of \d+"
ALL = rf"(?s)(?=.*{STORY})(?=.*{NAMES})(?=.*{SUMMARY})"
FOCUS_BYTES, PAGE_BYTES = 2_000, 15_000
LONG_WORDS = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=10, metavar="RUNS", help="pairs of runs a figure (10)")
    runs = parser.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        homes = (Path(folder) / f"home{number}" for number in itertools.count())
        paints(runs, homes)
        analyses(runs, homes)
        memory_and_bytes(runs, homes)


def program(home: Path, *arguments: str) -> list[str]:
    return [PROGRAM, "--home", str(home), *arguments]


def bare_paint() -> float:
    return paint_ms(BARE_APP, "nothing but this line")


def paints(runs: int, homes: Iterator[Path]) -> None:
    bare = Subject("bare Textual app", bare_paint)
    first = Subject("seed, first start", lambda: paint_ms(program(next(homes)), STORY))
    compare(first, bare, runs, 1.3)
    read = next(homes)
    finish(read)
    compare(Subject("seed, analysed", lambda: paint_ms(program(read), STORY)), bare, runs, 1.3)
    compare(Subject("seed, analysed, all panes filled", lambda: paint_ms(program(read), ALL)), bare, runs, 1.4)
    library = next(homes)
    with long_file() as file, Terminal(program(library, str(file)), SIZE) as terminal:
        terminal.wait_for(STORY)
        leave(terminal)
    long = Subject(f"{LONG_WORDS:,} words of the library", lambda: paint_ms(program(library), STORY))
    compare(long, bare, runs, 1.7)


def analyses(runs: int, homes: Iterator[Path]) -> None:
    bare = Subject("spaCy: import, load, run", lambda: paint_ms(BARE_ANALYSIS, "analysed"))
    compare(Subject("names of the seed", lambda: paint_ms(program(next(homes)), NAMES)), bare, runs, 1.3)
    bare = Subject("the same, sumy imported", lambda: paint_ms([*BARE_ANALYSIS, "sumy"], "summarizer"))
    compare(Subject("summary of the seed", lambda: paint_ms(program(next(homes)), SUMMARY)), bare, runs, 1.3)


def memory_and_bytes(runs: int, homes: Iterator[Path]) -> None:
    home = next(homes)
    finish(home)
    ours = Subject("memory, seed analysed before", lambda: memory_mb(program(home), ALL))
    compare(ours, Subject("bare Textual app", lambda: memory_mb(BARE_APP, "nothing")), min(runs, 3), 1.5, "MB")
    library = next(homes)
    with long_file() as file, Terminal(program(library, str(file)), SIZE) as terminal:
        terminal.wait_for(STORY)
        terminal.wait_for(SUMMARY.replace("3", r"\d+"), timeout=300)
        terminal.settle(quiet=3.0, limit=300)
        pages, moves = [], []
        for _ in range(10):
            pages.append(sent_bytes(terminal, "pagedown"))
            moves += [sent_bytes(terminal, "j") for _ in range(3)]  # as many as surely do not turn the page
        within("bytes, focus on the next sentence", moves, FOCUS_BYTES, "B")
        within("bytes, next page", pages, PAGE_BYTES, "B")
        before = len(terminal.output)
        terminal.look(5.0)
        within("bytes, idle for five seconds", [len(terminal.output) - before], 0, "B")
        leave(terminal)


def finish(home: Path) -> None:
    """Let the seed be analysed in this home, and leave."""
    with Terminal(program(home), SIZE) as terminal:
        terminal.wait_for(ALL)
        terminal.settle(quiet=1.0)
        leave(terminal)


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    terminal.wait_for_end()


@contextmanager
def long_file() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        file.write_text(long_text(LONG_WORDS))
        yield file


if __name__ == "__main__":
    main()
