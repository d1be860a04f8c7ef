"""Choosing one of many entities by typing."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.model.analysis import Entity
from reader.model.value import Value
from reader.text.labels import LABELS
from reader.text.names import folded_name
from reader.tui.sheets.choice_line import ChoiceLine
from reader.tui.sheets.entity import EVERYWHERE, HERE, SCOPES
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.rows import Row, Rows
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle

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
        entities: to choose from.
        here: the scope at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("tab,shift+tab", "scope", show=False),
        Binding("ctrl+s", "take", show=False),
    ]

    def __init__(self, title: str, entities: Sequence[Entity], *, here: bool) -> None:
        super().__init__()
        self._title = SheetTitle(title)
        self._entities = {entity.id: entity for entity in entities}
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
        """Show what fits what is typed; names that begin so come first."""
        typed = folded_name(self._field.value)
        names = {id_: folded_name(entity.name) for id_, entity in self._entities.items()}
        fitting = sorted(
            (id_ for id_ in names if typed in names[id_]), key=lambda id_: not f" {names[id_]}".startswith(f" {typed}")
        )
        rows = [Row(id_, self._entities[id_].name, LABELS[self._entities[id_].label][1]) for id_ in fitting]
        self._rows.show_rows(rows, 0 if rows else None)

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
            self.dismiss(Picked(self._entities[row.id], self._scope.chosen == HERE))
