"""Which rows of an article are visible."""

from bisect import bisect_left

from reader.model.span import Span
from reader.tui.widgets.article_lines import ArticleLines, Row

CONTEXT = 4
"""Which part of the pane stands above a passage that was brought in sight: a fourth."""


class Viewport:
    """A window of some rows on the lines of an article.

    Args:
        lines: of the article.
        height: in rows, at least one.
        top: code point that the first row shows, as far as there is enough text below it.
    """

    def __init__(self, lines: ArticleLines, height: int, top: int) -> None:
        self.lines = lines
        self.height = height
        self.rows: list[Row] = []
        """The visible rows; fewer than `height` where the article is shorter."""
        self._show(lines.row_at(top))
        self.anchor = top
        """Code point that the reader brought to the top; stays where other widths and heights show another."""

    @property
    def top(self) -> int:
        """Code point that the first row begins with."""
        return self.lines.span_of(self.rows[0]).start

    @property
    def end(self) -> int:
        """Code point behind the last row."""
        return self.lines.span_of(self.rows[-1]).end

    def scroll(self, by: int) -> bool:
        """Show rows further down, or up; whether there were any."""
        return self._show(self.lines.moved(self.rows[0], by))

    def to_top(self) -> bool:
        """Show the first rows; whether they were not shown before."""
        return self._show(Row(0, 0))

    def to_end(self) -> bool:
        """Show the last rows; whether they were not shown before."""
        return self._show(self.lines.last)

    def begins_above(self, span: Span) -> bool:
        """Whether a passage begins above the first row."""
        return self.lines.row_at(span.start) < self.rows[0]

    def ends_below(self, span: Span) -> bool:
        """Whether a passage ends below the last row."""
        return self._last_row(span) > self.rows[-1]

    def is_in_sight(self, span: Span) -> bool:
        """Whether any row shows some of a passage."""
        return self.lines.row_at(span.start) <= self.rows[-1] and self._last_row(span) >= self.rows[0]

    def reveal(self, span: Span) -> None:
        """Bring a passage in sight, with some of the text around it; nothing moves if it is there already."""
        above, below = self.begins_above(span), self.ends_below(span)
        if not above and not below:
            return
        first = self.lines.row_at(span.start)
        rows = self.lines.distance(first, self._last_row(span), self.height) + 1
        # One who comes from below reads upwards, and wants to see what stands above.
        context = self.height - self.height // CONTEXT - rows if above else self.height // CONTEXT
        self._show(self.lines.moved(first, -max(0, min(context, self.height - rows))))

    def y_of(self, offset: int) -> int | None:
        """Number of the visible row that shows a code point."""
        row = self.lines.row_at(offset)
        y = bisect_left(self.rows, row)
        return y if y < len(self.rows) and self.rows[y] == row else None

    def _last_row(self, span: Span) -> Row:
        return self.lines.row_at(max(span.start, span.end - 1))

    def _show(self, top: Row) -> bool:
        top = min(top, self.lines.moved(self.lines.last, 1 - self.height))
        if self.rows and top == self.rows[0]:
            return False
        self.rows = self.lines.rows_from(top, self.height)
        self.anchor = self.top
        return True
