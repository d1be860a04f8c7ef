"""The reader's rules on names, a line or two each."""

from collections.abc import Mapping, Sequence

from reader.model.rule import Rule
from reader.text.decided import in_words
from reader.tui.widgets.item_pane import Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

EMPTY = (
    "No corrections yet. In the names of an article e edits one, = says that it is the same as another, R rejects it."
)


class RuleList(ItemPane, inherit_bindings=False):
    """Lists rules."""

    def __init__(self) -> None:
        super().__init__(id="rules")
        self.border_title = "What you decided"
        self._rules: Sequence[Rule] = ()
        self._titles: Mapping[str, str] = {}

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._rules)

    def show(self, rules: Sequence[Rule], titles: Mapping[str, str]) -> None:
        """Show rules.

        Args:
            rules: in order.
            titles: of the articles that they are for, by id.
        """
        self._rules, self._titles = rules, titles
        self.rebuild()
        self.lay_out()

    def build(self, width: int) -> Sequence[Item]:
        if not self._rules:
            return [remark(wrapped_lines(EMPTY, width))]
        return [self._rule(rule, width) for rule in self._rules]

    def _rule(self, rule: Rule, width: int) -> Item:
        where = f"in “{self._titles.get(rule.article, rule.article)}”" if rule.article else "in all articles"
        when = f"{rule.modified.astimezone():%Y-%m-%d %H:%M}"
        about = " · ".join(filter(None, (where, when, f"from {rule.origin}" if rule.origin else "")))
        said = Piece(fit(in_line(in_words(rule)), width))
        return Item(((said,), (Piece(fit(in_line(f"  {about}"), width), "quiet"),)), rule.id)
