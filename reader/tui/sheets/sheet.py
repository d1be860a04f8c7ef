"""What all sheets have in common: they rise at the bottom, and the text above stays in view."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.resources import style
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.pieces import Piece

T = TypeVar("T")


class Sheet(ModalScreen[T], Generic[T], inherit_bindings=False):
    """Asks the reader for something; in its text fields no keys of the reading room hold."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [style("sheets")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "leave", show=False),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def keep(self) -> None:
        """Keep what is not saved yet: the program is about to end."""


class SheetTitle(Lines):
    """Says what a sheet asks for, and what it is about."""

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__(id="title")
        self.show((Piece(title, "title"), Piece(f"  {about}", "quiet")) if about else (Piece(title, "title"),))


class KeyLine(Lines):
    """Names the keys of a sheet; what goes wrong stands there until something changes."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(id="keys")
        self._keys = tuple(piece for key, word in keys for piece in (Piece(key, "key"), Piece(f" {word}   ", "quiet")))
        self.show(self._keys)

    def show_error(self, sentence: str) -> None:
        """Say what went wrong."""
        self.show((Piece(sentence, "error"),))

    def show_keys(self) -> None:
        """Name the keys again."""
        self.show(self._keys)
