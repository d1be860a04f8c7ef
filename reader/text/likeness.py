"""How much of one text stands in another, word for word."""

from collections.abc import Sequence
from itertools import islice

from reader.model.value import Value
from reader.text.terms import terms

RUN = 4
"""Words in a row that tell one text from another: three are often a phrase that everybody uses."""


class Likeness(Value, frozen=True):
    """What two texts share, from 0 (nothing) to 1 (all)."""

    of_first: float
    """Share of the first text's words that stand in the second in runs that both have."""
    of_second: float


def likeness(first: str, second: str, run: int = RUN) -> Likeness:
    """How much of each text stands in the other, whatever its order; case, accents and punctuation do not count.

    Word shingles as in Broder, "On the resemblance and containment of documents" (1997), counted in the words they
    cover: one word changed in twenty is a twentieth changed.
    """
    words = terms(first), terms(second)
    length = min(run, *map(len, words)) or 1
    runs, others = (list(zip(*(w[start:] for start in range(length)), strict=False)) for w in words)
    return Likeness(_covered(runs, set(others), length), _covered(others, set(runs), length))


def _covered(runs: Sequence[tuple[str, ...]], known: set[tuple[str, ...]], length: int) -> float:
    """Share of the words that lie in known runs of `length` words, one run beginning at each word."""
    if not runs:
        return float(not known)
    # Words are looked at from each run that has them: a word is covered if one of these is known.
    is_known = bytes(map(known.__contains__, runs))
    ends = bytes(length - 1)
    padded = ends + is_known + ends
    covered = map(any, zip(*(islice(padded, start, None) for start in range(length)), strict=False))
    return sum(covered) / (len(runs) + length - 1)
