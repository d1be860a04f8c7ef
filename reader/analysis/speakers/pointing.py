"""Whom a pronoun or a description points to, within reach; left open where the text does not tell."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.roles import gender
from reader.analysis.speakers.phrase import Phrase
from reader.model.analysis import Mention, Names
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.text.fold import fold

REACH = 2
"""Sentences in which somebody is looked for, that of the pronoun itself among them."""

_MALE, _FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
_RELATIVE = frozenset(("who", "which", "that"))
_PLURAL = frozenset(("they", "them", "their"))
_THING = frozenset(("it", "its"))
_JUST_BEFORE = re.compile(r"[\s,]{0,3}")
_NOT_PERSONS = frozenset(("GPE", "ORG", "MEDIA", "NORP"))
_WORD = re.compile(r"\w+")
_GROUP_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|their|its|some|several|senior|two|three|four)(?:\s[\w-]+){0,3}\s"
    r"(?:delegations?|officials|ministers|leaders|diplomats|envoys|negotiators|lawmakers|sources|sides|analysts"
    r"|experts|activists|protesters|residents|witnesses|authorities|groups|countries|parties|advisers|aides)\b",
    re.IGNORECASE,
)


class Who(NamedTuple):
    """Who speaks."""

    kind: SpeakerKind
    entity: str | None = None
    antecedent: Span | None = None
    """Where somebody is named whom the words only point to."""


OPEN = Who(SpeakerKind.OPEN)


class Pointing:
    """Resolves the pronouns and descriptions of one text.

    Args:
        text: the whole text.
        names: what it names.
        sentences: of the body, in text order.
    """

    def __init__(self, text: str, names: Names, sentences: Sequence[Span]) -> None:
        self._text = text
        self._mentions = names.mentions
        self._starts = [mention.span.start for mention in names.mentions]
        self._labels = {entity.id: entity.label for entity in names.entities}
        self._sentences = [sentence.start for sentence in sentences]
        self._genders: dict[str, str] = {}
        for mention in names.mentions:
            if told := gender(text, mention.span.start):
                self._genders.setdefault(mention.entity, told)
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        """Ids of people by each word of their roles."""
        for entity in names.entities:
            for role in entity.roles:
                for word in _WORD.findall(fold(role.of(text))):
                    self._bearers[word].add(entity.id)

    def who(self, words: Phrase, around: Statement | None, last: Statement | None) -> Who:
        """Whom a pronoun points to.

        Args:
            words: the pronoun.
            around: the statement in which it speaks.
            last: the statement told before.
        """
        if words.head in _RELATIVE:
            return self._just_before(words)
        told = around if around is not None else self._within_reach(last, words.span)
        if words.head in _MALE or words.head in _FEMALE:
            return self._person(words, told)
        if told is not None and words.head in _PLURAL and told.kind is SpeakerKind.GROUP:
            return Who(told.kind, told.entity, told.antecedent or told.speaker[0])
        if words.head in _PLURAL and (group := self._group(words.span)):
            return Who(SpeakerKind.GROUP, None, group)
        if told is not None and words.head in _THING and self._labels.get(told.entity or "") in _NOT_PERSONS:
            return Who(told.kind, told.entity, told.antecedent or told.speaker[0])
        return OPEN

    def described(self, words: Phrase) -> Who | None:
        """The one person whose office the text names so: `the Turkish president`; None: nobody, or several."""
        if not words.is_definite:
            return None
        asked = [fold(word) for word in _WORD.findall(words.span.of(self._text))[1:]]
        bearers = [self._bearers[word] for word in asked if word in self._bearers]
        if not bearers or words.head not in self._bearers:
            return None
        meant = set.intersection(*bearers)
        named = [mention for mention in self._before(words.span.start) if mention.entity in meant]
        if len(meant) != 1 or not named:
            return None
        return Who(SpeakerKind.ENTITY, named[-1].entity, named[-1].span)

    def named_before(self, words: Phrase) -> Span | None:
        """Where the text names a group more fully that it only calls by one word here: `the delegation`."""
        if not words.is_definite or len(_WORD.findall(words.span.of(self._text))) > _SHORT:
            return None
        fuller = re.compile(rf"(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts)\s[\w-]+\s{re.escape(words.head)}\b")
        start = max(0, words.span.start - _FAR)
        found = fuller.search(self._text, start, words.span.start)
        return Span(found.start(), found.end()) if found else None

    def _just_before(self, words: Phrase) -> Who:
        """`Fidan, who said ...`."""
        number = bisect_left(self._starts, words.span.start) - 1
        if number < 0:
            return OPEN
        mention = self._mentions[number]
        if mention.span.end > words.span.start:
            return OPEN
        if not _JUST_BEFORE.fullmatch(self._text[mention.span.end : words.span.start]):
            return OPEN
        return Who(SpeakerKind.ENTITY, mention.entity, mention.span)

    def _person(self, words: Phrase, told: Statement | None) -> Who:
        wanted = "m" if words.head in _MALE else "f"
        if told is not None and self._may_be(told.entity, wanted):
            return Who(SpeakerKind.ENTITY, told.entity, told.antecedent or told.speaker[0])
        near = [one for one in self._before(words.span.start, REACH) if self._may_be(one.entity, wanted)]
        if len({mention.entity for mention in near}) != 1:
            return OPEN
        return Who(SpeakerKind.ENTITY, near[-1].entity, near[-1].span)

    def _may_be(self, entity: str | None, wanted: str) -> bool:
        """Whether an entity is a person who may be of a gender."""
        if entity is None or self._labels.get(entity) != "PERSON":
            return False
        return self._genders.get(entity, wanted) == wanted

    def _group(self, span: Span) -> Span | None:
        """The last group named within reach."""
        start = self._reach(span.start, REACH)
        found = list(_GROUP_BEFORE.finditer(self._text, start, span.start))
        return Span(found[-1].start(), found[-1].end()) if found else None

    def _within_reach(self, told: Statement | None, span: Span) -> Statement | None:
        """A statement told before, if it is in the same sentence or the one before it."""
        if told is None or not told.speaker or told.speaker[0].start < self._reach(span.start, REACH):
            return None
        return told

    def _before(self, end: int, reach: int | None = None) -> Sequence[Mention]:
        """What is named before a place: in all of the text, or in so many sentences."""
        first = 0 if reach is None else bisect_left(self._starts, self._reach(end, reach))
        return self._mentions[first : bisect_left(self._starts, end)]

    def _reach(self, place: int, reach: int) -> int:
        """Where the first of so many sentences begins of which the last one holds a place."""
        number = bisect_right(self._sentences, place) - reach
        return self._sentences[max(0, number)] if self._sentences else 0


_SHORT = 2
"""Words of a group that may have been named more fully before."""

_FAR = 4_000
"""Code points before a group in which it may have been named."""
