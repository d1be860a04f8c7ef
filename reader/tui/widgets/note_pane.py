"""The reader's marks on this article, in text order."""

from collections.abc import Sequence
from uuid import UUID

from textual.content import Content

from reader.model.mark import Mark, MarkKind
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece, Pieces, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

LETTERS = {MarkKind.NOTE: "a", MarkKind.HIGHLIGHT: "h", MarkKind.TAGS: "t"}
"""Letters of the kinds of marks, here and in the margin of the text."""

LETTER_WIDTH = 3
QUOTE_LINES = 2


class NotePane(ItemPane, inherit_bindings=False):
    """Lists marks: the passage, what the reader wrote, and tags."""

    def __init__(self) -> None:
        super().__init__(id="notes")
        self._marks: tuple[Mark, ...] = ()
        self._lost: frozenset[UUID] = frozenset()

    @property
    def count(self) -> int:
        """How much is in it."""
        return len(self._listed())

    def show(self, marks: Sequence[Mark], lost: frozenset[UUID]) -> None:
        """Show marks; the `lost` ones no longer find their passage."""
        self._marks, self._lost = tuple(marks), lost
        tags = [tag for mark in marks if mark.anchor is None and mark.kind is MarkKind.TAGS for tag in mark.tags]
        count = f" · {len(listed)}" if (listed := self._listed()) else ""
        title = f"Notes{count}" + (f" · {' '.join('#' + tag for tag in tags)}" if tags else "")
        self.border_title = Content(in_line(title))  # a str would be read as markup
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        listed = self._listed()
        if not listed:
            return [remark(wrapped_lines("No notes yet. a writes one on this sentence, A on the article.", width))]
        return [item for mark in listed for item in (Item(self._lines(mark, width), mark.id), BLANK)][:-1]

    def _listed(self) -> list[Mark]:
        return [mark for mark in self._marks if mark.anchor is not None or mark.kind is MarkKind.NOTE]

    def _lines(self, mark: Mark, width: int) -> tuple[Pieces, ...]:
        room = width - LETTER_WIDTH
        lines: list[tuple[Piece, ...]] = []
        quote = "on the article" if mark.anchor is None else " ".join(mark.anchor.exact.split())
        quoted = wrapped_lines(quote, room)
        if len(quoted) > QUOTE_LINES:
            quoted = [*quoted[: QUOTE_LINES - 1], fit(" ".join(quoted[QUOTE_LINES - 1 :]), room)]
        lines += [(Piece(line, "quiet" if mark.anchor is None else "quote"),) for line in quoted]
        if mark.id in self._lost:
            lines += [(Piece(line, "quiet"),) for line in wrapped_lines("The text has changed here.", room)]
        lines += [(Piece(line),) for part in mark.body.splitlines() for line in wrapped_lines(part, room)]
        if mark.tags:
            lines += [(Piece(line, "tag"),) for line in wrapped_lines(" ".join(f"#{tag}" for tag in mark.tags), room)]
        letter = Piece(f"{LETTERS[mark.kind]:<{LETTER_WIDTH}}", "quiet")
        indent = Piece(" " * LETTER_WIDTH)
        return tuple((letter if number == 0 else indent, *line) for number, line in enumerate(lines))
