"""The article: its text in lines, the sentence in focus, and all that is marked in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.model.article import Article, PartKind
from reader.model.span import Span
from reader.text.bidi import LEFT_TO_RIGHT_MARK
from reader.text.fold import find_folded
from reader.tui.widgets.article_lines import ArticleLines, Block, Row, blocks_of
from reader.tui.widgets.article_look import Layers, Look, MarkSpan, Piece
from reader.tui.widgets.article_sentences import ArticleSentences
from reader.tui.widgets.selecting import Selecting, Words
from reader.tui.widgets.span_index import SpanIndex

__all__ = ["ArticleView", "MarkSpan"]

MARGIN = 5
"""Cells left of the text: focus, number or letter, bar of the summary, bar of marks, and a space."""

COMFORTABLE, NARROWEST, WIDEST = 66, 40, 120
"""Cells of a line."""

OVERLAP = 2
"""Rows of the last page that the next one still shows."""

CONTEXT = 4
"""Which part of the pane stands above a passage that was jumped to: a fourth."""

WHEEL_ROWS = 3


class ArticleView(Widget, can_focus=True):
    """Draws the visible rows of an article; no key costs more in a long one than in a short one.

    One sentence has the focus and is always visible; the terminal's cursor stands on its start.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{name}"
        for name in (
            *(kind.value for kind in PartKind),
            *("pointer", "number", "letter", "focus", "selection", "highlight", "note", "tags"),
            *("name", "person", "place", "organisation", "media", "mention", "match", "current"),
        )
    }

    class FocusMoved(Message):
        """The reader moved the focus to another sentence."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class SelectionChanged(Message):
        """The reader selected a passage, or let go of it."""

        def __init__(self, span: Span | None) -> None:
            super().__init__()
            self.span = span

    class PositionChanged(Message):
        """Another part of the article is visible."""

        def __init__(self, percent: int) -> None:
            super().__init__()
            self.percent = percent
            """How much of the body lies above the end of the pane."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleView.PositionChanged)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._article: Article | None = None
        self._blocks: list[Block] = []
        self._paragraphs: list[Span] = []
        self._measure = COMFORTABLE
        self._layers = Layers(Span(0, 0))
        self._selecting: Selecting | None = None
        self._matches: Sequence[Span] = ()
        self._top = Row(0, 0)
        self._top_offset = 0
        self._percent = -1
        self._rows: list[Row] = []
        self._looks: list[Look] = []
        self._styles_by_name: dict[tuple[str, ...], Style] = {}

    # What is shown.

    def show(self, article: Article, *, focus: Span | None = None, top: int | None = None) -> None:
        """Show an article at its beginning, or where it was left.

        Args:
            article: what to show.
            focus: a sentence; the one that stands there now gets the focus.
            top: code point that the first visible row shows.
        """
        self._article = article
        self._blocks = blocks_of(article)
        self._paragraphs = [block.span for block in self._blocks if block.kind is PartKind.BODY]
        self._sentences = ArticleSentences(article.text, self._paragraphs)
        self._layers = Layers(self._sentences.at(focus.start if focus else article.body.start))
        self._selecting, self._matches = None, ()
        self._top_offset = self._blocks[0].span.start if top is None else top
        self._percent = -1
        self._break_lines()

    def set_sentences(self, spans: Sequence[Span], *, complete: bool = False) -> None:
        """Take better sentences for the text that they cover; the focus stays where it is.

        Args:
            spans: in text order.
            complete: there are no others.
        """
        if self._article is not None:
            self._sentences.know(spans, complete=complete)
            self._layers.focus = self._sentences.at(self._layers.focus.start)
            self._draw()

    def set_summary(self, spans: Sequence[Span]) -> None:
        """Number these sentences in the margin."""
        self._layers.summary = SpanIndex(zip(spans, range(1, len(spans) + 1), strict=True))
        self._draw()

    def set_marks(self, marks: Sequence[MarkSpan]) -> None:
        """Show these marks of the reader."""
        self._layers.marks = SpanIndex((mark.span, mark) for mark in marks)
        self._draw()

    def set_mentions(
        self, chosen: Sequence[Span], current: Span | None, all_names: Sequence[tuple[Span, str]] | None
    ) -> None:
        """Show names.

        Args:
            chosen: mentions of the chosen entity.
            current: the one of them that the reader went to.
            all_names: every name with its label, where all of them are asked for.
        """
        self._layers.chosen = SpanIndex((span, None) for span in chosen)
        self._layers.current = current
        self._layers.names = SpanIndex(all_names or ())
        self._draw()

    # Where the reader is.

    @property
    def focus_span(self) -> Span:
        """The sentence in focus."""
        return self._layers.focus

    @property
    def top(self) -> int:
        """Code point that the first visible row begins with."""
        return self._top_offset

    @property
    def selecting(self) -> bool:
        """Whether moving changes a selection."""
        return self._selecting is not None

    @property
    def selection(self) -> Span | None:
        """The selected passage."""
        return self._selecting.span if self._selecting else None

    @property
    def target(self) -> Span:
        """What an act is done to: the selection, else the sentence in focus."""
        return self.selection or self.focus_span

    # Moving.

    def next(self) -> None:
        """Focus the next sentence; one that goes on below the pane is scrolled first."""
        self._step(1)

    def previous(self) -> None:
        """Focus the previous sentence; one that goes on above the pane is scrolled first."""
        self._step(-1)

    def first(self) -> None:
        """Go to the top."""
        self._put_at_top(Row(0, 0))
        self._focus(self._sentences.at(0))

    def last(self) -> None:
        """Go to the end."""
        self._put_at_top(self._lines.last)
        self._focus(self._sentences.at(len(self._text)))

    def page(self, pages: float) -> None:
        """Scroll by so many pages, and take the focus along."""
        rows = max(1, round((self._height - OVERLAP) * pages)) if pages > 0 else round((self._height - OVERLAP) * pages)
        if not self._put_at_top(self._lines.moved(self._top, rows)):
            self._focus(self._sentences.at(len(self._text) if pages > 0 else 0))
        else:
            self._focus(self._first_in_view())

    def scroll_lines(self, lines: int) -> None:
        """Scroll by so many rows; the focus moves only where it would be lost from sight."""
        self._put_at_top(self._lines.moved(self._top, lines))
        focus = self.focus_span
        if not self._is_visible(focus):
            first = self._first_in_view()
            self._focus(first if lines > 0 else self._last_in_view(first))

    def next_paragraph(self) -> None:
        """Focus the first sentence of the next paragraph."""
        index = bisect_right(self._paragraphs, self.focus_span.start, key=_start)
        self._go(self._sentences.at(self._paragraphs[min(index, len(self._paragraphs) - 1)].start))

    def previous_paragraph(self) -> None:
        """Focus the first sentence of this paragraph, or of the one before when it has the focus already."""
        index = bisect_left(self._paragraphs, self.focus_span.start, key=_start) - 1
        self._go(self._sentences.at(self._paragraphs[max(index, 0)].start))

    def go_to(self, span: Span) -> None:
        """Focus the sentence at a passage, and keep some of the text above it in sight."""
        self.stop_selecting()
        self._go(self._sentences.at(span.start), span)

    def widen(self, by: int) -> None:
        """Make lines so many cells longer, or shorter."""
        self._measure = max(NARROWEST, min(self._measure + by, WIDEST, max(NARROWEST, self._width - MARGIN)))
        self._break_lines()

    # Selecting.

    def start_selecting(self) -> None:
        """Select the sentence in focus; from now on moving changes the selection."""
        self._selecting = Selecting(self.focus_span)
        self._selected()

    def stop_selecting(self) -> None:
        """Let go of the selection."""
        if self._selecting is not None:
            self._selecting = None
            self._selected()

    def select_word_next(self) -> None:
        """Move the end of the selection a word on."""
        self._select_by_word(1)

    def select_word_previous(self) -> None:
        """Move the end of the selection a word back."""
        self._select_by_word(-1)

    def select_paragraph(self) -> None:
        """Select whole paragraphs; again: one more."""
        if self._selecting is not None:
            self._selecting.by_paragraph(self._paragraphs)
            self._selected()

    def select_other_end(self) -> None:
        """Let the other end of the selection move."""
        if self._selecting is not None:
            self._selecting.swap()
            self._selected()

    def _select_by_word(self, step: int) -> None:
        if self._selecting is not None and self._article is not None:
            self._selecting.by_word(step, Words(self._article.text, self._article.body))
            self._selected()

    def _selected(self) -> None:
        """Show the selection as it is now; the focus follows the end that moves."""
        self._layers.selection = self.selection
        self.post_message(self.SelectionChanged(self.selection))
        if self._selecting is None:
            self._draw()
        else:
            at = self._selecting.moving
            self._go(self._sentences.at(at), Span(at, at + 1))

    # Finding.

    def find(self, needle: str) -> int:
        """Show where `needle` stands in the text, and go to the first place from the focus on; returns how many."""
        self._matches = find_folded(self._text, needle) if needle else ()
        self._layers.matches = SpanIndex((span, None) for span in self._matches)
        self._layers.match = None
        if self._matches:
            self._go_to_match(bisect_left(self._matches, self.focus_span.start, key=_start))
        self._draw()
        return len(self._matches)

    def next_match(self) -> None:
        """Go to the next match, around the end."""
        at = self._layers.match or self.focus_span
        self._go_to_match(bisect_right(self._matches, at.start, key=_start))

    def previous_match(self) -> None:
        """Go to the previous match, around the beginning."""
        at = self._layers.match or self.focus_span
        self._go_to_match(bisect_left(self._matches, at.start, key=_start) - 1)

    def _go_to_match(self, index: int) -> None:
        if self._matches:
            match = self._matches[index % len(self._matches)]
            self._layers.match = match
            self.go_to(match)

    # How it is done: the focus.

    def _step(self, step: int) -> None:
        if self._selecting is not None:
            self._selecting.by_sentence(step, self._sentences)
            self._selected()
            return
        focus = self.focus_span
        first, last = self._rows_of(focus)
        goes_on = last > self._rows[-1] if step > 0 else first < self._top
        if goes_on and self._is_visible(focus):
            rows = self._height - OVERLAP
            self._put_at_top(self._lines.moved(self._top, rows if step > 0 else -rows))
            self._draw()
            return
        span = self._sentences.after(focus.start) if step > 0 else self._sentences.before(focus.start)
        if span is not None:
            self._go(span)
        elif step < 0:
            self._put_at_top(Row(0, 0))
            self._draw()

    def _go(self, span: Span, sight: Span | None = None) -> None:
        """Focus a sentence, and bring it, or the passage `sight`, in sight."""
        self._reveal(sight or span)
        self._focus(span)

    def _focus(self, span: Span) -> None:
        moved = span != self._layers.focus
        self._layers.focus = span
        self._draw()
        if moved:
            self.post_message(self.FocusMoved(span))

    def _first_in_view(self) -> Span:
        """The first sentence that begins in the pane, else the one that goes through it."""
        start = self._lines.span_of(self._top).start
        here = self._sentences.at(start)
        after = self._sentences.after(here.start)
        is_cut = here.start < start and after is not None and self._is_visible(Span(after.start, after.start))
        return after if after is not None and is_cut else here

    def _last_in_view(self, first: Span) -> Span:
        last = self._sentences.at(max(0, self._lines.span_of(self._rows[-1]).end - 1))
        return max(first, last)

    # Rows.

    @property
    def _text(self) -> str:
        return self._article.text if self._article else ""

    @property
    def _width(self) -> int:
        return self.content_size.width

    @property
    def _height(self) -> int:
        return max(1, self.content_size.height)

    def _break_lines(self) -> None:
        """Break the lines again; what stood at the top stays there."""
        if self._article is None or not self._width:
            return
        width = max(2, min(self._measure, self._width - MARGIN))
        self._lines = ArticleLines(self._article.text, self._blocks, width, _cell_len)
        top = self._top_offset
        self._top = self._bounded(self._lines.row_at(top))
        self._see()
        if not self._is_visible(self.focus_span):
            self._reveal(self.focus_span)
        self.refresh()
        self._looks = []
        self._draw()

    def _bounded(self, row: Row) -> Row:
        """A row that can be at the top: no further down than the last page begins."""
        return max(Row(0, 0), min(row, self._lines.moved(self._lines.last, 1 - self._height)))

    def _put_at_top(self, top: Row) -> bool:
        """Have a row at the top, as far as possible; whether that moves anything."""
        top = self._bounded(top)
        if top == self._top:
            return False
        self._top = top
        self._top_offset = self._lines.span_of(top).start
        self._see()
        return True

    def _see(self) -> None:
        """Note which rows are visible now."""
        self._rows = self._lines.rows_from(self._top, self._height)
        body = self._paragraphs[0].start, self._paragraphs[-1].end
        seen = self._lines.span_of(self._rows[-1]).end
        percent = max(0, min(100, 100 * (seen - body[0]) // (body[1] - body[0])))
        if percent != self._percent:
            self._percent = percent
            self.post_message(self.PositionChanged(percent))

    def _rows_of(self, span: Span) -> tuple[Row, Row]:
        """First and last row of a passage."""
        return self._lines.row_at(span.start), self._lines.row_at(max(span.start, span.end - 1))

    def _is_visible(self, span: Span) -> bool:
        """Whether any of it is."""
        first, last = self._rows_of(span)
        return first <= self._rows[-1] and last >= self._top

    def _reveal(self, span: Span) -> None:
        """Scroll so that a passage is in sight, with some of the text above it; not at all if it is."""
        first, last = self._rows_of(span)
        if first >= self._top and last <= self._rows[-1]:
            return
        rows = self._lines.distance(first, last, self._height) + 1
        above = max(0, min(self._height // CONTEXT, self._height - rows))
        if first < self._top:  # coming from below, what is above is what one wants to see
            above = max(above, self._height - self._height // CONTEXT - rows)
        self._put_at_top(self._lines.moved(first, -above))

    # Drawing.

    def _draw(self) -> None:
        """Have those rows drawn that look different now."""
        if not self._rows:
            return
        pointed_at = max(self._lines.row_at(self.focus_span.start), self._top)
        looks = [
            self._layers.look(
                self._text,
                self._lines.span_of(row),
                self._blocks[row.block].kind,
                is_pointed_at=row == pointed_at,
            )
            for row in self._rows
        ]
        changed = [y for y, (old, new) in enumerate(zip_longest(self._looks, looks)) if old != new]
        self._looks = looks
        for y in changed:
            self.refresh(Region(0, y, self._width, 1))
        self._place_cursor()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        ground = self._style(())
        if y >= len(self._looks):
            return Strip.blank(self._width, ground)
        look = self._looks[y]
        segments = [*map(self._segment, look.margin), *map(self._segment, look.text)]
        if look.is_rtl:
            mark = Segment(LEFT_TO_RIGHT_MARK, ground)
            segments = [*segments[: len(look.margin)], mark, *segments[len(look.margin) :], mark]
        return Strip(segments).adjust_cell_length(self._width, ground)

    def _segment(self, piece: Piece) -> Segment:
        text, names = piece
        return Segment(text, self._style(names))

    def _style(self, names: tuple[str, ...]) -> Style:
        """The style of something that several names apply to, later ones over earlier ones."""
        style = self._styles_by_name.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += self._own_style(f"article--{name}")
            self._styles_by_name[names] = style
        return style

    def _own_style(self, name: str) -> Style:
        """What a component class sets itself, with colours as they come out over the ground of the pane."""
        styles = self.get_component_styles(name)
        whole = self.get_component_rich_style(name)
        color = whole.color if styles.has_rule("color") else None
        ground = whole.bgcolor if styles.has_rule("background") else None
        return Style(color=color, bgcolor=ground) + styles.text_style

    def _place_cursor(self) -> None:
        """Put the terminal's cursor on the start of the focus, for screen readers and magnifiers."""
        if not self.has_focus or not self._rows:
            return
        row = self._lines.row_at(self.focus_span.start)
        y = bisect_left(self._rows, row)
        x = MARGIN
        if y < len(self._rows) and self._rows[y] == row:
            x += _cell_len(self._text[self._lines.span_of(row).start : self.focus_span.start])
        self.app.cursor_position = self.content_region.offset + Offset(x, min(y, len(self._rows) - 1))

    # Textual's side.

    def on_resize(self) -> None:
        self._break_lines()

    def on_focus(self) -> None:
        self._place_cursor()

    def notify_style_update(self) -> None:
        """Forget styles that another theme, or the loss of the focus, has changed."""
        super().notify_style_update()
        self._styles_by_name.clear()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """Focus the sentence that was clicked on."""
        place = event.get_content_offset(self)
        if place is None or place.y >= len(self._rows):
            return
        line = self._lines.span_of(self._rows[place.y])
        at = line.start
        while at < line.end - 1 and _cell_len(self._text[line.start : at + 1]) <= place.x - MARGIN:
            at += 1
        self._focus(self._sentences.at(at))


def _cell_len(text: str) -> int:
    """How many cells a text takes in the pane; a tab is drawn as a blank."""
    return cell_len(text.replace("\t", " "))


def _start(span: Span) -> int:
    return span.start
