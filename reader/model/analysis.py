"""What the machine found in one version of an article: values, and their plain form for wire and cache."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from reader.model.span import Span
from reader.model.value import Value, replace

METHODS: Mapping[str, str] = {
    "centrality": "central and early sentences that do not repeat each other",
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "lsa": "latent semantic analysis",
    "luhn": "Luhn",
    "kl": "KL-Sum",
    "sumbasic": "SumBasic",
    "reduction": "Reduction",
}
"""Summary methods by their id, with a few words for people."""

DEFAULT_METHOD = "centrality"
DEFAULT_LENGTH = 3
"""Sentences in a summary."""


class Mention(Value, frozen=True):
    """A stretch of text that names something."""

    span: Span
    label: str
    """spaCy's label (OntoNotes), or MEDIA; the mention's own: `Turkish` is NORP, though it counts for Turkey."""
    entity: str
    """Id of the entity that is named."""
    is_government: bool = False
    """Whether the words stand for the government of the state that they name: `Ankara said`."""


class Entity(Value, frozen=True):
    """The thing that mentions name."""

    id: str
    """Key across articles (`iso:TR`, `org:nato`, `person:hakan fidan`); `local:<n>` where only this article tells."""
    name: str
    label: str
    """spaCy's label (OntoNotes), or MEDIA."""
    country: str | None = None
    """ISO 3166 alpha-2 code, for a state or its people."""
    roles: tuple[Span, ...] = ()
    """Where the text gives offices and titles of a person, in text order, the same words once."""
    is_sure: bool = True
    """Whether the text agrees with itself on what this is and who is meant; else the screen leaves it open."""


class Sentences(Value, frozen=True):
    """More sentences of the body, in text order, after those told before."""

    spans: tuple[Span, ...]


class Names(Value, frozen=True):
    """All entities and mentions found so far; takes the place of what was told before."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


class Order(Value, frozen=True):
    """The order in which a summary method would choose sentences: a summary of k sentences is the first k of it."""

    method: str
    sentences: tuple[int, ...]
    """Numbers of sentences, from 0."""


class Missing(Value, frozen=True):
    """What cannot be found in this text, since nothing here reads its language."""

    sentence: str
    """For the reader."""


class Progress(Value, frozen=True):
    """How far the reading has come, in code points."""

    done: int
    total: int


Finding = Sentences | Names | Order | Missing | Progress
"""What an analysis tells while it runs."""


class Analysis(Value, frozen=True):
    """What was found in one version of an article, whole or as far as it has come."""

    text_hash: str
    analyst: str = ""
    """Version of model, gazetteer and code that found it."""
    sentences: tuple[Span, ...] = ()
    """Of the body, in text order."""
    entities: tuple[Entity, ...] = ()
    """By first appearance."""
    mentions: tuple[Mention, ...] = ()
    """In text order, not overlapping."""
    orders: Mapping[str, tuple[int, ...]] = {}
    """Per summary method, see `Order`."""
    missing: str = ""
    """A sentence for the reader on what could not be found in this language; empty: nothing."""
    complete: bool = False
    """Whether the whole text was read."""

    def with_finding(self, finding: Finding) -> Self:
        """This analysis and what has just been found."""
        match finding:
            case Sentences(spans):
                return replace(self, sentences=self.sentences + spans)
            case Names(entities, mentions):
                return replace(self, entities=entities, mentions=mentions)
            case Order(method, sentences):
                return replace(self, orders={**self.orders, method: sentences})
            case Missing(sentence):
                return replace(self, missing=sentence)
            case Progress():
                return self

    def summary(self, method: str = DEFAULT_METHOD, length: int = DEFAULT_LENGTH) -> tuple[int, ...]:
        """Numbers of the `length` sentences that a method chooses, in text order; empty before it has chosen."""
        return tuple(sorted(self.orders.get(method, ())[:length]))


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """JSON-ready form of a finding."""
    match finding:
        case Sentences(spans):
            return {"sentences": _flat(spans)}
        case Names(entities, mentions):
            return {"entities": _plain_entities(entities), "mentions": _plain_mentions(entities, mentions)}
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
        missing=str(plain.get("missing", "")),
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
