"""What the reader decided on names: listed, and revoked where it was wrong."""

from typing import TYPE_CHECKING
from uuid import UUID

from reader.actions import Place
from reader.desk.desk import Desk
from reader.model.rule import Rule, RuleKind
from reader.text.names import is_local
from reader.tui.screens.pane_screen import PaneScreen
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.pieces import Piece
from reader.tui.widgets.rule_list import RuleList

if TYPE_CHECKING:
    from reader.desk.rules import Ruled


class RulesScreen(PaneScreen, inherit_bindings=False):
    """Lists rules, the newest first."""

    def __init__(self, desk: Desk) -> None:
        self._rules: tuple[Rule, ...] = ()
        self._list = RuleList()
        super().__init__(desk, {Place.RULES: self._list}, {"rules.revoke": self._revoke})

    def reload(self) -> None:
        """Look up what there is now."""
        self.perform(lambda: (self.desk.rules.all(), self._titles()), self._show)

    def _titles(self) -> dict[str, str]:
        """Titles of the articles that rules are for."""
        ids = {rule.article for rule in self.desk.rules.all() if rule.article}
        articles = (self.desk.library.article(id_) for id_ in ids)
        return {article.id: article.title for article in articles if article is not None}

    def _show(self, found: "tuple[tuple[Rule, ...], dict[str, str]]") -> None:
        self._rules, titles = found
        count = len(self._rules)
        told = f"{count:,} {'correction' if count == 1 else 'corrections'}" if count else ""
        self.top.show((Piece("Corrections", "title"), Piece(f"   {told}", "quiet")))
        self._list.show(tuple(reversed(self._rules)), titles)

    def _revoke(self) -> None:
        target = self._list.target
        if isinstance(target, UUID):
            self.perform(lambda: self.desk.rules.revoke([target]), self._revoked)

    def _revoked(self, ruled: "Ruled") -> None:
        self.say(ruled.said)
        self.reload()

    def on_item_pane_chosen(self, event: ItemPane.Chosen) -> None:
        rule = next((rule for rule in self._rules if rule.id == event.target), None)
        if rule is None:
            return
        key = rule.value if rule.kind in (RuleKind.MERGE, RuleKind.ADD) else rule.entity
        if key and not is_local(key):
            self.program.run_worker(self.program.open_dossier(key), exit_on_error=False)
