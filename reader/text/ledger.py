"""Who says what in an article, gathered by who speaks."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reader.model.analysis import Analysis, Entity
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import Value
from reader.text.fold import fold

NOBODY = "nobody"
"""Key of the voice of whom nobody is named."""

OPEN = "open"
"""Key of the voices that the text leaves open."""

_ARTICLES = ("the ", "a ", "an ")


class Voice(Value, frozen=True):
    """Somebody who speaks in an article."""

    key: str
    """Id of the entity; of others, a key that holds in this article."""
    name: str
    note: str = ""
    """Offices in the words of the text, or on what authority is told what such a voice says."""
    rank: int = 0
    """Where it stands among others: entities, groups, documents, media, those left open, nobody."""


class Row(Value, frozen=True):
    """A statement in its place."""

    number: int
    """Of the statement in the analysis, from 0."""
    statement: Statement
    voice: Voice
    depth: int = 0
    """How many statements above it in the same chapter it is told in."""
    told_by: Voice | None = None
    """In whose statement it is told, where that does not stand above it."""


class Chapter(Value, frozen=True):
    """What one voice says, and in it what others are told to say."""

    voice: Voice
    rows: tuple[Row, ...]


class Wanted(Value, frozen=True):
    """Which statements the reader wants to see."""

    voice: str | None = None
    """Key of a voice; None: of all."""
    act: str | None = None
    """One of `ACTS`; None: all."""
    unassigned: bool = False
    """Only quotations without a speaker."""


EVERYTHING = Wanted()


class Ledger:
    """The statements of an article with who makes them.

    Args:
        analysis: of the article.
        text: of the article.
    """

    def __init__(self, analysis: Analysis, text: str) -> None:
        self._text = text
        self._entities = {entity.id: entity for entity in analysis.entities}
        self._known: dict[str, Voice] = {}
        self.statements = analysis.statements
        self.voices: Sequence[Voice] = [self._voice(statement) for statement in analysis.statements]
        """Who makes each statement."""

    def fits(self, number: int, wanted: Wanted) -> bool:
        """Whether a statement is one of those that are wanted."""
        statement = self.statements[number]
        if statement.is_unassigned is not wanted.unassigned:
            return wanted == EVERYTHING
        return wanted.voice in (None, self.voices[number].key) and wanted.act in (None, statement.act)

    def numbers(self, wanted: Wanted) -> list[int]:
        """Numbers of the statements that are wanted."""
        return [number for number in range(len(self.statements)) if self.fits(number, wanted)]

    def chapters(self, wanted: Wanted = EVERYTHING) -> list[Chapter]:
        """Statements under who makes them; one that is told in another stands below that one."""
        numbers = self.numbers(wanted)
        told = self._told(numbers)
        roots: dict[str, list[int]] = defaultdict(list)
        for number in told.pop(None, ()):
            roots[self.voices[number].key].append(number)
        chapters = [
            Chapter(self.voices[first[0]], tuple(row for number in first for row in self._rows(number, told)))
            for first in roots.values()
        ]
        return sorted(chapters, key=lambda chapter: chapter.voice.rank)

    def _told(self, numbers: Sequence[int]) -> dict[int | None, list[int]]:
        """By the number of a statement, those that stand below it; under None those that stand alone."""
        shown = set(numbers)
        told: dict[int | None, list[int]] = defaultdict(list)
        for number in numbers:
            within = self.statements[number].within
            # One that follows would stand below itself in the end.
            told[within if within is not None and within in shown and within < number else None].append(number)
        return told

    def _rows(self, root: int, told: dict[int | None, list[int]]) -> Iterator[Row]:
        """A statement and all that stands below it."""
        waiting = [(root, 0)]
        while waiting:
            number, depth = waiting.pop()
            within = self.statements[number].within
            is_apart = depth == 0 and within in range(len(self.voices))
            told_by = self.voices[within] if is_apart and within is not None else None
            yield Row(number, self.statements[number], self.voices[number], depth, told_by)
            waiting += [(below, depth + 1) for below in reversed(told.get(number, ()))]

    # Who speaks.

    def _voice(self, statement: Statement) -> Voice:
        match statement.kind:
            case SpeakerKind.ENTITY if statement.entity in self._entities:
                return self._once(statement.entity, lambda key: _of_entity(self._entities[key], self._text))
            case SpeakerKind.NOBODY:
                return self._once(NOBODY, lambda key: Voice(key, "No speaker named", rank=5))
            case SpeakerKind.OPEN:
                return self._once(OPEN, lambda key: Voice(key, "Left open who speaks", rank=4))
        words = self._words((statement.antecedent,) if statement.antecedent else statement.speaker)
        key = f"{statement.kind}:{_bare(words)}"
        return self._once(key, lambda key: _of_words(key, words, statement))

    def _once(self, key: str, make: Callable[[str], Voice]) -> Voice:
        if key not in self._known:
            self._known[key] = make(key)
        return self._known[key]

    def _words(self, spans: Sequence[Span]) -> str:
        return " … ".join(" ".join(span.of(self._text).split()) for span in spans)


def _of_entity(entity: Entity, text: str) -> Voice:
    roles = ", ".join(" ".join(role.of(text).split()) for role in entity.roles)
    if entity.label == "MEDIA":
        return Voice(entity.id, entity.name, roles or "media", rank=3)
    return Voice(entity.id, entity.name, roles)


def _of_words(key: str, words: str, statement: Statement) -> Voice:
    if statement.authority is Authority.MEDIA:
        return Voice(key, words, "media", rank=3)
    if statement.kind is SpeakerKind.DOCUMENT:
        return Voice(key, words, "document", rank=2)
    return Voice(key, words, "unnamed" if statement.authority is Authority.UNNAMED else "", rank=1)


def _bare(words: str) -> str:
    """Words as they are compared: the same whether they are told for the first time or again."""
    folded = fold(words)
    return next((folded[len(article) :] for article in _ARTICLES if folded.startswith(article)), folded)
