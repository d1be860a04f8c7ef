"""The command line: any act by its name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.actions import Action
from reader.errors import UsageError
from reader.text.clean import clean
from reader.tui.sheets.command_words import Command, CommandWords
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.rows import Row, Rows
from reader.tui.sheets.sheet import KeyLine, Sheet

__all__ = ["Command", "CommandLine"]

KEYS = (("Enter", "run"), ("Tab", "complete"), ("↓", "choose"), ("↑", "earlier"), ("Esc", "leave"))


class CommandLine(Sheet[Command]):
    """Takes a command; one that does not exist is answered with the nearest that does, and the line stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(
        self, actions: Iterable[Action], arguments: Mapping[str, Sequence[str]], history: list[str] | None = None
    ) -> None:
        """A line for these actions.

        Args:
            actions: what can be done.
            arguments: the words that may stand behind an action, by its id.
            history: what was run before, the last at its end; grows by what is run here.
        """
        super().__init__()
        self._words = CommandWords(actions, arguments)
        self._history = [] if history is None else history
        self._ago = 0
        self._field = LineField()
        self._rows = Rows()
        self._keys = KeyLine(KEYS)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            with Horizontal(classes="prompt"):
                yield Static(":", classes="prompt--sign")
                yield self._field
            yield self._rows
            yield self._keys

    def on_mount(self) -> None:
        self._field.focus()

    def action_move(self, step: int) -> None:
        """Move through what the words may become; above it, through what was run before."""
        if self._rows.cursor is None and (step < 0 or self._ago):
            self._recall(self._ago - step)
        elif self._rows.cursor == 0 and step < 0:
            self._rows.release()
        else:
            self._rows.move(step)

    def action_complete(self) -> None:
        """Write out what the words may become."""
        row = self._rows.current or self._rows.first
        if row is not None:
            self._write(row.id)

    def _recall(self, ago: int) -> None:
        self._ago = max(0, min(ago, len(self._history)))
        self._write(self._history[-self._ago] if self._ago else "")

    def _write(self, words: str) -> None:
        self._field.value = words
        self._field.action_end()

    @on(Input.Changed)
    def _typed(self) -> None:
        offered = self._words.completions(self._field.value)
        self._rows.show_rows([Row(words, words, title) for words, title in offered], None)
        self._keys.show_keys()

    @on(Rows.Chosen)
    @on(Input.Submitted)
    def _run(self) -> None:
        row = self._rows.current
        typed = clean(row.id if row else self._field.value).text.strip()
        if not typed:
            self.dismiss(None)
            return
        try:
            command = self._words.parse(typed)
        except UsageError as error:
            self._keys.show_error(str(error))
        else:
            self._history.append(typed)
            self.dismiss(command)
