"""What the machine found in one version of an article."""

from collections.abc import Mapping, Sequence
from typing import Self

from reader.model.dates import DateWords
from reader.model.length import DEFAULT_LENGTH
from reader.model.span import Span
from reader.model.statement import Statement
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


def order_name(method: str, among: Sequence[int] | None) -> str:
    """Under which name an analysis has an order of a method, see `Analysis.orders`.

    Args:
        method: the summary method.
        among: numbers of the sentences that it may choose; None: all.
    """
    if among is None:
        return method
    from hashlib import sha256  # milliseconds, which the start does not pay

    return f"{method}:{sha256(repr(tuple(among)).encode()).hexdigest()[:16]}"


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
    """The summary method, or `order_name` where it could choose among some sentences only."""
    sentences: tuple[int, ...]
    """Numbers of sentences, from 0."""


class Statements(Value, frozen=True):
    """All statements; the entities that they name are those told last."""

    statements: tuple[Statement, ...]


class Dates(Value, frozen=True):
    """All words that say when."""

    words: tuple[DateWords, ...]


class Missing(Value, frozen=True):
    """What cannot be found in this text, since nothing here reads its language."""

    sentence: str
    """For the reader."""


class Progress(Value, frozen=True):
    """How far the reading has come, in code points."""

    done: int
    total: int


Finding = Sentences | Names | Statements | Dates | Order | Missing | Progress
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
    statements: tuple[Statement, ...] = ()
    """In text order of their first words; a statement in which others are told comes before them."""
    dates: tuple[DateWords, ...] = ()
    """In text order, not overlapping."""
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
            case Statements(statements):
                return replace(self, statements=statements)
            case Dates(words):
                return replace(self, dates=words)
            case Order(method, sentences):
                return replace(self, orders={**self.orders, method: sentences})
            case Missing(sentence):
                return replace(self, missing=sentence)
            case Progress():
                return self

    def summary(self, method: str = DEFAULT_METHOD, count: int = DEFAULT_LENGTH.amount) -> tuple[int, ...]:
        """Numbers of the `count` sentences that a method chooses, in text order; empty before it has chosen."""
        return tuple(sorted(self.orders.get(method, ())[:count]))
