"""The lines on a page of a PDF, and where the page shows that a paragraph begins."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pypdf import PageObject

from reader.ingest.pages import Line
from reader.model.value import Value

WIDER = 1.3
"""A paragraph begins where a line is so many times further down than usual."""

USUAL_LEADING = 1.2
"""From line to line, in sizes of the type: what most programs begin with."""

FEWEST_LINES = 3
"""So many lines tell what is usual in a document."""

INDENT = 0.8
"""A first line is moved in by so many sizes of the type at least."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Shapes that a typesetter chose, and no letters of the text."""


class _Placed(Value, frozen=True):
    """A line with its place, in the units of the page (1/72 inch)."""

    text: str
    left: float
    height: float
    """Above the bottom of the page."""
    size: float
    """Of most of its letters."""


def lines_of_pages(pages: Sequence[PageObject]) -> list[list[Line]]:
    """The lines of each page, in reading order."""
    placed = [list(_placed(page)) for page in pages]
    leading = _usual_leading(placed)
    return [
        [
            Line(line.text, before is not None and _stands_apart(before, line, leading))
            for before, line in pairwise([None, *page])
            if line is not None
        ]
        for page in placed
    ]


def _placed(page: PageObject) -> Iterator[_Placed]:
    pieces: list[tuple[str, float, float, float]] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: Any, size: float) -> None:
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[3] * outer[3]) or 1.0
        pieces.append((text, left, height, size * scale))

    page.extract_text(visitor_text=visit)
    line: list[tuple[str, float, float, float]] = []
    for text, left, height, size in pieces:
        first, *others = text.split("\n")
        line.append((first, left, height, size))
        for other in others:
            yield from _line(line)
            line = [(other, left, height, size)]
    yield from _line(line)


def _line(pieces: Sequence[tuple[str, float, float, float]]) -> Iterator[_Placed]:
    text = " ".join("".join(piece[0] for piece in pieces).translate(_LIGATURES).split())
    if text:
        _, left, height, _ = next(piece for piece in pieces if piece[0].strip())
        size = max(pieces, key=lambda piece: len(piece[0].strip()))[3]
        yield _Placed(text, left, height, size)


def _usual_leading(pages: Sequence[Sequence[_Placed]]) -> dict[int, float]:
    """How far lines of each size of type stand below each other."""
    seen: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for before, line in pairwise(page):
            down = round(before.height - line.height, 1)
            if down > 0 and round(before.size) == round(line.size):
                seen[round(line.size)][down] += 1
    return {
        size: min(down for down, times in counted.items() if times == max(counted.values()))
        for size, counted in seen.items()
        if counted.total() >= FEWEST_LINES
    }


def _stands_apart(before: _Placed, line: _Placed, leading: dict[int, float]) -> bool:
    usual = leading.get(round(line.size), line.size * USUAL_LEADING)
    down = before.height - line.height
    is_moved_in = 0 < line.left - before.left - line.size * INDENT < line.size * 4 and before.text[0].isalnum()
    return down > usual * WIDER or round(before.size) != round(line.size) or (down > 0 and is_moved_in)
