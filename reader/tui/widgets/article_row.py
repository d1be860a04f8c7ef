"""One article of a list, as it is drawn: its signs, its title, and what else there is room for, in columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.model.span import Span
from reader.model.value import Value
from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl, widen
from reader.tui.widgets.pieces import Piece, Pieces, fit, in_line

if TYPE_CHECKING:
    from reader.model.listing import Row

SIGNS = 5
"""Cells left of the title: selected, unread, starred or archived, watched, and a blank."""

COPIES, NOTES, DATE = 5, 4, 12
"""Cells of these columns, with the blanks before them."""

INDENT = 2
"""Cells by which the copies of a story stand further right than the first of it."""

TAGGED_FROM = 108
"""Cells of a row from which on there is room for tags."""

LONGEST = 1000
"""Code points of a title or passage that are looked at."""


class Columns(Value, frozen=True):
    """Cells of each column; 0: there is none."""

    title: int
    source: int
    tags: int
    date: int


class Found(Value, frozen=True):
    """Where in an article the words of a query stand."""

    text: str
    """Some of the article."""
    hits: tuple[Span, ...]
    """The words, in offsets of `text`."""
    span: Span
    """The same stretch in the article."""


def columns(width: int, *, dated: bool) -> Columns:
    """The columns of rows of so many cells; `dated`: each row tells its date."""
    source = 14 if width < 84 else 21
    tags = 0 if width < TAGGED_FROM else min(26, width // 6)
    date = DATE if dated else 0
    return Columns(max(10, width - SIGNS - COPIES - source - NOTES - tags - date - 1), source, tags, date)


def row_pieces(row: "Row", sizes: Columns, *, selected: bool, unfolded: bool, member: str | None) -> Pieces:
    """An article in one line, without the sign of the cursor.

    Args:
        row: what is known of it.
        sizes: of the columns.
        selected: whether the reader selected it.
        unfolded: whether its copies stand below it.
        member: how it differs from the first of its story, where it stands among the copies; else None.
    """
    look = "quiet" if row.is_read else "strong"
    copies = f"{'−' if unfolded else '+'}{row.copies}" if row.copies and member is None else ""
    tags = " ".join(f"#{tag}" for tag in row.tags)
    state = Piece("★", "star") if row.is_starred else Piece("×" if row.is_archived else " ", "quiet")
    return (
        Piece("✓" if selected else " ", "key"),
        Piece(" " if row.is_read else "●", "key"),
        state,
        Piece("* " if row.is_watched else "  ", "star"),
        *_title(row.title, sizes.title, look, member),
        Piece(f"{copies:>{COPIES}}", "quiet"),
        *_cell(row.source or "", sizes.source, "quiet", at_word=False),
        Piece(f"{f'▐{row.notes}' if row.notes else '':>{NOTES}}", "star"),
        *_cell(tags, sizes.tags, "tag"),
        Piece(f"  {row.published or ''}" if sizes.date else "", "quiet"),
    )


def found_pieces(found: Found, cells: int) -> Pieces:
    """The passage with the words that were looked for, in one line: what stands before them gives way."""
    text, hits = found.text[:LONGEST], found.hits
    start = _start(text, hits, cells)
    shown = fit(in_line(text[start:]), cells - (1 if start else 0))
    pieces, at = [Piece("…" if start else "", "quiet")], 0
    for hit in hits:
        first, end = widen(shown, max(0, hit.start - start), max(0, min(hit.end - start, len(shown))))
        if at <= first < end:
            pieces += [Piece(shown[at:first], "quiet"), Piece(shown[first:end], "hit")]
            at = end
    return _apart((*pieces, Piece(shown[at:], "quiet")), found.text)


def _start(text: str, hits: Sequence[Span], cells: int) -> int:
    """Where to begin a passage, so that its first hit is in sight with some words before it."""
    if not hits or cell_len(in_line(text[: hits[0].end])) < cells:
        return 0
    near = max(0, hits[0].start - cells // 3)
    return text.find(" ", near, hits[0].start) + 1 or hits[0].start


def _title(title: str, cells: int, look: str, member: str | None) -> Pieces:
    if member is None:
        return _cell(title, cells, look, gap=0)
    return (
        Piece(f"{'└ ':>{INDENT + 2}}{member}  ", "quiet"),
        *_cell(title, cells - INDENT - 4 - len(member), look, gap=0),
    )


def _cell(text: str, cells: int, look: str, *, gap: int = 2, at_word: bool = True) -> Pieces:
    """A text in a column, behind a gap."""
    if not cells:
        return ()
    shown = fit(in_line(text[:LONGEST]), cells - gap, at_word=at_word)
    return _apart(
        (Piece(" " * gap, look), Piece(shown, look), Piece(" " * (cells - gap - cell_len(shown)), look)), shown
    )


def _apart(pieces: Pieces, text: str) -> Pieces:
    """Pieces of a text, kept in their place from what stands beside them where a terminal orders the text itself."""
    if not has_rtl(text):
        return pieces
    mark = Piece(LEFT_TO_RIGHT_MARK)
    return (mark, *pieces, mark)
