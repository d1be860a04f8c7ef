"""Statements after the reader's rules on them."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from reader.model.analysis import Analysis, Entity
from reader.model.rule import Rule, RuleKind
from reader.model.statement import ACTS, Authority, SpeakerKind, Statement
from reader.model.value import replace
from reader.text.names import LOCAL, folded_name, is_local
from reader.text.ruling import Scope

Told = tuple[Statement, ...]


def words_of(statement: Statement, text: str) -> str:
    """The words by which a rule knows a statement again, whatever version tells it: its cue and its content."""
    return " ".join(" ".join(span.of(text) for span in (*statement.cue, *statement.content)).split())


def corrected_statements(analysis: Analysis, text: str, scope: Scope) -> tuple[Told, frozenset[UUID]]:
    """The statements of an article by the rules on them, and the ids of those that had an effect.

    Args:
        analysis: of the article, by the rules on names.
        text: of the article.
        scope: the rules that hold in it.
    """
    used: set[UUID] = set()
    ruled: list[Statement | None] = []
    for statement in analysis.statements:
        now: Statement | None = statement
        for rule in scope.on_statements.get(folded_name(words_of(statement, text)), ()):
            used.add(rule.id)
            now = _ruled(now, rule, analysis.entities, scope)
        ruled.append(now)
    return tuple(_kept(analysis.statements, ruled)), frozenset(used)


def _ruled(statement: Statement | None, rule: Rule, entities: Sequence[Entity], scope: Scope) -> Statement | None:
    """A statement by one more rule; None: it is none."""
    if statement is None or rule.kind is RuleKind.UNSAID:
        return None
    if rule.kind is RuleKind.SAID_TO:
        return replace(statement, act=rule.value) if rule.value in ACTS else statement
    if (entity := _speaker(rule, entities, scope)) is not None:
        authority = Authority.MEDIA if entity.label == "MEDIA" else Authority.RECORD
        antecedent = statement.antecedent if entity.id == statement.entity else None  # else it names somebody else
        return replace(statement, kind=SpeakerKind.ENTITY, entity=entity.id, antecedent=antecedent, authority=authority)
    if rule.value or rule.value_name:
        return statement  # whoever it was is not named in this version any more
    return replace(
        statement, kind=SpeakerKind.NOBODY, entity=None, speaker=(), antecedent=None, authority=Authority.NONE
    )


def _speaker(rule: Rule, entities: Sequence[Entity], scope: Scope) -> Entity | None:
    """Whom a rule says a statement is by, under the key and the name that other rules have given it since."""
    by_id = {entity.id: entity for entity in entities}
    key = LOCAL if is_local(rule.value) or not rule.value else rule.value  # another version gives out other numbers
    if key in by_id or not rule.value_name:
        return by_id.get(key)
    named = scope.named(key, rule.value_name, rule.value_label, folded_name(rule.value_name))
    if named.key is None or named.key in by_id:
        return by_id.get(named.key or "")
    return next((one for one in entities if one.name == named.name and named.label in ("", one.label)), None)


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
