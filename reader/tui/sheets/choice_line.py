"""A line of a few options, one of which holds."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
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
        self._place_terminal_cursor()
        self.refresh()
        self.post_message(self.Changed())

    def on_focus(self) -> None:
        self._place_terminal_cursor()
        self.refresh()

    def on_resize(self) -> None:
        self._place_terminal_cursor()

    def on_blur(self) -> None:
        self.refresh()

    def _place_terminal_cursor(self) -> None:
        """Let screen readers and magnifiers find the option that holds."""
        if self.has_focus:
            places = [
                Offset(sum(cell_len(_words(one)) + 1 for one in row[:number]), y)
                for y, row in enumerate(self._rows(self.size.width))
                for number, one in enumerate(row)
                if one.id == self.chosen
            ]
            self.app.cursor_position = self.content_region.offset + (places[0] if places else Offset())

    def _rows(self, width: int) -> list[list[Choice]]:
        """The options, as many in a row as have room."""
        rows: list[list[Choice]] = [[]]
        for one in self._choices:
            if rows[-1] and sum(cell_len(_words(other)) + 1 for other in rows[-1]) + cell_len(_words(one)) > width:
                rows.append([])
            rows[-1].append(one)
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """The strip of one row."""
        width, rows = self.size.width, self._rows(self.size.width)
        segments = []
        for one in rows[y] if y < len(rows) else ():
            is_chosen = one.id == self.chosen
            look = "cursor" if is_chosen and self.has_focus else "strong" if is_chosen else "quiet"
            segments += [Segment(_words(one), self._looks.of(look)), Segment(" ", self._looks.ground)]
        return Strip(segments).adjust_cell_length(width, self._looks.ground)

    def notify_style_update(self) -> None:
        """Forget looks that may have changed."""
        super().notify_style_update()
        self._looks.forget()


def _words(choice: Choice) -> str:
    """What stands for an option, in a cell of its own."""
    return f" {choice.key} {choice.word} " if choice.key else f" {choice.word} "
