"""The visible rows of an article, and what lies over its text."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model.article import Article
from reader.model.span import Span
from reader.tui.widgets.article_lines import ArticleLines, Block
from reader.tui.widgets.article_look import Layers, Look, MarkSpan
from reader.tui.widgets.article_strips import ArticleStrips
from reader.tui.widgets.span_index import SpanIndex
from reader.tui.widgets.viewport import Viewport

MARGIN = 5
"""Cells left of the text: focus, number or letter, bar of the summary, bar of marks, and a space."""

COMFORTABLE, NARROWEST, WIDEST = 66, 40, 120
"""Cells of a line."""

USUAL_SIZE = Size(MARGIN + COMFORTABLE, 24)
"""What is taken for the size before there is one."""


class ArticleCanvas(Widget):
    """Draws the visible rows of an article, and of those only what has changed."""

    class PositionChanged(Message):
        """Another part of the article is in sight."""

        def __init__(self, percent: int) -> None:
            super().__init__()
            self.percent = percent
            """How much of the body lies above the end of the pane."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleCanvas.PositionChanged)

    _article: Article
    _view: Viewport

    def __init__(self, *, id: str | None = None, measure: int = COMFORTABLE) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._blocks: list[Block] = []
        self._measure = measure
        self._layers = Layers(Span(0, 0))
        self._percent = -1
        self._looks: list[Look] = []
        self._is_drawn = True
        self._strips = ArticleStrips(self)

    # What is shown.

    def draw_article(self, article: Article, blocks: list[Block], focus: Span, top: int) -> None:
        """Draw an article without marks, a sentence of it in focus, the row of a code point at the top."""
        self._article, self._blocks = article, blocks
        self._layers = Layers(focus)
        self._percent = -1
        self._break_lines(top)

    def set_summary(self, spans: Sequence[Span]) -> None:
        """Number these sentences in the margin."""
        self._layers.summary = SpanIndex(zip(spans, range(1, len(spans) + 1), strict=True))
        self._draw()

    def set_marks(self, marks: Sequence[MarkSpan]) -> None:
        """Show these marks of the reader."""
        self._layers.marks = SpanIndex((mark.span, mark) for mark in marks)
        self._draw()

    def set_bright(self, sentences: Sequence[Span] | None) -> None:
        """Let only these sentences stay bright, given in text order; None: all do."""
        self._layers.bright = None if sentences is None else SpanIndex((span, None) for span in sentences)
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

    def set_told(self, parts: Sequence[tuple[Span, str]]) -> None:
        """Tell parts of statements apart: each is `speaker`, `cue` or `content`."""
        self._layers.told = SpanIndex(parts)
        self._draw()

    @property
    def focus_span(self) -> Span:
        """The sentence in focus."""
        return self._layers.focus

    @property
    def shows_end(self) -> bool:
        """Whether the end of the article is on the screen."""
        return self._percent >= 100

    @property
    def top(self) -> int:
        """Code point that the first visible row begins with."""
        return self._view.top

    def widen(self, by: int) -> None:
        """Make lines so many cells longer, or shorter."""
        room = max(NARROWEST, min(WIDEST, self.content_size.width - MARGIN))
        self._measure = max(NARROWEST, min(self._measure + by, room))
        self._break_lines(self._view.anchor)

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
        if self._is_drawn or not self._blocks:
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

    def code_point_at(self, place: Offset) -> int | None:
        """The code point of the article that is drawn at a cell of the pane, or nearest to it in its row."""
        if place.y >= len(self._looks):
            return None
        return self._looks[place.y].offset_at(place.x - MARGIN, _cell_len)

    def render_line(self, y: int) -> Strip:
        """The strip of one visible row."""
        width = self.content_size.width
        return self._strips.strip(self._looks[y], width) if y < len(self._looks) else self._strips.blank(width)

    def _tell_position(self) -> None:
        first, end = self._article.body.start, self._blocks[-1].span.end
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
        if self._blocks:
            self._break_lines(self._view.anchor)

    def on_focus(self) -> None:
        self.refresh()
        self._draw()

    def on_blur(self) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget styles that another theme, or the focus, has changed."""
        super().notify_style_update()
        self._strips.forget_styles()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the mouse selected."""
        return self._selected_by_mouse(selection).of(self._article.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what the mouse selects."""
        self._layers.selected_by_mouse = self._selected_by_mouse(selection) if selection else None
        self._draw()

    def _selected_by_mouse(self, selection: Selection) -> Span:
        """Columns of a mouse selection are code points of the article, see `ArticleStrips.strip`; it has one row."""
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._article.text)
        return Span(start, max(start, end))


def _cell_len(text: str) -> int:
    """How many cells a text takes in the pane; a tab is drawn as a blank."""
    return cell_len(text.replace("\t", " "))
