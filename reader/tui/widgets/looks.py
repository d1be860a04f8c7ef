"""How words look on the lines and panes around the text."""

from rich.style import Style
from textual.widget import Widget

from reader.tui.widgets.component import component_styles


class Looks:
    """Styles for what one widget draws, each worked out once.

    Args:
        widget: on whose ground the words stand.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[str, Style] = {}

    @property
    def ground(self) -> Style:
        """Where no words stand."""
        if "" not in self._known:
            self._known[""] = self._widget.rich_style
        return self._known[""]

    def of(self, name: str) -> Style:
        """Words of a look: `quiet` for the component class `look--quiet`."""
        if name not in self._known:
            self._known[name] = component_styles(self._widget, f"look--{name}").rich_style
        return self._known[name]

    def forget(self) -> None:
        """Work them out again: the theme may have changed."""
        self._known.clear()
