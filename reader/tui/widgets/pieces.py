"""Runs of text that the lines and panes around the article are made of."""

from bisect import bisect_right

from rich.cells import cell_len

from reader.model.value import Value
from reader.text.guard import guard


class Piece(Value, frozen=True):
    """A run of text in one style."""

    text: str
    look: str = "plain"
    """Name of a look."""


Pieces = tuple[Piece, ...]


def in_line(text: str) -> str:
    """`text` as it may stand in one line of the screen, one code point for one: safe, tabs and newlines as blanks."""
    return guard(text).replace("\t", " ").replace("\n", " ")


def fit(text: str, cells: int, *, at_word: bool = True) -> str:
    """`text` in at most so many cells, cut with an ellipsis: at a word, or wherever there is no more room."""
    if cell_len(text) <= cells:
        return text
    # A longer beginning takes as many cells or more.
    end = bisect_right(range(len(text)), cells - 1, key=lambda end: cell_len(text[:end])) - 1
    kept = text[: max(0, end)]
    if not at_word:
        return kept.rstrip() + "…"
    whole = kept.rstrip().rpartition(" ")[0] if text[len(kept) : len(kept) + 1].strip() else kept.rstrip()
    return (whole or kept) + "…"
