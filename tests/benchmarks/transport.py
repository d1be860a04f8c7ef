"""What it costs to analyse in another program: time over the same analyst called here, and the screen's worst wait.

Usage: python -m tests.benchmarks.transport [-n RUNS]
"""

import argparse
import asyncio
import threading
import time

from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.worker.protocol import Analyse, Done, Event, Final
from reader.worker.supervisor import AnalysisWorker
from tests.benchmarks.terminal_timing import SEED, Subject, compare, long_text, within

TICK = 0.005
"""Seconds between two looks at the clock by the event loop."""

TEXTS = {"seed": (SEED.read_text(), 25), "100,000 words": (long_text(100_000), 50)}
"""Texts by name, with the longest gap that is allowed, in milliseconds."""

MANY = 100_000
"""Characters from which on few runs give a steady figure."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=3, metavar="RUNS", help="runs a figure (3)")
    runs = parser.parse_args().n
    for name, (text, limit) in TEXTS.items():
        gaps = [asyncio.run(worst_gap_ms(text)) for _ in range(runs)]
        within(f"worst gap of the event loop, {name}", gaps, limit, "ms")
    for name, (text, _) in TEXTS.items():
        compare_transport(name, text, runs if len(text) > MANY else 10 * runs)


def request(text: str) -> Analyse:
    return Analyse(text, (Part(PartKind.BODY, Span(0, len(text))),))


async def worst_gap_ms(text: str) -> float:
    """The longest time between two ticks while a new program starts and analyses a text, beyond the tick itself."""
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def listen(event: Event) -> None:
        loop.call_soon_threadsafe(take, event)

    def take(event: Event) -> None:
        if isinstance(event, Final):
            assert isinstance(event, Done), event
            done.set()

    worker = AnalysisWorker(None)
    worker.submit(request(text), listen)
    worst, last = 0.0, time.perf_counter()
    while not done.is_set():
        await asyncio.sleep(TICK)
        now = time.perf_counter()
        worst, last = max(worst, now - last - TICK), now
    worker.close()
    return 1e3 * worst


def compare_transport(name: str, text: str, runs: int) -> None:
    from reader.analysis.analyst import Analyst  # heavy, and not there while the gaps are measured

    analyst = Analyst()
    worker = AnalysisWorker(None)

    def here() -> float:
        started = time.perf_counter()
        wanted = request(text)
        for _ in analyst.analyse(wanted.text, wanted.parts, wanted.source_span, wanted.methods):
            pass
        return 1e3 * (time.perf_counter() - started)

    def there() -> float:
        started, done = time.perf_counter(), threading.Event()
        worker.submit(request(text), lambda event: done.set() if isinstance(event, Final) else None)
        done.wait()
        return 1e3 * (time.perf_counter() - started)

    compare(Subject(f"through the pipes, {name}", there), Subject("called here", here), runs, 1.1)
    worker.close()


if __name__ == "__main__":
    main()
