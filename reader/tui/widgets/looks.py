"""How words look on the lines and panes around the text."""

from rich.style import Style
from textual.widget import Widget

LOOKS = {
    f"look--{name}"
    for name in ("plain", "strong", "title", "heading", "quiet", "quote", "tag", "key", "error", "cursor")
}
"""Component classes of a screen that has such lines and panes.

They stand on the screen, not on each widget: working out the styles of one costs as much as drawing several lines.
"""


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
        """Words of a look, `quiet` for `look--quiet`, on the widget's ground."""
        if name not in self._known:
            style = self._widget.screen.get_component_rich_style(f"look--{name}")
            self._known[name] = style + self.ground.background_style
        return self._known[name]

    def cursor(self) -> Style:
        """Words under the cursor, on a ground of their own."""
        if "cursor" not in self._known:
            self._known["cursor"] = self._widget.screen.get_component_rich_style("look--cursor")
        return self._known["cursor"]

    def forget(self) -> None:
        """Work them out again: the theme may have changed."""
        self._known.clear()
