"""Where a text to be added is written or pasted."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.text.guard import guard
from reader.tui.sheets.fields import TextField
from reader.tui.sheets.pasted import looks_like_a_path, looks_like_an_address

LONG = 20_000
"""Characters from which on a text is only shown, not edited: the field would take too long to wrap it."""

SHOWN = 400
"""Characters of a long text that are shown."""


class GivenText(TextField):
    """A text, or names of places; Enter behind one name adds what is there."""

    class Entered(Message):
        """The reader wants added what the field names."""

    class TooLong(Message):
        """A text too long to be edited was given."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__(placeholder="Paste a text, or write the path of a file or folder, or an address", id="given")

    def take(self, text: str) -> None:
        """Put a text in place of what is selected."""
        start, end = sorted(self.selection)
        before, after = self.get_text_range((0, 0), start), self.get_text_range(end, self.document.end)
        if len(before) + len(text) + len(after) > LONG:
            self.clear()
            self.post_message(self.TooLong(before + text + after))
        else:
            self.move_cursor(self.replace(text, start, end).end_location)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take(event.text)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and (looks_like_a_path(self.text) or looks_like_an_address(self.text)):
            event.prevent_default()
            event.stop()
            self.post_message(self.Entered())


class LongText(Static, can_focus=True):
    """The beginning of a long text, and how long it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", show=False),
        Binding("delete,backspace", "delete", show=False),
    ]

    class Entered(Message):
        """The reader wants the text added."""

    class Deleted(Message):
        """The reader took the text out."""

    def __init__(self) -> None:
        super().__init__(id="long")
        self.text = ""
        """The whole text; empty: there is none."""

    def show(self, text: str) -> None:
        """Show the beginning of a text."""
        self.text = text
        beginning = " ".join(guard(text[:SHOWN]).split())
        self.update(
            Content.assemble(f"{beginning}…\n", (f"{len(text):,} characters. Delete takes them out.", "$text-muted"))
        )

    def action_enter(self) -> None:
        """Ask for the text to be added."""
        self.post_message(self.Entered())

    def action_delete(self) -> None:
        """Take the text out."""
        self.text = ""
        self.post_message(self.Deleted())
