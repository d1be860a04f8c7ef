"""Statements after the reader's rules on them."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from reader.model.analysis import Analysis, Entity
from reader.model.rule import Rule, RuleKind
from reader.model.statement import ACTS, Authority, SpeakerKind, Statement
from reader.model.value import replace
from reader.text.names import folded_name

Told = tuple[Statement, ...]


def words_of(statement: Statement, text: str) -> str:
    """The words by which a rule knows a statement again, whatever version tells it: its cue and its content."""
    return " ".join(" ".join(span.of(text) for span in (*statement.cue, *statement.content)).split())


def corrected_statements(
    analysis: Analysis, text: str, rules: Mapping[str, Sequence[Rule]]
) -> tuple[Told, frozenset[UUID]]:
    """The statements of an article by the rules on them, and the ids of those that had an effect.

    Args:
        analysis: of the article, by the rules on names.
        text: of the article.
        rules: by their folded words, a weaker one before a stronger one.
    """
    entities = {entity.id: entity for entity in analysis.entities}
    used: set[UUID] = set()
    ruled: list[Statement | None] = []
    for statement in analysis.statements:
        now: Statement | None = statement
        for rule in rules.get(folded_name(words_of(statement, text)), ()):
            used.add(rule.id)
            now = _ruled(now, rule, entities)
        ruled.append(now)
    return tuple(_kept(analysis.statements, ruled)), frozenset(used)


def _ruled(statement: Statement | None, rule: Rule, entities: Mapping[str, Entity]) -> Statement | None:
    """A statement by one more rule; None: it is none."""
    if statement is None or rule.kind is RuleKind.UNSAID:
        return None
    if rule.kind is RuleKind.SAID_TO:
        return replace(statement, act=rule.value) if rule.value in ACTS else statement
    entity = entities.get(rule.value) or next((one for one in entities.values() if one.name == rule.value_name), None)
    if entity is not None:
        authority = Authority.MEDIA if entity.label == "MEDIA" else Authority.RECORD
        return replace(statement, kind=SpeakerKind.ENTITY, entity=entity.id, authority=authority)
    if rule.value or rule.value_name:
        return statement  # whoever it was is not named in this version any more
    return replace(
        statement, kind=SpeakerKind.NOBODY, entity=None, speaker=(), antecedent=None, authority=Authority.NONE
    )


def _kept(found: Sequence[Statement], ruled: Sequence[Statement | None]) -> Iterator[Statement]:
    """The statements that are left, with the numbers that they have among themselves."""
    numbers: list[int] = []
    count = 0
    for now in ruled:
        numbers.append(count)
        count += now is not None
    for now in ruled:
        if now is None:
            continue
        within = now.within
        while within is not None and ruled[within] is None:
            within = found[within].within
        yield now if within is None and now.within is None else replace(now, within=_number(numbers, within))


def _number(numbers: Sequence[int], within: int | None) -> int | None:
    return None if within is None else numbers[within]
