"""Whose own words each sentence of a text tells."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.analysis import Analysis, Names
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement

_STATES = frozenset(("GPE", "NORP"))
_NEAR = 40
"""Code points before a name in which the state is named whose servant somebody is."""


def sides(
    text: str, sentences: Sequence[Span], names: Names, statements: Sequence[Statement]
) -> tuple[frozenset[str], ...]:
    """For each sentence the sides that speak in it: states for those who speak for one, else people and bodies, by id.

    Args:
        text: the whole text.
        sentences: in text order.
        names: what the text names.
        statements: of the text.
    """
    states = _states(text, names)
    speaking: list[set[str]] = [set() for _ in sentences]
    for statement in statements:
        if statement.kind is not SpeakerKind.ENTITY or statement.authority is not Authority.RECORD:
            continue
        place = (statement.cue or statement.content)[0].start
        number = bisect_right(sentences, place, key=lambda span: span.start) - 1
        if number >= 0 and place < sentences[number].end and statement.entity:
            speaking[number].add(states.get(statement.entity, statement.entity))
    return tuple(map(frozenset, speaking))


def sides_of(text: str, analysis: Analysis) -> tuple[frozenset[str], ...]:
    """The same for all sentences of an analysis."""
    names = Names(analysis.entities, analysis.mentions)
    return sides(text, analysis.sentences, names, analysis.statements)


def _states(text: str, names: Names) -> dict[str, str]:
    """For people whom the text calls servants of a state, that state: `Turkish President Recep Tayyip Erdogan`."""
    roles = {entity.id: entity.roles for entity in names.entities if entity.roles and entity.label == "PERSON"}
    country = {entity.id for entity in names.entities if entity.country is not None}
    found: dict[str, str] = {}
    for before, mention in zip(names.mentions, names.mentions[1:], strict=False):
        if mention.entity not in roles or before.entity not in country or before.label not in _STATES:
            continue
        between = text[before.span.end : mention.span.start]
        if len(between) <= _NEAR and not any(mark in between for mark in ".;:\n"):
            found.setdefault(mention.entity, before.entity)
    return found
