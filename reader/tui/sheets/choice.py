"""One of a few."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from reader.model.value import Value
from reader.tui.sheets.rows import Row, Rows
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle

KEYS = (("j k", "choose"), ("Enter", "take"), ("Esc", "leave"))


class Option(Value, frozen=True):
    """What can be chosen, and a few words on it."""

    id: str
    label: str
    hint: str = ""


class ChoiceSheet(Sheet[str]):
    """Lists options; closes with the id of the chosen one, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down,tab", "move(1)", show=False),
        Binding("k,up,shift+tab", "move(-1)", show=False),
        Binding("g,home,pageup", "move(-1000)", show=False),
        Binding("G,end,pagedown", "move(1000)", show=False),
        Binding("enter,space,ctrl+s", "take", show=False),
        Binding("q", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        current: str,
        *,
        on_highlighted: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._current = current
        self._on_highlighted = on_highlighted
        self._rows = Rows(can_focus=True)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield SheetTitle(self._title)
            yield self._rows
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        rows = [Row(option.id, option.label, option.hint, option.id == self._current) for option in self._options]
        self._rows.show_rows(rows, next((number for number, row in enumerate(rows) if row.marked), 0))
        self._rows.focus()

    def action_move(self, step: int) -> None:
        """Move the cursor, and tell where it is now."""
        before = self._rows.current
        self._rows.move(step)
        row = self._rows.current
        if self._on_highlighted is not None and row is not None and row is not before:
            self._on_highlighted(row.id)

    @on(Rows.Chosen)
    def action_take(self) -> None:
        """Close with the option under the cursor."""
        row = self._rows.current
        self.dismiss(row.id if row else None)
