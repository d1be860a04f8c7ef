"""An article in lines of a given width, broken only where someone looks."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.model.article import Article, PartKind
from reader.model.span import Span
from reader.model.value import Value
from reader.text.guard import guard
from reader.text.paragraphs import paragraphs
from reader.text.wrap import wrap

LONGEST_BLOCK = 8_000
"""Code points that are broken into lines at a time: a text in one single paragraph must not hold up the screen."""

KEPT_BLOCKS = 2_000
"""Blocks whose lines are kept in memory."""


class Block(Value, frozen=True):
    """Some lines that belong together: a paragraph, a headline."""

    kind: PartKind
    span: Span
    has_gap: bool
    """Whether an empty row follows."""


class Row(NamedTuple):
    """One row of an article: which line of which block. The row after the last line is the gap."""

    block: int
    line: int


def blocks_of(article: Article) -> list[Block]:
    """The blocks of an article, in text order; there is at least one."""
    pieces = [(part.kind, span) for part in article.parts for span in _pieces(article.text, part.span)]
    following = [*(kind for kind, _ in pieces[1:]), None]
    return [Block(kind, span, _has_gap(kind, after)) for (kind, span), after in zip(pieces, following, strict=True)]


def _has_gap(kind: PartKind, following: PartKind | None) -> bool:
    """Paragraphs stand apart; a header stands close above, headline and byline close together."""
    if following is None or kind is PartKind.HEADER:
        return False
    return kind is PartKind.BODY or following in (PartKind.BODY, PartKind.HEADER)


def _pieces(text: str, within: Span) -> Iterator[Span]:
    for paragraph in paragraphs(text, within):
        if len(paragraph) <= LONGEST_BLOCK:
            yield paragraph
        else:
            cuts = [paragraph.start]
            while paragraph.end - cuts[-1] > LONGEST_BLOCK:
                at = cuts[-1]
                cuts.append(text.rfind(" ", at, at + LONGEST_BLOCK) + 1 or at + LONGEST_BLOCK)
            yield from (Span(start, end) for start, end in pairwise([*cuts, paragraph.end]))


class ArticleLines:
    """Finds the way between code points and rows; no act walks over more blocks than it passes.

    Args:
        text: of the article.
        blocks: of the article.
        width: of a line, in cells.
        cell_len: how many cells a text takes.
    """

    def __init__(self, text: str, blocks: list[Block], width: int, cell_len: Callable[[str], int]) -> None:
        self._text = text
        self.blocks = blocks
        self._starts = [block.span.start for block in blocks]

        @lru_cache(KEPT_BLOCKS)
        def lines_of(number: int) -> tuple[Span, ...]:
            span = blocks[number].span
            return tuple(
                Span(span.start + start, span.start + end) for start, end in wrap(guard(span.of(text)), width, cell_len)
            )

        self._lines_of = lines_of

    @property
    def last(self) -> Row:
        """The last row."""
        block = len(self.blocks) - 1
        return Row(block, len(self._lines_of(block)) - 1)

    def block_at(self, offset: int) -> int:
        """Number of the block that a code point stands in, or before it where it stands in none."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def row_at(self, offset: int) -> Row:
        """The row that shows a code point; between two blocks it is the gap."""
        number = self.block_at(offset)
        block, lines = self.blocks[number], self._lines_of(number)
        if block.has_gap and offset >= block.span.end:
            return Row(number, len(lines))
        return Row(number, max(0, bisect_right(lines, offset, key=_start) - 1))

    def span_of(self, row: Row) -> Span:
        """What a row shows; of a gap, the empty span at the end of its block."""
        lines = self._lines_of(row.block)
        return lines[row.line] if row.line < len(lines) else Span(lines[-1].end, lines[-1].end)

    def moved(self, row: Row, by: int) -> Row:
        """The row so many rows further on, or back; at most the last, at least the first."""
        block, line = row.block, row.line + by
        while line < 0 and block > 0:
            block -= 1
            line += self._height(block)
        while line >= self._height(block) and block < len(self.blocks) - 1:
            line -= self._height(block)
            block += 1
        return Row(block, min(max(0, line), self._height(block) - 1))

    def rows_from(self, row: Row, count: int) -> list[Row]:
        """So many rows from one on, as far as there are."""
        rows: list[Row] = []
        block, line = row
        while len(rows) < count and block < len(self.blocks):
            rows += [Row(block, number) for number in range(line, self._height(block))]
            block, line = block + 1, 0
        return rows[:count]

    def distance(self, first: Row, last: Row, limit: int) -> int:
        """Rows from `first` to `last`, which is not before it; counted no further than `limit`."""
        rows, block = -first.line, first.block
        while block < last.block and rows < limit:
            rows += self._height(block)
            block += 1
        return min(limit, rows + last.line)

    def _height(self, block: int) -> int:
        return len(self._lines_of(block)) + self.blocks[block].has_gap


def _start(span: Span) -> int:
    return span.start
