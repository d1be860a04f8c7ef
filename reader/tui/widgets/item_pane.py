"""A pane that lists things: one of them has the cursor, any of them can be gone to."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model.value import Value
from reader.tui.widgets.looks import Looks
from reader.tui.widgets.pieces import Piece, Pieces, in_line

GUTTER = 2
"""Cells left of each line, where the cursor stands."""

EDGES = 2
"""Blank cells at the sides of a pane, as in the style sheet."""


class Item(Value, frozen=True):
    """Some lines of a pane that belong together."""

    lines: tuple[Pieces, ...]
    target: Hashable = None
    """What the lines stand for; None: a heading or a remark, which the cursor passes by."""


def heading(text: str) -> Item:
    """A line that names the group below it."""
    return Item(((Piece(text, "heading"),),))


def remark(lines: Iterable[str]) -> Item:
    """Quiet words: what is under way, or what can be done here."""
    return Item(tuple((Piece(line, "quiet"),) for line in lines))


BLANK = Item(((),))
"""An empty line."""


class ItemPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws its items line by line, only those that are visible."""

    class Chosen(Message):
        """The reader goes to what an item stands for."""

        def __init__(self, pane: "ItemPane", target: Hashable) -> None:
            super().__init__()
            self.pane = pane
            self.target = target

    class Moved(Message):
        """The reader moved the cursor to another item."""

        def __init__(self, pane: "ItemPane", target: Hashable) -> None:
            super().__init__()
            self.pane = pane
            self.target = target

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._items: Sequence[Item] = ()
        self._first_rows: list[int] = []
        self._row_count = 0
        self._width = 0
        self._cursor: int | None = None
        self._looks = Looks(self)

    # What a pane shows.

    @property
    def count(self) -> int:
        """How much is in it, in things."""
        raise NotImplementedError

    def build(self, width: int) -> Sequence[Item]:
        """The items to show in lines of `width` cells."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Show what is known now; the cursor stays on what it stood on."""
        self._width = 0
        self.refresh()

    def lay_out(self) -> None:
        """Break what is known into rows, where it was not yet for the width there is."""
        region = self.scrollable_content_region
        if self._width == region.width or region.width <= GUTTER:
            return
        self._width = region.width
        target = self.target
        self._items = self.build(region.width - GUTTER)
        self._first_rows, row = [], 0
        for item in self._items:
            self._first_rows.append(row)
            row += len(item.lines)
        self._row_count = row
        # Not assigned: there are no scroll bars, and the screen need not be laid out anew.
        self.set_reactive(ItemPane.virtual_size, Size(region.width, row))
        self._cursor = self._find(target)
        self._place_terminal_cursor()

    @property
    def target(self) -> Hashable:
        """What the item under the cursor stands for; None without one."""
        return None if self._cursor is None else self._items[self._cursor].target

    def rows_in(self, width: int) -> int:
        """Rows that all items take in a pane of so many cells."""
        return sum(len(item.lines) for item in self.build(width - EDGES - GUTTER))

    # Moving in it.

    def next(self) -> None:
        """Move the cursor to the next item."""
        self._move_by(1)

    def previous(self) -> None:
        """Move the cursor to the previous item."""
        self._move_by(-1)

    def first(self) -> None:
        """Move the cursor to the first item."""
        self._move_to(self._stops()[:1], scroll_to_top=True)

    def last(self) -> None:
        """Move the cursor to the last item."""
        self._move_to(self._stops()[-1:])

    def scroll_lines(self, lines: int) -> None:
        """Scroll by a number of lines, down where it is positive."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def page(self, pages: float) -> None:
        """Scroll by a number of pages, up where it is negative, and take the cursor along; at an end, put it there."""
        rows = max(1, int(self.scrollable_content_region.height * abs(pages)))
        down = pages > 0
        top = max(0, min(self.scroll_offset.y + (rows if down else -rows), self.max_scroll_y))
        stops = self._stops()
        if top == self.scroll_offset.y:
            self._move_to(stops[-1:] if down else stops[:1])
            return
        self.scroll_to(y=top, animate=False, immediate=True)
        self._move_to([i for i in stops if self._first_rows[i] >= top][:1] or stops[-1:])

    def point_at(self, target: Hashable) -> None:
        """Put the cursor on the item that stands for `target`, if there is one."""
        for index in self._stops():
            if self._items[index].target == target:
                self._move_to([index], tell=False)
                return

    def _stops(self) -> list[int]:
        self.lay_out()
        return [i for i, item in enumerate(self._items) if item.target is not None]

    def _find(self, target: Hashable) -> int | None:
        stops = self._stops()
        return next((i for i in stops if self._items[i].target == target), stops[0] if stops else None)

    def _move_by(self, step: int) -> None:
        stops = self._stops()
        if self._cursor is None or not stops:
            self.scroll_lines(step)
            return
        place = stops.index(self._cursor) + step
        self._move_to(stops[place : place + 1] if place >= 0 else [], scroll_to_top=place == 0)

    def _move_to(self, index: list[int], *, scroll_to_top: bool = False, tell: bool = True) -> None:
        if not index:
            return
        before, self._cursor = self._cursor, index[0]
        for changed in {before, self._cursor} - {None}:
            assert changed is not None
            self.refresh_lines(self._first_rows[changed], len(self._items[changed].lines))
        if scroll_to_top:
            self.scroll_to(y=0, animate=False)
        else:
            self._scroll_to_cursor()
        self._place_terminal_cursor()
        if tell and before != self._cursor:
            self.post_message(self.Moved(self, self.target))

    def _scroll_to_cursor(self) -> None:
        assert self._cursor is not None
        top, height = self._first_rows[self._cursor], len(self._items[self._cursor].lines)
        page = self.scrollable_content_region.height
        if top < self.scroll_offset.y or height >= page:
            self.scroll_to(y=top, animate=False)
        elif top + height > self.scroll_offset.y + page:
            self.scroll_to(y=top + height - page, animate=False)

    def _place_terminal_cursor(self) -> None:
        """Let screen readers and magnifiers find the item."""
        if self.has_focus and self._cursor is not None:
            region = self.scrollable_content_region
            row = self._first_rows[self._cursor] - self.scroll_offset.y
            origin = self.content_region.offset
            self.app.cursor_position = origin + Offset(0, max(0, min(row, region.height - 1)))

    # Textual's side.

    def choose(self) -> None:
        """Go to what the item under the cursor stands for."""
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    def on_resize(self) -> None:
        self.lay_out()
        self._place_terminal_cursor()

    def on_focus(self) -> None:
        self.call_next(self._place_terminal_cursor)  # once the pane knows that it has the focus
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        row = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= row < self._row_count:
            index = bisect_right(self._first_rows, row) - 1
            if self._items[index].target is not None:
                self._move_to([index])
                self.choose()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the terminal's cursor on the item while the pane scrolls."""
        super().watch_scroll_y(old_value, new_value)
        self._place_terminal_cursor()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        self.lay_out()
        width = self.scrollable_content_region.width
        ground = self._looks.ground
        row = y + self.scroll_offset.y
        if not 0 <= row < self._row_count:
            return Strip.blank(width, ground)
        index = bisect_right(self._first_rows, row) - 1
        item = self._items[index]
        if index == self._cursor:
            ground = self._looks.of("cursor" if self.has_focus else "quiet")
        sign = "› " if index == self._cursor and row == self._first_rows[index] else "  "
        segments = [Segment(sign, ground)]
        segments += [
            Segment(in_line(piece.text), self._looks.of(piece.look) + ground.background_style)
            for piece in item.lines[row - self._first_rows[index]]
        ]
        return Strip(segments).adjust_cell_length(width, ground)

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Draw some rows of the content again, counted from its top."""
        self.refresh(Region(0, y_start - self.scroll_offset.y, self.size.width, line_count))
