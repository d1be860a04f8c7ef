"""What is known of an entity beside its passages."""

from collections.abc import Sequence

from reader.model.dossier import Dossier
from reader.model.mark import MarkKind
from reader.model.value import Value
from reader.text.labels import LABELS
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.week_chart import week_chart
from reader.tui.widgets.wrapped import wrapped_lines

COUNT_WIDTH = 6
"""Cells of a number before a name."""


class Other(Value, frozen=True):
    """Another entity, to go to."""

    key: str


class AboutPane(ItemPane, inherit_bindings=False):
    """Shows names, roles, articles over time, who is named beside, and what the reader wrote."""

    def __init__(self) -> None:
        super().__init__(id="about")
        self.border_title = "What is known"
        self._dossier: Dossier | None = None

    @property
    def count(self) -> int:
        """How much is in it."""
        return int(self._dossier is not None)

    def show(self, dossier: Dossier | None) -> None:
        """Show what is known of an entity; None: it is looked up."""
        self._dossier = dossier
        self.rebuild()

    def build(self, width: int) -> Sequence[Item]:
        dossier = self._dossier
        if dossier is None:
            return [remark(["looking…"])]
        items: list[Item] = []
        blocks, told = week_chart(dossier.weeks, width)
        if blocks:
            chart = Item(((Piece(blocks, "number"),),))
            items += [heading("Articles by week"), chart, _lines(told, width, "quiet"), BLANK]
        if dossier.statements:
            new = f", {dossier.new_statements:,} new" if dossier.looked is not None else ""
            number = f"{dossier.statements:,} {'statement' if dossier.statements == 1 else 'statements'}{new} (5)"
            items += [heading("Says"), _lines(number, width, "plain"), BLANK]
        if dossier.note:
            items += [heading("Your note"), _lines(dossier.note, width, "plain"), BLANK]
        if dossier.roles:
            items += [
                heading("Roles"),
                *(_role(role.role, role.first, role.last, width) for role in dossier.roles),
                BLANK,
            ]
        if len(dossier.names) > 1:
            items += [heading("Called"), *(_counted(name.mentions, name.name, width) for name in dossier.names), BLANK]
        if dossier.beside:
            items.append(heading("Named beside it"))
            items += [_counted(other.articles, other.name, width, other.label, other.key) for other in dossier.beside]
            items.append(BLANK)
        if dossier.marks:
            items.append(heading("Your notes and tags"))
            for marked in dossier.marks:
                anchor, mark = marked.mark.anchor, marked.mark
                words = mark.body or (anchor.exact if anchor else "")
                tags = " ".join(f"#{tag}" for tag in mark.tags)
                sign = "▐ " if mark.kind is MarkKind.NOTE else "▏ "
                lines = wrapped_lines(" ".join(f"{words} {tags}".split()), width - 2)
                target = (marked.rank, anchor.span) if anchor else None
                items.append(Item(tuple((Piece(sign, "star"), Piece(in_line(line))) for line in lines), target))
            items.append(BLANK)
        return items[:-1]


def _lines(text: str, width: int, look: str) -> Item:
    return Item(tuple((Piece(in_line(line), look),) for line in wrapped_lines(text, width)))


def _role(role: str, first: object, last: object, width: int) -> Item:
    when = f"{first}" if first == last else f"{first} – {last}"
    return Item(
        (
            *((Piece(in_line(line)),) for line in wrapped_lines(role, width)),
            (Piece(f"  {when}", "quiet"),),
        )
    )


def _counted(count: int, name: str, width: int, label: str = "", key: str = "") -> Item:
    letter = f"{LABELS[label][0]} " if label in LABELS else ""
    shown = fit(in_line(name), width - COUNT_WIDTH - len(letter))
    pieces = Piece(f"{count:>{COUNT_WIDTH - 1},} {letter}", "quiet"), Piece(shown)
    return Item((pieces,), Other(key) if key else None)
