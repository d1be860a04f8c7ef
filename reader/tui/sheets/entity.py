"""What something is called, and what it is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.model.value import Value
from reader.text.clean import clean
from reader.tui.sheets.choice_line import Choice, ChoiceLine
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle

KEYS = (("Enter", "save"), ("Tab", "name, type, where"), ("Esc", "leave"))

TYPES = (
    Choice("PERSON", "P", "person"),
    Choice("GPE", "S", "state, place"),
    Choice("LOC", "L", "region"),
    Choice("NORP", "N", "people"),
    Choice("ORG", "O", "organisation"),
    Choice("MEDIA", "M", "media"),
    Choice("EVENT", "E", "event"),
)
HERE, EVERYWHERE = "here", "everywhere"
SCOPES = (Choice(EVERYWHERE, "", "in all articles"), Choice(HERE, "", "in this one only"))


class Edited(Value, frozen=True):
    """What the reader says of an entity."""

    name: str
    label: str
    here: bool
    """Whether it holds in this article alone."""


class EntitySheet(Sheet[Edited]):
    """Asks for name, type and scope; closes with them, or with None.

    Args:
        title: what is asked.
        about: what it is asked of.
        name: as it is now.
        label: as it is now; empty: to be chosen, and asked for first.
        here: whether it holds in this article alone, at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,enter", "save", show=False)]

    def __init__(self, title: str, about: str, name: str, label: str, *, here: bool) -> None:
        super().__init__()
        self._title = SheetTitle(title, about)
        self._called = name
        self._field = LineField(id="entity-name")
        self._types = ChoiceLine(TYPES, label, id="entity-type")
        self._scope = ChoiceLine(SCOPES, HERE if here else EVERYWHERE, id="entity-scope")
        self._keys = KeyLine(KEYS)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield self._title
            for label, field in (("Name", self._field), ("Type", self._types), ("Where", self._scope)):
                with Horizontal(classes="asked"):
                    yield Static(label, classes="asked--label")
                    yield field
            yield self._keys

    def on_mount(self) -> None:
        self._field.value = self._called
        self._field.select_all()
        (self._field if self._types.chosen else self._types).focus()

    @on(ChoiceLine.Changed)
    @on(Input.Changed)
    def _show_keys(self) -> None:
        self._keys.show_keys()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Close with what was said; without a name or a type there is nothing to say."""
        name = " ".join(clean(self._field.value).text.split())
        if not name:
            self._keys.show_error("A name is needed. Esc leaves it as it is.")
        elif not self._types.chosen:
            self._keys.show_error("What is it? A letter chooses the type.")
        else:
            self.dismiss(Edited(name, self._types.chosen, self._scope.chosen == HERE))
