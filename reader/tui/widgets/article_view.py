"""The article: its text in lines, the sentence in focus, and all that is marked in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model.article import Article, PartKind
from reader.model.span import Span
from reader.tui.widgets.article_lines import ArticleLines, Block, blocks_of
from reader.tui.widgets.article_look import STYLES, Layers, Look, MarkSpan
from reader.tui.widgets.article_sentences import ArticleSentences
from reader.tui.widgets.article_strips import ArticleStrips
from reader.tui.widgets.selecting import Selecting, Words
from reader.tui.widgets.span_index import SpanIndex
from reader.tui.widgets.viewport import Viewport

__all__ = ["ArticleView", "MarkSpan"]

MARGIN = 5
"""Cells left of the text: focus, number or letter, bar of the summary, bar of marks, and a space."""

COMFORTABLE, NARROWEST, WIDEST = 66, 40, 120
"""Cells of a line."""

USUAL_SIZE = Size(MARGIN + COMFORTABLE, 24)
"""What is taken for the size before there is one."""

OVERLAP = 2
"""Rows of the last page that the next one still shows."""

WHEEL_ROWS = 3


class ArticleView(Widget, can_focus=True):
    """Draws the visible rows of an article; a key costs no more in a long one than in a short one.

    One sentence has the focus and is always in sight; the terminal's cursor stands on its start. Acts of the reader
    need an article that is shown.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in STYLES}

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
        """Another part of the article is in sight."""

        def __init__(self, percent: int) -> None:
            super().__init__()
            self.percent = percent
            """How much of the body lies above the end of the pane."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleView.PositionChanged)

    _article: Article
    _sentences: ArticleSentences
    _view: Viewport

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._blocks: list[Block] = []
        self._paragraphs: list[Span] = []
        self._measure = COMFORTABLE
        self._layers = Layers(Span(0, 0))
        self._selecting: Selecting | None = None
        self._matches: Sequence[Span] = ()
        self._percent = -1
        self._looks: list[Look] = []
        self._is_drawn = True
        self._strips = ArticleStrips(self)

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
        self._percent = -1
        self._break_lines(top or 0)

    def set_sentences(self, spans: Sequence[Span], *, complete: bool = False) -> None:
        """Take better sentences for the text that they cover; the focus stays where it is.

        Args:
            spans: in text order.
            complete: there are no others.
        """
        self._sentences.know(spans, complete=complete)
        self._layers.focus = self._sentences.at(self.focus_span.start)
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
        self._layers.mention = current
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
        return self._view.top

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
        self._view.to_top()
        self._focus(self._sentences.at(0))

    def last(self) -> None:
        """Go to the end."""
        self._view.to_end()
        self._focus(self._sentences.at(len(self._article.text)))

    def page(self, pages: float) -> None:
        """Scroll by so many pages, up where it is negative, and take the focus along."""
        if self._view.scroll(round((self._view.height - OVERLAP) * pages)):
            self._focus(self._first_in_sight())
        elif pages > 0:
            self.last()
        else:
            self.first()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by so many rows, up where it is negative; the focus moves only where it would be lost from sight."""
        self._view.scroll(lines)
        if self._view.is_in_sight(self.focus_span):
            self._draw()
        else:
            self._focus(self._first_in_sight() if lines > 0 else self._sentences.at(self._view.end - 1))

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
        room = max(NARROWEST, min(WIDEST, self.content_size.width - MARGIN))
        self._measure = max(NARROWEST, min(self._measure + by, room))
        self._break_lines(self._view.anchor)

    # Selecting.

    def start_selecting(self) -> None:
        """Select the sentence in focus; from now on moving changes the selection."""
        self._selecting = Selecting(self.focus_span)
        self._show_selection()

    def stop_selecting(self) -> None:
        """Let go of the selection."""
        if self._selecting is not None:
            self._selecting = None
            self._show_selection()

    def select_word_next(self) -> None:
        """Move the end of the selection a word on."""
        self._select_by_word(1)

    def select_word_previous(self) -> None:
        """Move the end of the selection a word back."""
        self._select_by_word(-1)

    def select_paragraph(self) -> None:
        """Select whole paragraphs; again: one more."""
        if self._selecting is not None:
            self._selecting.take_paragraphs(self._paragraphs)
            self._show_selection()

    def select_other_end(self) -> None:
        """Let the other end of the selection move."""
        if self._selecting is not None:
            self._selecting.swap()
            self._show_selection()

    def _select_by_word(self, step: int) -> None:
        if self._selecting is not None:
            self._selecting.move(step, Words(self._article.text, self._article.body), by_word=True)
            self._show_selection()

    def _show_selection(self) -> None:
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
        from reader.text.fold import find_folded  # not needed for a first paint

        self._matches = find_folded(self._article.text, needle) if needle else ()
        self._layers.matches = SpanIndex((span, None) for span in self._matches)
        self._layers.match = None
        if self._matches:
            self._go_to_match(bisect_left(self._matches, self.focus_span.start, key=_start))
        self._draw()
        return len(self._matches)

    def next_match(self) -> None:
        """Go to the next match, around the end."""
        self._go_to_match(bisect_right(self._matches, (self._layers.match or self.focus_span).start, key=_start))

    def previous_match(self) -> None:
        """Go to the previous match, around the beginning."""
        self._go_to_match(bisect_left(self._matches, (self._layers.match or self.focus_span).start, key=_start) - 1)

    def _go_to_match(self, index: int) -> None:
        if self._matches:
            self._layers.match = self._matches[index % len(self._matches)]
            self.go_to(self._layers.match)

    # How it moves.

    def _step(self, step: int) -> None:
        view, focus = self._view, self.focus_span
        goes_on = view.ends_below(focus) if step > 0 else view.begins_above(focus)
        if self._selecting is not None:
            self._selecting.move(step, self._sentences)
            self._show_selection()
        elif goes_on:
            view.scroll(step * (view.height - OVERLAP))
            self._draw()
        else:
            self._go(self._sentences.after(focus.start) if step > 0 else self._sentences.before(focus.start))

    def _go(self, span: Span | None, sight: Span | None = None) -> None:
        """Focus a sentence, if there is one, and bring it, or the passage `sight`, in sight."""
        if span is not None:
            self._view.reveal(sight or span)
            self._focus(span)

    def _focus(self, span: Span) -> None:
        has_moved = span != self._layers.focus
        self._layers.focus = span
        self._draw()
        if has_moved:
            self.post_message(self.FocusMoved(span))

    def _first_in_sight(self) -> Span:
        """The first sentence that begins in the pane, else the one that goes through it."""
        here = self._sentences.at(self._view.top)
        after = self._sentences.after(here.start)
        return after if here.start < self._view.top and after and after.start < self._view.end else here

    # How it is drawn.

    def _break_lines(self, top: int) -> None:
        """Break the text into lines; `top` is shown in the first row, and the focus is in sight."""
        size = self.content_size or USUAL_SIZE
        width = max(2, min(self._measure, size.width - MARGIN))
        lines = ArticleLines(self._article.text, self._blocks, width, _cell_len)
        self._view = Viewport(lines, size.height, top)
        if not self._view.is_in_sight(self.focus_span):
            self._view.reveal(self.focus_span)
        self._draw()

    def _draw(self) -> None:
        """Have drawn what looks different now, once for all that happens before the next frame."""
        self._is_drawn = False
        self.check_idle()

    def on_idle(self) -> None:
        """Compare the rows with what they looked like, and have those drawn again that changed."""
        if self._is_drawn or not self._paragraphs:
            return
        self._is_drawn = True
        view, text = self._view, self._article.text
        focus_y = view.y_of(self.focus_span.start) or 0
        looks = [
            self._layers.look(text, view.lines.span_of(row), self._blocks[row.block].kind, has_focus=y == focus_y)
            for y, row in enumerate(view.rows)
        ]
        for y, (before, now) in enumerate(zip_longest(self._looks, looks)):
            if before != now:
                width = max(_cell_len(look.shown) for look in (before, now) if look is not None)
                self.refresh(Region(0, y, MARGIN + width, 1))
        self._looks = looks
        self._tell_position()
        self._place_cursor()

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        width = self.content_size.width
        return self._strips.strip(self._looks[y], width) if y < len(self._looks) else self._strips.blank(width)

    def _tell_position(self) -> None:
        first, end = self._paragraphs[0].start, self._paragraphs[-1].end
        percent = max(0, 100 * (self._view.end - first) // (end - first))
        if percent != self._percent:
            self._percent = percent
            self.post_message(self.PositionChanged(percent))

    def _place_cursor(self) -> None:
        """Put the terminal's cursor on the start of the focus, for screen readers and magnifiers."""
        if not self.has_focus:
            return
        at = self.focus_span.start
        y = self._view.y_of(at)
        before = "" if y is None else self._article.text[self._looks[y].start : at]
        self.app.cursor_position = self.content_region.offset + Offset(MARGIN + _cell_len(before), y or 0)

    # Textual's side.

    def on_resize(self) -> None:
        if self._paragraphs:
            self._break_lines(self._view.anchor)

    def on_focus(self) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        """Forget styles that another theme, or the focus, has changed."""
        super().notify_style_update()
        self._strips.forget_styles()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """Focus the sentence that was clicked on; nothing when the mouse has selected text."""
        place = event.get_content_offset(self)
        if self.text_selection is None and place is not None and place.y < len(self._looks):
            self._focus(self._sentences.at(self._looks[place.y].offset_at(place.x - MARGIN, _cell_len)))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the mouse selected."""
        return self._selected_by_mouse(selection).of(self._article.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what the mouse selects."""
        self._layers.selection = self._selected_by_mouse(selection) if selection else self.selection
        self._draw()

    def _selected_by_mouse(self, selection: Selection) -> Span:
        """Columns of a mouse selection are code points of the article, see `ArticleStrips.strip`; it has one row."""
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._article.text)
        return Span(start, max(start, end))


def _cell_len(text: str) -> int:
    """How many cells a text takes in the pane; a tab is drawn as a blank."""
    return cell_len(text.replace("\t", " "))


def _start(span: Span) -> int:
    return span.start
