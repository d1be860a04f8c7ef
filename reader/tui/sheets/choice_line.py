"""A line of a few options, one of which holds."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.model.value import Value
from reader.tui.widgets.looks import Looks


class Choice(Value, frozen=True):
    """One option."""

    id: str
    key: str
    """The letter that chooses it; empty: none."""
    word: str


class ChoiceLine(Widget, can_focus=True, inherit_bindings=False):
    """Draws options side by side, on as many rows as they take; a letter, or left and right, chooses.

    Args:
        choices: all of them.
        chosen: id of the one that holds; one that is not among them: none does yet.
    """

    class Changed(Message):
        """Another option was chosen."""

    def __init__(self, choices: Sequence[Choice], chosen: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._choices = tuple(choices)
        self.chosen = chosen
        self._looks = Looks(self)

    def on_key(self, event: events.Key) -> None:
        """Choose by letter, or the next or previous option."""
        step = {"right": 1, "space": 1, "left": -1}.get(event.key)
        by_key = next((one for one in self._choices if one.key and one.key == (event.character or "").upper()), None)
        if by_key is not None:
            self.choose(by_key.id)
        elif step is not None:
            ids = [one.id for one in self._choices]
            at = ids.index(self.chosen) + step if self.chosen in ids else 0
            self.choose(ids[at % len(ids)])
        else:
            return
        event.stop()

    def choose(self, id_: str) -> None:
        """Let an option hold."""
        self.chosen = id_
        self.refresh()
        self.post_message(self.Changed())

    def on_focus(self) -> None:
        self.app.cursor_position = self.content_region.offset
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of the one row."""
        width = self.size.width
        if y:
            return Strip.blank(width, self._looks.ground)
        segments = []
        for one in self._choices:
            is_chosen = one.id == self.chosen
            look = "cursor" if is_chosen and self.has_focus else "strong" if is_chosen else "quiet"
            key = f"{one.key} " if one.key else ""
            segments += [Segment(f" {key}{one.word} ", self._looks.of(look)), Segment(" ", self._looks.ground)]
        return Strip(segments).adjust_cell_length(width, self._looks.ground)

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()
