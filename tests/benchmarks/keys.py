"""What a key costs in a long article, beside a bare line view of the same text.

Usage: python -m tests.benchmarks.keys [-n KEYS] [--program]
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.terminal_timing import SIZE, Subject, compare, long_text, paint_ms, sent_bytes, within
from tests.terminal.terminal import Terminal

HERE = Path(__file__).parent
PROGRAM = str(Path(sys.executable).with_name("diploreader"))
WORDS = 100_000
BEGIN = "has expressed its apprehensions"
P95_RATIO, SLOWEST_MS = 1.5, 100
FOCUS_BYTES, PAGE_BYTES = 2_000, 15_000
TEXT_ROWS, TEXT_COLUMNS = 39, 60
"""Where only the text changes, from the top left on, in all programs."""
HELD = 200
"""Keys that reach the program in one write."""
AT_A_TIME = 10
"""Keys before the other program has its turn."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=100, metavar="KEYS", help="keys of a kind (100)")
    parser.add_argument("--program", action="store_true", help="the whole program, while it analyses the text")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        file.write_text(long_text(WORDS))
        pane, bare = ([sys.executable, str(HERE / name), str(file)] for name in ("article_app.py", "line_view.py"))
        if not given.program:
            first_paints(pane)
        ours = [PROGRAM, "--home", f"{folder}/home", str(file)] if given.program else pane
        with Terminal(bare, SIZE) as lines, Terminal(ours, SIZE) as article:
            for terminal in (lines, article):
                terminal.wait_for(BEGIN, timeout=120)
            compare_keys("next sentence", "j", article, lines, given.n)
            compare_keys("next page", "pagedown", article, lines, given.n)
            if not given.program:
                held_key(article, lines)
                sent(article)


def first_paints(ours: Sequence[str]) -> None:
    bare = Subject("bare Textual app", lambda: paint_ms([sys.executable, str(HERE / "bare_app.py")], "nothing but"))
    compare(Subject(f"first paint, {WORDS:,} words", lambda: paint_ms(ours, BEGIN)), bare, 5, 1.5)


def compare_keys(name: str, key: str, ours: Terminal, bare: Terminal, keys: int) -> None:
    """Press a key in two programs in turn; print medians, 95th percentiles and slowest of key to paint."""
    times: dict[int, list[float]] = {0: [], 1: []}
    for number in range(2 * keys // AT_A_TIME):
        for _ in range(AT_A_TIME):
            times[number % 2].append(key_to_paint_ms((ours, bare)[number % 2], key))
    p95 = [statistics.quantiles(column, n=20)[-1] for column in times.values()]
    ratio, slowest = p95[0] / p95[1], max(times[0])
    for who, number in (("article pane", 0), ("bare line view", 1)):
        column = times[number]
        print(f"{name:<16}{who:<16} median {statistics.median(column):5.1f}  p95 {p95[number]:5.1f}", end="")
        print(f"  slowest {max(column):5.1f} ms")
    verdict = "" if ratio <= P95_RATIO and slowest <= SLOWEST_MS else "  OVER"
    print(f"{name:<16}p95 {ratio:.2f}x, at most {P95_RATIO:.2f}x; none over {SLOWEST_MS} ms{verdict}", flush=True)


def key_to_paint_ms(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to another picture of the text; what else a program draws meanwhile does not count."""
    while terminal.look() is not None:
        pass
    before, sent = picture(terminal), time.perf_counter()
    terminal.press(key)
    while True:
        arrived = terminal.look(5.0)
        assert arrived is not None, f"nothing was drawn after {key!r}"
        if picture(terminal) != before:
            return 1e3 * (arrived - sent)


def picture(terminal: Terminal) -> list[tuple[str, str, bool]]:
    """The cells where the text stands, in both programs."""
    cells = (terminal.cell(x, y) for y in range(TEXT_ROWS) for x in range(TEXT_COLUMNS))
    return [(cell.data, cell.bg, cell.reverse) for cell in cells]


def held_key(ours: Terminal, bare: Terminal) -> None:
    """Send many keys at once and wait until all is drawn."""

    def settled_ms(terminal: Terminal) -> float:
        started = last = time.perf_counter()
        terminal.write("j" * HELD)
        while (arrived := terminal.look(0.3)) is not None:
            last = arrived
        return 1e3 * (last - started)

    compare(
        Subject(f"{HELD} keys at once", lambda: settled_ms(ours)),
        Subject("bare line view", lambda: settled_ms(bare)),
        3,
        P95_RATIO,
    )


def sent(terminal: Terminal) -> None:
    """Print what goes over the line. A focus that leaves the pane turns the page, and costs as much as one."""
    pages, moves = [], []
    for _ in range(5):
        pages.append(sent_bytes(terminal, "pagedown"))
        moves += [sent_bytes(terminal, "j") for _ in range(4)]
    within("bytes, focus on the next sentence", moves, FOCUS_BYTES, "B")
    within("bytes, next page", pages, PAGE_BYTES, "B")
    before = len(terminal.output)
    terminal.look(3.0)
    within("bytes, idle for three seconds", [len(terminal.output) - before], 0, "B")


if __name__ == "__main__":
    main()
