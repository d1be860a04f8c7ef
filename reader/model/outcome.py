"""What became of something that came in."""

from collections.abc import Mapping
from enum import StrEnum

from reader.model.value import Value


class OutcomeKind(StrEnum):
    """What the library did with an item."""

    ADDED = "added"
    """It is a new article, or one that was removed and is back."""
    KNOWN = "known"
    """This text was there already."""
    UPDATED = "updated"
    """It is the newest version of an article that was there."""
    REFUSED = "refused"
    """Nothing was taken in."""


WORDS: Mapping[OutcomeKind, str] = {
    OutcomeKind.ADDED: "added",
    OutcomeKind.KNOWN: "already there",
    OutcomeKind.UPDATED: "updated",
    OutcomeKind.REFUSED: "refused",
}
"""How they are told, in the order in which a summary tells of them."""


def summary(counts: Mapping[OutcomeKind, int]) -> str:
    """A sentence such as `812 added, 3 already there, 1 updated, 2 refused.`."""
    told = [f"{counts[kind]:,} {word}" for kind, word in WORDS.items() if counts.get(kind)]
    return f"{', '.join(told)}." if told else "nothing new."


class Outcome(Value, frozen=True):
    """What became of one item."""

    kind: OutcomeKind
    rank: int | None
    """Of the article that it is now part of, or that was kept instead."""
    article_id: str | None
    title: str
    """Of the article; of what was refused its name."""
    reason: str | None = None
    """Why it was refused: a sentence for the reader."""
    place: str = ""
    """The path or address that it came from, where an import knows it; of what was refused its name."""
