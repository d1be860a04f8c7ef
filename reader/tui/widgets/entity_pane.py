"""Who and what the article names."""

from collections import Counter
from collections.abc import Mapping

from reader.model.analysis import Entity
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

GROUPS: Mapping[str, Mapping[str, str]] = {
    "People": {"PERSON": "P"},
    "States and places": {"GPE": "S", "LOC": "L", "FAC": "L", "NORP": "N"},
    "Organisations": {"ORG": "O"},
    "Media": {"MEDIA": "M"},
    "Events and works": {"EVENT": "E", "LAW": "W", "WORK_OF_ART": "W", "PRODUCT": "W", "LANGUAGE": "W"},
}
"""Groups in the order of the pane: label to the letter that stands for it."""

LETTERS: Mapping[str, str] = {label: letter for labels in GROUPS.values() for label, letter in labels.items()}

COUNT_WIDTH = 4
"""Cells of the number of mentions."""

LETTER_WIDTH = 2


class EntityPane(ItemPane, inherit_bindings=False):
    """Lists entities by group, inside a group by first appearance; the chosen one tells which mention is current."""

    def __init__(self) -> None:
        super().__init__(id="entities")
        self._entities: tuple[Entity, ...] = ()
        self._counts: Counter[str] = Counter()
        self._chosen: str | None = None
        self._current = 0
        self._state = ""

    @property
    def count(self) -> int:
        """How much is in it."""
        return len(self._entities)

    def show(self, entities: tuple[Entity, ...], counts: Counter[str], state: str) -> None:
        """Show entities with their numbers of mentions, and in a few words what is under way."""
        self._entities, self._counts, self._state = entities, counts, state
        self.border_title = f"Entities · {len(entities)}" if entities else "Entities"
        self.rebuild()

    def show_chosen(self, entity: str | None, current: int) -> None:
        """Mark the entity whose mentions the text shows, and the number of the current one, from 1."""
        self._chosen, self._current = entity, current
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        items: list[Item] = []
        for title, letters in GROUPS.items():
            members = [entity for entity in self._entities if entity.label in letters]
            if members:
                items += [heading(title), *(self._row(entity, width) for entity in members), BLANK]
        return [*items, remark(wrapped_lines(self._state, width))] if self._state else items[:-1]

    def _row(self, entity: Entity, width: int) -> Item:
        count = str(self._counts[entity.id])
        chosen = entity.id == self._chosen
        place = f" {self._current}/{count}" if chosen and self._current else ""
        name = fit(in_line(entity.name), width - COUNT_WIDTH - LETTER_WIDTH - len(place))
        return Item(
            (
                (
                    Piece(f"{count:>{COUNT_WIDTH - 1}} ", "quiet"),
                    Piece(f"{LETTERS[entity.label]} ", "quiet"),
                    Piece(name, "strong" if chosen else "plain"),
                    Piece(place, "quiet"),
                ),
            ),
            entity.id,
        )
