"""All entities of the library: who is named how often, narrowed by group and by name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.desk.desk import Desk
from reader.model.analysis import Entity
from reader.model.dossier import EntityQuery
from reader.tui.screens.pane_screen import PaneScreen
from reader.tui.widgets.entity_pane import GROUPS
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.name_list import Group, GroupPane, NameList
from reader.tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from reader.desk.rules import Ruled
    from reader.model.dossier import Listed

LIMIT = 500
"""Entities that are listed."""


class EntitiesScreen(PaneScreen, inherit_bindings=False):
    """Lists entities by the number of articles that name them; Enter opens the dossier of one."""

    def __init__(self, desk: Desk) -> None:
        self._words = ""
        self._names = NameList()
        self._groups = GroupPane([Group("", "All"), *(Group(name, name) for name in GROUPS), Group("*", "Watched")])
        self._group = Group("", "All")
        super().__init__(
            desk,
            {Place.NAME_LIST: self._names, Place.GROUPS: self._groups},
            {
                "pane.names": lambda: self.focus_pane(Place.NAME_LIST),
                "pane.groups": lambda: self.focus_pane(Place.GROUPS),
                "names.find": self._ask,
                "names.watch": self._watch,
            },
        )

    def reload(self) -> None:
        """Look up what there is now."""
        group, words = self._group, self._words
        self._groups.show_current(group)
        query = EntityQuery(words, GROUPS.get(group.id, ()), is_watched=group.id == "*", limit=LIMIT)
        self._show_top(None)
        self.desk.lists.interrupt()

        def show(found: "tuple[tuple[Listed, ...], frozenset[str]]") -> None:
            if (group, words) == (self._group, self._words):
                listed, watched = found
                self._show_top(len(listed))
                self._names.show(listed, watched)
                self.look_up(lambda: self.desk.dossiers.with_details(listed), detailed)

        def detailed(listed: "Sequence[Listed]") -> None:
            if (group, words) == (self._group, self._words):
                self._names.show_details(listed)

        self.look_up(lambda: (self.desk.dossiers.entities(query), self.desk.rules.watched()), show)

    def _show_top(self, count: int | None) -> None:
        told = "looking…" if count is None else f"the first {count:,}" if count == LIMIT else f"{count:,}"
        words = f" · “{self._words}”" if self._words else ""
        self.top.show((Piece("All names", "title"), Piece(f"   {self._group.name}{words} · {told}", "quiet")))

    def _ask(self) -> None:
        from reader.tui.sheets.name import NameLine

        def asked(words: str | None) -> None:
            self._words = words or ""
            self._names.focus()
            self.reload()

        self.program.push_screen(NameLine("Names with", self._words), asked)

    def cancel(self) -> bool:
        """Go back to the names, then take back what narrows them."""
        if super().cancel():
            return True
        if not (self._words or self._group.id):
            return False
        self._words, self._group = "", Group("", "All")
        self.reload()
        return True

    def on_item_pane_chosen(self, event: ItemPane.Chosen) -> None:
        if isinstance(event.target, Group):
            self._group = event.target
            self._names.focus()
            self.reload()
        elif isinstance(event.target, str):
            self.program.run_worker(self.program.open_dossier(event.target), exit_on_error=False)

    def on_screen_resume(self) -> None:
        """Show what was decided in a dossier."""
        self.reload()

    def _watch(self) -> None:
        listed = self._names.listed
        if listed is None:
            return
        entity = Entity(listed.key, listed.name, listed.label)
        on = not self._names.is_watched(listed.key)
        self.perform(lambda: self.desk.rules.watch(entity, on), self._ruled)

    def _ruled(self, ruled: "Ruled") -> None:
        self.say(ruled.said)
        self.reload()
