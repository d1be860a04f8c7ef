"""The least that shows a text line by line: a bare scroll view of Textual, with one line marked.

Usage: python line_view.py FILE
"""

import sys
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

WIDTH = 66
PLAIN, MARKED = Style(), Style(reverse=True)


def lines_of(text: str) -> list[str]:
    """Lines of at most `WIDTH` code points, broken at spaces."""
    lines = []
    for paragraph in text.split("\n"):
        start = 0
        while len(paragraph) - start > WIDTH:
            end = paragraph.rfind(" ", start, start + WIDTH + 1)
            lines.append(paragraph[start:end])
            start = end + 1
        lines.append(paragraph[start:])
    return lines


class LineView(ScrollView, can_focus=True):
    """Draws the visible lines; j, k and the page keys move the mark."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        ("j", "move(1)"),
        ("k", "move(-1)"),
        ("pagedown", "turn(1)"),
        ("pageup", "turn(-1)"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._lines = lines_of(text)
        self._mark = 0
        self.virtual_size = Size(WIDTH, len(self._lines))

    def action_move(self, by: int) -> None:
        before, self._mark = self._mark, max(0, min(self._mark + by, len(self._lines) - 1))
        self.refresh_line(before)
        self.refresh_line(self._mark)
        if not self.scroll_offset.y <= self._mark < self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self._mark - self.size.height // 4, animate=False)

    def action_turn(self, pages: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + pages * self.size.height, animate=False)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        text = self._lines[number] if number < len(self._lines) else ""
        style = MARKED if number == self._mark else PLAIN
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)


class LineViewApp(App[None]):
    """Only the view."""

    def compose(self) -> ComposeResult:
        yield LineView(Path(sys.argv[1]).read_text())


if __name__ == "__main__":
    LineViewApp().run()
