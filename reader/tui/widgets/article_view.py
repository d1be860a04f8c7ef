"""The article as the reader moves in it: by sentence, page and paragraph, selecting and finding."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events
from textual.message import Message

from reader.model.article import Article, PartKind
from reader.model.span import Span
from reader.tui.widgets.article_canvas import COMFORTABLE, ArticleCanvas
from reader.tui.widgets.article_lines import blocks_of
from reader.tui.widgets.article_look import MarkSpan
from reader.tui.widgets.article_sentences import ArticleSentences
from reader.tui.widgets.selecting import Selecting, Words
from reader.tui.widgets.span_index import SpanIndex

__all__ = ["ArticleView", "MarkSpan"]

OVERLAP = 2
"""Rows of the last page that the next one still shows."""

WHEEL_ROWS = 3


class ArticleView(ArticleCanvas, can_focus=True):
    """The pane of the text. One sentence has the focus and is always in sight.

    No key costs more in a long article than in a short one. What the reader does needs an article that is shown.
    """

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

    _sentences: ArticleSentences

    def __init__(self, *, id: str | None = None, measure: int = COMFORTABLE) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, measure=measure)
        self._paragraphs: list[Span] = []
        self._selecting: Selecting | None = None
        self._matches: Sequence[Span] = ()

    # What is shown.

    def show(self, article: Article, *, focus: Span | None = None, top: int | None = None) -> None:
        """Show an article at its beginning, or where it was left.

        Args:
            article: what to show.
            focus: a sentence; the one that stands there now gets the focus.
            top: code point that the first visible row shows.
        """
        blocks = blocks_of(article)
        self._paragraphs = [block.span for block in blocks if block.kind is PartKind.BODY]
        self._sentences = ArticleSentences(article.text, self._paragraphs)
        self._selecting, self._matches = None, ()
        self.draw_article(article, blocks, self._sentences.at((focus or article.body).start), top or 0)

    def set_sentences(self, spans: Sequence[Span], *, complete: bool = False) -> None:
        """Take better sentences for the text that they cover; the focus stays where it is.

        Args:
            spans: in text order.
            complete: there are no others.
        """
        self._sentences.know(spans, complete=complete)
        self._layers.focus = self._sentences.at(self.focus_span.start)
        self._draw()

    # Where the reader is.

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

    # Textual's side.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """Focus the sentence that was clicked on; nothing when the mouse has selected text."""
        place = event.get_content_offset(self)
        at = None if place is None or self.text_selection else self.code_point_at(place)
        if at is not None:
            self._focus(self._sentences.at(at))


def _start(span: Span) -> int:
    return span.start
