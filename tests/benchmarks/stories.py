"""How well copies of a story are told from other stories, and what it costs, on made-up stories.

Usage: python -m tests.benchmarks.stories [-n ROUNDS]
"""

import argparse
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, count
from time import perf_counter

from reader.library.stories import members, place
from reader.library.story_tables import SCHEMA
from tests.benchmarks.generated import generated_article
from tests.wire import Wire

BULK = 5_000

LABELLED = tuple[int, str, str]
"""The number of the story, what was done to it, the text."""


def labelled(seed: int) -> list[LABELLED]:
    """Stories and their copies, and stories that only look like copies, in an order of chance."""
    wire, numbers = Wire(seed), count()
    made = [
        *(text for _ in range(36) for text in _reprinted(wire, numbers)),
        *(text for _ in range(12) for text in _above_one_footer(wire, numbers)),
        *(text for _ in range(12) for text in _one_event(wire, numbers)),
        *(text for _ in range(12) for text in _forms(wire, numbers)),
        *(text for _ in range(12) for text in _one_background(wire, numbers)),
        *(text for _ in range(12) for text in _round_up(wire, numbers)),
    ]
    wire.random.shuffle(made)
    return made


def _reprinted(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    random, number, cast = wire.random, next(numbers), wire.cast()
    words = random.choice([90, 150, 250, 400, 700, 1200])
    story = wire.story(words, cast)
    copies = {
        "same": story,
        "new lead": wire.with_new_lead(story, cast),
        "cut": wire.cut(story, random.uniform(0.4, 0.9)),
        "reordered": wire.reordered(story),
        "edited": wire.edited(story, random.uniform(0.02, 0.08)),
        "footer": f"{story}\n\n{wire.footer(random.randint(30, 120))}",
        "extras": wire.with_extras(story),
        "cut and edited": wire.edited(wire.cut(story, random.uniform(0.4, 0.9)), 0.04),
    }
    if words >= 250:  # of a shorter one, most would be the new lead
        copies["new lead, cut"] = wire.cut(wire.with_new_lead(story, cast), 0.7)
        copies["new lead, footer"] = f"{wire.with_new_lead(story, cast)}\n\n{wire.footer(60)}"
    yield number, "original", story
    for kind in random.sample(sorted(copies), 4):
        yield number, kind, copies[kind]


def _above_one_footer(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    footer = wire.footer(wire.random.choice([150, 300, 450]))
    for number in (next(numbers) for _ in range(8)):
        story = wire.story(wire.random.choice([30, 60, 120]))
        yield number, "above a footer", f"{story}\n\n{footer}"
        if wire.random.random() < 0.4:
            yield number, "edited above a footer", f"{wire.edited(story, 0.03)}\n\n{footer}"
        if wire.random.random() < 0.3:
            yield number, "without its footer", story


def _one_event(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    """Agencies that tell the same event in their own words, and quote the same statement."""
    cast = wire.cast()
    quotes = [wire.quote(cast) for _ in range(3)]
    for number in (next(numbers) for _ in range(3)):
        paragraphs = wire.story(wire.random.choice([100, 250, 500]), cast).split("\n\n")
        for quote in quotes:
            paragraphs.insert(wire.random.randint(1, len(paragraphs)), quote)
        yield number, "same event", "\n\n".join(paragraphs)


def _forms(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    report, formulas = wire.market_report(), wire.formulas()
    briefing = wire.briefing(wire.random.choice([120, 250]))
    for _ in range(4):
        yield next(numbers), "market report", report()
        yield next(numbers), "briefing", briefing()
        yield next(numbers), "readout", wire.readout(formulas)


def _one_background(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    background = wire.story(100)
    for number in (next(numbers) for _ in range(4)):
        yield number, "same background", f"{wire.story(wire.random.choice([80, 200]))}\n\n{background}"


def _round_up(wire: Wire, numbers: Iterator[int]) -> Iterator[LABELLED]:
    stories = [wire.story(200) for _ in range(5)]
    yield next(numbers), "round-up", "\n\n".join(wire.cut(story, 0.5) for story in stories)
    for story in stories:
        yield next(numbers), "in a round-up", story


def stories_of(texts: Iterable[str]) -> list[int]:
    """The story that each text is found to tell, by the number of the first."""
    bodies = dict(enumerate(texts))
    connection = _index()
    for rank in bodies:
        place(connection, rank, bodies.get)
    found = dict(connection.execute("SELECT rank, story FROM stories"))
    connection.close()
    return [found.get(rank, rank) for rank in bodies]


def _index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA)
    return connection


class Figures:
    """What was right and wrong, in pairs of texts and in stories."""

    def __init__(self) -> None:
        self.right = self.merged = self.missed = self.stories = self.mixed = 0
        self.wrong = Counter[str]()

    def count(self, texts: list[LABELLED], found: list[int]) -> None:
        for (one, story), (other, its_story) in combinations(zip(texts, found, strict=True), 2):
            same, together = one[0] == other[0], story == its_story
            self.right += same and together
            self.merged += together and not same
            self.missed += same and not together
            if same is not together:
                kinds = " / ".join(sorted((one[1], other[1])))
                self.wrong[f"{'missed' if same else 'merged'}: {kinds}"] += 1
        labels = defaultdict[int, set[int]](set)
        for (number, _, _), story in zip(texts, found, strict=True):
            labels[story].add(number)
        self.stories += len({number for number, _, _ in texts})
        self.mixed += len(set[int]().union(*(numbers for numbers in labels.values() if len(numbers) > 1)))

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.merged)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def mixed_share(self) -> float:
        """Share of the stories that were put together with another."""
        return self.mixed / self.stories


def bulk() -> None:
    """What an article costs in bulk, in milliseconds."""
    bodies = {
        number: article.body.of(article.text) for number in range(BULK) for article in [generated_article(number)]
    }
    connection = _index()
    connection.execute("BEGIN")
    start = perf_counter()
    for rank in bodies:
        place(connection, rank, bodies.get)
    connection.execute("COMMIT")
    seconds = perf_counter() - start
    copies = sum(len(members(connection, rank)) > 0 for rank in bodies)
    print(f"{BULK} articles, {copies} in stories with copies: {1000 * seconds / BULK:.2f} ms each")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=4, metavar="ROUNDS", help="sets of stories (4)")
    arguments = parser.parse_args()
    bulk()
    for order in ("first to come in is first to come out", "in any order"):
        figures = Figures()
        for seed in range(arguments.n):
            texts = labelled(seed)
            if order != "in any order":
                texts.sort(key=lambda text: text[1] not in ("original", "above a footer"))
            figures.count(texts, stories_of(text for _, _, text in texts))
        print(
            f"{order:<40} precision {figures.precision:.3f}  recall {figures.recall:.3f}  F1 {figures.f1:.3f}"
            f"  {figures.mixed_share:.1%} of {figures.stories} stories mixed"
        )
    for kinds, number in figures.wrong.most_common(12):
        print(f"  {number:>4} {kinds}")


if __name__ == "__main__":
    main()
