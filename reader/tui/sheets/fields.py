"""Text fields whose content never reaches the terminal as anything but text."""

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.widgets import Input, TextArea

from reader.text.guard import guard

LONGEST_LINE = 2000
"""Characters that are taken from what is pasted into one line."""


def most_rows(viewport: Size) -> int:
    """Rows that one part of a sheet takes at most: a third of the screen, so that the passage stays in view."""
    return max(1, viewport.height // 3)


class _Field:
    """Leaves Esc and a letter right behind it, which arrive as one key, to the app that tells them apart."""

    def on_key(self, event: events.Key) -> None:
        if event.key.startswith("alt+"):
            event.prevent_default()


class LineField(_Field, Input):
    """One line of text."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        # A blinking cursor would send bytes while the reader thinks.
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted lines as one."""
        event.text = " ".join(event.text[:LONGEST_LINE].split())

    @property
    def _value(self) -> Text:
        return Text(guard(self.value), no_wrap=True, overflow="ignore", end="")


class TextField(_Field, TextArea):
    """Lines of text, as many as are written."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(text, placeholder=placeholder, compact=True, highlight_cursor_line=False, id=id)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def on_paste(self, event: events.Paste) -> None:
        """Keep what is pasted here from being taken for a new article."""
        event.stop()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return min(super().get_content_height(container, viewport, width), most_rows(viewport))

    def get_line(self, line_index: int) -> Text:
        return Text(guard(self.document.get_line(line_index)), end="", no_wrap=True)
