"""The panes by number, on screens too narrow to show them beside the text."""

from collections.abc import Mapping

from reader.actions import PANES, Place
from reader.tui.widgets.item_pane import Piece
from reader.tui.widgets.one_line import OneLine


class PaneStrip(OneLine):
    """Names the panes, their keys and how much is in them."""

    def __init__(self) -> None:
        super().__init__(id="strip")

    def show_panes(self, focused: Place, counts: Mapping[Place, int]) -> None:
        """Name all panes; the focused one stands out."""
        pieces: list[Piece] = []
        for number, place in enumerate(PANES, 1):
            count = f" ({counts[place]})" if counts.get(place) else ""
            name = f"{number} {place}{count}"
            pieces += [
                Piece(f"[{name}]" if place is focused else f" {name} ", "key" if place is focused else "quiet"),
                Piece(" "),
            ]
        self.show(tuple(pieces))
