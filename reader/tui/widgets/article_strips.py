"""From the look of a row to what Textual draws."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl
from reader.tui.widgets.article_look import Look, Piece
from reader.tui.widgets.component import component_styles


class ArticleStrips:
    """Makes strips in the component styles of a widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget_styles(self) -> None:
        """Ask the style sheets again: the theme is another, or the focus came or went."""
        self._styles.clear()

    def blank(self, width: int) -> Strip:
        """An empty row."""
        return Strip.blank(width, self._style(()))

    def strip(self, look: Look, width: int) -> Strip:
        """A row of an article, `width` cells wide; what the mouse selects in it is counted in code points."""
        text = Strip(self._segments(look.pieces)).apply_offsets(look.start, 0)
        # A terminal that orders right-to-left text itself must not take margin or neighbour pane for a part of it.
        edge = [Segment(LEFT_TO_RIGHT_MARK, self._style(()))] if has_rtl(look.shown) else []
        strip = Strip([*self._segments(look.margin), *edge, *text, *edge])
        return strip.adjust_cell_length(width, self._style(()))

    def _segments(self, pieces: Sequence[Piece]) -> list[Segment]:
        """Segments of as few styles as there are: each costs about fifty bytes of the line to the terminal."""
        return [
            Segment("".join(text for text, _ in group), self._style(names))
            for names, group in groupby(pieces, key=itemgetter(1))
        ]

    def _style(self, names: tuple[str, ...]) -> Style:
        """The style of something that several names apply to, later ones over earlier ones."""
        style = self._styles.get(names)
        if style is None:
            style = self._widget.rich_style
            for name in names:
                style += self._own_style(f"article--{name}")
            self._styles[names] = style
        return style

    def _own_style(self, name: str) -> Style:
        """What a component class sets itself, with its colours as they come out over the ground of the widget."""
        rules = component_styles(self._widget, name)
        style = rules.rich_style
        color = style.color if rules.has_rule("color") else None
        ground = style.bgcolor if rules.has_rule("background") else None
        return Style(color=color, bgcolor=ground) + rules.text_style
