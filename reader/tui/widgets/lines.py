"""Lines of the screen with something at their left and something at their right."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.looks import Looks
from reader.tui.widgets.pieces import Pieces, fit, in_line

Sides = tuple[Pieces, Pieces]
"""What stands at the left of a line, and at its right."""

EDGES = 3
"""Cells of a line for the blanks at its ends and in its middle."""


class Lines(Widget):
    """Draws pieces of text; where room is short the left gives way."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: tuple[Sides, ...] = ()
        self._looks = Looks(self)

    def show(self, left: Pieces, right: Pieces = ()) -> None:
        """Draw one line, if it is not there already."""
        self.show_lines([(left, right)])

    def show_lines(self, lines: Sequence[Sides]) -> None:
        """Draw some lines, if they are not there already."""
        before, self._lines = self._lines, tuple(lines)
        if before != self._lines:
            self.refresh(layout=len(before) != len(self._lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """The strip of one line."""
        width, ground = self.size.width, self._looks.ground
        if y >= len(self._lines):
            return Strip.blank(width, ground)
        left_pieces, right_pieces = self._lines[y]
        right = self._segments(right_pieces, max(0, width - 2))
        right_width = sum(segment.cell_length for segment in right)
        left = self._segments(left_pieces, width - right_width - EDGES)
        left_width = sum(segment.cell_length for segment in left)
        gap = Segment(" " * max(1, width - left_width - right_width - 2), ground)
        return Strip([Segment(" ", ground), *left, gap, *right, Segment(" ", ground)]).adjust_cell_length(width, ground)

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()

    def _segments(self, pieces: Pieces, room: int) -> list[Segment]:
        segments: list[Segment] = []
        for piece in pieces:
            text = in_line(piece.text)
            if cell_len(text) > room:
                if room > 1:
                    segments.append(Segment(fit(text, room), self._looks.of(piece.look)))
                break
            segments.append(Segment(text, self._looks.of(piece.look)))
            room -= cell_len(text)
        return segments
