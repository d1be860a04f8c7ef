"""The articles of a list, and what is known of them: their rows, their stories, which of them are selected."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.model.value import replace
from reader.tui.widgets.article_row import Found
from reader.tui.widgets.list_lines import ListLines

if TYPE_CHECKING:
    from reader.model.listing import Row

KEPT = 2_000
"""Articles out of sight whose rows are kept, should the reader come back to them."""


class Listed:
    """What a list shows, without how and where it is shown."""

    def __init__(self) -> None:
        self.lines = ListLines()
        self.selected: set[int] = set()
        """Ranks of the articles that the reader selected."""
        self._rows: dict[int, Row | None] = {}
        self._found: dict[int, Found] = {}
        self._stale: set[int] = set()
        self._stories: dict[int, Mapping[int, str]] = {}
        self._members: dict[int, str] = {}

    def show(self, lines: ListLines, *, again: bool) -> None:
        """Hold other articles; `again`: it is the same list as before, and what was unfolded and selected stays so."""
        stories = self._stories if again else {}
        if not again:
            self._found.clear()
        self.lines, self._stories, self._members = lines, {}, {}
        self.forget()
        for first, members in stories.items():
            self.unfold(first, members)
        if self.selected:
            self.selected = self.selected.intersection(self.lines.ranks) if again else set()

    # Rows.

    def row(self, rank: int | None) -> "Row | None":
        """What is known of an article; None: nothing yet, or it is gone."""
        return None if rank is None else self._rows.get(rank)

    def found(self, rank: int | None) -> Found | None:
        """The passage that is shown of an article."""
        return None if rank is None else self._found.get(rank)

    def put(self, asked: Iterable[int], rows: "Mapping[int, Row]", found: Mapping[int, Found]) -> None:
        """Take what is known of articles that were asked for; of one that is gone nothing is."""
        self._stale.difference_update(asked)
        self._rows.update((rank, rows.get(rank)) for rank in asked)
        self._found.update(found)

    def change(self, ranks: Iterable[int], states: Mapping[str, bool]) -> None:
        """Let articles have other states, as far as their rows are known."""
        for rank in ranks:
            if (row := self._rows.get(rank)) is not None:
                self._rows[rank] = replace(row, **states)

    def keep_near(self, near: Iterable[int]) -> None:
        """Let go of articles out of sight, where they have become many."""
        if len(self._rows) > KEPT:
            kept = set(near)
            self._rows = {rank: row for rank, row in self._rows.items() if rank in kept}
            self._found = {rank: found for rank, found in self._found.items() if rank in kept}

    def forget(self) -> None:
        """Have all rows asked for again when they are in sight; until then they are shown as they were."""
        self._stale = set(self._rows)

    def unknown(self, ranks: Iterable[int]) -> list[int]:
        """Those of some articles that are to be asked for."""
        return [rank for rank in ranks if rank not in self._rows or rank in self._stale]

    def remove(self, ranks: set[int]) -> None:
        """Take articles out of the list."""
        self.lines.remove(ranks)
        self.selected -= ranks
        self._stories = {first: members for first, members in self._stories.items() if first not in ranks}

    # Stories.

    def unfold(self, first: int, members: Mapping[int, str]) -> bool:
        """Put the copies of a story below the first of it, each with how it differs; whether that is in the list."""
        index = self.lines.find(first)
        if index is None or first in self._stories:
            return False
        shown = {rank: words for rank, words in members.items() if self.lines.find(rank) is None}
        self._stories[first] = shown
        self._members.update(shown)
        self.lines.insert(index + 1, list(shown))
        return True

    def fold(self, first: int) -> bool:
        """Take the copies of a story out again; whether it was unfolded."""
        members, index = self._stories.pop(first, None), self.lines.find(first)
        if members is None or index is None:
            return False
        self.lines.delete(index + 1, sum(rank in members for rank in self.lines.ranks[index + 1 :][: len(members)]))
        self._members = {rank: words for rank, words in self._members.items() if rank not in members}
        self.selected.difference_update(members)
        return True

    def story(self, index: int) -> int | None:
        """Rank of the article that stands first in the story of the one at `index`."""
        while index > 0 and self.lines.ranks[index] in self._members:
            index -= 1
        return self.lines.ranks[index] if index < len(self.lines.ranks) else None

    def of_story(self, rank: int) -> Iterable[int]:
        """An article, and what stands in the list of the same story."""
        for first, members in self._stories.items():
            if rank == first or rank in members:
                return first, *members
        return (rank,)

    def difference(self, rank: int) -> str | None:
        """How a copy differs from the first of its story; None: the article does not stand among copies."""
        return self._members.get(rank)

    def is_unfolded(self, rank: int) -> bool:
        """Whether copies of its story stand below an article."""
        return rank in self._stories

    def stands_for_story(self, rank: int) -> bool:
        """Whether the row of an article stands for all copies of its story."""
        return rank not in self._members and rank not in self._stories

    def place(self, index: int) -> int:
        """Number of an article in the list, from 1; all articles of a story have the same."""
        above = 0
        for first, members in self._stories.items():
            above += max(0, min(index - (self.lines.find(first) or 0), len(members)))
        return index + 1 - above

    # Selecting.

    def toggle(self, rank: int) -> None:
        """Select an article, or not any more."""
        self.selected ^= {rank}

    def toggle_all(self) -> None:
        """Select all articles; where all are, none."""
        ranks: Sequence[int] = self.lines.ranks
        self.selected = set(ranks) if len(self.selected) < len(ranks) else set()
