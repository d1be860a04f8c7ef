"""Days of the week: `Monday`, `last Friday`, `from Monday to Wednesday`."""

import re
from datetime import date, timedelta

from reader.model.dates import Direction, Period
from reader.text.dates.calendar import WEEK, day, from_to, week_of
from reader.text.dates.forms import Forms
from reader.text.dates.vocabulary import TO, WEEKDAY, weekday

FORMS = Forms()


@FORMS.add(rf"(?:[Ff]rom\s)?(?P<one>{WEEKDAY})(?:{TO})(?P<two>{WEEKDAY})")
@FORMS.add(rf"[Bb]etween\s(?P<one>{WEEKDAY})\sand\s(?P<two>{WEEKDAY})")
def _weekday_to_weekday(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _weekday(weekday(match["two"]), base, direction)
    days = (weekday(match["two"]) - weekday(match["one"])) % WEEK
    return from_to(day(last.start - timedelta(days=days), is_sure=last.is_sure), last)


@FORMS.add(
    rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:coming|past))?|[Tt]his|[Cc]oming|[Pp]ast|[Ee]arly|[Ll]ate)\s)?"
    rf"(?P<day>{WEEKDAY})(?:['’]s)?(?:\s(?:morning|afternoon|evening|night|noon|local\stime))?"
)
def _day_of_week(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    wanted, which = weekday(match["day"]), (match["which"] or "").lower()
    in_this_week = week_of(base).start + timedelta(days=wanted)
    match which:
        case "last":
            return _agreed(_before(wanted, base), in_this_week - timedelta(days=WEEK))
        case "next":
            return _agreed(_after(wanted, base), in_this_week + timedelta(days=WEEK))
        case "this past" | "past":
            return day(_before(wanted, base))
        case "this coming" | "coming":
            return day(_after(wanted, base))
        case "this":
            meant = _weekday(wanted, base, direction).start
            return _agreed(in_this_week if direction is Direction.OPEN else meant, in_this_week)
        case _:
            return _weekday(wanted, base, direction)


def _agreed(one: date, other: date) -> Period:
    """A day that words mean in one way of reading them, in doubt if they mean another one in the other way."""
    return day(one, is_sure=one == other)


def _before(wanted: int, base: date) -> date:
    return base - timedelta(days=(base.weekday() - wanted - 1) % WEEK + 1)


def _after(wanted: int, base: date) -> date:
    return base + timedelta(days=(wanted - base.weekday() - 1) % WEEK + 1)


def _weekday(wanted: int, base: date, direction: Direction) -> Period:
    if direction is Direction.FUTURE:
        return day(base + timedelta(days=(wanted - base.weekday()) % WEEK), is_sure=wanted != base.weekday())
    return day(base - timedelta(days=(base.weekday() - wanted) % WEEK), is_sure=direction is Direction.PAST)
