"""What happened when, beside the text."""

from typing import TYPE_CHECKING

from reader.model.span import Span
from reader.tui.widgets.date_pane import DatePane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom


class Dating:
    """Shows the dates of the open article."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self.pane = DatePane()
        self._is_marking = False

    def show(self) -> None:
        """Show what is known now of the open article."""
        analysing = self._room.furniture.analysing
        self.pane.show(self._room.article, analysing.analysis, analysing.state)

    def moved(self) -> None:
        """Mark the words under the cursor in the text."""
        event = self.pane.event
        self._is_marking = event is not None
        self._room.text.set_told([(event.dated.words.span, "cue")] if event else [])

    def left(self) -> None:
        """Let the words stand out no longer."""
        if self._is_marking:
            self._is_marking = False
            self._room.text.set_told([])

    @property
    def passage(self) -> Span | None:
        """The sentence under the cursor."""
        return self.pane.passage

    def quotation(self) -> str | None:
        """The sentence under the cursor with its days, and where it is told."""
        from reader.export.dated import dated

        event = self.pane.event
        return dated(self._room.article, event) if event else None
