"""All keys and what they do."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from reader.actions import SCREENS, Action, Place, holding_in, shown_key
from reader.text.fold import fold
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle
from reader.tui.widgets.wrapped import wrapped_lines

COLUMN_WIDTH = 58
"""Cells that a column has at least."""

MOST_COLUMNS = 3

KEYS_WIDTH = 19
"""Cells for the keys of an act."""

COLUMN_GAP = 2

KEYS = (("j k", "scroll"), ("/", "find"), ("Esc", "close"))

Line = tuple[str, str]
"""Keys, and words beside them; a heading has no words."""

Block = Sequence[Line]
"""Lines that stay in one column."""


class HelpScreen(Sheet[None]):
    """Lists the acts of the focused pane, then all others of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,f1", "leave", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "scroll(-1000)", show=False),
        Binding("G,end", "scroll(1000)", show=False),
        Binding("slash", "find", show=False),
    ]

    def __init__(self, focused: Place) -> None:
        super().__init__()
        screen = SCREENS[focused]
        panes = (pane for pane in SCREENS if SCREENS[pane] is screen and pane is not focused)
        self._places = (focused, screen, Place.EVERYWHERE, *panes)
        self._lines = Static()
        self._page = VerticalScroll(self._lines, id="help-page")
        self._field = LineField(placeholder="a key, or what it does", id="help-filter")

    def compose(self) -> ComposeResult:
        yield SheetTitle("All keys", "acts without a key are written behind :")
        yield self._page
        yield self._field
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self._field.display = False
        self._page.focus()

    def on_resize(self) -> None:
        # Lines that are not mounted yet would keep the height they have without words.
        self.call_after_refresh(self._show)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines, down where the number is positive."""
        self._page.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.action_scroll(pages * max(1, self._page.size.height - 1))

    def action_find(self) -> None:
        """Let the reader write what to look for."""
        self._field.display = True
        self._field.focus()

    def action_leave(self) -> None:
        """Show all keys again; when they are shown, close."""
        if self._field.display:
            self._field.value = ""
            self._field.display = False
            self._page.focus()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def _found(self) -> None:
        self._page.focus()

    @on(Input.Changed)
    def _show(self) -> None:
        columns = max(1, min(self.size.width // COLUMN_WIDTH, MOST_COLUMNS))
        width = (self.size.width - 2) // columns
        blocks = [block for place in self._places for block in _blocks(place, self._field.value, width)]
        if blocks:
            self._lines.update(Content("\n").join(_rows(_flow(blocks, columns), width)))
        else:
            self._lines.update(Content("No key and no act like that."))


def _blocks(place: Place, wanted: str, width: int) -> list[Block]:
    """The acts of a place that hold the wanted words, a heading before them."""
    lines = [_lines(action, width) for action in holding_in(place) if _fits(action, fold(wanted.strip()))]
    if not lines:
        return []
    return [[("", ""), (str(place), ""), *lines[0]], *lines[1:]]


def _fits(action: Action, wanted: str) -> bool:
    return wanted in fold(f"{_keys(action)} {action.title} {action.id}")


def _lines(action: Action, width: int) -> list[Line]:
    words = wrapped_lines(action.title, width - KEYS_WIDTH - COLUMN_GAP)
    return [(_keys(action) if number == 0 else "", line) for number, line in enumerate(words)]


def _keys(action: Action) -> str:
    return "  ".join(map(shown_key, action.keys)) or f":{action.id}"


def _flow(blocks: Iterable[Block], columns: int) -> list[list[Line]]:
    """Blocks one below the other, in columns of nearly the same height."""
    blocks = list(blocks)
    height = -(-sum(map(len, blocks)) // columns)
    flow: list[list[Line]] = [[]]
    for block in blocks:
        if len(flow[-1]) + len(block) // 2 > height and len(flow) < columns:
            flow.append([])
        # A column does not begin with an empty line.
        flow[-1] += block if flow[-1] else [line for line in block if line != ("", "")]
    return flow


def _rows(columns: Sequence[Sequence[Line]], width: int) -> list[Content]:
    return [
        Content.assemble(*(_cell(column[row] if row < len(column) else ("", ""), width) for column in columns))
        for row in range(max(map(len, columns)))
    ]


def _cell(line: Line, width: int) -> Content:
    keys, words = line
    if keys and not words:
        return Content.styled(keys, "bold") + " " * (width - cell_len(keys))
    gap = " " * max(1, KEYS_WIDTH - cell_len(keys)) if keys else " " * KEYS_WIDTH
    return Content.assemble((keys, "$text-accent"), gap, words, " " * max(0, width - cell_len(keys + gap + words)))
