"""A name where it stands in the text."""

from typing import NamedTuple

from reader.analysis.gazetteer import Known

PLACES = frozenset(("GPE", "LOC", "FAC"))


class Found(NamedTuple):
    """A stretch of the text that names something; offsets in code points."""

    start: int
    end: int
    label: str
    """spaCy's label (OntoNotes), or MEDIA."""
    known: Known | None = None
    is_sure: bool = True
    """Whether the text agrees with itself on what is named here."""


def are_apart(one: Found, other: Found) -> bool:
    """Whether two names share no character."""
    return one.end <= other.start or other.end <= one.start


def may_mean(label: str, known: str) -> bool:
    """Whether a label of the model may be meant by a label of the gazetteer."""
    return label == known or {label, known} <= PLACES or {label, known} == {"ORG", "MEDIA"}
