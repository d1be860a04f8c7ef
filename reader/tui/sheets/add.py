"""Adding articles: a pasted text, or files, folders and addresses, and what is known about them."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, TextArea

from reader.errors import DiploreaderError
from reader.model.value import Value
from reader.tui.sheets.given import GivenText, LongText
from reader.tui.sheets.guessed_field import GuessedField
from reader.tui.sheets.pasted import looks_like_a_path, looks_like_an_address, named_places
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle

GUESS_SECONDS = 0.3
"""How long the reader pauses before title, source and date are guessed."""

KEYS = (("ctrl+s", "add"), ("Tab", "next field"), ("Esc", "leave"))


class AddGuess(Value, frozen=True):
    """What a text seems to say of itself."""

    title: str = ""
    source: str | None = None
    published: date | None = None


class AddRequest(Value, frozen=True):
    """What is to be added; None where the reader left a guess as it was."""

    text: str | None
    places: tuple[str, ...]
    """Given instead of a text: files, folders, patterns, addresses."""
    title: str | None
    source: str | None
    published: date | None


class AddSheet(Sheet[AddRequest]):
    """Takes a text or names of places; title, source and date are guessed, and the reader's to change."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "add", show=False)]

    def __init__(self, pasted: str = "", *, guess: Callable[[str], AddGuess]) -> None:
        super().__init__()
        self._guess = guess
        self._text = GivenText()
        self._long = LongText()
        self._title = GuessedField("Title")
        self._source = GuessedField("Source")
        self._date = GuessedField("Date")
        self._keys = KeyLine(KEYS)
        self._pause: Timer | None = None
        self._leaving = False
        self._pasted = pasted

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield SheetTitle("Add", "a text, a file, a folder or an address")
            yield self._text
            yield self._long
            yield self._title
            yield self._source
            yield self._date
            yield self._keys

    def on_mount(self) -> None:
        self._long.display = False
        self._text.focus()
        if self._pasted:
            self._text.take(self._pasted)
            # What was pasted is seen from its beginning, and Enter adds it.
            self._text.move_cursor((0, 0))
            self._title.focus_field()

    @property
    def _given(self) -> str:
        return self._long.text or self._text.text

    # Guessing.

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        self._changed()
        if self._pause is None:
            self._pause = self.set_timer(GUESS_SECONDS, self._paused)
        else:
            self._pause.reset()

    @on(GivenText.TooLong)
    def _set_aside(self, event: GivenText.TooLong) -> None:
        """Show only the beginning of a text that would be slow to edit here."""
        self._long.show(event.text)
        moved = self._text.has_focus
        self._text.display, self._long.display = False, True
        if moved:
            self._long.focus()
        self._paused()

    @on(LongText.Deleted)
    def _take_back(self) -> None:
        self._text.display, self._long.display = True, False
        self._text.focus()
        self._paused()

    def _paused(self) -> None:
        self._pause = None
        self.run_worker(self._show_guess(self._given), group="guess", exclusive=True, exit_on_error=False)

    async def _show_guess(self, given: str) -> None:
        from_file = looks_like_a_path(given) or looks_like_an_address(given)
        guess = AddGuess()
        if given.strip() and not from_file:
            try:
                guess = await asyncio.to_thread(self._guess, given)
            except DiploreaderError:
                # What is wrong with the text is said when it is to be added.
                guess = AddGuess()
        self._title.show_guess(guess.title, from_file=from_file)
        self._source.show_guess(guess.source or "", from_file=from_file)
        self._date.show_guess(guess.published.isoformat() if guess.published else "", from_file=from_file)

    # Closing.

    def action_leave(self) -> None:
        """Close; what is written is let go only when asked twice."""
        if self._leaving or not self._given.strip():
            self.dismiss(None)
        else:
            self._leaving = True
            self._keys.show_error("Not added yet: ctrl+s adds it, Esc again lets it go.")

    @on(Input.Submitted)
    @on(GivenText.Entered)
    @on(LongText.Entered)
    def action_add(self) -> None:
        """Close with what is to be added, if it can be."""
        self._leaving = False
        self.run_worker(self._add(), group="add", exclusive=True)

    async def _add(self) -> None:
        given = self._given
        written = self._date.written
        try:
            published = date.fromisoformat(written) if written else None
        except ValueError:
            self._keys.show_error("Write the date as year, month and day: 2023-11-08.")
            self._date.focus_field()
            return
        places = await asyncio.to_thread(named_places, given)
        if wrong := self._what_is_wrong(given, places):
            self._keys.show_error(wrong)
        else:
            text = None if places else given
            self.dismiss(AddRequest(text, places, self._title.written, self._source.written, published))

    def _what_is_wrong(self, given: str, places: tuple[str, ...]) -> str:
        if not given.strip():
            return "There is nothing to add yet: paste a text, or write a path or an address."
        if not places and looks_like_a_path(given):
            return f"There is no file or folder {given.strip()}"
        return ""

    @on(Input.Changed)
    def _changed(self) -> None:
        self._leaving = False
        self._keys.show_keys()
