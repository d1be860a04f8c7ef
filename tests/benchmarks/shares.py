"""What statements, dates and summary cost beside the parse, in texts of several lengths.

Usage: python -m tests.benchmarks.shares [-n RUNS] [--sentences N,N,...] [FILE ...]
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy

from reader.analysis.analyst import UNUSED, Analyst
from reader.analysis.cues import Cues
from reader.analysis.pieces import pieces
from reader.analysis.ranking import order
from reader.analysis.speakers.telling import told
from reader.analysis.statements.sayings import Sayings
from reader.analysis.version import model_folder
from reader.ingest.source import article_from_bytes
from reader.model.analysis import DEFAULT_METHOD, Analysis, Names
from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.text.dates.find import find
from reader.text.sides import sides
from tests.benchmarks.analysis import SEED, long_text

T = TypeVar("T")

LENGTHS = (30, 100, 1000, 3000)
"""Sentences."""

WORDS_A_SENTENCE = 27


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=3, metavar="RUNS", help="runs of each (3)")
    parser.add_argument("--sentences", default=",".join(map(str, LENGTHS)), help="lengths of the texts")
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts to take together, in place of a made one")
    options = parser.parse_args()
    analyst = Analyst()
    if options.files:
        texts = ["\n\n".join(article_from_bytes(Path(name).read_bytes(), name=name).text for name in options.files)]
    else:
        seed = article_from_bytes(SEED.read_bytes(), name=SEED.name)
        lengths = map(int, options.sentences.split(","))
        texts = [long_text(analyst, seed, length * WORDS_A_SENTENCE) for length in lengths]
    print("sentences  parse ms   statements      dates    summary   together   (shares of the parse, processor time)")
    for text in texts:
        rows = [measured(analyst, text) for _ in range(options.n)]
        sentences, raw, *parts = (statistics.median(column) for column in zip(*rows, strict=True))
        shares = " ".join(f"{part / raw:10.1%}" for part in (*parts, sum(parts)))
        print(f"{sentences:9.0f} {raw * 1000:9.0f}   {shares}")


def measured(analyst: Analyst, text: str) -> tuple[int, float, float, float, float]:
    """Sentences of a text, and seconds of: the parse, statements, dates, summary."""
    parts = (Part(PartKind.BODY, Span(0, len(text))),)
    analysis = Analysis("")
    for finding in analyst.analyse(text, parts, methods=()):
        analysis = analysis.with_finding(finding)
    paragraphs = list(pieces(text, parts))
    model = spacy.load(model_folder(), exclude=UNUSED)
    raw, docs = timed(lambda: list(model.pipe([piece.text for piece in paragraphs])))
    names = Names(analysis.entities, analysis.mentions)

    def statements() -> None:
        sayings = Sayings(text, cues)
        for piece, doc in zip(paragraphs, docs, strict=True):
            sayings.add(piece, doc)
        told(text, sayings.found(), names, analysis.sentences)

    cues = Cues.load()
    said, _ = timed(statements)
    find(text, analysis.sentences[:1])  # compiles its patterns
    dates, _ = timed(lambda: find(text, analysis.sentences))
    sentences = [span.of(text) for span in analysis.sentences]
    order(sentences[:10], DEFAULT_METHOD)  # imports
    speaking = sides(text, analysis.sentences, names, analysis.statements)
    summary, _ = timed(lambda: order(sentences, DEFAULT_METHOD, speaking))
    return len(sentences), raw, said, dates, summary


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor that a call takes, and what it gives."""
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
