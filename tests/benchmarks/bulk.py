"""Bulk work beside the least that it could cost: importing plain texts, and analysing with two programs.

Usage: python -m tests.benchmarks.bulk [-n RUNS] [--files FILES] [--analysed ARTICLES]
"""

import argparse
import hashlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.desk.bulk import analyse_all
from reader.desk.importing import Importing, index_texts
from reader.library.index import Index
from reader.library.library import Library
from reader.model.outcome import Outcome, OutcomeKind
from reader.worker.importer import IngestWorker
from reader.worker.ingest_protocol import FilePath
from reader.worker.supervisor import AnalysisWorker
from tests.benchmarks.generated import generated_article

BATCH = 200
"""Texts that the bare loop puts in together, as the import does."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=3, metavar="RUNS", help="interleaved runs (3)")
    parser.add_argument("--files", type=int, default=5_000, help="plain texts to import (5000)")
    parser.add_argument("--analysed", type=int, default=400, metavar="ARTICLES", help="to analyse (400)")
    options = parser.parse_args()
    print(f"median of {options.n} runs")
    if options.files:
        measure_import(options.n, options.files)
    if options.analysed:
        measure_analysis(options.n, options.analysed)


def measure_import(runs: int, files: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = write_files(Path(folder), files)
        rows = [(timed(lambda: bare_import(paths)), timed(lambda: whole_import(paths))) for _ in range(runs)]
    bare, whole = (files / statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(bare_seconds / seconds for bare_seconds, seconds in rows)
    print(f"bare read, hash, FTS5       {bare:7.0f} texts/s")
    print(f"import, indexed             {whole:7.0f} texts/s")
    print(f"import / bare               {ratio:7.2f}     at least 0.5")


def write_files(folder: Path, files: int) -> list[Path]:
    """Plain texts of about 320 words."""
    paths = [folder / f"{number}.txt" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text(generated_article(number).text, encoding="utf-8")
    return paths


def bare_import(paths: list[Path]) -> None:
    """Read, hash, insert."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "bare.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (hash UNINDEXED, text)")
        for start in range(0, len(paths), BATCH):
            with connection:
                for path in paths[start : start + BATCH]:
                    data = path.read_bytes()
                    row = hashlib.sha256(data).hexdigest(), data.decode()
                    connection.execute("INSERT INTO texts VALUES (?, ?)", row)


def whole_import(paths: list[Path]) -> None:
    """What `diploreader add` does, until all texts are found by search."""
    told: list[Outcome] = []
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        library, index = Library(home / "library.db"), Index(home / "index.db", home / "library.db")
        with closing(library), closing(index):
            importing = Importing(library, lambda: IngestWorker(None), lambda: index_texts(index))
            importing.run(map(FilePath.of, paths), told.append)
    assert sum(outcome.kind is OutcomeKind.ADDED for outcome in told) == len(paths), "not all texts came in"


def measure_analysis(runs: int, count: int) -> None:
    articles = [generated_article(number) for number in range(count)]

    def analyse(workers: int) -> float:
        return timed(lambda: sum(1 for _ in analyse_all(articles, lambda: AnalysisWorker(None), workers=workers)))

    rows = [(analyse(1), analyse(2)) for _ in range(runs)]
    one, two = (count / statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(first / second for first, second in rows)
    print(f"analysis, one program       {one:7.1f} texts/s")
    print(f"analysis, two programs      {two:7.1f} texts/s")
    print(f"two / one                   {ratio:7.2f}     at least 1.7")


def timed(work: Callable[[], object]) -> float:
    """Seconds that work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
