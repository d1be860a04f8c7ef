"""The sentences of an article: by a quick rule until better ones are known."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reader.model.span import Span
from reader.text.sentences import sentences


class ArticleSentences:
    """Finds sentences by place; those of the quick rule are made where they are asked for.

    Args:
        text: of the article.
        paragraphs: of its body, in text order, at least one.
    """

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._paragraphs = paragraphs
        self._known: Sequence[Span] = ()
        self._known_end = 0

        @lru_cache(1_000)
        def quick(number: int) -> tuple[Span, ...]:
            return tuple(sentences(text, paragraphs[number]))

        self._quick = quick

    def know(self, spans: Sequence[Span], *, complete: bool) -> None:
        """Take these sentences for the text they cover; if they are `complete`, there are no others."""
        self._known = spans
        self._known_end = 0
        if spans:
            self._known_end = self._paragraphs[-1].end if complete else spans[-1].end

    def at(self, offset: int) -> Span:
        """The sentence at a code point, else the one before it, else the first."""
        return self.before(offset + 1) or self._first()

    def before(self, offset: int) -> Span | None:
        """The last sentence that begins before a code point."""
        number = bisect_left(self._paragraphs, offset, key=_start) - 1
        while number >= 0 and self._paragraphs[number].end > self._known_end:
            for span in reversed(self._quick(number)):
                if self._known_end <= span.start < offset:
                    return span
            number -= 1
        index = bisect_left(self._known, offset, key=_start)
        return self._known[index - 1] if index else None

    def after(self, offset: int) -> Span | None:
        """The first sentence that begins after a code point."""
        index = bisect_right(self._known, offset, key=_start)
        if index < len(self._known):
            return self._known[index]
        at = max(offset + 1, self._known_end)
        number = max(0, bisect_right(self._paragraphs, at, key=_start) - 1)
        for paragraph in range(number, len(self._paragraphs)):
            for span in self._quick(paragraph):
                if span.start >= at:
                    return span
        return None

    def ending_after(self, offset: int) -> Span | None:
        """The first sentence that ends after a code point."""
        here = self.at(offset)
        return here if here.end > offset else self.after(here.start)

    def _first(self) -> Span:
        return self._known[0] if self._known else self._quick(0)[0]


def _start(span: Span) -> int:
    return span.start
