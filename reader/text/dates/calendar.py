"""Periods of the Gregorian calendar around a day. None: the calendar does not reach so far."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import wraps
from typing import ParamSpec

from reader.model.dates import Period, Unit
from reader.model.value import replace

P = ParamSpec("P")

DECEMBER = 12
WEEK = 7
"""Days."""


def within_reach(function: Callable[P, Period | None]) -> Callable[P, Period | None]:
    """None in place of a period that lies outside of all years there are, or on a day that no month has."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Period | None:
        try:
            return function(*args, **kwargs)
        except (OverflowError, ValueError):
            return None

    return guarded


def day(one: date, *, is_sure: bool = True) -> Period:
    """One day."""
    return Period(one, one, Unit.DAY, is_sure)


def from_to(start: Period | None, end: Period | None) -> Period | None:
    """From the first day of a period to the last of another; None where they stand the other way round."""
    if start is None or end is None or end.end < start.start:
        return None
    return Period(start.start, end.end, Unit.RANGE, start.is_sure and end.is_sure)


def week_of(one: date) -> Period:
    """Monday to Sunday (ISO 8601)."""
    monday = one - timedelta(days=one.weekday())
    return Period(monday, monday + timedelta(days=WEEK - 1), Unit.WEEK)


def month_of(year: int, month: int) -> Period:
    """A month; `month` may lie outside of 1 to 12, and then belongs to another year."""
    year, month = year + (month - 1) // DECEMBER, (month - 1) % DECEMBER + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    end = date(year, month, 31) if month == DECEMBER else date(year, month + 1, 1) - timedelta(days=1)
    return Period(date(year, month, 1), end, Unit.MONTH)


def quarter_of(year: int, quarter: int) -> Period:
    """Three months; `quarter` may lie outside of 1 to 4, and then belongs to another year."""
    first = month_of(year, 3 * quarter - 2)
    return Period(first.start, month_of(year, 3 * quarter).end, Unit.QUARTER)


def year_of(year: int) -> Period:
    """A year."""
    return Period(date(year, 1, 1), date(year, DECEMBER, 31), Unit.YEAR)


def decade_of(year: int) -> Period:
    """Ten years from one that ends in 0."""
    return Period(date(year, 1, 1), date(year + 9, DECEMBER, 31), Unit.DECADE)


def part_of(period: Period, part: str) -> Period:
    """The `early`, `mid` or `late` third of a period; where exactly it ends nobody can tell."""
    third = ((period.end - period.start).days + 1) // 3
    if part == "early":
        return replace(period, end=period.start + timedelta(days=third - 1))
    if part == "late":
        return replace(period, start=period.end - timedelta(days=third - 1))
    return replace(period, start=period.start + timedelta(days=third), end=period.end - timedelta(days=third))


def unsure(period: Period | None) -> Period | None:
    """A period that may be another one."""
    return None if period is None else replace(period, is_sure=False)
