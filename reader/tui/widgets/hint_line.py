"""The line that greets a reader whose library holds only the sample article."""

from reader.desk.desk import Opening
from reader.tui.widgets.item_pane import Piece
from reader.tui.widgets.one_line import OneLine


class HintLine(OneLine):
    """Stands above the sample article until there is a second one."""

    def __init__(self) -> None:
        super().__init__(id="hint")

    def show_hint(self, opening: Opening) -> None:
        """Show or hide the line for the article that opens."""
        self.display = opening.is_sample and opening.count == 1
        self.show(
            (
                Piece("This is a sample article. ", "quiet"),
                Piece("i", "key"),
                Piece(" adds your own, ", "quiet"),
                Piece("?", "key"),
                Piece(" shows all keys.", "quiet"),
            )
        )
