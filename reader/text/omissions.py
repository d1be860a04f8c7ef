"""What a summary leaves out: parties, speakers, statements, figures and denials that stand in the article only."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from reader.model.analysis import Analysis
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import Value

PARTIES = frozenset(("PERSON", "ORG", "NORP"))
"""Labels of who may be a party to what is told; so may states, but not other places."""

MOST = 8
"""Things of a kind that are told at most: a list that is longer is read by nobody."""

SHARE = 6
"""Who is named so many times less often than the one named most is no party."""

LEAST = 2
"""Mentions of somebody who is a party without a word of their own."""

SAID = 3
"""Words of a statement that are worth telling on their own."""

_NOBODY = frozenset(("nobody", "none", "few", "some", "many", "most", "others", "one", "someone", "anyone", "everyone"))
"""First words of speakers who are nobody in particular."""

_OR_NOT = re.compile(r"\b(?:whether or|if|why|or) $")
"""Before a `not` that denies nothing."""

_FIGURE = re.compile(
    r"(?:[$€£¥]\s?\d[\d,.]*(?:\s(?:million|billion|trillion|bn|m))?"
    r"|\b(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s?%|\s(?:per\s?cent|percent|million|billion|trillion|euros?|dollars?|pounds?)"
    r"|\s(?:people|civilians|children|women|men|soldiers|troops|fighters|hostages|prisoners|refugees|migrants|casualties"
    r"|deaths|victims|killed|dead|wounded|injured|missing|members|countries|states|votes|seats|missiles|drones|rockets"
    r"|tanks|aircraft|ships|tons?|tonnes|kilomet(?:er|re)s|km|miles|years\sin\sprison))\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\sof|hundreds\sof|thousands\sof)"
    r"\s(?:people|civilians|children|women|men|soldiers|troops|hostages|prisoners|refugees|casualties|deaths|killed|dead"
    r"|wounded)\b)"
)
"""Numbers that say how much of something: money, shares, people, arms."""

_DENIAL = re.compile(
    r"\b(?:no|not|never|neither|nor|without|denied|denies|deny|refused|refuses|rejected|rejects|declined|failed"
    r"|cannot|didn['’]t|won['’]t|wouldn['’]t|isn['’]t|wasn['’]t|hasn['’]t|haven['’]t|don['’]t|doesn['’]t)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:not only|no longer than|no\.\s?\d|no doubt|not least|no fewer than|no less than|no better|no matter"
    r"|not alone|isn['’]t alone|isn['’]t the first|not the first|is not the first)\b",
    re.IGNORECASE,
)


class OmissionKind(StrEnum):
    """What kind of thing is left out."""

    PARTY = "parties"
    SPEAKER = "speakers"
    STATEMENT = "statements"
    FIGURE = "figures"
    DENIAL = "negations"


class Omission(Value, frozen=True):
    """Something that stands in the article and not in the chosen sentences."""

    kind: OmissionKind
    what: str
    """In the words of the article, for people."""
    span: Span
    """Where it stands."""
    sentence: int
    """Number of the sentence, from 0, that would add it."""
    entity: str | None = None
    """Id of the entity that it is about."""


def omissions(text: str, analysis: Analysis, chosen: Sequence[int], own: str = "") -> tuple[Omission, ...]:
    """What the chosen sentences leave out, by kind, and what weighs most first within each.

    Args:
        text: the whole text.
        analysis: of the text.
        chosen: numbers of the sentences of the summary.
        own: id of the medium that the article comes from, which is no party to it.
    """
    if not chosen:
        return ()
    seen = _Seen(text, analysis, frozenset(chosen))
    spoken = list(islice(seen.speakers(own), MOST))
    told = {one.entity for one in spoken if one.entity}
    parties = (one for one in seen.parties(own) if one.entity not in told)
    kinds = (parties, spoken, seen.statements(told), seen.figures(), seen.denials())
    return tuple(one for kind in kinds for one in islice(kind, MOST))


class _Seen:
    """An article, and which of its sentences are seen in the summary."""

    def __init__(self, text: str, analysis: Analysis, chosen: frozenset[int]) -> None:
        self._text = text
        self._analysis = analysis
        self._chosen = chosen
        self._labels = {entity.id: entity.label for entity in analysis.entities}
        self._states = {entity.id for entity in analysis.entities if entity.country is not None}
        self._names = {entity.id: entity.name for entity in analysis.entities}
        self._named: defaultdict[int, list[str]] = defaultdict(list)
        self._first: dict[str, tuple[int, Span]] = {}
        self._counts = Counter(mention.entity for mention in analysis.mentions)
        for mention in analysis.mentions:
            number = self._sentence(mention.span)
            if number is not None:
                self._named[number].append(mention.entity)
                self._first.setdefault(mention.entity, (number, mention.span))

    def _sentence(self, span: Span) -> int | None:
        """Number of the sentence in which something begins."""
        sentences = self._analysis.sentences
        number = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
        return number if number >= 0 and span.start < sentences[number].end else None

    def parties(self, own: str) -> Iterator[Omission]:
        """Those who are named often, or speak, and are not named in the summary."""
        there = {entity for number in self._chosen for entity in self._named[number]}
        most = max(self._counts.values(), default=0)
        left = [
            entity
            for entity, count in self._counts.most_common()
            if entity not in there
            and entity != own
            and entity in self._first
            and self._may_be_party(entity)
            and count >= max(LEAST, most / SHARE)
        ]
        for entity in left:
            number, span = self._first[entity]
            yield Omission(OmissionKind.PARTY, self._names[entity], span, number, entity)

    def _may_be_party(self, entity: str) -> bool:
        return self._labels[entity] in PARTIES or entity in self._states

    def speakers(self, own: str) -> Iterator[Omission]:
        """Those who speak on record in the article, and not in the summary."""
        heard: set[str] = set()
        unheard: dict[str, tuple[Statement, int]] = {}
        for statement in self._analysis.statements:
            number = self._place(statement)
            if number is None or statement.authority is not Authority.RECORD or statement.kind is SpeakerKind.DOCUMENT:
                continue
            who = self._who(statement)
            if number in self._chosen:
                heard.add(who)
            elif statement.entity != own:
                unheard.setdefault(who, (statement, number))
        for who, (statement, number) in unheard.items():
            if who not in heard:
                name = self._names.get(statement.entity or "") or self._words(statement)
                yield Omission(OmissionKind.SPEAKER, name, statement.span, number, statement.entity)

    def statements(self, told: set[str]) -> Iterator[Omission]:
        """What is said in sentences that are not chosen, but by those who are told of already."""
        for statement in self._analysis.statements:
            number = self._place(statement)
            if number is None or number in self._chosen or statement.within is not None or not statement.is_attributed:
                continue
            if statement.authority is Authority.NONE or statement.entity in told:
                continue
            name = self._names.get(statement.entity or "") or self._words(statement)
            content = " ".join(span.of(self._text) for span in statement.content)
            if len(content.split()) < SAID or name.lower().partition(" ")[0] in _NOBODY:
                continue
            yield Omission(
                OmissionKind.STATEMENT, f"{name}: {_line(content)}", statement.content[0], number, statement.entity
            )

    def figures(self) -> Iterator[Omission]:
        """Numbers with a meaning that no chosen sentence has."""
        there = {_line(match[0]).lower() for number in self._chosen for match in self._found(_FIGURE, number)}
        for number in range(len(self._analysis.sentences)):
            if number in self._chosen:
                continue
            for match in self._found(_FIGURE, number):
                what = _line(match[0])
                if what.lower() not in there:
                    there.add(what.lower())
                    yield Omission(OmissionKind.FIGURE, what, Span(match.start(), match.end()), number)

    def denials(self) -> Iterator[Omission]:
        """Sentences that say of somebody who is named, or by whom it is said, what is not so."""
        said = {self._place(one) for one in self._analysis.statements if one.authority is not Authority.NONE}
        for number, sentence in enumerate(self._analysis.sentences):
            if number in self._chosen or not (self._named[number] or number in said):
                continue
            for match in self._found(_DENIAL, number):
                before = self._text[max(sentence.start, match.start() - len("whether or ")) : match.start()]
                if not _NO_DENIAL.match(self._text, match.start()) and not _OR_NOT.search(before):
                    yield Omission(OmissionKind.DENIAL, _line(sentence.of(self._text)), Span(*match.span()), number)
                    break

    def _found(self, pattern: "re.Pattern[str]", number: int) -> "Iterator[re.Match[str]]":
        span = self._analysis.sentences[number]
        return pattern.finditer(self._text, span.start, span.end)

    def _place(self, statement: Statement) -> int | None:
        """Number of the sentence in which a statement is made."""
        spans = statement.cue or statement.content
        return self._sentence(spans[0])

    def _who(self, statement: Statement) -> str:
        """By what a speaker is known in this article."""
        return statement.entity or self._words(statement).lower().removeprefix("the ")

    def _words(self, statement: Statement) -> str:
        span = statement.antecedent or statement.speaker[0]
        return _line(span.of(self._text))


def _line(words: str) -> str:
    return " ".join(words.split())
