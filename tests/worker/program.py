"""The analysis program with an analyst that does what the text of the request says: run by the tests, as a child.

A request's text is a line of words: `say X`, `crash`, `crash unless FILE` (which it makes), `hang`, `print`, `fail`.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reader.errors import AnalysisError
from reader.model.analysis import Entity, Finding, Mention, Names, Order, Progress, Sentences, order_name
from reader.model.article import Part
from reader.model.span import Span
from reader.worker.program import run


class ObedientAnalyst:
    """Finds the whole text as one sentence, after it has done what the text says."""

    version = "obedient 1"

    def analyse(
        self, text: str, parts: tuple[Part, ...], source_span: Span | None, methods: tuple[str, ...]
    ) -> Iterator[Finding]:
        yield Progress(0, len(text))
        match text.split():
            case ["crash"]:
                os._exit(3)
            case ["crash", "unless", marker] if not Path(marker).exists():
                Path(marker).touch()
                os._exit(3)
            case ["raise", *_]:
                raise RuntimeError(text)
            case ["hang"]:
                time.sleep(3600)
            case ["hang", "unless", marker] if not Path(marker).exists():
                Path(marker).touch()
                time.sleep(3600)
            case ["print"]:
                print("not a line of the protocol", flush=True)
                os.write(1, b"nor this\n")
                os.write(2, b"a complaint\n")
            case ["fail"]:
                raise AnalysisError("The model is not there.")
            case ["names", number]:
                yield _names(int(number))
            case ["drip"]:
                while True:
                    yield Progress(0, len(text))
                    time.sleep(0.01)
        yield Sentences((Span(0, len(text)),))
        for method in methods:
            yield Order(method, (0,))

    def rank(
        self,
        text: str,
        sentences: tuple[Span, ...],
        method: str,
        speaking: tuple[frozenset[str], ...],
        among: tuple[int, ...] | None,
    ) -> Order:
        numbers = range(len(sentences)) if among is None else among
        return Order(order_name(method, among), tuple(reversed(numbers)))


def _names(number: int) -> Names:
    entities = tuple(Entity(f"local:{n}", f"name {n} \u2028 ü", "ORG") for n in range(number))
    return Names(entities, tuple(Mention(Span(n, n + 1), "ORG", entity.id) for n, entity in enumerate(entities)))


def _load() -> ObedientAnalyst:
    if "unready" in sys.argv:
        raise AnalysisError("There is no model.")
    return ObedientAnalyst()


if __name__ == "__main__":
    run(_load)
