"""A field that is filled with a guess, until the reader knows better."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.text.clean import clean
from reader.tui.sheets.fields import LineField


class GuessedField(Horizontal):
    """A name, a value, and a sign while the value is a guess."""

    def __init__(self, label: str) -> None:
        super().__init__(classes="guessed")
        self._label = label
        self._guess = ""
        self._field = LineField()
        self._sign = Static("guessed", classes="guessed--sign")

    def compose(self) -> ComposeResult:
        yield Static(self._label, classes="guessed--label")
        yield self._field
        yield self._sign

    def on_mount(self) -> None:
        self._sign.display = False

    @property
    def written(self) -> str | None:
        """What the reader wrote; None: nothing, or what had been guessed."""
        value = clean(self._field.value).text.strip()
        return value if value not in ("", self._guess) else None

    def show_guess(self, guess: str, *, from_file: bool) -> None:
        """Fill in a guess where the reader wrote nothing; what a file says of itself is not known before it is read."""
        untouched = self._field.value == self._guess
        self._guess = guess
        self._field.placeholder = "as it says itself" if from_file else guess
        if untouched:
            self._field.value = guess
        self._show_sign()

    def focus_field(self) -> None:
        """Let the reader write in it."""
        self._field.focus()

    @on(Input.Changed)
    def _show_sign(self) -> None:
        self._sign.display = self._field.value == self._guess != ""
