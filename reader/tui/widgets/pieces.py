"""Runs of text that the lines and panes around the article are made of."""

from rich.cells import cell_len

from reader.model.value import Value


class Piece(Value, frozen=True):
    """A run of text in one style."""

    text: str
    look: str = "plain"
    """Name of a look."""


Pieces = tuple[Piece, ...]


def fit(text: str, cells: int) -> str:
    """`text` in at most so many cells, cut at a word with an ellipsis."""
    if cell_len(text) <= cells:
        return text
    kept = text
    while kept and cell_len(kept) > cells - 1:
        kept = kept[:-1]
    at_word = kept.rstrip().rpartition(" ")[0] if text[len(kept) : len(kept) + 1].strip() else kept.rstrip()
    return (at_word or kept) + "…"
