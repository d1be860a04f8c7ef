"""A list of articles, as long as a library: only what is in sight is asked for, kept and drawn."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.widgets.article_row import SIGNS, Columns, Found, columns, found_pieces, row_pieces
from reader.tui.widgets.days import day_name
from reader.tui.widgets.list_lines import DAY_SHIFT, HEADING, ListLines
from reader.tui.widgets.looks import Looks
from reader.tui.widgets.pieces import Piece, Pieces

if TYPE_CHECKING:
    from reader.model.listing import Row

CURSOR = 2
"""Cells left of each row, where the cursor stands."""

KEPT = 2_000
"""Articles out of sight that are kept, should the reader come back to them."""

CONTEXT = 4
"""Which part of the pane comes into sight where the cursor leaves it: over a slow line, one step in many is dear."""


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws the articles around the place where the reader is; one that is not known yet is an empty line."""

    class Wanted(Message):
        """Rows that are in sight, or nearly, are not known; they are to be given to `put`."""

        def __init__(self, ranks: Sequence[int]) -> None:
            super().__init__()
            self.ranks = ranks

    class Moved(Message):
        """The cursor stands on another article, or on none."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleList.Moved)

    class Chosen(Message):
        """The reader opens the article under the cursor."""

    class Selected(Message):
        """Others are selected than before."""

    def __init__(self) -> None:
        super().__init__(id="list")
        self.lines = ListLines()
        self.cursor = 0
        """Number of the article under the cursor; means nothing while the list is empty."""
        self.selected: set[int] = set()
        """Ranks of the articles that the reader selected."""
        self._dated = True
        self._rows: dict[int, Row | None] = {}
        self._found: dict[int, Found] = {}
        self._stories: dict[int, Mapping[int, str]] = {}
        self._members: dict[int, str] = {}
        self._asked: Sequence[int] = ()
        self._stale: set[int] = set()
        self._columns = Columns(0, 0, 0, 0)
        self._looks = Looks(self)

    # What it shows.

    def show(self, lines: ListLines, *, dated: bool, rank: int | None = None, again: bool = False) -> None:
        """Show other articles.

        Args:
            lines: the articles.
            dated: whether each row tells its date.
            rank: the article that the cursor comes to; None, or not there: the first.
            again: whether this is the same list as before, with other articles in it.
        """
        before, height = self.rank, self.lines.height
        stories = self._stories if again else {}
        self.lines, self._dated, self._stories, self._members = lines, dated, {}, {}
        if not again or height != lines.height:
            self._found.clear()
        self._asked, self._stale = (), set(self._rows)
        for first, members in stories.items():
            if (index := lines.find(first)) is not None:
                self._insert(index, members)
        self._measure()
        self.cursor = 0 if rank is None else self.lines.find(rank) or 0
        self._scroll_to_cursor()
        self.refresh()
        self._want()
        if before != self.rank:
            self.post_message(self.Moved())

    def put(self, asked: Sequence[int], rows: Mapping[int, "Row"], found: Mapping[int, Found]) -> None:
        """Take what is known of articles that were asked for; of one that is gone nothing is."""
        if asked is self._asked:
            self._asked = ()
        self._stale.difference_update(asked)
        if len(self._rows) > KEPT:
            near = set(self._near())
            self._rows = {rank: row for rank, row in self._rows.items() if rank in near}
            self._found = {rank: it for rank, it in self._found.items() if rank in near}
        self._rows.update((rank, rows.get(rank)) for rank in asked)
        self._found.update(found)
        self.refresh()
        self._want()

    def renew(self) -> None:
        """Ask again for what is known of the articles in sight: something was done with them."""
        self._stale = set(self._rows)
        self._want()

    @property
    def rank(self) -> int | None:
        """The article under the cursor."""
        return self.lines.ranks[self.cursor] if self.cursor < len(self.lines.ranks) else None

    @property
    def row(self) -> "Row | None":
        """What is known of the article under the cursor."""
        return self.known(self.rank)

    def known(self, rank: int | None) -> "Row | None":
        """What is known of an article."""
        return None if rank is None else self._rows.get(rank)

    @property
    def found(self) -> Found | None:
        """The passage that is shown of the article under the cursor."""
        return None if self.rank is None else self._found.get(self.rank)

    def remove(self, ranks: set[int]) -> None:
        """Take articles out of the list; the cursor stands on the next one that is left."""
        index = self.cursor
        while index < len(self.lines.ranks) and self.lines.ranks[index] in ranks:
            index += 1
        left = self.lines.ranks[index] if index < len(self.lines.ranks) else None
        self.lines.remove(ranks)
        self.selected -= ranks
        self._stories = {first: kept for first, kept in self._stories.items() if first not in ranks}
        self._measure()
        place = len(self.lines.ranks) - 1 if left is None else self.lines.find(left)
        self.cursor = max(0, place or 0)
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Moved())

    # Stories.

    def unfold(self, first: int, members: Mapping[int, str]) -> None:
        """Show the copies of a story below the first of it, each with how it differs from that."""
        index = self.lines.find(first)
        if index is not None and first not in self._stories:
            self._insert(index, members)
            if index < self.cursor:
                self.cursor += len(self._stories[first])
            self._measure()
            self.refresh()
            self._want()

    def fold(self) -> bool:
        """Show the story under the cursor in one row again; whether it was unfolded."""
        first = self.story
        if first is None or first not in self._stories:
            return False
        index, members = self.lines.find(first) or 0, self._stories.pop(first)
        self.lines.delete(index + 1, len(members))
        for rank in members:
            del self._members[rank]
        self.selected.difference_update(members)
        self._measure()
        self._move_to(index)
        self.refresh()
        return True

    @property
    def story(self) -> int | None:
        """The article that stands first in the story under the cursor."""
        index = self.cursor
        while index > 0 and self.lines.ranks[index] in self._members:
            index -= 1
        return self.lines.ranks[index] if index < len(self.lines.ranks) else None

    def is_folded(self, rank: int) -> bool:
        """Whether the row of an article stands for all copies of its story."""
        return rank not in self._members and rank not in self._stories

    def _insert(self, index: int, members: Mapping[int, str]) -> None:
        shown = {rank: words for rank, words in members.items() if self.lines.find(rank) is None}
        self._stories[self.lines.ranks[index]] = shown
        self._members.update(shown)
        self.lines.insert(index + 1, list(shown))

    # Selecting.

    def select(self) -> None:
        """Select the article under the cursor, or not any more, and go on to the next."""
        if self.rank is not None:
            self.selected ^= {self.rank}
            self._draw_row(self.cursor)
            self.next()
            self.post_message(self.Selected())

    def select_all(self) -> None:
        """Select all articles; where all are, none."""
        ranks = set(self.lines.ranks)
        self.selected = ranks if self.selected != ranks else set()
        self.refresh()
        self.post_message(self.Selected())

    def clear_selection(self) -> None:
        """Select none."""
        self.selected.clear()
        self.refresh()
        self.post_message(self.Selected())

    # Moving in it.

    def next(self) -> None:
        """Move the cursor to the next article."""
        self._move_to(self.cursor + 1)

    def previous(self) -> None:
        """Move the cursor to the article before."""
        self._move_to(self.cursor - 1)

    def first(self) -> None:
        """Move the cursor to the first article."""
        self._move_to(0)

    def last(self) -> None:
        """Move the cursor to the last article."""
        self._move_to(len(self.lines.ranks) - 1)

    def go_to(self, rank: int) -> None:
        """Move the cursor to an article, if it is in the list."""
        index = self.lines.find(rank)
        if index is not None:
            self._move_to(index)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by a number of lines, down where it is positive."""
        self._bring_up(self.scroll_offset.y + lines)

    def page(self, pages: float) -> None:
        """Scroll by a number of pages, up where it is negative, and take the cursor along; at an end, put it there."""
        rows = max(1, int(self._height * abs(pages)))
        top = max(0, min(self.scroll_offset.y + (rows if pages > 0 else -rows), self.max_scroll_y))
        if top == self.scroll_offset.y:
            self.last() if pages > 0 else self.first()
            return
        self._bring_up(top)
        in_sight = self.lines.between(top, top + self._height)
        wholly = [index for index in in_sight if self.lines.line_of(index) >= top]
        self._move_to((wholly or in_sight)[0])

    def choose(self) -> None:
        """Open the article under the cursor."""
        if self.rank is not None:
            self.post_message(self.Chosen())

    def _move_to(self, index: int) -> None:
        before, after = self.cursor, max(0, min(index, len(self.lines.ranks) - 1))
        if before != after:
            self.cursor = after
            self._draw_row(before)
            self._draw_row(after)
            self.post_message(self.Moved())
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor in sight, at the top with the name of its day."""
        if not self._height or not len(self.lines.ranks):
            return
        line, page, top = self.lines.line_of(self.cursor), self._height, self.scroll_offset.y
        first = line - 1 if line and self.lines.at(line - 1).part == HEADING else line
        if self.cursor == 0:
            self._bring_up(0)
        elif first < top:
            self._bring_up(first - page // CONTEXT)
        elif line + self.lines.height > top + page:
            self._bring_up(min(first, line + self.lines.height - page + page // CONTEXT))
        self._place_terminal_cursor()

    def _bring_up(self, top: int) -> None:
        self.scroll_to(y=max(0, min(top, self.max_scroll_y)), animate=False)
        self._want()

    def _place_terminal_cursor(self) -> None:
        """Let screen readers and magnifiers find the article."""
        if self.has_focus and len(self.lines.ranks):
            row = self.lines.line_of(self.cursor) - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, min(row, self._height - 1)))

    # What is asked for.

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _near(self) -> Sequence[int]:
        """Ranks of the articles in sight, and of as many above and below them."""
        top, page = self.scroll_offset.y, self._height
        near = self.lines.between(top - page, top + 2 * page)
        return self.lines.ranks[near.start : near.stop]

    def _want(self) -> None:
        """Ask for what is not known around here, unless an answer is under way: then it is looked again."""
        if self._asked or not self._height:
            return
        ranks = [rank for rank in self._near() if rank not in self._rows or rank in self._stale]
        if ranks:
            self._asked = ranks
            self.post_message(self.Wanted(ranks))

    def _measure(self) -> None:
        """Work out the columns, and how far one can scroll."""
        width = self.scrollable_content_region.width
        self._columns = columns(width - CURSOR, dated=self._dated)
        # Not assigned: there are no scroll bars, and the screen need not be laid out anew.
        self.set_reactive(ArticleList.virtual_size, Size(width, len(self.lines)))
        if self.scroll_offset.y > self.max_scroll_y:
            self._bring_up(self.max_scroll_y)

    # Textual's side.

    def on_resize(self) -> None:
        self._measure()
        self._scroll_to_cursor()
        self._want()

    def on_focus(self) -> None:
        self.call_next(self._place_terminal_cursor)  # once the pane knows that it has the focus
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to an article; twice: open it; at its signs: select it."""
        place = event.get_content_offset(self)
        line = None if place is None else place.y + self.scroll_offset.y
        if line is None or line >= len(self.lines) or (at := self.lines.at(line)).part < 0:
            return
        self._move_to(at.index)
        if place is not None and place.x < SIGNS:
            self.select()
        elif event.chain == 2:  # noqa: PLR2004 - a double click
            self.choose()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._place_terminal_cursor()
        self._want()

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line."""
        width, line = self.scrollable_content_region.width, y + self.scroll_offset.y
        if line >= len(self.lines):
            return Strip.blank(width, self._looks.ground)
        at = self.lines.at(line)
        if at.part < 0:
            return self._strip(self._heading(at.index) if at.part == HEADING else (), self._looks.ground, width)
        on_cursor = at.index == self.cursor
        rank = self.lines.ranks[at.index]
        ground = self._looks.of("selected") if rank in self.selected else self._looks.ground
        if on_cursor and self.has_focus:
            ground = self._looks.of("cursor")
        sign = Piece("› " if on_cursor and at.part == 0 else "  ", "key" if self.has_focus else "quiet")
        return self._strip((sign, *self._pieces(rank, at.part)), ground, width)

    def _heading(self, index: int) -> Pieces:
        day = date.fromordinal(self.lines.ranks[index] >> DAY_SHIFT)
        return (Piece(" " * CURSOR), Piece(day_name(day, date.today()), "heading"))  # noqa: DTZ011 - the reader's own day

    def _pieces(self, rank: int, part: int) -> Pieces:
        row = self._rows.get(rank)
        if row is None:
            return ()
        if part == 0:
            return row_pieces(
                row,
                self._columns,
                selected=rank in self.selected,
                unfolded=rank in self._stories,
                member=self._members.get(rank),
            )
        found = self._found.get(rank)
        room = self.scrollable_content_region.width - SIGNS - CURSOR
        return () if found is None else (Piece(" " * (SIGNS - 1)), *found_pieces(found, room))

    def _strip(self, pieces: Pieces, ground: Style, width: int) -> Strip:
        segments = [Segment(piece.text, self._looks.of(piece.look) + ground.background_style) for piece in pieces]
        return Strip(segments).adjust_cell_length(width, ground)

    def _draw_row(self, index: int) -> None:
        if index < len(self.lines.ranks):
            y = self.lines.line_of(index) - self.scroll_offset.y
            self.refresh(Region(0, y, self.size.width, self.lines.height))
