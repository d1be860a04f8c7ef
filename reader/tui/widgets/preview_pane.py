"""What is known of an article before it is opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.words import reading_minutes
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.pieces import Piece
from reader.tui.widgets.wrapped import wrapped_lines

if TYPE_CHECKING:
    from reader.desk.previews import Preview

NUMBER_WIDTH = 4
"""Cells for a sentence's number and the space behind it."""


class PreviewPane(ItemPane, inherit_bindings=False):
    """Shows title and facts of an article, its summary or its opening, and what the reader wrote on it."""

    def __init__(self) -> None:
        super().__init__(id="preview")
        self.border_title = "Preview"
        self._preview: Preview | None = None
        self._state = ""

    @property
    def count(self) -> int:
        """How much is in it."""
        return int(self._preview is not None)

    def show(self, preview: "Preview | None", state: str = "") -> None:
        """Show an article, or in a few words why there is none."""
        if (preview, state) != (self._preview, self._state):
            other = preview is None or self._preview is None or preview.article.id != self._preview.article.id
            self._preview, self._state = preview, state
            if other:
                self.scroll_to(y=0, animate=False)
            self.rebuild()

    def build(self, width: int) -> Sequence[Item]:
        preview = self._preview
        if preview is None:
            return [remark(wrapped_lines(self._state, width))] if self._state else []
        said = "Summary" if preview.is_summary else "Not analysed yet. It begins:"
        items = [
            _lines(preview.article.title, width, "strong"),
            _lines(_facts(preview), width, "quiet"),
            *(_lines(line, width, "quiet") for line in preview.origins),
        ]
        if preview.tags:
            items.append(_lines(" ".join(f"#{tag}" for tag in preview.tags), width, "tag"))
        items += [BLANK, heading(said)]
        for number, sentence in enumerate(preview.sentences, 1):
            items += [_numbered(number if preview.is_summary else None, sentence, width), BLANK]
        if preview.notes:
            items.append(heading("Notes"))
            items += [_marked(note, width) for note in preview.notes]
        return items


def _facts(preview: "Preview") -> str:
    article, words = preview.article, preview.words
    facts = (
        article.source,
        article.author,
        article.published.isoformat() if article.published else None,
        f"{words:,} {'word' if words == 1 else 'words'}",
        f"{reading_minutes(words)} min",
        None if article.language == "en" else article.language,
    )
    return " · ".join(filter(None, facts))


def _lines(text: str, width: int, look: str) -> Item:
    return Item(tuple((Piece(line, look),) for line in wrapped_lines(" ".join(text.split()), width)))


def _numbered(number: int | None, sentence: str, width: int) -> Item:
    indent = 0 if number is None else NUMBER_WIDTH
    lines = wrapped_lines(" ".join(sentence.split()), width - indent)
    marks = ["" if number is None else f"{number:>2}  "] + [" " * indent] * (len(lines) - 1)
    return Item(tuple((Piece(mark, "quiet"), Piece(line)) for mark, line in zip(marks, lines, strict=True)))


def _marked(note: str, width: int) -> Item:
    lines = wrapped_lines(" ".join(note.split()), width - 2)
    return Item(tuple((Piece("▐ ", "star"), Piece(line)) for line in lines))
