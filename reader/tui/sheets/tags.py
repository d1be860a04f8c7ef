"""Setting tags from a list."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.tui.sheets.fields import LineField
from reader.tui.sheets.rows import Row, Rows
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle
from reader.tui.sheets.tagging import by_use, completions, has_tag, tags_in, with_tags, without_tag

KEYS = (("Enter", "on or off"), ("↓ ↑", "choose"), ("Esc", "done"))


class TagSheet(Sheet[tuple[str, ...]]):
    """Lists known tags, filtered by what is typed; closes with the set ones, or None where nothing was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "done", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(self, title: str, tags: Sequence[str], known: Mapping[str, int]) -> None:
        super().__init__()
        self._title = SheetTitle(title)
        self._before = with_tags((), tags)
        self._tags = self._before
        self._known = dict.fromkeys(self._before, 0) | dict(known)
        self._field = LineField(placeholder="Type a tag, or choose one below", id="filter")
        self._rows = Rows()
        self._listed: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield self._title
            yield self._field
            yield self._rows
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self._field.focus()
        self._list()

    def action_move(self, step: int) -> None:
        """Move the cursor through the list."""
        self._rows.move(step)

    def action_complete(self) -> None:
        """Take what the typed tag may become; with nothing typed, go into the list."""
        if self._field.value:
            self._enter()
        else:
            self._rows.move(1)

    def action_done(self) -> None:
        """Close with the tags that are set, and the one that is being typed."""
        if self._typed:
            self._set_typed()
        self._close()

    def action_leave(self) -> None:
        """Clear what is typed; with nothing typed, close."""
        if self._field.value:
            self._field.value = ""
        else:
            self._close()

    @property
    def _typed(self) -> list[str]:
        return tags_in(self._field.value)

    @on(Input.Submitted)
    def _enter(self) -> None:
        row = self._rows.current
        if row is not None:
            self._toggle(row.id)
        elif self._typed:
            self._set_typed()
        else:
            self._close()

    @on(Rows.Chosen)
    def _clicked(self, event: Rows.Chosen) -> None:
        self._toggle(event.row.id)

    def _toggle(self, tag: str) -> None:
        self._known.setdefault(tag, 0)
        self._tags = without_tag(self._tags, tag) if has_tag(self._tags, tag) else with_tags(self._tags, [tag])
        if self._field.value:
            self._field.value = ""
        else:
            self._show(self._rows.cursor)

    def _set_typed(self) -> None:
        row = self._rows.current
        self._tags = with_tags(self._tags, [row.id] if row else self._typed, self._known)
        self._known |= {tag: 0 for tag in self._tags if tag not in self._known}
        self._field.value = ""

    def _close(self) -> None:
        self.dismiss(None if self._tags == self._before else self._tags)

    @on(Input.Changed)
    def _list(self) -> None:
        """List what fits to what is typed; without anything typed the set tags stand first."""
        typed = self._typed
        if not typed:
            self._listed = with_tags(self._tags, by_use(self._known))
        elif len(typed) == 1:
            self._listed = completions(typed[0], self._known)
        else:
            self._listed = ()
        if len(typed) == 1 and not has_tag(self._listed, typed[0]):
            self._listed = [*self._listed, typed[0]]
        self._show(0 if typed and self._listed else None)

    def _show(self, cursor: int | None) -> None:
        self._rows.show_rows([self._row(tag) for tag in self._listed], cursor)

    def _row(self, tag: str) -> Row:
        uses = self._known.get(tag)
        return Row(tag, tag, "new tag" if uses is None else str(uses or ""), marked=has_tag(self._tags, tag))
