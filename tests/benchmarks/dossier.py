"""What is known of an entity in a library whose articles were analysed: rare, middling and the most frequent one.

Usage: python -m tests.benchmarks.dossier [--articles COUNT] [--home DIR]

The articles are generated; whom they name is drawn, as unevenly as in news, since to analyse them would take hours.
"""

import argparse
import statistics
import tempfile
import time
from bisect import bisect
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random

from reader.desk.across import Across
from reader.desk.holdings import Holdings
from reader.desk.naming import Naming
from reader.desk.rules import Subject
from reader.library.analyses import AnalysisCache
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.dossier import EntityQuery
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.paths import find_home
from reader.text.query import parse_query
from tests.benchmarks.generated import fill

ENTITIES, NAMED = 20_000, 12
"""Different entities, and how many an article names."""

FLATTENED = 3
"""Ranks by which the frequency of names begins lower, so that three in ten articles name the most frequent one."""

RULES = 20
RUNS = 21
TODAY = date(2025, 1, 1)
"""After all generated articles."""

LABELS = ("PERSON", "GPE", "ORG", "MEDIA")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, metavar="COUNT", help="in the library (10000)")
    parser.add_argument("--home", type=Path, help="keep the library here, and take it where it is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = find_home(options.home or Path(folder))
        with Holdings(home) as holdings:
            if not home.index.exists():
                build(holdings, options.articles)
            measure(holdings)


def build(holdings: Holdings, articles: int) -> None:
    """A library of generated articles with drawn analyses."""
    fill(holdings.library, articles)
    holdings.catch_up()
    random = Random(1648)
    entities = [Entity(f"person:name {number}", f"Name {number}", LABELS[number % 4]) for number in range(ENTITIES)]
    sums = list(accumulate(1 / (rank + FLATTENED) for rank in range(1, ENTITIES + 1)))
    cache = AnalysisCache(holdings.home.analyses)
    spent = 0.0
    for rank in holdings.search.ranks(parse_query("is:read OR is:unread", TODAY), is_folded=False):
        article = holdings.library.article_at(rank)
        assert article is not None
        named = {bisect(sums, random.random() * sums[-1]) for _ in range(NAMED)}
        analysis = drawn(article, [entities[min(number, ENTITIES - 1)] for number in named])
        start = time.perf_counter()
        cache.put(analysis)
        spent += time.perf_counter() - start
    cache.close()
    print(f"an analysis kept and indexed       {spent / articles * 1000:8.2f} ms")


def drawn(article: Article, entities: list[Entity]) -> Analysis:
    """An analysis that names these entities in sentences of forty code points; every other one says something."""
    end = len(article.text)
    spans = [Span(at, min(at + 6, end)) for at in range(0, end - 1, 40)][: len(entities)]
    mentions = tuple(Mention(span, one.label, one.id) for span, one in zip(spans, entities, strict=False))
    sentences = tuple(Span(at, min(at + 40, end)) for at in range(0, end, 40))
    statements = tuple(
        Statement((Span(span.end, min(span.end + 30, end)),), (span,), kind=SpeakerKind.ENTITY, entity=one.id)
        for span, one in list(zip(spans, entities, strict=False))[::2]
        if span.end < end
    )
    return Analysis(
        article.text_hash,
        "drawn",
        sentences,
        tuple(entities[: len(mentions)]),
        mentions,
        statements=statements,
        complete=True,
    )


def measure(holdings: Holdings) -> None:
    dossiers = holdings.dossiers
    for words, number in (("rare", ENTITIES - 5), ("middling", 200), ("most frequent", 0)):
        key = f"person:name {number}"
        listed = dossiers.named(key)
        print(f"{words}: {listed.articles if listed else 0:,} articles")
        show("  first passages", partial(dossiers.passages, key, None, 20))
        show("  the rest", partial(dossiers.dossier, key))
    show("all names", lambda: dossiers.entities(EntityQuery()))
    show("  unread and last day of 100", lambda: dossiers.with_details(dossiers.entities(EntityQuery(limit=100))))
    show("names with a beginning", lambda: dossiers.entities(EntityQuery("name 12")))
    for number in (ENTITIES - 5, 200, 0):
        query = parse_query(f'ent:"name {number}"', TODAY)
        show(f'ent:"name {number}"', partial(holdings.search.find, query, limit=50))
    across = Across(holdings.library, holdings.search, holdings.rules, holdings.analyses.known)
    for number in (ENTITIES - 5, 200, 0):
        query = parse_query(f'said:"name {number}"', TODAY)
        show(f'said:"name {number}"', partial(holdings.search.find, query, limit=50))
        there = holdings.search.ranks(parse_query(f'ent:"name {number}"', TODAY))[:20]
        show("  the first 20 articles", partial(across.heard, there, f"person:name {number}"))
    show("not analysed yet", across.waiting)
    watched = [Entity(f"person:name {number}", f"Name {number}", "PERSON") for number in (3, 40, 500)]
    for entity in watched:
        holdings.rules.watch(entity, True)
    show("is:watched", lambda: holdings.search.find(parse_query("is:watched", TODAY), limit=50))
    ranks = holdings.search.ranks(parse_query("", TODAY), limit=50)
    show("a page of rows", lambda: holdings.search.rows(ranks))
    measure_rules(holdings)


def measure_rules(holdings: Holdings) -> None:
    """Corrections of middling entities, until they are everywhere, and back."""
    cache, naming = AnalysisCache(holdings.home.analyses), Naming(holdings.library, lambda: holdings.search)

    def catch_up() -> float:
        start = time.perf_counter()
        while naming.catch_up(cache, holdings.rules.prepared()):
            pass
        return time.perf_counter() - start

    catch_up()
    first = time.perf_counter()
    for number in range(100, 100 + RULES):
        subject = Subject(Entity(f"person:name {number}", f"Name {number}", LABELS[number % 4]), None)
        holdings.rules.rename(subject, f"Another {number}", here=False)
    print(f"{RULES} corrections on the disk         {(time.perf_counter() - first) / RULES * 1000:8.2f} ms each")
    print(f"  everywhere after                 {catch_up():8.2f} s")
    for _ in range(RULES):
        holdings.rules.undo()
    print(f"  undone everywhere after          {catch_up():8.2f} s")
    cache.close()


def show(words: str, ask: Callable[[], object]) -> None:
    """Print the median of some runs, and what nineteen of twenty keep to."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{words:<34} {statistics.median(times):8.1f} ms, 95% within {statistics.quantiles(times, n=20)[-1]:.1f}")


if __name__ == "__main__":
    main()
