"""What it costs to save a note, beside one bare file that is replaced and forced onto the same disk.

Usage: python -m tests.benchmarks.saving [-n SAVES] [--folder DIR]
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from reader.model.mark import Anchor, Mark, MarkKind
from reader.model.span import Span
from reader.model.value import replace
from reader.notebook.notebook import Notebook
from reader.notebook.uuid7 import uuid7
from tests.benchmarks.terminal_timing import Subject, compare
from tests.notebook.notes import ABOUT, NOON

SIZE = 4096
"""Bytes of a file beside it: about as many as five notes take."""

EACH = 5
"""Notes on an article when they are spread."""

STORES = (100, 1_000, 10_000, 100_000)
LIMIT, CROWDED_LIMIT, CROWD = 1.5, 3.0, 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, metavar="SAVES", help="pairs of saves a figure (200)")
    parser.add_argument("--folder", metavar="DIR", help="a folder on the disk to measure (the temporary one)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as place:
        notebook, bare, made = Notebook(Path(place, "notebook")), Path(place, "bare"), list[str]()
        for count in STORES:
            fill(notebook, bare, made, count // EACH)
            chosen = Random(count).choices(made, k=arguments.n + 1)
            ours = Subject(f"a note more, {count:,} on {len(made):,} articles", saver(notebook, chosen))
            compare(ours, Subject(f"one of {len(made):,} files", replacer(bare, chosen)), arguments.n, LIMIT, "µs")
        ours = Subject("the first note there in a session", saver(notebook, chosen, warm=False))
        compare(ours, Subject(f"one of {len(made):,} files", replacer(bare, chosen)), arguments.n, LIMIT, "µs")
        crowded = articles(1) * (arguments.n + 1)
        save(notebook, crowded[0], CROWD - arguments.n // 2)  # so that it has as many in the middle of the run
        ours = Subject(f"a note more, {CROWD:,} on one article", saver(notebook, crowded, warm=False))
        bare_one = Subject("one file", replacer(bare, chosen[:1] * (arguments.n + 1)))
        compare(ours, bare_one, arguments.n, CROWDED_LIMIT, "µs")


def replacer(folder: Path, turns: Iterable[str]) -> Callable[[], float]:
    """What any program must do to be sure of a file, in its turn: a new one, forced, renamed, and its folder forced."""
    files = (folder / article[:2] / article for article in turns)

    def run() -> float:
        path = next(files)
        return microseconds(lambda: replace_file(path, path.with_suffix(".tmp")))

    return run


def replace_file(path: Path, temporary: Path) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, b"x" * SIZE)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def saver(notebook: Notebook, turns: Iterable[str], *, warm: bool = True) -> Callable[[], float]:
    """Saves of one note more on the article whose turn it is; warm: the reader has just made another one there."""
    articles = iter(turns)

    def run() -> float:
        article = next(articles)
        if warm:
            save(notebook, article, 1)
        mark, about = sentence(article), replace(ABOUT, article_id=article)
        return microseconds(lambda: notebook.change(about, (), (mark,)))

    return run


def fill(notebook: Notebook, bare: Path, made: list[str], count: int) -> None:
    """Bring a notebook, and a folder of bare files beside it, to so many articles; what it costs is not measured."""
    with unforced():
        for article in articles(count - len(made)):
            save(notebook, article, EACH)
            path = bare / article[:2] / article
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x" * SIZE)
            made.append(article)
    os.sync()


def save(notebook: Notebook, article: str, count: int) -> None:
    notebook.change(replace(ABOUT, article_id=article), (), [sentence(article) for _ in range(count)])


def articles(count: int) -> list[str]:
    """Ids like those of real articles: 26 characters of base32, evenly spread."""
    return ["".join(RANDOM.choices("abcdefghijklmnopqrstuvwxyz234567", k=26)) for _ in range(count)]


def sentence(article: str) -> Mark:
    """A tagged note of 60 characters on a sentence of 120."""
    anchor = Anchor("f" * 64, Span(1_000, 1_120), "NATO " * 24, "p" * 32, "s" * 32)
    return Mark(uuid7(), article, MarkKind.NOTE, NOON, NOON, anchor, "Who says so? " * 5, ("gaza",))


def microseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return 1e6 * (time.perf_counter() - started)


@contextmanager
def unforced() -> Iterator[None]:
    """While this holds, nothing is forced onto the disk."""
    sync = os.fsync
    os.fsync = lambda fd: None
    try:
        yield
    finally:
        os.fsync = sync


RANDOM = Random(20231108)

if __name__ == "__main__":
    main()
