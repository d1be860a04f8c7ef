"""The summary: sentences of the article in its own order, each with its number."""

from collections.abc import Sequence

from reader.model.span import Span
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece
from reader.tui.widgets.wrapped import wrapped_lines

NUMBER_WIDTH = 4
"""Cells for a sentence's number and the space behind it."""


class SummaryPane(ItemPane, inherit_bindings=False):
    """Shows the chosen sentences whole; what does not fit scrolls."""

    def __init__(self) -> None:
        super().__init__(id="summary")
        self._text = ""
        self._chosen: tuple[Span, ...] = ()
        self._total = 0
        self._state = ""

    @property
    def count(self) -> int:
        """How much is in it."""
        return len(self._chosen)

    def show(self, text: str, chosen: Sequence[Span], total: int, state: str) -> None:
        """Show the `chosen` of `total` sentences of a text, and in a few words what is under way."""
        self._text, self._chosen, self._total, self._state = text, tuple(chosen), total, state
        self.rebuild()

    def rebuild(self) -> None:
        super().rebuild()
        self._update_title()

    def lay_out(self) -> None:
        super().lay_out()
        self._update_title()

    def build(self, width: int) -> list[Item]:
        items: list[Item] = []
        for number, span in enumerate(self._chosen, 1):
            lines = wrapped_lines(" ".join(span.of(self._text).split()), width - NUMBER_WIDTH)
            marks = [f"{number:>2}  "] + [" " * NUMBER_WIDTH] * (len(lines) - 1)
            items += [
                Item(tuple((Piece(m, "quiet"), Piece(t)) for m, t in zip(marks, lines, strict=True)), span),
                BLANK,
            ]
        return [*items, remark(wrapped_lines(self._state, width))] if self._state else items[:-1]

    def _update_title(self) -> None:
        count = f" · {len(self._chosen)} of {self._total}" if self._chosen else ""
        below = " ↓" if self.scroll_offset.y < self.max_scroll_y else ""
        title = f"Summary{count}{below}"
        if title != self.border_title:
            self.border_title = title

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._update_title()
