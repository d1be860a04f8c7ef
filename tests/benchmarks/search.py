"""What it costs to index and to search a large library, beside a bare FTS5 table of the same texts in the same run.

Usage: python -m tests.benchmarks.search [-n ROUNDS] [--count ARTICLES] [--home DIR]
"""

import argparse
import hashlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from reader.library.index import Index
from reader.library.library import Library
from reader.library.query_sql import Known, plan
from reader.library.search import Search
from reader.model.listing import Sort
from reader.model.query import Query
from reader.paths import Home, find_home
from reader.text.query import parse_query
from tests.benchmarks.generated import fill

SCREENFUL = 60
"""Articles that a screen asks for."""

BATCH = 2_000

TYPED = (
    "gaza ceasefire",
    "erdogan blinken talks",
    '"security council" statement',
    "minister of foreign",
    "nato -israel",
    "the government said",
    "hakan fidan OR lavrov",
    "ukraine kovalenko",
    "title:turkey",
    "source:reuters unrwa",
)
"""Queries that are typed letter by letter."""

FILTERED = (
    "is:unread gaza",
    "is:unread the",
    "is:starred",
    "after:2020 before:2021 talks",
    "gaza OR is:starred",
    "-gaza",
)

MOST = 2.0
"""Times that ours may take of what bare FTS5 takes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, metavar="ROUNDS", help="times that each query is asked (5)")
    parser.add_argument("--count", type=int, default=100_000, metavar="ARTICLES", help="in the library (100,000)")
    parser.add_argument("--home", type=Path, metavar="DIR", help="a home to measure (one that is generated)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = find_home(arguments.home or Path(place, "home"))
        if not home.library.exists():
            home.make()
            library = Library(home.library)
            fill(library, arguments.count)
            library.close()
        bare = indexing(home, Path(place, "bare.db"))
        search = Search(home.index, home.library, home.analyses)
        typing(search, bare, arguments.n)
        filtering(search, arguments.n)
        listing(search, arguments.n)


def indexing(home: Home, path: Path) -> sqlite3.Connection:
    """Index all texts, ours and bare; prints what that took, and returns the bare table."""
    index = Index(home.index, home.library)
    index.rebuild()
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = NORMAL")
    bare.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, content = '')")
    inserted = insert_all(home, bare)
    ours, bares = 0.0, 0.0
    has_more = True
    while has_more:
        # In turns, so that whatever else the machine does hits both.
        started = time.perf_counter()
        has_more = index.catch_up(BATCH)
        between = time.perf_counter()
        next(inserted, None)
        ours, bares = ours + between - started, bares + time.perf_counter() - between
    sizes = [sum(file.stat().st_size for file in db.parent.glob(f"{db.name}*")) >> 20 for db in (home.index, path)]
    told(f"indexing ({sizes[0]} and {sizes[1]} MB)", [1e3 * ours], [1e3 * bares])
    index.close()
    return bare


def insert_all(home: Home, bare: sqlite3.Connection) -> Iterator[None]:
    """Read, hash, insert, a batch at a time."""
    library = sqlite3.connect(home.library)
    rows = library.execute(
        "SELECT a.rank, v.text FROM articles a JOIN versions v USING (text_hash) ORDER BY a.change, a.rank"
    )
    while batch := rows.fetchmany(BATCH):
        bare.execute("BEGIN")
        for rank, text in sorted(batch):  # rising rowids are quicker
            hashlib.sha256(text.encode()).hexdigest()
            bare.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", [rank, text])
        bare.execute("COMMIT")
        yield
    library.close()


def typing(search: Search, bare: sqlite3.Connection, rounds: int) -> None:
    """Queries as they are typed, newest first."""
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    ours, bares = [], []
    for _ in range(rounds):
        for text in texts:
            ours.append(milliseconds(partial(find_typed, search, text)))
            if match := plan(parsed(text), known=Known(has_analyses=False)).match:
                # Our own columns are not in the bare table.
                bares.append(milliseconds(partial(ask, bare, match.replace("title : ", "").replace("source : ", ""))))
    told(f"{len(texts)} steps of typing, newest first", ours, bares)


def find_typed(search: Search, text: str) -> None:
    search.find(parsed(text), Sort.NEWEST, SCREENFUL)


def ask(bare: sqlite3.Connection, match: str) -> None:
    bare.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT 60", [match]).fetchall()


def filtering(search: Search, rounds: int) -> None:
    """Queries that ask for more than words."""
    for text in FILTERED:
        find = partial(search.find, parsed(text), Sort.NEWEST, SCREENFUL)
        told(text, [milliseconds(find) for _ in range(rounds)])


def listing(search: Search, rounds: int) -> None:
    """What else a list is made of."""
    inbox = Query()
    calls: dict[str, Callable[[], object]] = {
        f"rows of {SCREENFUL} articles": partial(search.rows, search.ranks(inbox, limit=SCREENFUL))
    }
    calls |= {f"first of the inbox, by {sort}": partial(search.find, inbox, sort, SCREENFUL) for sort in Sort}
    calls |= {"the whole inbox": partial(search.find, inbox), "counts of the inbox": partial(search.counts, inbox)}
    for text in ("gaza", "the government"):
        query = parsed(f"{text} ")
        calls[f"all of {text}"] = partial(search.find, query)
        calls[f"first of {text}, by relevance"] = partial(search.find, query, Sort.RELEVANCE, SCREENFUL)
    for name, call in calls.items():
        told(name, [milliseconds(call) for _ in range(rounds)])


def parsed(text: str) -> Query:
    return parse_query(text, date(2023, 11, 8), is_typed=True)


def told(name: str, ours: Sequence[float], bares: Sequence[float] = ()) -> None:
    """Print the median and the 95th percentile of milliseconds, ours and bare, and the ratio of the latter."""
    line = f"{name:<44}{statistics.median(ours):10.2f} /{p95(ours):10.2f} ms"
    if bares:
        ratio = p95(ours) / p95(bares)
        line += f"   bare{statistics.median(bares):10.2f} /{p95(bares):10.2f} ms   {ratio:5.2f}x, at most {MOST:.2f}x"
        line += "" if ratio <= MOST else "  OVER"
    print(line, flush=True)


def p95(figures: Sequence[float]) -> float:
    return sorted(figures)[int(0.95 * (len(figures) - 1))]


def seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def milliseconds(call: Callable[[], object]) -> float:
    return 1e3 * seconds(call)


if __name__ == "__main__":
    main()
