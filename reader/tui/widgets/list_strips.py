"""From what a list holds to what Textual draws, line by line."""

from datetime import datetime

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.model.rank import day_of
from reader.tui.widgets.article_row import SIGNS, Columns, columns, found_pieces, row_pieces
from reader.tui.widgets.days import day_name
from reader.tui.widgets.list_lines import HEADING
from reader.tui.widgets.listed import Listed
from reader.tui.widgets.looks import Looks
from reader.tui.widgets.pieces import Piece, Pieces

CURSOR = 2
"""Cells left of each row, where the cursor stands."""


class ListStrips:
    """Makes strips of a list in the looks of a widget.

    Args:
        widget: on whose ground the articles stand; the cursor is bright while it has the focus.
        listed: the articles.
    """

    def __init__(self, widget: Widget, listed: Listed) -> None:
        self._widget = widget
        self._listed = listed
        self._looks = Looks(widget)
        self._width = 0
        self._columns = Columns(0, 0, 0, 0)

    def measure(self, width: int) -> None:
        """Share the width among the columns."""
        self._width = width
        self._columns = columns(width - CURSOR, dated=not self._listed.lines.has_days)

    def forget_looks(self) -> None:
        """Work the looks out again: the theme may have changed."""
        self._looks.forget()

    def remark(self, pieces: Pieces) -> Strip:
        """A line of what an empty list says."""
        return self._strip((Piece(" " * (CURSOR + SIGNS)), *pieces), self._looks.ground)

    def strip(self, line: int, cursor: int) -> Strip:
        """A line of the list, with the cursor on the article of this number."""
        lines = self._listed.lines
        at = lines.at(line)
        if at.part < 0:
            return self._strip(self._heading(at.index) if at.part == HEADING else (), self._looks.ground)
        rank, on_cursor = lines.ranks[at.index], at.index == cursor
        has_focus = self._widget.has_focus
        ground = self._looks.of("selected") if rank in self._listed.selected else self._looks.ground
        if on_cursor and has_focus:
            ground = self._looks.of("cursor")
        sign = Piece("› " if on_cursor and at.part == 0 else "  ", "key" if has_focus else "quiet")
        return self._strip((sign, *self._pieces(rank, at.part)), ground)

    def _heading(self, index: int) -> Pieces:
        day = day_of(self._listed.lines.ranks[index])
        return (Piece(" " * CURSOR), Piece(day_name(day, datetime.now().astimezone().date()), "heading"))

    def _pieces(self, rank: int, part: int) -> Pieces:
        listed = self._listed
        row, found = listed.row(rank), listed.found(rank)
        if row is not None and part == 0:
            return row_pieces(
                row,
                self._columns,
                selected=rank in listed.selected,
                unfolded=listed.is_unfolded(rank),
                member=listed.difference(rank),
            )
        if row is None or found is None:
            return ()
        return (Piece(" " * SIGNS), *found_pieces(found, self._width - CURSOR - SIGNS - 1))

    def _strip(self, pieces: Pieces, ground: Style) -> Strip:
        segments = [Segment(piece.text, self._looks.of(piece.look) + ground.background_style) for piece in pieces]
        return Strip(segments).adjust_cell_length(self._width, ground)
