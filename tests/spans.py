"""What is true of spans that part a text."""

from collections.abc import Iterable
from itertools import pairwise

from reader.model.span import Span


def stand_apart(spans: Iterable[Span]) -> bool:
    """Whether spans are in order and share no code point."""
    return all(before.end <= after.start for before, after in pairwise(spans))


def hold_all_visible(spans: Iterable[Span], text: str, within: Span) -> bool:
    """Whether all of a stretch of `text` but blanks stands in the spans, and none of them begins or ends blank."""
    words = [span.of(text) for span in spans]
    return all(word == word.strip() != "" for word in words) and _visible("".join(words)) == _visible(within.of(text))


def _visible(text: str) -> str:
    return "".join(text.split())


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))
