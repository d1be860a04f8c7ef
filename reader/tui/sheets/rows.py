"""A short list to choose from."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.model.value import Value
from reader.text.guard import guard
from reader.tui.sheets.fields import most_rows
from reader.tui.widgets.looks import Looks
from reader.tui.widgets.pieces import fit

SIGN_WIDTH = 5
"""Cells left of each label: the cursor, and the sign of what is set."""

HINT_GAP = 3
"""Cells between the longest label and the hints."""


class Row(Value, frozen=True):
    """Something that can be chosen."""

    id: str
    label: str
    hint: str = ""
    marked: bool = False
    """Whether it is set now."""


class Rows(Widget, inherit_bindings=False):
    """Draws rows; at most one of them has the cursor. What does not fit scrolls."""

    class Chosen(Message):
        """The reader clicked on a row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, can_focus: bool = False) -> None:
        super().__init__(id="rows")
        self.can_focus = can_focus
        self._rows: tuple[Row, ...] = ()
        self._label_width = 0
        self.cursor: int | None = None
        """Number of the row under the cursor."""
        self._top = 0
        self._looks = Looks(self)

    def show_rows(self, rows: Sequence[Row], cursor: int | None) -> None:
        """Show these rows, with the cursor on one of them or on none."""
        grown = len(rows) != len(self._rows)
        self._rows, self.cursor = tuple(rows), cursor
        self._label_width = max((cell_len(guard(row.label)) for row in rows), default=0)
        self._top = 0 if cursor is None else self._top
        self.refresh(layout=grown)
        self.call_after_refresh(self._scroll_to_cursor)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    @property
    def first(self) -> Row | None:
        """The row at the top."""
        return self._rows[0] if self._rows else None

    def release(self) -> None:
        """Take the cursor off the rows."""
        self.cursor = None
        self.refresh()

    def move(self, step: int) -> None:
        """Move the cursor; it comes in at the near end and stays at the far one."""
        if self._rows:
            first = 0 if step > 0 else len(self._rows) - 1
            goal = first if self.cursor is None else self.cursor + step
            self.cursor = max(0, min(goal, len(self._rows) - 1))
            self._scroll_to_cursor()
            self.refresh()

    def _scroll_to_cursor(self) -> None:
        rows = max(1, self.size.height)
        top = min(self._top, max(0, len(self._rows) - rows))
        if self.cursor is not None:
            top = max(self.cursor - rows + 1, min(top, self.cursor))
        if top != self._top:
            self._top = top
            self.refresh()
        if self.has_focus and self.cursor is not None:
            self.app.cursor_position = self.content_region.offset + Offset(1, self.cursor - self._top)

    # Textual's side.

    def on_resize(self) -> None:
        self._scroll_to_cursor()

    def on_focus(self) -> None:
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        number = self._top + event.y
        if 0 <= number < len(self._rows):
            self.cursor = number
            self.refresh()
            self.post_message(self.Chosen(self._rows[number]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return min(len(self._rows), most_rows(viewport))

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        width, number = self.size.width, self._top + y
        if not 0 <= number < len(self._rows):
            return Strip.blank(width, self._looks.ground)
        row, on_cursor = self._rows[number], number == self.cursor
        ground = self._looks.of("cursor") if on_cursor else self._looks.of("plain")
        quiet = self._looks.of("quiet") + ground.background_style
        sign = self._looks.of("tag") + ground.background_style
        label_width = min(self._label_width, max(8, (width - SIGN_WIDTH) * 2 // 3))
        label = fit(guard(row.label), label_width)
        segments = [
            Segment(f" {'›' if on_cursor else ' '} ", sign),
            Segment("✓ " if row.marked else "  ", sign),
            Segment(label, ground),
            Segment(" " * (label_width - cell_len(label) + HINT_GAP), ground),
            Segment(fit(guard(row.hint), max(0, width - SIGN_WIDTH - label_width - HINT_GAP - 2)), quiet),
        ]
        strip = Strip(segments).adjust_cell_length(max(0, width - 2), ground)
        return Strip.join([strip, Strip([Segment(f"{self._more(y)} ", quiet)])])

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()

    def _more(self, y: int) -> str:
        """A sign in the first or last visible row that there are more above or below it."""
        if y == 0 and self._top > 0:
            return "↑"
        last = min(self.size.height, len(self._rows)) - 1
        return "↓" if y == last and self._top + y < len(self._rows) - 1 else " "
