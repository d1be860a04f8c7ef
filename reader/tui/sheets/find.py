"""The line to find words in."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from reader.text.clean import clean
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.sheet import Sheet

KEYS = (("Enter", "$text-accent"), " keep   ", ("Esc", "$text-accent"), " clear")


class FindLine(Sheet[str]):
    """Tells what is typed at once; closes with it, or with None on Esc."""

    def __init__(self, initial: str = "", *, on_typed: Callable[[str], None]) -> None:
        super().__init__()
        self._field = LineField()
        self._initial = initial
        self._on_typed = on_typed

    def compose(self) -> ComposeResult:
        with Horizontal(classes="prompt"):
            yield Static("/", classes="prompt--sign")
            yield self._field
            yield Static(Content.assemble(*KEYS), classes="prompt--keys")

    def on_mount(self) -> None:
        self._field.focus()
        self._field.value = self._initial
        # The words of last time are there to be taken again, or typed over.
        self._field.select_all()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._on_typed(clean(self._field.value).text)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.dismiss(clean(self._field.value).text)
