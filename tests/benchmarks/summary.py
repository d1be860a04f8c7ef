"""How near summaries come to those that people wrote, beside the first sentences of each text and the best choice.

Usage: python -m tests.benchmarks.summary FILE [-k SENTENCES] [-n TEXTS] [--method METHOD ...]

The file has one JSON object a line: `text`, and `reference`, a summary by people (a string, or a list of lines).
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from reader.analysis.analyst import Analyst
from reader.analysis.ranking import stem
from reader.ingest.source import article_from_text
from reader.model.analysis import METHODS, Analysis

DRAWS = 1_000
"""Of the bootstrap (Efron and Tibshirani 1993)."""

_WORD = re.compile(r"[a-z0-9]+")

Bag = Counter[str]


class Scores(NamedTuple):
    """ROUGE-1 of three choices of sentences from one text, by method, in percent."""

    chosen: dict[str, float]
    lead: float
    best: float


def bag(text: str) -> Bag:
    """Stems of the words of a text, with their numbers."""
    return Counter(map(stem, _WORD.findall(text.lower())))


def rouge(chosen: Bag, reference: Bag) -> float:
    """ROUGE-1 F1 (Lin 2004), in percent."""
    return 200 * (chosen & reference).total() / max(1, chosen.total() + reference.total())


def best_choice(sentences: Sequence[Bag], reference: Bag, count: int) -> float:
    """ROUGE-1 of sentences that are chosen one by one by what they add to it."""
    have, score = Bag(), 0.0
    for _ in range(count):
        better = max((have + one for one in sentences), key=lambda each: rouge(each, reference), default=have)
        if rouge(better, reference) <= score:
            break
        have, score = better, rouge(better, reference)
    return score


def scores(analyst: Analyst, text: str, reference: str, methods: Sequence[str], count: int) -> Scores | None:
    """Scores of one text; None: it has no sentences."""
    article = article_from_text(text)
    analysis = Analysis(article.text_hash)
    for finding in analyst.analyse(article.text, article.parts, article.source_span, methods):
        analysis = analysis.with_finding(finding)
    bags, wanted = [bag(span.of(article.text)) for span in analysis.sentences], bag(reference)
    if not bags:
        return None

    def score(numbers: Sequence[int]) -> float:
        return rouge(sum((bags[number] for number in numbers), Bag()), wanted)

    chosen = {method: score(analysis.summary(method, count)) for method in methods}
    return Scores(chosen, score(range(min(count, len(bags)))), best_choice(bags, wanted, count))


def interval(gains: Sequence[float]) -> tuple[float, float]:
    """Where the mean lies in 95 of 100 samples like this one."""
    chance = random.Random(0)
    means = sorted(mean(chance.choices(gains, k=len(gains))) for _ in range(DRAWS))
    return means[DRAWS * 25 // 1000], means[DRAWS * 975 // 1000 - 1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("-k", type=int, default=3, metavar="SENTENCES", help="of each summary (3)")
    parser.add_argument("-n", type=int, metavar="TEXTS", help="only the first ones")
    parser.add_argument("--method", choices=METHODS, nargs="+", default=list(METHODS), metavar="METHOD")
    asked = parser.parse_args()

    analyst, found = Analyst(), []
    for line in asked.file.read_text(encoding="utf-8").splitlines()[: asked.n]:
        told = json.loads(line)
        reference = told["reference"] if isinstance(told["reference"], str) else "\n".join(told["reference"])
        each = scores(analyst, told["text"], reference, asked.method, asked.k)
        if each is not None:
            found.append(each)
    if not found:
        parser.error("there is no text in the file")
    lead, best = mean(each.lead for each in found), mean(each.best for each in found)
    print(f"{len(found)} texts, {asked.k} sentences, ROUGE-1: the first ones {lead:.1f}, the best choice {best:.1f}\n")
    print("method        ROUGE-1  over the first ones      share of the best choice")
    for method in asked.method:
        score = mean(each.chosen[method] for each in found)
        low, high = interval([each.chosen[method] - each.lead for each in found])
        over = f"{score - lead:+5.1f} [{low:+5.1f}, {high:+5.1f}]"
        print(f"{method:<12}  {score:7.1f}  {over}  {100 * score / best:13.1f} %")


if __name__ == "__main__":
    main()
