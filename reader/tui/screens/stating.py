"""Who said what, beside the text."""

from typing import TYPE_CHECKING

from reader.tui.widgets.statement_pane import StatementPane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom


class Stating:
    """Shows the statements of the open article."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self.pane = StatementPane()

    def show(self) -> None:
        """Show what is known now of the open article."""
        self.pane.show(self._room.furniture.analysing.state)
