"""A quote alone on the screen, to be selected by hand."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import style
from reader.text.guard import guard


class QuoteScreen(ModalScreen[None], inherit_bindings=False):
    """Shows a text and nothing beside it; any key closes."""

    CSS_PATH = style("sheets")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Static(Content("\n".join(guard(line) for line in self._text.split("\n"))), id="quote")
        yield Static("Shift and the mouse select in most terminals; any key goes back.", id="quote-keys")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss(None)
