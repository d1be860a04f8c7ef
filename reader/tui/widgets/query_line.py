"""The line to look for articles in."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.text.clean import clean
from reader.tui.sheets.fields import LineField
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.pieces import Piece, in_line

KEYS = (("Enter", "$text-accent"), " to the list   ", ("Esc", "$text-accent"), " clear")

PLACEHOLDER = 'words  "a phrase"  -not  OR  source:  title:  tag:  is:unread  after:7d'

if TYPE_CHECKING:
    from reader.errors import QueryError

SIGN = 3
"""Cells left of what is typed."""


class QueryField(LineField):
    """What is typed; moving keys that mean nothing here move in the list below."""

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted words for the query, not for a new article."""
        event.stop()
        super().on_paste(event)


class QueryLine(Vertical):
    """Takes a query, and points at the place where it cannot be understood."""

    class Typed(Message):
        """The query is another."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.words = query

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, QueryLine.Typed)

    class Entered(Message):
        """The reader goes to what was found."""

    def __init__(self) -> None:
        super().__init__(id="query")
        self._field = QueryField(placeholder=PLACEHOLDER)
        self._error = Lines(id="query-error")

    def compose(self) -> ComposeResult:
        with Horizontal(id="query-row"):
            yield Static("f", id="query-sign")
            yield self._field
            yield Static(Content.assemble(*KEYS), id="query-keys")
        yield self._error

    def open(self, query: str) -> None:
        """Let the reader type, with the query of last time to go on from, or to be typed over."""
        self.display = True
        with self._field.prevent(Input.Changed):
            self._field.value = query
        self._field.select_all()
        self._field.focus()

    @property
    def is_typing(self) -> bool:
        """Whether the field has the focus."""
        return self._field.has_focus

    @property
    def text(self) -> str:
        """What is typed, made safe."""
        return clean(self._field.value).text

    def close(self) -> None:
        """The query stands in the lines above the list from now on."""
        self.display = False

    def show_error(self, error: "QueryError | None") -> None:
        """Say what is wrong with the query, below the place where it is; None: nothing is any more."""
        if error is None:
            self._error.show_lines(())
            return
        sentence, at = str(error), error.at
        cells = SIGN - 1 + cell_len(in_line(self.text[:at]))
        room = self.size.width - cells - 2
        if cell_len(sentence) <= room:
            self._error.show((Piece(" " * cells), Piece("↑ ", "error"), Piece(sentence, "error")))
        else:
            blanks = " " * max(0, cells - cell_len(sentence) - 1)
            self._error.show((Piece(blanks), Piece(f"{sentence} ", "error"), Piece("↑", "error")))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.text))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())
