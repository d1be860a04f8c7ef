"""Finding spans by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from reader.model.span import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Spans with something that belongs to each; which of them touch a stretch is found without a walk over all."""

    def __init__(self, items: Iterable[tuple[Span, T]] = ()) -> None:
        self._items = sorted(items, key=lambda item: item[0].start)
        self._starts = [span.start for span, _ in self._items]
        # How far the spans up to here reach: never falls, so it can be searched by halves.
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def touching(self, start: int, end: int) -> list[tuple[Span, T]]:
        """Spans that share a code point with a stretch, by their start."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self._items[first:last] if item[0].end > start]
