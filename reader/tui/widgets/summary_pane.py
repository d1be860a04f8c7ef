"""The summary: sentences of the article in its own order, each with its number."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from reader.model.span import Span
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.pieces import Piece, Pieces, in_line
from reader.tui.widgets.wrapped import wrapped_lines

if TYPE_CHECKING:
    from reader.text.omissions import Omission

NUMBER_WIDTH = 4
"""Cells for a sentence's number and the space behind it."""

SINGULAR = {
    "parties": "party",
    "speakers": "speaker",
    "statements": "statement",
    "figures": "figure",
    "negations": "negation",
}
"""What is left out, where it is one."""


class SummaryPane(ItemPane, inherit_bindings=False):
    """Shows the chosen sentences whole; what does not fit scrolls."""

    def __init__(self) -> None:
        super().__init__(id="summary")
        self._text = ""
        self._chosen: tuple[Span, ...] = ()
        self._total = 0
        self._state = ""
        self._about = ""
        self._omissions: Sequence[Omission] | None = None
        self._leads: Mapping[Span, Span] = {}
        self._added: frozenset[Span] = frozenset()
        self._is_unfolded = False

    @property
    def count(self) -> int:
        """How much is in it."""
        return len(self._chosen)

    def show(self, text: str, chosen: Sequence[Span], total: int, state: str, about: str = "") -> None:
        """Show the `chosen` of `total` sentences of a text, what is under way, and whom they are about (empty: all)."""
        if (text, tuple(chosen)) != (self._text, self._chosen):
            self._omissions, self._leads = None, {}  # of other sentences
        self._text, self._chosen, self._total, self._state = text, tuple(chosen), total, state
        self._about = about
        self.rebuild()

    def audit(self, omissions: "Sequence[Omission]", leads: Mapping[Span, Span], added: frozenset[Span]) -> None:
        """Tell what the summary leaves out, and what belongs to it.

        Args:
            omissions: what stands in the article only.
            leads: by a chosen sentence, the one without which it cannot be understood.
            added: sentences that the reader put in.
        """
        self._omissions, self._leads, self._added = omissions, leads, added
        self.rebuild()

    def next(self) -> None:
        """Move the cursor to the next sentence; behind the last one, show what is left out."""
        before = self._cursor
        super().next()
        if self._cursor == before:
            self._scroll_to_end()

    def last(self) -> None:
        """Move the cursor to the last sentence, and show what is left out."""
        super().last()
        self._scroll_to_end()

    def _scroll_to_end(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def toggle_omissions(self) -> None:
        """List what is left out, the cursor on the first of it, or only tell how much it is."""
        self._is_unfolded = not self._is_unfolded
        self.rebuild()
        self.lay_out()
        if self._is_unfolded and self._omissions:
            self.point_at(self._omissions[0].span)

    def omission_at(self, target: object) -> "Omission | None":
        """What is left out under the cursor."""
        return next((one for one in self._omissions or () if one.span == target), None)

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
            marks = [f"{number:>2}{'+' if span in self._added else ' '} "] + [" " * NUMBER_WIDTH] * (len(lines) - 1)
            shown = [(Piece(m, "quiet"), Piece(t)) for m, t in zip(marks, lines, strict=True)]
            items += [Item((*self._lead(span, width), *shown), span), BLANK]
        if self._state:
            return [*items, remark(wrapped_lines(self._state, width))]
        return [*items, *self._audit_items(width)] if self._omissions is not None and items else items[:-1]

    def _lead(self, span: Span, width: int) -> list[Pieces]:
        """The sentence that a chosen one leans on, above it and dim."""
        if span not in self._leads:
            return []
        words = " ".join(self._leads[span].of(self._text).split())
        lines = wrapped_lines(in_line(words), width - NUMBER_WIDTH)
        return [(Piece(" " * NUMBER_WIDTH), Piece(line, "quiet")) for line in lines]

    def _audit_items(self, width: int) -> list[Item]:
        """How much is left out, and each thing where the reader wants to see it."""
        omissions = self._omissions or ()
        counts = Counter(str(one.kind) for one in omissions)
        told = ", ".join(f"{count} {SINGULAR[kind] if count == 1 else kind}" for kind, count in counts.items())
        if not told:
            return [remark(wrapped_lines("Leaves out nothing that was found.", width))]
        items = [remark(wrapped_lines(f"Leaves out {told}." + ("" if self._is_unfolded else " o lists them."), width))]
        if self._is_unfolded:
            for kind in counts:
                items += [BLANK, heading(kind.capitalize())]
                items += [self._omission(one, width) for one in omissions if one.kind == kind]
        return items

    def _omission(self, omission: "Omission", width: int) -> Item:
        lines = wrapped_lines(in_line(omission.what), width - NUMBER_WIDTH)
        return Item(tuple((Piece(" " * NUMBER_WIDTH), Piece(line)) for line in lines), omission.span)

    def _update_title(self) -> None:
        count = f" · {len(self._chosen)} of {self._total}" if self._chosen else ""
        below = " ↓" if self.scroll_offset.y < self.max_scroll_y else ""
        left_out = f" · {len(self._omissions)} left out" if self._omissions else ""
        about = f" · on {in_line(self._about)}" if self._about else ""
        title = f"Summary{about}{count}{left_out}{below}"
        if cell_len(title) > self.size.width:
            title = f"Summary{about}{count}{below}"
        content = Content(title)  # a name is data, and no markup
        if content.markup != self.border_title:
            self.border_title = content

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._update_title()
