"""A list of articles, as long as a library: only what is in sight is asked for and drawn."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.widgets.article_row import SIGNS, Found
from reader.tui.widgets.list_lines import HEADING, ListLines
from reader.tui.widgets.list_strips import CURSOR, ListStrips
from reader.tui.widgets.listed import Listed
from reader.tui.widgets.pieces import Pieces

if TYPE_CHECKING:
    from reader.model.listing import Row

CONTEXT = 4
"""Which part of the pane comes in sight where the cursor leaves it: over a slow line each scrolled line is dear."""


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws the articles around the place where the reader is; one that is not known yet is an empty line."""

    class Wanted(Message):
        """Articles in sight, or nearly, are not known; `put` takes what is."""

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
        """Other articles are selected than before."""

    def __init__(self) -> None:
        super().__init__(id="list")
        self.listed = Listed()
        """What it shows."""
        self._cursor = 0
        self._remarks: Sequence[Pieces] = ()
        self._asked: Sequence[int] = ()
        self._strips = ListStrips(self, self.listed)

    # What it shows.

    def show(self, lines: ListLines, *, rank: int | None = None, again: bool = False) -> None:
        """Show other articles.

        Args:
            lines: the articles.
            rank: the article that the cursor comes to; None, or not there: the first.
            again: whether this is the same list as before, with other articles in it.
        """
        before = self.rank
        self.listed.show(lines, again=again)
        self._asked = ()
        self._cursor = 0 if rank is None else lines.find(rank) or 0
        self._changed()
        if before != self.rank:
            self.post_message(self.Moved())

    def put(self, asked: Sequence[int], rows: "Mapping[int, Row]", found: Mapping[int, Found]) -> None:
        """Take what is known of articles that were asked for; of one that is gone nothing is."""
        if asked is self._asked:
            self._asked = ()
        self.listed.keep_near(self._near())
        self.listed.put(asked, rows, found)
        self.refresh()
        self._want()

    def renew(self) -> None:
        """Ask again for what is known of the articles: something was done with them."""
        self.listed.forget()
        self._want()

    def change(self, ranks: Collection[int], **states: bool) -> None:
        """Show what becomes of articles: states of `Row` by their names."""
        self.listed.change(ranks, states)
        self.refresh()

    def take_out(self, ranks: set[int]) -> None:
        """Take articles out of the list; the cursor goes to the next one that is left."""
        lines = self.listed.lines
        after = next((rank for rank in lines.ranks[self._cursor :] if rank not in ranks), None)
        self.listed.remove(ranks)
        self._cursor = max(0, len(lines.ranks) - 1 if after is None else lines.find(after) or 0)
        self._changed()
        self.post_message(self.Moved())

    def explain(self, remarks: Sequence[Pieces]) -> None:
        """What to say in an empty list, line by line."""
        if remarks != self._remarks:
            self._remarks = remarks
            self.refresh()

    @property
    def rank(self) -> int | None:
        """The article under the cursor."""
        ranks = self.listed.lines.ranks
        return ranks[self._cursor] if self._cursor < len(ranks) else None

    @property
    def following(self) -> Sequence[int]:
        """The articles from the one under the cursor on."""
        return self.listed.lines.ranks[self._cursor :]

    @property
    def place(self) -> int:
        """Number of the article or story under the cursor, from 1."""
        return self.listed.place(self._cursor)

    def _changed(self) -> None:
        """Draw a list that has other lines than before."""
        self._measure()
        self._scroll_to_cursor()
        self.refresh()
        self._want()

    # Stories.

    def unfold(self, first: int, members: Mapping[int, str]) -> None:
        """Show the copies of a story below the first of it, each with how it differs from that."""
        rank = self.rank
        if rank is not None and self.listed.unfold(first, members):
            self._cursor = self.listed.lines.find(rank) or 0
            self._changed()

    def fold(self) -> bool:
        """Show the story under the cursor in one row again; whether it was unfolded."""
        first = self.listed.story(self._cursor)
        if first is None or not self.listed.fold(first):
            return False
        self._cursor = self.listed.lines.find(first) or 0
        self._changed()
        return True

    # Selecting.

    def select(self) -> None:
        """Select the article under the cursor, or not any more, and go on to the next."""
        if self.rank is not None:
            self.listed.toggle(self.rank)
            self._draw_row(self._cursor)
            self.next()
            self.post_message(self.Selected())

    def select_all(self) -> None:
        """Select all articles; where all are, none."""
        self.listed.toggle_all()
        self.refresh()
        self.post_message(self.Selected())

    def clear_selection(self) -> None:
        """Select none."""
        if self.listed.selected:
            self.listed.selected.clear()
            self.refresh()
            self.post_message(self.Selected())

    # Moving in it.

    def next(self) -> None:
        """Move the cursor to the next article."""
        self._move_to(self._cursor + 1)

    def previous(self) -> None:
        """Move the cursor to the article before."""
        self._move_to(self._cursor - 1)

    def first(self) -> None:
        """Move the cursor to the first article."""
        self._move_to(0)

    def last(self) -> None:
        """Move the cursor to the last article."""
        self._move_to(len(self.listed.lines.ranks) - 1)

    def go_to(self, rank: int) -> None:
        """Move the cursor to an article, if it is in the list."""
        index = self.listed.lines.find(rank)
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
        lines = self.listed.lines
        in_sight = lines.between(top, top + self._height)
        self._move_to(next((index for index in in_sight if lines.line_of(index) >= top), in_sight[0]))

    def choose(self) -> None:
        """Open the article under the cursor."""
        if self.rank is not None:
            self.post_message(self.Chosen())

    def _move_to(self, index: int) -> None:
        before, after = self._cursor, max(0, min(index, len(self.listed.lines.ranks) - 1))
        if before != after:
            self._cursor = after
            self._draw_row(before)
            self._draw_row(after)
            self.post_message(self.Moved())
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor in sight; at the top, with the name of its day."""
        lines, page, top = self.listed.lines, self._height, self.scroll_offset.y
        if not page or not lines:
            return
        line = lines.line_of(self._cursor)
        first = line - 1 if line and lines.at(line - 1).part == HEADING else line
        if self._cursor == 0:
            self._bring_up(0)
        elif first < top:
            self._bring_up(first - page // CONTEXT)
        elif line + lines.height > top + page:
            self._bring_up(min(first, line + lines.height - page + page // CONTEXT))
        self._place_terminal_cursor()

    def _bring_up(self, top: int) -> None:
        self.scroll_to(y=max(0, min(top, self.max_scroll_y)), animate=False)

    def _place_terminal_cursor(self) -> None:
        """Let screen readers and magnifiers find the article."""
        if self.has_focus and self.listed.lines:
            row = self.listed.lines.line_of(self._cursor) - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, min(row, self._height - 1)))

    # What is asked for.

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _near(self) -> Sequence[int]:
        """Ranks of the articles in sight, and of as many above and below them."""
        top, page = self.scroll_offset.y, self._height
        near = self.listed.lines.between(top - page, top + 2 * page)
        return self.listed.lines.ranks[near.start : near.stop]

    def _want(self) -> None:
        """Ask for what is not known around here; while an answer is under way nothing is asked, it is looked again."""
        if self._height and not self._asked and (unknown := self.listed.unknown(self._near())):
            self._asked = unknown
            self.post_message(self.Wanted(unknown))

    def _measure(self) -> None:
        """Share the width, and work out how far one can scroll."""
        width = self.scrollable_content_region.width
        self._strips.measure(width)
        # Not assigned: there are no scroll bars, and the screen need not be laid out anew.
        self.set_reactive(ArticleList.virtual_size, Size(width, len(self.listed.lines)))
        if self.scroll_offset.y > self.max_scroll_y:
            self._bring_up(self.max_scroll_y)

    # Textual's side.

    def on_resize(self) -> None:
        self._changed()

    def on_focus(self) -> None:
        self.call_next(self._place_terminal_cursor)  # once the pane knows that it has the focus
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to an article; twice: open it; at its signs: select it."""
        lines, place = self.listed.lines, event.get_content_offset(self)
        if place is None or (line := place.y + self.scroll_offset.y) >= len(lines) or lines.at(line).part < 0:
            return
        self._move_to(lines.at(line).index)
        if place.x < CURSOR + SIGNS:
            self.select()
        elif event.chain > 1:
            self.choose()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._place_terminal_cursor()
        self._want()

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._strips.forget_looks()

    # How it is drawn.

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line."""
        lines, line = self.listed.lines, y + self.scroll_offset.y
        if line < len(lines):
            return self._strips.strip(line, self._cursor)
        return self._strips.remark(self._remarks[y - 1] if not lines and 0 < y <= len(self._remarks) else ())

    def _draw_row(self, index: int) -> None:
        lines = self.listed.lines
        if index < len(lines.ranks):
            y = lines.line_of(index) - self.scroll_offset.y
            self.refresh(Region(0, y, self.size.width, lines.height))
