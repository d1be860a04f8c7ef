"""Which line of a long list shows what: articles, each in one or two lines, and the days above them."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from reader.model.rank import DAY_SHIFT
from reader.model.value import Value

GAP, HEADING = -2, -1
"""Parts of a list that are no lines of an article: an empty line, and the name of a day."""

DENSE = 2
"""Articles a day has on average where days have headings; else they would take more room than they save."""

AIRY = 4
"""Articles a day has on average where there is room for an empty line between days."""

FEW = 20
"""Articles that are taken out one by one; more than that in one go through the whole list."""


class Line(Value, frozen=True):
    """What stands in a line."""

    index: int
    """Number of the article in the list; of the first one of the day where the line is no article's."""
    part: int
    """Number of the line in its article, or `HEADING`, or `GAP`."""


class ListLines:
    """The articles of a list by their ranks, and the lines they take.

    Args:
        ranks: in the order of the list.
        by_day: whether articles of one day stand together; each day has a heading then, if days have many.
        height: lines of one article.
    """

    def __init__(self, ranks: Sequence[int] = (), *, by_day: bool = False, height: int = 1) -> None:
        self.ranks = array("q", ranks)
        self.height = height
        days = array("q", _first_of_days(self.ranks) if by_day else ())
        self._days = days if len(self.ranks) >= DENSE * len(days) else array("q")
        self.has_days = bool(self._days)
        """Whether the list tells the day of each article."""
        self._gap = int(len(self.ranks) >= AIRY * len(self._days))

    def __len__(self) -> int:
        """Lines of the whole list."""
        return self._above(len(self._days)) + len(self.ranks) * self.height

    def line_of(self, index: int) -> int:
        """The first line of an article."""
        return self._above(bisect_right(self._days, index)) + index * self.height

    def at(self, line: int) -> Line:
        """What stands in a line of the list."""
        day = bisect_right(range(len(self._days)), line, key=self._top_of_day) - 1
        if day < 0:
            return Line(*divmod(line, self.height))
        first = self._days[day]
        below = line - self._top_of_day(day) - (self._gap if day else 0) - 1
        if below < 0:
            return Line(first, HEADING if below == -1 else GAP)
        return Line(first + below // self.height, below % self.height)

    def between(self, first: int, end: int) -> range:
        """Numbers of the articles that have a line from `first` to before `end`."""
        first, end = max(0, first), min(end, len(self))
        return range(self.at(first).index, self.at(end - 1).index + 1) if first < end else range(0)

    def find(self, rank: int) -> int | None:
        """Number of an article in the list; None: it is not there."""
        try:
            return self.ranks.index(rank)
        except ValueError:
            return None

    def insert(self, index: int, ranks: Sequence[int]) -> None:
        """Put articles below the one before `index`, whatever their day."""
        self.ranks[index:index] = array("q", ranks)
        self._move_days(bisect_right(self._days, index - 1), len(ranks))

    def delete(self, index: int, count: int = 1) -> None:
        """Take out articles that follow each other; a day that none is left of has no heading any more."""
        del self.ranks[index : index + count]
        first, end = bisect_right(self._days, index - 1), bisect_right(self._days, index + count - 1)
        # What is left of the last day that was touched begins where the gap was closed.
        is_left = index < (self._days[end] - count if end < len(self._days) else len(self.ranks))
        self._move_days(end, -count)
        self._days[first:end] = array("q", [index] if first < end and is_left else [])

    def remove(self, gone: Collection[int]) -> None:
        """Take out these articles."""
        if len(gone) <= FEW:
            for rank in gone:
                if (index := self.find(rank)) is not None:
                    self.delete(index)
            return
        ranks, days = array("q"), array("q")
        for first, end in pairwise([*(self._days or [0]), len(self.ranks)]):
            left = array("q", [rank for rank in self.ranks[first:end] if rank not in gone])
            if left:
                days.append(len(ranks))
                ranks.extend(left)
        self.ranks, self._days = ranks, days if self._days else self._days

    def _above(self, days: int) -> int:
        """Lines that so many days take from the top, beside those of their articles."""
        return days + self._gap * (days - 1) if days else 0

    def _top_of_day(self, day: int) -> int:
        return self._above(day) + self._days[day] * self.height

    def _move_days(self, first: int, by: int) -> None:
        self._days[first:] = array("q", [index + by for index in self._days[first:]])


def _first_of_days(ranks: Sequence[int]) -> Iterator[int]:
    """Where another day begins than that of the article before."""
    day = range(0)
    for index, rank in enumerate(ranks):
        if rank not in day:
            yield index
            first = rank >> DAY_SHIFT << DAY_SHIFT
            day = range(first, first + (1 << DAY_SHIFT))
