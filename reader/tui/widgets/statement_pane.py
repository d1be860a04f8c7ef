"""Who said what, as the article tells it."""

from reader.tui.widgets.item_pane import Item, ItemPane, remark
from reader.tui.widgets.wrapped import wrapped_lines


class StatementPane(ItemPane, inherit_bindings=False):
    """Lists statements by who makes them."""

    def __init__(self) -> None:
        super().__init__(id="statements")
        self.border_title = "Statements"
        self._state = ""

    @property
    def count(self) -> int:
        """How many statements are in it."""
        return 0

    def show(self, state: str) -> None:
        """Show statements, and in a few words what is under way."""
        self._state = state
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        return [remark(wrapped_lines(self._state or "No statements found.", width))]
