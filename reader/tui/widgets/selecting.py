"""Selecting a passage by sentence, word and paragraph."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

from reader.model.span import Span
from reader.text.words import words

LOOK_BACK = 200
"""Code points before a place in which its last word is looked for."""


class Units(Protocol):
    """Stretches of a text that do not overlap."""

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
        near = Span(max(self._within.start, offset - LOOK_BACK), max(self._within.start, offset))
        return max(words(self._text, near), default=None)

    def ending_after(self, offset: int) -> Span | None:
        """The first word that ends after a code point."""
        return next(words(self._text, Span(min(offset, self._within.end), self._within.end)), None)


class Selecting:
    """A selection that grows and shrinks: a stretch that stays in it, and an end that moves."""

    def __init__(self, start: Span) -> None:
        self._anchor = start
        self._head = start.end

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self._anchor.start, self._head), max(self._anchor.end, self._head))

    @property
    def moving(self) -> int:
        """A code point at the end that moves, inside the selection."""
        return self._head - 1 if self._is_forward else self._head

    def swap(self) -> None:
        """Let the other end move."""
        span = self.span
        ahead = self._is_forward
        self._anchor = Span(span.end, span.end) if ahead else Span(span.start, span.start)
        self._head = span.start if ahead else span.end

    def by_sentence(self, step: int, sentences: Units) -> None:
        """Move by a sentence; the one where the selection began stays in it."""
        self._move(step, sentences)

    def by_word(self, step: int, words_: Units) -> None:
        """Move by a word; only the place where the selection began stays."""
        at = self._anchor.start if self._is_forward else self._anchor.end
        self._anchor = Span(at, at)
        self._move(step, words_)

    def by_paragraph(self, paragraphs: Sequence[Span]) -> None:
        """Take in the whole paragraphs that are touched; when they are in already, one more."""
        span = self.span
        first = _index(paragraphs, span.start)
        last = _index(paragraphs, span.end - 1)
        if paragraphs[first].start == span.start and paragraphs[last].end == span.end:
            last = min(last + 1, len(paragraphs) - 1)
        self._anchor = paragraphs[first]
        self._head = paragraphs[last].end

    @property
    def _is_forward(self) -> bool:
        return self._head >= self._anchor.end

    def _move(self, step: int, units: Units) -> None:
        forward = self._is_forward
        grow: Callable[[Units], int | None] = self._later if step > 0 else self._earlier
        shrink = (step > 0) is not forward
        moved = self._shrunk(step, units) if shrink else grow(units)
        if moved is not None:
            self._head = moved

    def _later(self, units: Units) -> int | None:
        unit = units.ending_after(max(self._head, self._anchor.end))
        return unit.end if unit else None

    def _earlier(self, units: Units) -> int | None:
        unit = units.before(min(self._head, self._anchor.start))
        return unit.start if unit else None

    def _shrunk(self, step: int, units: Units) -> int | None:
        """The moving end, nearer to the anchor; when it would pass it, on the other side of it."""
        here = units.before(self._head) if step < 0 else units.ending_after(self._head)
        if here is None:
            return None
        if step < 0:
            before = units.before(here.start)
            if before is not None and before.end > self._anchor.start and before.end >= self._anchor.end:
                return before.end
            return (
                self._earlier(units) if len(self._anchor) == 0 or self._head == self._anchor.end else self._anchor.end
            )
        after = units.ending_after(here.end)
        if after is not None and after.start < self._anchor.start:
            return after.start
        return self._anchor.end if len(self._anchor) else self._later(units)


def _index(spans: Sequence[Span], offset: int) -> int:
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
