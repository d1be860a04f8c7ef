"""Who and what the article names."""

from collections.abc import Iterator, Mapping

from reader.model.analysis import Entity
from reader.text.labels import LETTERS
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.named import Shown
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

GROUPS: Mapping[str, tuple[str, ...]] = {
    "People": ("PERSON",),
    "States and places": ("GPE", "LOC", "FAC", "NORP"),
    "Organisations": ("ORG",),
    "Media": ("MEDIA",),
    "Events and works": ("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"),
}
"""Groups in the order of the pane, with their labels."""

COUNT_WIDTH = 4
"""Cells of the number of mentions."""

LETTER_WIDTH = 2


class EntityPane(ItemPane, inherit_bindings=False):
    """Lists entities by group, inside a group by first appearance; the chosen one tells which mention is current."""

    def __init__(self) -> None:
        super().__init__(id="entities")
        self._shown = Shown()
        self._chosen: str | None = None
        self._current = 0
        self._state = ""

    @property
    def count(self) -> int:
        """How much is in it."""
        return len(self._shown.entities)

    def show(self, shown: Shown, state: str) -> None:
        """Show entities, and in a few words what is under way."""
        self._shown, self._state = shown, state
        self.border_title = f"Entities · {self.count}" if self.count else "Entities"
        self.rebuild()

    def show_chosen(self, entity: str | None, current: int) -> None:
        """Mark the entity whose mentions the text shows, and the number of the current one, from 1."""
        self._chosen, self._current = entity, current
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        items: list[Item] = []
        for title, labels in GROUPS.items():
            members = [entity for entity in self._shown.entities if entity.label in labels]
            if members:
                items += [heading(title), *(self._row(entity, width) for entity in members), BLANK]
        return [*items, remark(wrapped_lines(self._state, width))] if self._state else items[:-1]

    def _row(self, entity: Entity, width: int) -> Item:
        shown = self._shown
        count = str(shown.counts[entity.id])
        chosen = entity.id == self._chosen
        signs = f"{'' if entity.is_sure else ' ?'}{' *' if entity.id in shown.watched else ''}"
        signs += f" {self._current}/{count}" if chosen and self._current else ""
        name = fit(in_line(entity.name), width - COUNT_WIDTH - LETTER_WIDTH - len(signs))
        first = (
            Piece(f"{count:>{COUNT_WIDTH - 1}} ", "quiet"),
            Piece(f"{LETTERS[entity.label]} ", "quiet"),
            Piece(name, "strong" if chosen else "plain" if entity.is_sure else "quiet"),
            Piece(signs, "quiet"),
        )
        more = self._more(entity, width) if chosen else ()
        return Item(
            (first, *((Piece(f"{'':{COUNT_WIDTH + LETTER_WIDTH}}{line}", "quiet"),) for line in more)), entity.id
        )

    def _more(self, entity: Entity, width: int) -> Iterator[str]:
        """What the article says of the chosen entity."""
        said = (self._shown.aspects.get(entity.id, ""), *self._shown.roles.get(entity.id, ()))
        for words in filter(None, said):
            yield from wrapped_lines(in_line(words), width - COUNT_WIDTH - LETTER_WIDTH)
