"""Entities of the whole library, and the groups that they fall into."""

from collections.abc import Sequence

from rich.cells import cell_len

from reader.model.dossier import Listed
from reader.model.value import Value
from reader.text.labels import LABELS
from reader.tui.widgets.item_pane import Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

COUNT_WIDTH = 8
"""Cells of the number of articles."""

RIGHT_WIDTH = 24
"""Cells of the unread articles and the last day, where there is room."""

NARROWEST = 50
"""Cells of a list that has room for them."""


class Group(Value, frozen=True):
    """Some of the entities."""

    id: str
    name: str


class GroupPane(ItemPane, inherit_bindings=False):
    """Lists groups; the one that is shown stands out."""

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__(id="groups")
        self.border_title = "Groups"
        self._groups = groups
        self._current = groups[0]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._groups)

    def show_current(self, group: Group) -> None:
        """Mark the group that is shown."""
        self._current = group
        self.rebuild()

    def build(self, width: int) -> Sequence[Item]:
        return [
            Item(((Piece(fit(group.name, width), "strong" if group == self._current else "plain"),),), group)
            for group in self._groups
        ]


class NameList(ItemPane, inherit_bindings=False):
    """Lists entities with what is counted of them."""

    def __init__(self) -> None:
        super().__init__(id="names")
        self.border_title = "Names"
        self._listed: Sequence[Listed] = ()
        self._details: dict[str, Listed] = {}
        self._watched: frozenset[str] = frozenset()
        self._state = "looking…"

    @property
    def count(self) -> int:
        """How many are listed."""
        return len(self._listed)

    @property
    def listed(self) -> Listed | None:
        """The entity under the cursor."""
        return next((one for one in self._listed if one.key == self.target), None)

    def is_watched(self, key: str) -> bool:
        """Whether the reader follows an entity."""
        return key in self._watched

    def show(self, listed: Sequence[Listed], watched: frozenset[str]) -> None:
        """Show entities."""
        self._listed, self._watched = listed, watched
        self._state = "" if listed else "No names here. Articles are analysed in the background; W watches a name."
        self.rebuild()
        self.lay_out()

    def show_details(self, listed: Sequence[Listed]) -> None:
        """Show what is counted of some of them."""
        self._details = {one.key: one for one in listed}
        self.rebuild()
        self.lay_out()

    def build(self, width: int) -> Sequence[Item]:
        if self._state:
            return [remark(wrapped_lines(self._state, width))]
        return [self._row(one, width) for one in self._listed]

    def _row(self, one: Listed, width: int) -> Item:
        letter = LABELS[one.label][0] if one.label in LABELS else " "
        details = self._details.get(one.key)
        unread = f"{details.unread:,} unread" if details and details.unread else ""
        last = details.last.isoformat() if details and details.last else ""
        right = f"{unread:>12}  {last:>10}" if width >= NARROWEST else ""
        watched = " *" if one.key in self._watched else ""
        room = width - COUNT_WIDTH - 2 - len(watched) - (RIGHT_WIDTH + 2 if right else 0)
        name = fit(in_line(one.name), room)
        articles = details.articles if details else one.articles
        pad = " " * max(0, room - cell_len(name))
        pieces = (
            Piece(f"{articles:>{COUNT_WIDTH - 1},} ", "quiet"),
            Piece(f"{letter} ", "quiet"),
            Piece(name),
            Piece(watched, "tag"),
            Piece(f"{pad}  {right}" if right else "", "quiet"),
        )
        return Item((pieces,), one.key)
