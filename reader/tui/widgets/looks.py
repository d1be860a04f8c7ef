"""The looks of what a widget draws, worked out once."""

from rich.style import Style
from textual.widget import Widget


class Looks:
    """Styles of a widget's component classes; asking Textual for one costs more than drawing a line.

    Args:
        widget: whose component classes they are.
        prefix: what their names begin with, `pane--`.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._known: dict[str, Style] = {}

    def of(self, name: str) -> Style:
        """The look of a component; of an empty name, the widget's own."""
        if name not in self._known:
            widget = self._widget
            self._known[name] = widget.get_component_rich_style(self._prefix + name) if name else widget.rich_style
        return self._known[name]

    def forget(self) -> None:
        """Work them out again: the theme or the focus may have changed them."""
        self._known.clear()
