"""Which rules of a roster are taken, and which of the reader's own give way."""

from collections.abc import Collection, Sequence
from uuid import UUID

from reader.model.rule import Rule
from reader.model.value import Value
from reader.text.ruling import subject_of


class Taking(Value, frozen=True):
    """What becomes of a roster."""

    before: tuple[Rule, ...]
    """The reader's rules that change or give way."""
    after: tuple[Rule, ...]
    """The rules that are taken."""
    newer: int
    """Rules that were left out since the reader has decided otherwise since."""
    revoked: int
    """Rules that were left out since the reader has revoked them."""


def taking(theirs: Sequence[Rule], own: Sequence[Rule], revoked: Collection[UUID]) -> Taking:
    """What to take of a roster: of two rules on the same, or with the same id, the newer one.

    Args:
        theirs: the rules of the roster.
        own: the reader's.
        revoked: ids of those that the reader has revoked.
    """
    by_id = {rule.id: rule for rule in own}
    by_subject = {subject_of(rule): rule for rule in own}
    before: dict[UUID, Rule] = {}
    after: dict[UUID, Rule] = {}
    newer = thrown = 0
    for rule in sorted(theirs, key=lambda rule: rule.modified):
        known = [*filter(None, dict.fromkeys((by_id.get(rule.id), by_subject.get(subject_of(rule)))))]
        if any(_says_the_same(rule, other) for other in known):
            continue
        if not known and rule.id in revoked:
            thrown += 1
        elif any(other.modified >= rule.modified for other in known):
            newer += 1
        else:
            for other in known:
                if after.pop(other.id, None) is None:
                    before[other.id] = other
            after[rule.id] = by_id[rule.id] = by_subject[subject_of(rule)] = rule
    return Taking(tuple(before.values()), tuple(after.values()), newer, thrown)


def _says_the_same(rule: Rule, other: Rule) -> bool:
    return (subject_of(rule), rule.value) == (subject_of(other), other.value)
