"""Days of a calendar: `7 October`, `October 7-9, 2023`, `2023-10-07`."""

import re
from datetime import date

from reader.model.dates import Direction, Period
from reader.text.dates.calendar import day, from_to, unsure
from reader.text.dates.forms import Forms
from reader.text.dates.nearest import STEPS, nearest
from reader.text.dates.vocabulary import DAY, MONTH, SHORT_MONTH, TO, WEEKDAY, YEAR, month, number, weekday

FORMS = Forms()

_TWELVE = 12

_NAMED = rf"(?:(?P<name>{WEEKDAY}),?\s(?:the\s)?)?"
_OF_YEAR = rf"(?:,?\s(?P<year>{YEAR})|,?\s(?:of\s)?(?P<which>last|this|next)\syear)?"


@FORMS.add(r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)")
def _iso(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    return day(date(int(match["year"]), int(match["month"]), int(match["day"])))


@FORMS.add(rf"(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<year>{YEAR})")
def _figures(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > _TWELVE or one == two or "." in match[0]:
        return day(date(year, two, one))
    if two > _TWELVE:
        return day(date(year, one, two))
    return day(date(year, two, one), is_sure=False)


@FORMS.add(rf"(?P<month>{MONTH})\s(?P<one>{DAY})(?:{TO})(?P<two>{DAY})(?:,?\s(?P<year>{YEAR}))?")
@FORMS.add(
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?:the\s)?(?P<one>{DAY})(?:{TO}|\sand\s)(?:the\s)?(?P<two>{DAY})(?:\sof)?"
    rf"\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?"
)
def _days_of_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    first = _day_of_month(match["month"], match["one"], match["year"], base, direction)
    if first is None:
        return None
    last = day(first.start.replace(day=number(match["two"])), is_sure=first.is_sure)
    words = match[0].lower()
    if " and " in words and not words.startswith("between") and (last.start - first.start).days > 1:
        return None  # two days that are not one period
    return from_to(first, last)


@FORMS.add(
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?P<month>{MONTH})\s(?P<one>{DAY})(?:,?\s(?P<year>{YEAR}))?(?:{TO}|\sand\s)"
    rf"(?P<month2>{MONTH})\s(?P<two>{DAY})(?:,?\s(?P<year2>{YEAR}))?"
)
@FORMS.add(
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?P<one>{DAY})\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?(?:{TO}|\sand\s)"
    rf"(?P<two>{DAY})\s(?P<month2>{MONTH})(?:,?\s(?P<year2>{YEAR}))?"
)
def _day_to_day(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _day_of_month(match["month2"], match["two"], match["year2"], base, direction)
    if last is None:
        return None
    year = match["year"] or str(last.end.year - (month(match["month"]) > last.end.month))
    return from_to(_day_of_month(match["month"], match["one"], year, base, direction), last)


@FORMS.add(rf"{_NAMED}(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH}|{SHORT_MONTH}){_OF_YEAR}(?!\d)")
@FORMS.add(rf"{_NAMED}(?P<month>{MONTH})\s(?P<day>{DAY}){_OF_YEAR}(?!\d|[:,]\d)")
def _day_and_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    year = str(base.year + STEPS[match["which"]]) if match["which"] else match["year"]
    period = _day_of_month(match["month"], match["day"], year, base, direction)
    is_other = period and match["name"] and period.start.weekday() != weekday(match["name"])
    return unsure(period) if is_other else period


def _day_of_month(name: str, number_of_day: str, year: str | None, base: date, direction: Direction) -> Period | None:
    """A day of a month, in the year that is meant where none is told."""
    if year:
        return day(date(int(year), month(name), number(number_of_day)))
    days = [_in_year(one, month(name), number(number_of_day)) for one in range(base.year - 4, base.year + 5)]
    return nearest([day(one) for one in days if one is not None], base, direction)


def _in_year(year: int, month_number: int, day_number: int) -> date | None:
    try:
        return date(year, month_number, day_number)
    except ValueError:
        return None


_HOLIDAYS = {
    "New Year's Day": "Jan. 1",
    "New Year's Eve": "Dec. 31",
    "Christmas Day": "Dec. 25",
    "Christmas Eve": "Dec. 24",
}


@FORMS.add(r"New\sYear['’]s\s(?:Day|Eve)|Christmas\s(?:Day|Eve)")
def _holiday(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    name, number_of_day = _HOLIDAYS[" ".join(match[0].replace("’", "'").split())].split()
    return _day_of_month(name, number_of_day, None, base, direction)
