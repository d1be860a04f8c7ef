"""A line of the screen with something at its left and something at its right."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.text.guard import guard
from reader.tui.widgets.item_pane import Piece, fit
from reader.tui.widgets.looks import Looks


class OneLine(Widget):
    """Draws pieces of text; when room is short the left gives way."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()
        self._looks = Looks(self)

    def show(self, left: tuple[Piece, ...], right: tuple[Piece, ...] = ()) -> None:
        """Draw these pieces, if they are not there already."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def render_line(self, y: int) -> Strip:
        """The strip of the line."""
        width = self.size.width
        ground = self._looks.ground
        if y != 0:
            return Strip.blank(width, ground)
        right = self._segments(self._right, max(0, width - 2))
        right_width = sum(segment.cell_length for segment in right)
        left = self._segments(self._left, width - right_width - 3)
        left_width = sum(segment.cell_length for segment in left)
        gap = Segment(" " * max(1, width - left_width - right_width - 2), ground)
        return Strip([Segment(" ", ground), *left, gap, *right, Segment(" ", ground)]).adjust_cell_length(width, ground)

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()

    def _segments(self, pieces: tuple[Piece, ...], room: int) -> list[Segment]:
        segments: list[Segment] = []
        for piece in pieces:
            text = guard(piece.text)
            if cell_len(text) > room:
                if room > 1:
                    segments.append(Segment(fit(text, room), self._looks.of(piece.look)))
                break
            segments.append(Segment(text, self._looks.of(piece.look)))
            room -= cell_len(text)
        return segments
