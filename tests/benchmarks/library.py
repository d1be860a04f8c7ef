"""The library's list on the screen: 100,000 articles beside 10, and newsboat beside 10,000.

Usage: python -m tests.benchmarks.library [-n RUNS]
"""

import argparse
import statistics
import subprocess
import tempfile
from pathlib import Path
from shutil import which
from xml.sax.saxutils import escape

from reader.desk.desk import LIBRARY
from reader.library.index import Index
from reader.library.library import Library
from reader.paths import find_home
from tests.benchmarks.generated import fill, generated_article
from tests.benchmarks.start import bare_paint, leave, program
from tests.benchmarks.terminal_timing import SIZE, Subject, compare, key_ms, memory_mb, paint_ms, within
from tests.terminal.terminal import Terminal

FEW, PEERS, MANY = 10, 10_000, 100_000
LIST = r"(?s)\d of [\d,]+ · [\d,]+ unread.*●"
"""A list that can be used: its place, its counts, its rows."""

KEYS = 30
KEY_MS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7, metavar="RUNS", help="pairs of runs a figure (7)")
    runs = parser.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        homes = {count: library_of(count, Path(folder) / str(count)) for count in (FEW, PEERS, MANY)}
        starts(runs, homes)
        beside_newsboat(runs, homes[PEERS], Path(folder))
        keys(homes[MANY])


def starts(runs: int, homes: dict[int, Path]) -> None:
    many, few = (program(homes[count]) for count in (MANY, FEW))
    ours, bare = f"list of {MANY:,} articles", f"list of {FEW}"
    compare(Subject(ours, lambda: paint_ms(many, LIST)), Subject(bare, lambda: paint_ms(few, LIST)), runs, 1.3)
    compare(
        Subject(f"memory, {ours}", lambda: memory_mb(many, LIST)),
        Subject(f"memory, {bare}", lambda: memory_mb(few, LIST)),
        min(runs, 3),
        1.5,
        "MB",
    )


def beside_newsboat(runs: int, home: Path, folder: Path) -> None:
    """Beside newsboat's start and the opening of its list; nothing where newsboat is not installed."""
    if which("newsboat") is None:
        print("newsboat is not installed: not compared")
        return
    command = newsboat(folder / "newsboat")
    ours, theirs, bare = [], [], []
    for _ in range(runs + 1):
        ours.append(paint_ms(program(home), LIST))
        theirs.append(newsboat_ms(command))
        bare.append(bare_paint())
    ours, theirs, bare = ours[1:], theirs[1:], bare[1:]
    print(f"list of {PEERS:,}: ours {statistics.median(ours):.0f} ms, newsboat {statistics.median(theirs):.0f} ms")
    slower = [one - other for one, other in zip(ours, theirs, strict=True)]
    within("slower than newsboat by (median)", [statistics.median(slower)], statistics.median(bare), "ms")


def keys(home: Path) -> None:
    with Terminal(program(home), SIZE) as terminal:
        terminal.wait_for(LIST)
        terminal.settle(quiet=2.0)
        for name, key in (("next article", "j"), ("next page", "pagedown")):
            took = sorted(key_ms(terminal, key) for _ in range(KEYS))
            within(f"key to paint, {name}, in {MANY:,} articles (p95)", [took[int(0.95 * KEYS)]], KEY_MS, "ms")
        leave(terminal)


def library_of(count: int, folder: Path) -> Path:
    """A home with so many articles, indexed, that opens in the library."""
    home = find_home(folder)
    home.make()
    library = Library(home.library)
    fill(library, count)
    library.session.keep({"screen": LIBRARY})
    library.close()
    index = Index(home.index, home.library)
    while index.catch_up(1_000):
        pass
    while index.group(1_000):
        pass
    index.close()
    return folder


def newsboat(folder: Path) -> list[str]:
    """The command that starts newsboat on a feed of `PEERS` articles, which it has read."""
    folder.mkdir()
    feed, urls, settings = folder / "feed.xml", folder / "urls", folder / "config"
    items = "".join(
        f"<item><title>{escape(article.title)}</title><link>{article.url}</link><guid>{number}</guid>"
        f"<description>{escape(article.text)}</description></item>"
        for number, article in enumerate(map(generated_article, range(PEERS)))
    )
    feed.write_text(f'<rss version="2.0"><channel><title>Articles</title>{items}</channel></rss>')
    urls.write_text(f"file://{feed}\n")
    settings.write_text("max-items 0\n")
    command = ["newsboat", "-u", str(urls), "-c", str(folder / "cache.db"), "-C", str(settings)]
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    return command


def newsboat_ms(command: list[str]) -> float:
    """Milliseconds from newsboat's start to its list of articles."""
    with Terminal(command, SIZE) as terminal:
        terminal.wait_for(r"Articles")
        terminal.press("enter")
        seen = terminal.wait_for(r"(?s)Articles in feed.*\b1 N", timeout=60)
        took = 1e3 * (seen - terminal.started)
        terminal.press("Q")
        return took


if __name__ == "__main__":
    main()
