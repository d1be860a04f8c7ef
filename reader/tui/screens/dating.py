"""What happened when, beside the text."""

from typing import TYPE_CHECKING

from reader.tui.widgets.date_pane import DatePane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom


class Dating:
    """Shows the dates of the open article."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self.pane = DatePane()

    def show(self) -> None:
        """Show what is known now of the open article."""
        self.pane.show(self._room.furniture.analysing.state)
