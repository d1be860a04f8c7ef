"""Whom a pronoun points to, within reach; left open where the text does not tell.

Simple rules of the kind of Hobbs (1978) and Lappin & Leass (1994): who spoke last, then who is the subject of the
sentence before, of those whom number and gender allow.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.speakers.descriptions import Descriptions
from reader.analysis.speakers.groups import groups
from reader.analysis.speakers.nouns import BODIES, is_body, is_document, is_person
from reader.analysis.speakers.reach import OPEN, Reach, Speaker, named
from reader.model.analysis import Mention
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement

_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "herself"))
_THEY = frozenset(("they", "them", "their", "both", "themselves"))
_IT = frozenset(("it", "its", "itself"))
_RELATIVE = frozenset(("who", "which", "that"))
_SPEAKER_OF_QUOTATION = frozenset(("i", "we", "me", "my", "our"))
_OTHERS = frozenset(("you", "your", "this", "these", "those", "us", "what", "whoever", "whom", "here", "there", "s"))
POINTING = _HE | _SHE | _THEY | _IT | _RELATIVE | _SPEAKER_OF_QUOTATION | _OTHERS
"""Words that only point to somebody."""

_HE_OR_HIS = re.compile(r"\b[Hh](?:e|is|im)\b")
_SHE_OR_HER = re.compile(r"\b(?:[Ss]he|[Hh]er)\b")

_REACH = 3
"""Sentences before that of a pronoun in which somebody is looked for."""

_ALONE = 8
"""Sentences before that of a pronoun; if they name one person only, it is that one."""

_DEEPEST = 8
"""Pronouns that point to a pronoun before."""

_HEAD = 60
"""Code points from the begin of a sentence, among which the name of its subject begins."""

_NO_SUBJECT_WORDS = """
after although amid as asked at before but by despite during for from if in instead like of on since though to under
unlike until when whereas while with without against besides among between about
"""
_NO_SUBJECT = frozenset(_NO_SUBJECT_WORDS.split())
"""Words that open a sentence before somebody who is not its subject."""

_AND = re.compile(r",? and (?:the )?")
_OWNING = re.compile(r"['’]")
_BETWEEN = re.compile(r"[\s,)—–-]{1,3}")
_LAST_WORD = re.compile(r"([\w-]+)[\s,)]{1,3}$")
_THINGS = frozenset(("ORG", "GPE", "MEDIA", "NORP"))


class Pronouns:
    """Resolves the pronouns of one text; to be asked in text order.

    Args:
        reach: the text, and who spoke in it so far.
        descriptions: of the same text.
    """

    def __init__(self, reach: Reach, descriptions: Descriptions) -> None:
        self._reach = reach
        self._text = reach.text
        self._descriptions = descriptions

    def who(self, word: str, span: Span, around: Statement | None, content: Sequence[Span] = ()) -> Speaker:
        """Whom a pronoun points to.

        Args:
            word: the pronoun in small letters.
            span: where it stands.
            around: the statement in which it speaks.
            content: what it says; nobody who is named there: not Venn in `Venn is ready, he said`.
        """
        is_quoted = around is not None and self._reach.is_quoted(span.start)
        if word in _RELATIVE:
            return self._just_before(span)
        if word in _SPEAKER_OF_QUOTATION:
            return _speaker(around) if around is not None and is_quoted else OPEN
        inside = None if is_quoted else around
        if word in _HE or word in _SHE:
            gender = "m" if word in _HE else "f"
            if inside is not None and self._reach.may_be(inside.entity, gender):
                return _speaker(inside)
            return self._person(span.start, gender, content)
        if word in _THEY:
            return self._they(span.start, inside)
        return self._it(span.start, inside) if word in _IT else OPEN

    def _person(self, at: int, gender: str, content: Sequence[Span], depth: int = 0) -> Speaker:
        """`he`, `she`: in the same sentence the only one, else who spoke last, or is the subject, in one before."""
        number = self._reach.sentence(at)
        for sentence in range(number, max(-1, number - _REACH - 1), -1):
            start = self._reach.sentences[sentence].start
            end = at if sentence == number else self._reach.sentences[sentence].end
            people = [
                one
                for one in self._reach.within(start, end)
                if self._reach.may_be(one.entity, gender) and not any(said.covers(one.span) for said in content)
            ]
            if sentence != number:
                people = [one for one in people if not self._reach.is_told(one.span.start)]
            if (earlier := self._earlier(start, end, gender, people)) is not None and depth < _DEEPEST:
                return self._person(earlier, gender, content, depth + 1)
            found = self._in_sentence(start, end, gender, people, is_same=sentence == number)
            if found is not None:
                return found
        if number < 0:
            return OPEN
        first = self._reach.sentences[max(0, number - _ALONE)].start
        near = [one for one in self._reach.within(first, at) if self._reach.may_be(one.entity, gender)]
        is_one = len({one.entity for one in near}) == 1 and self._reach.is_surely(near[-1].entity, gender)
        return named(self._reach, near[-1]) if is_one else OPEN

    def _in_sentence(
        self, start: int, end: int, gender: str, people: Sequence[Mention], *, is_same: bool
    ) -> Speaker | None:
        """The person meant in a sentence or the part of it before a pronoun; None: nobody is named there."""
        spoken = self._reach.last_spoken(start, end, gender)
        subject = people[0] if people and self._is_subject(people[0], start) else None
        is_one = len({one.entity for one in people}) == 1
        if is_same and (is_one or not spoken):
            return named(self._reach, people[-1]) if is_one else OPEN if people else None
        if spoken and (subject is None or is_same or spoken.span.start <= subject.span.start):
            return spoken.again()
        if subject is not None:
            return named(self._reach, subject)
        if is_one and self._reach.is_surely(people[-1].entity, gender):
            return named(self._reach, people[-1])
        return OPEN if people else None

    def _earlier(self, start: int, end: int, gender: str, people: Sequence[Mention]) -> int | None:
        """Where the same pronoun stands before anybody is named in a sentence."""
        pattern = _HE_OR_HIS if gender == "m" else _SHE_OR_HER
        end = people[0].span.start if people else end
        for match in pattern.finditer(self._text, start, end):
            if not self._reach.is_quoted(match.start()):
                return match.start()
        return None

    def _is_subject(self, mention: Mention, start: int) -> bool:
        """Whether a name stands where the subject of a sentence stands: at its begin, or behind a comma there."""
        before = self._text[start : mention.span.start]
        if len(before) > _HEAD or _OWNING.match(self._text, mention.span.end):
            return False
        if _AND.match(self._text, mention.span.end):
            return False
        words = before.split()
        if not words or before.rstrip().endswith(","):
            return True
        return words[0].lower() not in _NO_SUBJECT and all(word[0].isupper() or word == "the" for word in words)

    def _they(self, at: int, around: Statement | None) -> Speaker:
        """`they`: the group that spoke last, else the one named, in this sentence or the one before."""
        if around is not None and around.kind is SpeakerKind.GROUP:
            return _speaker(around)
        number = self._reach.sentence(at)
        for sentence in range(number, max(-1, number - 2), -1):
            start = self._reach.sentences[sentence].start
            end = at if sentence == number else self._reach.sentences[sentence].end
            spoken = self._reach.last_spoken(start, end)
            if spoken is not None and spoken.speaker.kind is SpeakerKind.GROUP:
                return spoken.again()
            near = self._reach.within(start, end)
            found = [
                one
                for one in groups(self._text, start, end, near)
                if one.is_several and not self._reach.is_quoted(one.span.start)
            ]
            if found:
                group = found[-1]
                if len({(one.noun, one.entities) for one in found}) > 1:
                    return OPEN
                fuller = None if group.entities else self._descriptions.fuller(group.noun, group.span.start)
                return Speaker(SpeakerKind.GROUP, _authority(group.noun), None, fuller or group.span)
            if (pair := self._pair(near)) is not None:
                return Speaker(SpeakerKind.GROUP, Authority.RECORD, None, pair)
        return OPEN

    def _it(self, at: int, around: Statement | None) -> Speaker:
        """`it`: the body, state or document that spoke last, else the subject of the sentence before."""
        if around is not None and self._is_thing(around.kind, around.entity, around.speaker[-1]):
            return _speaker(around)
        spoken = self._reach.just_spoken(at)
        if spoken is not None and self._is_thing(spoken.speaker.kind, spoken.speaker.entity, spoken.span):
            return spoken.again()
        number = self._reach.sentence(at)
        for sentence in range(number, max(-1, number - 2), -1):
            start = self._reach.sentences[sentence].start
            end = at if sentence == number else self._reach.sentences[sentence].end
            things = [one for one in self._reach.within(start, end) if self._reach.label(one.entity) in _THINGS]
            if len({one.entity for one in things}) == 1 and self._is_subject(things[0], start):
                return named(self._reach, things[0]) if things[0].label != "NORP" else OPEN
        return OPEN

    def _just_before(self, span: Span) -> Speaker:
        """`Fidan, who said ...`."""
        near = self._reach.before(span.start)[-3:]
        if near and _BETWEEN.fullmatch(self._text, near[-1].span.end, max(near[-1].span.end, span.start)):
            return named(self._reach, near[-1])
        match = _LAST_WORD.search(self._text, max(0, span.start - 40), span.start)
        if match is None:
            return OPEN
        noun, end = match[1].lower(), match.end(1)
        group = next((one for one in groups(self._text, max(0, end - 80), end, near) if one.span.end == end), None)
        words = group.span if group is not None else Span(match.start(1), end)
        if group is not None or is_person(noun) or is_body(noun):
            return Speaker(SpeakerKind.GROUP, _authority(noun), None, words)
        return Speaker(SpeakerKind.DOCUMENT, Authority.RECORD, None, words) if is_document(noun) else OPEN

    def _pair(self, near: Sequence[Mention]) -> Span | None:
        """The only two who are named together: `Fidan and Blinken`."""
        pairs = [
            Span(one.span.start, other.span.end)
            for one, other in pairwise(near)
            if one.label == other.label
            and one.label in ("PERSON", "GPE", "ORG")
            and _AND.fullmatch(self._text, one.span.end, other.span.start)
        ]
        return pairs[0] if len(pairs) == 1 else None

    def _is_thing(self, kind: SpeakerKind, entity: str | None, words: Span) -> bool:
        """Whether `it` may stand for a speaker: no person, and not several."""
        if kind is SpeakerKind.ENTITY:
            return self._reach.label(entity) in _THINGS
        noun = words.of(self._text).rpartition(" ")[2].lower()
        return kind is SpeakerKind.DOCUMENT or (kind is SpeakerKind.GROUP and noun in BODIES)


def _speaker(statement: Statement) -> Speaker:
    """The speaker of a statement, to whom words in it point."""
    if not statement.speaker:
        return OPEN
    span = statement.antecedent or statement.speaker[0]
    return Speaker(statement.kind, statement.authority, statement.entity, span)


def _authority(noun: str) -> Authority:
    return Authority.RECORD if is_body(noun) else Authority.UNNAMED
