"""The lines above the list: what it holds and where one is in it, and the panes by number."""

from reader.actions import LIBRARY_PANES, Place
from reader.tui.widgets.lines import Lines, Sides
from reader.tui.widgets.pieces import Piece, Pieces

NOTHING: Sides = ((), ())


class LibraryLines(Lines):
    """Names the list that is open; where there is no room for panes beside it, names them."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._heading: Pieces = ()
        self._place = ""
        self._progress = ""
        self._panes: Sides | None = None

    def show_list(self, name: str, order: str) -> None:
        """Name the list and its order."""
        self._heading = (Piece(name, "strong"), Piece(f" · {order}", "quiet"))
        self._draw()

    def show_place(self, place: str) -> None:
        """Tell where one is in it."""
        self._place = place
        self._draw()

    def show_progress(self, progress: str) -> None:
        """Tell what comes in."""
        self._progress = progress
        self._draw()

    def show_panes(self, focused: Place | None) -> None:
        """Name all panes, the focused one standing out; None: they are all in sight."""
        self._panes = None if focused is None else (_panes(focused), ())
        self._draw()

    def _draw(self) -> None:
        progress = Piece(f"{self._progress}   " if self._progress else "", "quiet")
        lines = [(self._heading, (progress, Piece(self._place, "quiet")))]
        self.show_lines(lines if self._panes is None else [*lines, self._panes])


def _panes(focused: Place) -> Pieces:
    return tuple(
        Piece(f"[{number} {place}] ", "key") if place is focused else Piece(f" {number} {place}  ", "quiet")
        for number, place in enumerate(LIBRARY_PANES, 1)
    )
