"""What happened when, as the article tells it."""

from reader.tui.widgets.item_pane import Item, ItemPane, remark
from reader.tui.widgets.wrapped import wrapped_lines


class DatePane(ItemPane, inherit_bindings=False):
    """Lists dates in the order of the calendar."""

    def __init__(self) -> None:
        super().__init__(id="dates")
        self.border_title = "Dates"
        self._state = ""

    @property
    def count(self) -> int:
        """How many dates are in it."""
        return 0

    def show(self, state: str) -> None:
        """Show dates, and in a few words what is under way."""
        self._state = state
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        return [remark(wrapped_lines(self._state or "No dates yet.", width))]
