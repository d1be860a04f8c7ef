"""The line to write a name in."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from reader.text.clean import clean
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.sheet import Sheet

KEYS = (("Enter", "$text-accent"), " keep   ", ("Esc", "$text-accent"), " leave")


class NameLine(Sheet[str]):
    """Asks for a name; closes with it, or with None.

    Args:
        asked: what the name is for, as the beginning of the line.
        initial: a name to begin with.
    """

    def __init__(self, asked: str, initial: str = "") -> None:
        super().__init__()
        self._asked = asked
        self._initial = initial
        self._field = LineField()

    def compose(self) -> ComposeResult:
        with Horizontal(classes="prompt"):
            yield Static(Content(self._asked), classes="prompt--asked")
            yield self._field
            yield Static(Content.assemble(*KEYS), classes="prompt--keys")

    def on_mount(self) -> None:
        self._field.focus()
        self._field.value = self._initial
        self._field.select_all()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.dismiss(" ".join(clean(self._field.value).text.split()) or None)
