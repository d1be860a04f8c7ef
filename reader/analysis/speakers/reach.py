"""What stands within reach of a word that points to somebody: who is named there, and who spoke there."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.speakers.genders import genders
from reader.model.analysis import Mention, Names
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind

_RECENT = 12
"""Statements told before among which the last speaker is."""

_REMEMBERED = 500
"""Names before a description among which is what it means."""

_CALLED = 4
"""Sentences before a noun in which somebody spoke under it."""


class Speaker(NamedTuple):
    """Who speaks."""

    kind: SpeakerKind
    authority: Authority = Authority.NONE
    entity: str | None = None
    antecedent: Span | None = None
    """Where somebody is named whom the words only point to."""


OPEN = Speaker(SpeakerKind.OPEN)


class Spoken(NamedTuple):
    """Words in which somebody was said to speak."""

    span: Span
    speaker: Speaker
    noun: str
    """What the words are about, if that is no name; in small letters."""

    def again(self) -> Speaker:
        """The same speaker, to whom other words point."""
        return self.speaker._replace(antecedent=self.speaker.antecedent or self.span)


class Reach:
    """One text with its names, and who spoke in it so far.

    Args:
        text: the whole text.
        names: what it names.
        sentences: of the body, in text order.
        told: stretches that somebody else is said to say, in text order, not overlapping.
        quoted: those of them that are quoted word for word, likewise.
    """

    def __init__(
        self, text: str, names: Names, sentences: Sequence[Span], told: Sequence[Span], quoted: Sequence[Span]
    ) -> None:
        self.text = text
        self.mentions = names.mentions
        self.sentences = sentences
        self._labels = {entity.id: entity.label for entity in names.entities}
        self._genders = genders(text, names.entities, names.mentions)
        self._starts = [mention.span.start for mention in names.mentions]
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._told, self._told_starts = told, [span.start for span in told]
        self._quoted, self._quoted_starts = quoted, [span.start for span in quoted]
        self._spoken: list[Spoken] = []

    def spoke(self, spoken: Spoken) -> None:
        """Remember who spoke last, and in which words that is told."""
        self._spoken.append(spoken)

    def label(self, entity: str | None) -> str:
        """The label of an entity; empty for none."""
        return self._labels.get(entity or "", "")

    def may_be(self, entity: str | None, gender: str) -> bool:
        """Whether an entity is a person who may be of a gender (m, f)."""
        if entity is None or self.label(entity) != "PERSON":
            return False
        return self._genders.get(entity, gender) == gender

    def is_surely(self, entity: str, gender: str) -> bool:
        """Whether an entity is a person who is known to be of a gender (m, f)."""
        return self._genders.get(entity) == gender

    def sentence(self, place: int) -> int:
        """Number of the sentence that a place is in; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def sentence_end(self, place: int) -> int:
        """Where the sentence ends that a place is in."""
        number = self.sentence(place)
        return max(place, self.sentences[number].end) if number >= 0 else len(self.text)

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence begins at a place."""
        number = self.sentence(place)
        return number < 0 or self.sentences[number].start == place

    def before(self, place: int) -> Sequence[Mention]:
        """What is named before a place, as far back as anybody remembers."""
        end = bisect_left(self._starts, place)
        return self.mentions[max(0, end - _REMEMBERED) : end]

    def overlapping(self, span: Span) -> Sequence[Mention]:
        """What is named in a stretch or over its edges."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        over = self.mentions[first : bisect_left(self._starts, span.end)]
        return [mention for mention in over if mention.span.overlaps(span)]

    def within(self, start: int, end: int) -> list[Mention]:
        """What is named in a stretch, outside of what is quoted."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self.mentions[first:last] if not self.is_quoted(one.span.start)]

    def last_spoken(self, start: int, end: int, gender: str = "") -> Spoken | None:
        """Who spoke last in a stretch; of a gender (m, f): of the people who may be of it."""
        recent = [
            one
            for one in self._spoken[-_RECENT:]
            if start <= one.span.start < end and (not gender or self.may_be(one.speaker.entity, gender))
        ]
        return max(recent, key=lambda one: one.span.start, default=None)

    def just_spoken(self, place: int) -> Spoken | None:
        """Who spoke last before a place, in its sentence or the one before."""
        number = self.sentence(place)
        return self.last_spoken(self.sentences[max(0, number - 1)].start, place) if number >= 0 else None

    def called(self, noun: str, place: int) -> Spoken | None:
        """Who spoke last before a place under a noun, not far from it."""
        number = max(0, self.sentence(place) - _CALLED)
        start = self.sentences[number].start if self.sentences else 0
        recent = (one for one in reversed(self._spoken[-_RECENT:]) if start <= one.span.start < place)
        return next((one for one in recent if one.noun == noun), None)

    def is_quoted(self, place: int) -> bool:
        """Whether a place is in the quoted words of somebody."""
        number = bisect_right(self._quoted_starts, place) - 1
        return number >= 0 and place < self._quoted[number].end

    def is_told(self, place: int) -> bool:
        """Whether a place is in what somebody is said to say."""
        number = bisect_right(self._told_starts, place) - 1
        return number >= 0 and place < self._told[number].end


def named(reach: Reach, mention: Mention) -> Speaker:
    """The speaker whom a name names, to whom other words point."""
    authority = Authority.MEDIA if reach.label(mention.entity) == "MEDIA" else Authority.RECORD
    return Speaker(SpeakerKind.ENTITY, authority, mention.entity, mention.span)
