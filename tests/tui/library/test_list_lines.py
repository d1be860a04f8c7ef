"""Lines of long lists, against a list that is written out line by line."""

from array import array
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from reader.model.rank import DAY_SHIFT
from reader.tui.widgets.list_lines import FEW, GAP, HEADING, Line, ListLines

DAYS = st.lists(st.integers(738_000, 738_006), max_size=40).map(lambda days: sorted(days, reverse=True))
HEIGHTS = st.integers(1, 2)


def ranks_of(days: list[int]) -> "array[int]":
    return array("q", [day << DAY_SHIFT | number for number, day in enumerate(days)])


def written_out(days: list[int], height: int, *, by_day: bool) -> list[Line]:
    """The lines of a list, one by one."""
    groups = [list(group) for _, group in groupby(range(len(days)), key=days.__getitem__)]
    if not by_day or len(days) < 2 * len(groups):
        return [Line(index, part) for index in range(len(days)) for part in range(height)]
    lines: list[Line] = []
    for group in groups:
        if lines and len(days) >= 4 * len(groups):
            lines.append(Line(group[0], GAP))
        lines.append(Line(group[0], HEADING))
        lines += [Line(index, part) for index in group for part in range(height)]
    return lines


def lines_of(lines: ListLines) -> list[Line]:
    return [lines.at(line) for line in range(len(lines))]


@given(DAYS, HEIGHTS, st.booleans())
def test_each_line_is_that_of_the_list_written_out(days: list[int], height: int, by_day: bool) -> None:
    lines = ListLines(ranks_of(days), by_day=by_day, height=height)

    assert lines_of(lines) == written_out(days, height, by_day=by_day)


@given(DAYS, HEIGHTS, st.booleans())
def test_an_article_stands_in_its_line(days: list[int], height: int, by_day: bool) -> None:
    lines = ListLines(ranks_of(days), by_day=by_day, height=height)

    for index in range(len(days)):
        assert lines.at(lines.line_of(index)) == Line(index, 0)


@given(DAYS, st.booleans(), st.integers(-5, 80), st.integers(-5, 80))
def test_articles_between_lines_are_those_that_stand_there(days: list[int], by_day: bool, first: int, end: int) -> None:
    lines = ListLines(ranks_of(days), by_day=by_day)
    inside = {line.index for line in lines_of(lines)[max(0, first) : max(0, end)]}

    assert set(lines.between(first, end)) == inside


@given(DAYS, st.booleans(), st.data())
def test_what_was_removed_leaves_no_line(days: list[int], by_day: bool, data: st.DataObject) -> None:
    ranks = ranks_of(days)
    gone = data.draw(st.sets(st.sampled_from(ranks)) if days else st.just(set()))
    lines = ListLines(ranks, by_day=by_day)
    shown = [(ranks[line.index], line.part) for line in lines_of(lines)]
    empty_days = {rank >> DAY_SHIFT for rank in gone} - {rank >> DAY_SHIFT for rank in ranks if rank not in gone}

    lines.remove(gone)

    left = [(lines.ranks[line.index], line.part) for line in lines_of(lines) if line.part >= 0]
    assert left == [(rank, part) for rank, part in shown if rank not in gone and part >= 0]
    headed = [lines.ranks[line.index] >> DAY_SHIFT for line in lines_of(lines) if line.part == HEADING]
    before = [rank >> DAY_SHIFT for rank, part in shown if part == HEADING]
    assert headed == [day for day in before if day not in empty_days]


@given(DAYS.filter(bool), st.booleans(), st.integers(0, 5), st.data())
def test_what_was_put_in_and_taken_out_leaves_the_list_as_it_was(
    days: list[int], by_day: bool, count: int, data: st.DataObject
) -> None:
    lines = ListLines(ranks_of(days), by_day=by_day)
    before = lines_of(lines)
    index = data.draw(st.integers(0, len(days) - 1))

    lines.insert(index + 1, range(count))
    assert lines.at(lines.line_of(index) + count) == Line(index + count, 0)
    assert [line.index for line in lines_of(lines) if line.part == HEADING] == [
        line.index + (count if line.index > index else 0) for line in before if line.part == HEADING
    ]
    lines.delete(index + 1, count)

    assert lines_of(lines) == before


def test_few_and_many_are_removed_alike() -> None:
    days = [738_000 - number // 7 for number in range(10 * FEW)]
    ranks = ranks_of(days)
    one_by_one, at_once = (ListLines(ranks, by_day=True) for _ in range(2))
    gone = ranks[3 : 3 + 2 * FEW]

    for rank in gone:
        one_by_one.remove({rank})
    at_once.remove(set(gone))

    assert lines_of(one_by_one) == lines_of(at_once)
