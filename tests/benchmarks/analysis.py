"""The whole analysis of a 100,000-word text beside the bare model, and the summary's share.

Usage: python -m tests.benchmarks.analysis [-n RUNS] [--words WORDS]
"""

import argparse
import random
import resource
import statistics
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language

from reader.analysis.analyst import UNUSED, Analyst
from reader.analysis.version import model_folder
from reader.ingest.source import article_from_bytes
from reader.model.analysis import METHODS, Finding, Names, Sentences
from reader.model.article import Article, Part, PartKind
from reader.model.span import Span

SEED = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
SENTENCES_A_PARAGRAPH = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=3, metavar="RUNS", help="interleaved runs (3)")
    parser.add_argument("--words", type=int, default=100_000, help="words of the text (100000)")
    options = parser.parse_args()
    article = article_from_bytes(SEED.read_bytes(), name=SEED.name)
    analyst, model = Analyst(), spacy.load(model_folder(), exclude=UNUSED)
    text = long_text(analyst, article, options.words)
    rows = [measured(analyst, model, text) for _ in range(options.n)]
    raw, whole, first, gap, summary = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"{len(text.split())} words, median of {options.n} runs")
    print(f"raw nlp.pipe                {raw:7.2f} s")
    print(f"whole analysis / raw        {whole / raw:7.2f}     at most 1.45")
    print(f"first names                 {first:7.2f} s")
    print(f"longest wait for a finding  {gap:7.2f} s")
    print(f"summary / raw               {summary / raw:7.2f}     at most 0.30")
    print(f"peak memory                 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")
    print_methods(analyst, text)


def long_text(analyst: Analyst, article: Article, words: int) -> str:
    """Paragraphs of the article's sentences in random order, with names of people that are not always the same."""
    spans = [span for finding in analyst.analyse(article.text, article.parts, methods=()) for span in _spans(finding)]
    sentences = [span.of(article.text) for span in spans]
    chance = random.Random(0)
    lines, count = [], 0
    while count < words:
        line = " ".join(chance.choices(sentences, k=SENTENCES_A_PARAGRAPH))
        line = line.replace("Fidan", f"Fidan{chance.choice(('', 'oglu', 'er', 'ci'))}")
        lines.append(line)
        count += len(line.split())
    return "\n\n".join(lines)


def measured(analyst: Analyst, model: Language, text: str) -> tuple[float, float, float, float, float]:
    """Seconds of: the bare model; everything; the first names; the longest wait for a finding; the summary."""
    start = time.perf_counter()
    for _ in model.pipe(text.split("\n\n")):
        pass
    raw = time.perf_counter() - start

    parts = (Part(PartKind.BODY, Span(0, len(text))),)
    start = time.perf_counter()
    times, findings = [start], []
    for finding in analyst.analyse(text, parts):
        times.append(time.perf_counter())
        findings.append(finding)
    first = next(moment for moment, finding in zip(times[1:], findings, strict=True) if isinstance(finding, Names))
    summary = times[-1] - times[-2]
    waits = [after - before for before, after in pairwise(times[:-1])]
    return raw, times[-1] - start, first - start, max(waits), summary


def print_methods(analyst: Analyst, text: str) -> None:
    """Seconds that each summary method takes for the sentences of the text."""
    parts = (Part(PartKind.BODY, Span(0, len(text))),)
    spans = [span for finding in analyst.analyse(text, parts, methods=()) for span in _spans(finding)]
    for method in METHODS:
        start = time.perf_counter()
        analyst.rank(text, spans, method)
        print(f"{method:12} of {len(spans)} sentences {time.perf_counter() - start:7.2f} s")


def _spans(finding: Finding) -> Iterator[Span]:
    if isinstance(finding, Sentences):
        yield from finding.spans


if __name__ == "__main__":
    main()
