"""Plain form of what the machine found, for wire and cache."""

from collections.abc import Mapping, Sequence
from typing import Any

from reader.model.analysis import (
    Analysis,
    Dates,
    Entity,
    Finding,
    Mention,
    Missing,
    Names,
    Order,
    Progress,
    Sentences,
    Statements,
)
from reader.model.dates import DateWords, Direction
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """JSON-ready form of a finding."""
    match finding:
        case Sentences(spans):
            return {"sentences": _flat(spans)}
        case Names(entities, mentions):
            return {"entities": _plain_entities(entities), "mentions": _plain_mentions(entities, mentions)}
        case Statements(statements):
            return {"statements": [_plain_statement(statement) for statement in statements]}
        case Dates(words):
            return {"dates": _plain_dates(words)}
        case Order(method, sentences):
            return {"order": list(sentences), "method": method}
        case Missing(sentence):
            return {"missing": sentence}
        case Progress(done, total):
            return {"done": done, "total": total}


def finding_from_plain(plain: Mapping[str, Any]) -> Finding:
    """The finding that `finding_to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError, IndexError: this is no finding.
    """
    if "sentences" in plain:
        return Sentences(_spans(plain["sentences"]))
    if "mentions" in plain:
        return _names(plain)
    if "statements" in plain:
        return Statements(tuple(map(_statement, plain["statements"])))
    if "dates" in plain:
        return Dates(_dates(plain["dates"]))
    if "order" in plain:
        return Order(str(plain["method"]), tuple(map(int, plain["order"])))
    if "missing" in plain:
        return Missing(str(plain["missing"]))
    return Progress(int(plain["done"]), int(plain["total"]))


def analysis_to_plain(analysis: Analysis) -> dict[str, Any]:
    """JSON-ready form of an analysis."""
    return {
        "text_hash": analysis.text_hash,
        "analyst": analysis.analyst,
        "sentences": _flat(analysis.sentences),
        "entities": _plain_entities(analysis.entities),
        "mentions": _plain_mentions(analysis.entities, analysis.mentions),
        "orders": {method: list(order) for method, order in analysis.orders.items()},
        "statements": [_plain_statement(statement) for statement in analysis.statements],
        "dates": _plain_dates(analysis.dates),
        "missing": analysis.missing,
        "complete": analysis.complete,
    }


def analysis_from_plain(plain: Mapping[str, Any]) -> Analysis:
    """The analysis that `analysis_to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError, IndexError: this is no analysis.
    """
    names = _names(plain)
    return Analysis(
        text_hash=str(plain["text_hash"]),
        analyst=str(plain["analyst"]),
        sentences=_spans(plain["sentences"]),
        entities=names.entities,
        mentions=names.mentions,
        orders={str(method): tuple(map(int, order)) for method, order in plain["orders"].items()},
        statements=tuple(map(_statement, plain["statements"])),
        dates=_dates(plain["dates"]),
        missing=str(plain["missing"]),
        complete=bool(plain["complete"]),
    )


def _flat(spans: Sequence[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(map(Span, flat[::2], flat[1::2]))


def _plain_entities(entities: Sequence[Entity]) -> list[list[Any]]:
    return [
        [entity.id, entity.name, entity.label, entity.country, _flat(entity.roles), int(entity.is_sure)]
        for entity in entities
    ]


def _plain_mentions(entities: Sequence[Entity], mentions: Sequence[Mention]) -> list[list[int | str]]:
    number = {entity.id: n for n, entity in enumerate(entities)}
    return [
        [mention.span.start, mention.span.end, mention.label, number[mention.entity], int(mention.is_government)]
        for mention in mentions
    ]


def _names(plain: Mapping[str, Any]) -> Names:
    entities = tuple(
        Entity(id_, name, label, country, _spans(roles), bool(is_sure))
        for id_, name, label, country, roles, is_sure in plain["entities"]
    )
    mentions = tuple(
        Mention(Span(start, end), label, entities[number].id, bool(is_government))
        for start, end, label, number, is_government in plain["mentions"]
    )
    return Names(entities, mentions)


def _plain_statement(statement: Statement) -> list[Any]:
    return [
        _flat(statement.content),
        _flat(statement.speaker),
        _flat(statement.cue),
        int(statement.is_direct),
        statement.kind.value,
        statement.entity,
        _flat((statement.antecedent,)) if statement.antecedent else None,
        statement.authority.value,
        statement.act,
        statement.lemma,
        int(statement.is_negated),
        int(statement.is_modal),
        statement.within,
    ]


def _statement(plain: Sequence[Any]) -> Statement:
    content, speaker, cue, is_direct, kind, entity, antecedent, authority, act, lemma, *rest = plain
    is_negated, is_modal, within = rest
    return Statement(
        content=_spans(content),
        speaker=_spans(speaker),
        cue=_spans(cue),
        is_direct=bool(is_direct),
        kind=SpeakerKind(kind),
        entity=entity,
        antecedent=Span(*antecedent) if antecedent else None,
        authority=Authority(authority),
        act=str(act),
        lemma=str(lemma),
        is_negated=bool(is_negated),
        is_modal=bool(is_modal),
        within=within,
    )


def _plain_dates(words: Sequence[DateWords]) -> list[list[int | str]]:
    return [[one.span.start, one.span.end, one.direction.value] for one in words]


def _dates(plain: Sequence[Sequence[Any]]) -> tuple[DateWords, ...]:
    return tuple(DateWords(Span(start, end), Direction(direction)) for start, end, direction in plain)
