"""Choosing one of many entities by typing."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.model.analysis import Entity
from reader.model.value import Value
from reader.text.labels import in_a_word
from reader.text.names import folded_name
from reader.tui.sheets.choice_line import ChoiceLine
from reader.tui.sheets.entity import EVERYWHERE, HERE, SCOPES
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.rows import Row, Rows
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle

Entities = Sequence[Entity]
Ask = Callable[[str, Callable[[Entities], None]], None]
"""Looks up entities with these beginnings of words in their names, and hands them over."""

KEYS = (("Enter", "take"), ("↓ ↑", "choose"), ("Tab", "where"), ("Esc", "leave"))


class Picked(Value, frozen=True):
    """The chosen entity."""

    entity: Entity
    here: bool
    """Whether what is done with it holds in this article alone."""


class EntityPicker(Sheet[Picked]):
    """Lists entities, narrowed by what is typed; closes with one, or with None.

    Args:
        title: what it is asked for.
        entities: to choose from, first.
        here: the scope at first.
        ask: for others that fit what is typed; what they are handed over to is called in the screen's own time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("tab,shift+tab", "scope", show=False),
        Binding("ctrl+s", "take", show=False),
    ]

    def __init__(self, title: str, entities: Entities, *, here: bool, ask: Ask) -> None:
        super().__init__()
        self._title = SheetTitle(title)
        self._near = {entity.id: entity for entity in entities}
        self._far: dict[str, Entity] = {}
        self._ask = ask
        self._field = LineField(placeholder="Type a part of its name", id="filter")
        self._rows = Rows()
        self._scope = ChoiceLine(SCOPES, HERE if here else EVERYWHERE, id="entity-scope")
        self._scope.can_focus = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield self._title
            yield self._field
            yield self._rows
            with Horizontal(classes="asked"):
                yield Static("Where", classes="asked--label")
                yield self._scope
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self._field.focus()
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        """Show what fits what is typed; words that begin so come first, what only others name comes last."""
        typed = folded_name(self._field.value)
        self._far = {}
        self._show_rows(0)
        if typed:
            self._ask(typed, lambda found: self._found(typed, found))

    def _found(self, typed: str, found: Entities) -> None:
        """Take what was looked up, unless something else was typed meanwhile."""
        if self.is_current and typed == folded_name(self._field.value):
            self._far = {entity.id: entity for entity in found if entity.id not in self._near}
            self._show_rows(self._rows.cursor or 0)

    def _show_rows(self, cursor: int) -> None:
        typed = folded_name(self._field.value)
        names = {id_: folded_name(entity.name) for id_, entity in self._near.items()}
        fitting = sorted(
            (id_ for id_ in names if typed in names[id_]), key=lambda id_: f" {typed}" not in f" {names[id_]}"
        )
        rows = [Row(id_, self._near[id_].name, in_a_word(self._near[id_].label)) for id_ in fitting]
        rows += [Row(one.id, one.name, f"{in_a_word(one.label)}, in other articles") for one in self._far.values()]
        self._rows.show_rows(rows, cursor if rows else None)

    def action_move(self, step: int) -> None:
        """Move the cursor through the list."""
        self._rows.move(step)

    def action_scope(self) -> None:
        """Let it hold here, or everywhere."""
        self._scope.choose(EVERYWHERE if self._scope.chosen == HERE else HERE)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def action_take(self) -> None:
        """Close with the entity under the cursor."""
        row = self._rows.current
        if row is not None:
            self.dismiss(Picked(self._near.get(row.id) or self._far[row.id], self._scope.chosen == HERE))
