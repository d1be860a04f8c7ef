"""The lists that a library can be seen as: its own, and the searches that the reader saved."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from reader.model.value import Value
from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, heading, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

HINT = "No searches saved yet. f finds, ctrl+s keeps the search here."


class NamedSearch(Value, frozen=True):
    """A list that can be opened."""

    name: str
    query: str
    is_saved: bool = False
    """Whether the reader saved it, and can forget it."""


class SearchPane(ItemPane, inherit_bindings=False):
    """Names the lists, each with how much of it is unread; the one that is open stands out."""

    def __init__(self) -> None:
        super().__init__(id="searches")
        self.border_title = "Searches"
        self.searches: tuple[NamedSearch, ...] = ()
        self._unread: Mapping[str, int] = {}
        self._open = ""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.searches)

    def show(self, searches: Sequence[NamedSearch], unread: Mapping[str, int], query: str) -> None:
        """Name these lists.

        Args:
            searches: in their order; those that the reader saved last.
            unread: how many articles of each are, by its query.
            query: that of the list that is open.
        """
        self.searches, self._unread, self._open = tuple(searches), unread, query
        self.rebuild()

    def build(self, width: int) -> list[Item]:
        own = [self._row(search, width) for search in self.searches if not search.is_saved]
        saved = [self._row(search, width) for search in self.searches if search.is_saved]
        return [*own, BLANK, *([heading("Saved"), *saved] if saved else [remark(wrapped_lines(HINT, width))])]

    def _row(self, search: NamedSearch, width: int) -> Item:
        unread = f" {count:,}" if (count := self._unread.get(search.query)) else ""
        name = fit(in_line(search.name), width - len(unread))
        blanks = " " * (width - cell_len(name) - len(unread))
        look = "title" if search.query == self._open else "strong" if unread else "plain"
        # A terminal that orders right-to-left text itself must not take the number for a part of it.
        edge = LEFT_TO_RIGHT_MARK if has_rtl(name) else ""
        return Item(((Piece(f"{edge}{name}{edge}", look), Piece(blanks + unread, "quiet")),), search)
