"""What a user at a terminal waits for, measured in a real pty: paints, keys, bytes, memory; printed as ratios."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.terminal import Terminal

SIZE = (120, 40)
SEED = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
END_OF_FRAME = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is timed."""

    name: str
    run: Callable[[], float]
    """One measurement."""


def paint_ms(command: Sequence[str], pattern: str, size: tuple[int, int] = SIZE) -> float:
    """Milliseconds from the start of a program to the screen that matches a regular expression."""
    with Terminal(command, size) as terminal:
        return 1e3 * (terminal.wait_for(pattern, timeout=120) - terminal.started)


def memory_mb(command: Sequence[str], pattern: str, size: tuple[int, int] = SIZE) -> float:
    """Resident megabytes of a program, without its children, once its screen matches and is quiet."""
    with Terminal(command, size) as terminal:
        terminal.wait_for(pattern, timeout=120)
        terminal.settle(quiet=1.0)
        return float(terminal.process.memory_info().rss) / 2**20


def key_ms(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the end of the frame that it causes."""
    before = len(terminal.output)
    sent = time.perf_counter()
    terminal.press(key)
    while True:
        arrived = terminal.look(1.0)
        if arrived is None:
            raise AssertionError(f"nothing was drawn after {key!r}")
        if END_OF_FRAME in terminal.output[before:]:
            return 1e3 * (arrived - sent)


def sent_bytes(terminal: Terminal, key: str) -> int:
    """Bytes that a program sends after a key, until it is quiet."""
    before = len(terminal.output)
    terminal.press(key)
    terminal.settle()
    return len(terminal.output) - before


def compare(ours: Subject, bare: Subject, runs: int, limit: float, unit: str = "ms") -> None:
    """Measure two subjects in turn (A B A B ..., after one run of each that does not count) and print the ratio."""
    ours.run()
    bare.run()
    pairs = [(ours.run(), bare.run()) for _ in range(runs)]
    ratios = sorted(one / other for one, other in pairs)
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ratios)
    verdict = "" if ratio <= limit else "  OVER"
    print(f"{ours.name:<44}{one:9.1f} {unit}   {bare.name:<34}{other:9.1f} {unit}", end="")
    print(f"   {ratio:5.2f}x ({ratios[0]:.2f}-{ratios[-1]:.2f}), at most {limit:.2f}x{verdict}", flush=True)


def within(name: str, figures: Sequence[float], limit: float, unit: str) -> None:
    """Print the largest of some figures beside what it may be."""
    worst = max(figures)
    print(f"{name:<44}{worst:9.0f} {unit}   at most {limit:.0f}{'' if worst <= limit else '  OVER'}", flush=True)


def long_text(words: int) -> str:
    """A text of so many words or a few more, in the paragraphs of the seed over and over."""
    story = SEED.read_text().split(") ", 1)[1]
    return f"{story.strip()}\n\n" * (-(-words // len(story.split())))
