"""The keys of the focused pane, what was just done, and how far one has read."""

from textual.timer import Timer

from reader.actions import Place, footer_words
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.pieces import Piece

MESSAGE_SECONDS = 4.0

GAP = "   "
"""Between two keys with their words."""

EDGES = 3
"""Blank cells at the ends of the line and in its middle."""


class BottomLine(Lines):
    """The line at the bottom of the reading room."""

    def __init__(self) -> None:
        super().__init__(id="bottom")
        self._place = Place.ARTICLE
        self._message: Piece | None = None
        self._stays = False
        self._percent: int | None = None
        self._state = ""
        self._forget: Timer | None = None

    def show_keys(self, place: Place) -> None:
        """Show the keys that matter in a pane."""
        self._place = place
        self._draw()

    def show_message(self, text: str, *, error: bool = False) -> None:
        """Say what was done; an error stays until the next key."""
        self._stop_timer()
        self._message, self._stays = Piece(text, "error" if error else "plain"), error
        if not error:
            self._forget = self.set_timer(MESSAGE_SECONDS, self.clear_message)
        self._draw()

    def key_was_pressed(self) -> None:
        """Let go of an error that has been seen."""
        if self._stays:
            self.clear_message()

    def clear_message(self) -> None:
        """Show the keys again."""
        self._stop_timer()
        self._message, self._stays = None, False
        self._draw()

    def show_position(self, percent: int) -> None:
        """Show how much of the text lies above the end of the pane."""
        self._percent = percent
        self._draw()

    def show_state(self, state: str) -> None:
        """Show a word on what is kept: `saved ✓`, or what is under focus."""
        self._state = state
        self._draw()

    def _stop_timer(self) -> None:
        if self._forget is not None:
            self._forget.stop()
            self._forget = None

    def _draw(self) -> None:
        percent = "" if self._percent is None else f"{self._percent:>3}%"
        right = (Piece(f"{self._state}   ", "quiet"), Piece(percent, "quiet"))
        if self._message is not None:
            self.show((self._message,), right)
            return
        self.show(self._keys(self.size.width - sum(len(piece.text) for piece in right) - EDGES), right)

    def _keys(self, room: int) -> tuple[Piece, ...]:
        """Keys and words that have room; the last, help, always has."""
        *words, last = footer_words(self._place)
        room -= _width(last)
        pieces: list[Piece] = []
        for key, word in words:
            room -= _width((key, word))
            if room < 0:
                break
            pieces += _pieces(key, word)
        return (*pieces, *_pieces(*last))

    def on_resize(self) -> None:
        self._draw()


def _pieces(key: str, word: str) -> tuple[Piece, Piece]:
    return Piece(key, "key"), Piece(f" {word}{GAP}", "quiet")


def _width(words: tuple[str, str]) -> int:
    return sum(len(piece.text) for piece in _pieces(*words))
