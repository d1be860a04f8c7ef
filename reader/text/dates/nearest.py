"""Which of the days, months and quarters of the same name is meant."""

from datetime import date, timedelta

from reader.model.dates import Direction, Period
from reader.text.dates.calendar import unsure

_NEAR = timedelta(days=60)
"""How far a day or month of no year lies at most from the article's date, if the year is beyond doubt."""

_FAR_PAST = timedelta(days=345)
_FAR_FUTURE = timedelta(days=215)
"""How far it lies at most where the words around tell on which side it is."""

STEPS = {"last": -1, "this": 0, "next": 1}
"""Years, months, weeks from the article's own."""


def nearest(periods: list[Period], base: date, direction: Direction) -> Period | None:
    """The period that is meant of some that have the same name, in order."""
    if direction is Direction.PAST:
        before = [one for one in periods if one.start <= base]
        return _doubted(before[-1], base, _FAR_PAST) if before else None
    if direction is Direction.FUTURE:
        after = [one for one in periods if one.end >= base]
        return _doubted(after[0], base, _FAR_FUTURE) if after else None
    closest = min(periods, key=lambda one: abs(one.start - base), default=None)
    return None if closest is None else _doubted(closest, base, _NEAR)


def _doubted(period: Period, base: date, far: timedelta) -> Period:
    is_near = abs(period.start - base) <= far or period.start <= base <= period.end
    return period if is_near else unsure(period) or period
