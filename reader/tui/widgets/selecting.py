"""Selecting a passage by sentence, word and paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from reader.model.span import Span
from reader.text.words import words

LOOK_BACK = 200
"""Code points before a place in which its last word is looked for."""


class Units(Protocol):
    """Stretches of a text, in their order."""

    def before(self, offset: int) -> Span | None:
        """The last one that begins before a code point."""
        ...

    def ending_after(self, offset: int) -> Span | None:
        """The first one that ends after a code point."""
        ...


class Words:
    """The words of a stretch of text."""

    def __init__(self, text: str, within: Span) -> None:
        self._text = text
        self._within = within

    def before(self, offset: int) -> Span | None:
        """The last word that begins before a code point."""
        first = self._within.start
        near = Span(max(first, offset - LOOK_BACK), max(first, offset))
        return max(words(self._text, near), default=None)

    def ending_after(self, offset: int) -> Span | None:
        """The first word that ends after a code point."""
        end = self._within.end
        return next(words(self._text, Span(min(offset, end), end)), None)


class Selecting:
    """A selection that grows and shrinks: a stretch that stays in it, and an end that moves.

    Args:
        start: what is selected first.
    """

    def __init__(self, start: Span) -> None:
        self._kept = start
        self._end = start.end

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self._kept.start, self._end), max(self._kept.end, self._end))

    @property
    def moving(self) -> int:
        """The code point of the selection at the end that moves."""
        return self._end - 1 if self._is_forward else self._end

    @property
    def _is_forward(self) -> bool:
        return self._end >= self._kept.end

    def swap(self) -> None:
        """Let the other end move."""
        span, at = self.span, self.span.end if self._is_forward else self.span.start
        self._end = span.start if self._is_forward else span.end
        self._kept = Span(at, at)

    def move(self, step: int, units: Units, *, by_word: bool = False) -> None:
        """Move the end to that of the next unit, or of the one before.

        The sentence where the selection began stays in it; only the place where it began does when moving by word.
        An end that is moved past what stays goes on at its other side.
        """
        if by_word:
            at = self._kept.start if self._is_forward else self._kept.end
            self._kept = Span(at, at)
        moved = self._later(units) if step > 0 else self._earlier(units)
        if moved is not None:
            self._end = moved

    def take_paragraphs(self, paragraphs: Sequence[Span]) -> None:
        """Select the whole paragraphs that are touched; when they are selected already, one more."""
        first, last = _index(paragraphs, self.span.start), _index(paragraphs, self.span.end - 1)
        if self.span == Span(paragraphs[first].start, paragraphs[last].end):
            last = min(last + 1, len(paragraphs) - 1)
        self._kept, self._end = paragraphs[first], paragraphs[last].end

    def _later(self, units: Units) -> int | None:
        if not self._is_forward:
            here = units.ending_after(self._end)
            following = units.ending_after(here.end) if here else None
            if following is not None and following.start < self._kept.start:
                return following.start
            if len(self._kept):
                return self._kept.end
        unit = units.ending_after(max(self._end, self._kept.end))
        return unit.end if unit else None

    def _earlier(self, units: Units) -> int | None:
        if self._end > self._kept.end:
            here = units.before(self._end)
            preceding = units.before(here.start) if here else None
            if preceding is not None and preceding.end > self._kept.end:
                return preceding.end
            if len(self._kept):
                return self._kept.end
        unit = units.before(min(self._end, self._kept.start))
        return unit.start if unit else None


def _index(spans: Sequence[Span], offset: int) -> int:
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
