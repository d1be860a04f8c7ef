"""What words that say when mean in an article of a certain date: one form of words after the other."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from reader.model.dates import Direction, Period, Unit
from reader.model.value import replace
from reader.text.dates.calendar import (
    WEEK,
    day,
    decade_of,
    from_to,
    month_of,
    part_of,
    quarter_of,
    unsure,
    week_of,
    within_reach,
    year_of,
)
from reader.text.dates.vocabulary import (
    DAY,
    MONTH,
    NUMBER,
    ORDINALS,
    PART,
    SEASONS,
    SHORT_MONTH,
    TO,
    UNIT,
    WEEKDAY,
    YEAR,
    month,
    number,
    weekday,
)

Meaning = Callable[["re.Match[str]", date, Direction], Period | None]

NEAR = timedelta(days=60)
"""How far a day or month of no year lies at most from the article's date, if the year is beyond doubt."""

FAR_PAST = timedelta(days=345)
FAR_FUTURE = timedelta(days=215)
"""How far it lies at most where the words around tell on which side it is."""

SATURDAY = 5
TWELVE = 12

_FORMS: list[tuple[str, bool, Meaning]] = []


def _form(pattern: str, *, is_exact: bool = True) -> Callable[[Meaning], Meaning]:
    """Let a function tell what words of a form mean.

    Args:
        pattern: of the words.
        is_exact: whether capitals matter, as they do in names of days and months; if not, the function gets the words
            in small letters.
    """

    def add(told: Meaning) -> Meaning:
        _FORMS.append((pattern, is_exact, within_reach(told)))
        return told

    return add


@cache
def _forms() -> tuple[tuple["re.Pattern[str]", bool, Meaning], ...]:
    """All forms of words that say when, the more exact before the less."""
    return tuple((re.compile(pattern), is_exact, meaning) for pattern, is_exact, meaning in _FORMS)


def meaning(words: str, base: date, direction: Direction) -> Period | None:
    """What words that say when mean in an article of the day `base`; None: nobody can tell."""
    small = words.lower()
    for pattern, is_exact, told in _forms():
        if match := pattern.fullmatch(words if is_exact else small):
            return told(match, base, direction)
    return None


def alternatives() -> Iterator[str]:
    """All forms as regular expressions without named groups, in the same order."""
    for pattern, is_exact, _ in _FORMS:
        bare = re.sub(r"\?P<\w+>", "?:", pattern)
        yield bare if is_exact else f"(?i:{bare})"


# Days of a calendar.

_NAMED = rf"(?:(?P<name>{WEEKDAY}),?\s(?:the\s)?)?"
_OF_YEAR = rf"(?:,?\s(?P<year>{YEAR})|,?\s(?:of\s)?(?P<which>last|this|next)\syear)?"


@_form(r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)")
def _iso(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    return day(date(int(match["year"]), int(match["month"]), int(match["day"])))


@_form(rf"(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<year>{YEAR})")
def _figures(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > TWELVE or one == two or "." in match[0]:
        return day(date(year, two, one))
    if two > TWELVE:
        return day(date(year, one, two))
    return day(date(year, two, one), is_sure=False)


@_form(rf"(?P<month>{MONTH})\s(?P<one>{DAY})(?:{TO})(?P<two>{DAY})(?:,?\s(?P<year>{YEAR}))?")
@_form(
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


@_form(
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?P<month>{MONTH})\s(?P<one>{DAY})(?:,?\s(?P<year>{YEAR}))?(?:{TO}|\sand\s)"
    rf"(?P<month2>{MONTH})\s(?P<two>{DAY})(?:,?\s(?P<year2>{YEAR}))?"
)
@_form(
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?P<one>{DAY})\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?(?:{TO}|\sand\s)"
    rf"(?P<two>{DAY})\s(?P<month2>{MONTH})(?:,?\s(?P<year2>{YEAR}))?"
)
def _day_to_day(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _day_of_month(match["month2"], match["two"], match["year2"], base, direction)
    if last is None:
        return None
    year = match["year"] or str(last.end.year - (month(match["month"]) > last.end.month))
    return from_to(_day_of_month(match["month"], match["one"], year, base, direction), last)


@_form(rf"{_NAMED}(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH}|{SHORT_MONTH}){_OF_YEAR}(?!\d)")
@_form(rf"{_NAMED}(?P<month>{MONTH})\s(?P<day>{DAY}){_OF_YEAR}(?![\d:]|,\d)")
def _day_and_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    year = str(base.year + _STEPS[match["which"]]) if match["which"] else match["year"]
    period = _day_of_month(match["month"], match["day"], year, base, direction)
    is_other = period and match["name"] and period.start.weekday() != weekday(match["name"])
    return unsure(period) if is_other else period


def _day_of_month(name: str, number_of_day: str, year: str | None, base: date, direction: Direction) -> Period | None:
    """A day of a month, in the year that is meant where none is told."""
    if year:
        return day(date(int(year), month(name), number(number_of_day)))
    days = [_in_year(one, month(name), number(number_of_day)) for one in range(base.year - 4, base.year + 5)]
    return _nearest([day(one) for one in days if one is not None], base, direction)


def _in_year(year: int, month_number: int, day_number: int) -> date | None:
    try:
        return date(year, month_number, day_number)
    except ValueError:
        return None


def _nearest(periods: list[Period], base: date, direction: Direction) -> Period | None:
    """The period that is meant of some that have the same name, in order."""
    if direction is Direction.PAST:
        before = [one for one in periods if one.start <= base]
        return _doubted(before[-1], base, FAR_PAST) if before else None
    if direction is Direction.FUTURE:
        after = [one for one in periods if one.end >= base]
        return _doubted(after[0], base, FAR_FUTURE) if after else None
    nearest = min(periods, key=lambda one: abs(one.start - base), default=None)
    return None if nearest is None else _doubted(nearest, base, NEAR)


def _doubted(period: Period, base: date, far: timedelta) -> Period:
    is_near = abs(period.start - base) <= far or period.start <= base <= period.end
    return period if is_near else unsure(period) or period


_HOLIDAYS = {
    "New Year's Day": "Jan. 1",
    "New Year's Eve": "Dec. 31",
    "Christmas Day": "Dec. 25",
    "Christmas Eve": "Dec. 24",
}


@_form(r"New\sYear['’]s\s(?:Day|Eve)|Christmas\s(?:Day|Eve)")
def _holiday(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    name, number_of_day = _HOLIDAYS[" ".join(match[0].replace("’", "'").split())].split()
    return _day_of_month(name, number_of_day, None, base, direction)


# Months, quarters, seasons, years.


@_form(rf"(?P<month>{MONTH})\s(?P<which>last|this|next)\syear")
def _month_of_year(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    return month_of(base.year + _STEPS[match["which"]], month(match["month"]))


@_form(
    rf"[Bb]etween\s(?P<one>{MONTH})(?:\s(?P<year1>{YEAR}))?\sand\s(?P<two>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
)
@_form(
    rf"(?:[Ff]rom\s)?(?P<one>{MONTH})(?:\s(?P<year1>{YEAR}))?(?:{TO})(?P<two>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
)
def _month_to_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _month(match["two"], match["year"], base, direction)
    if last is None:
        return None
    earlier = month(match["one"]) > month(match["two"])
    return from_to(month_of(int(match["year1"] or last.end.year - earlier), month(match["one"])), last)


@_form(rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<month>{MONTH})(?!\s\d)")
def _month_by_this(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    """A month that lies in the year of the article may be meant by `last` or `next`, or the one beyond it."""
    here, which = month_of(base.year, month(match["month"])), match["which"].lower()
    if which == "this":
        return here
    if which == "last":
        last = here if here.end < base else month_of(base.year - 1, here.start.month)
        return last if last.start.year < base.year and base.month <= last.start.month else unsure(last)
    coming = here if here.start > base else month_of(base.year + 1, here.start.month)
    return coming if coming.start.year > base.year and base.month >= coming.start.month else unsure(coming)


@_form(rf"(?:(?P<part>{PART})[\s-])?(?P<month>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?")
def _whole_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    period = _month(match["month"], match["year"], base, direction)
    return part_of(period, match["part"].lower()) if period and match["part"] else period


def _month(name: str, year: str | None, base: date, direction: Direction) -> Period | None:
    if year:
        return month_of(int(year), month(name))
    months = [month_of(one, month(name)) for one in range(base.year - 1, base.year + 2)]
    return _nearest(months, base, direction)


@_form(
    r"(?:the\s)?(?:(?P<which>first|second|third|fourth|last(?=\squarter\sof))\squarter|q(?P<number>[1-4]))"
    rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<when>last|this|next)\syear))?",
    is_exact=False,
)
def _quarter(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    which = int(match["number"]) if match["number"] else ORDINALS[match["which"]]
    if match["year"] or match["when"]:
        return quarter_of(int(match["year"] or base.year + _STEPS[match["when"]]), which)
    return unsure(_nearest([quarter_of(one, which) for one in range(base.year - 1, base.year + 2)], base, direction))


@_form(
    rf"(?:last|this|next)\s(?:{'|'.join(SEASONS)})|(?:the\s)?(?:{'|'.join(SEASONS)})\s(?:of\s)?{YEAR}", is_exact=False
)
def _season(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    words = match[0].split()
    name = next(word for word in words if word in SEASONS)
    if words[-1].isdigit():
        year = int(words[-1])
    else:
        seasons = [_three_months(one, SEASONS[name]) for one in range(base.year - 2, base.year + 3)]
        past, coming = [one for one in seasons if one.end < base], [one for one in seasons if one.start > base]
        now = next((one for one in seasons if one.start <= base <= one.end), None)
        chosen = (
            {"last": past[-1], "next": coming[0]}.get(words[0])
            or now
            or min((one for one in seasons), key=lambda one: abs(one.start - base))
        )
        return unsure(chosen)
    return unsure(_three_months(year, SEASONS[name]))


def _three_months(year: int, first: int) -> Period:
    return Period(month_of(year, first).start, month_of(year, first + 2).end, Unit.SEASON)


@_form(r"(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<decade>(?:1[6-9]|20)\d0)s", is_exact=False)
def _decade(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    period = decade_of(int(match["decade"]))
    return part_of(period, match["part"]) if match["part"] else period


@_form(rf"[Bb]etween\s(?P<one>{YEAR})\sand\s(?P<two>{YEAR})(?!\d)")
@_form(rf"(?:[Ff]rom\s)?(?P<one>{YEAR})(?:{TO})(?P<two>{YEAR}|\d\d)(?!\d)")
def _years(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    last = match["two"] if len(match["two"]) > 2 else match["one"][:2] + match["two"]
    return from_to(year_of(int(match["one"])), year_of(int(last)))


@_form(
    rf"(?:the\s)?(?P<which>beginning|start|end|close)\sof\s(?:the\s)?(?P<of>year|month|week|{YEAR}|{MONTH}(?:\s{YEAR})?)"
)
def _end_of(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    of = match["of"]
    if of in ("year", "month", "week"):
        whole: Period | None = {"year": year_of(base.year), "month": month_of(base.year, base.month)}.get(of)
        whole = whole or week_of(base)
    elif of.isdigit():
        whole = year_of(int(of))
    else:
        words = of.split()
        whole = _month(words[0], words[1] if len(words) > 1 else None, base, direction)
    if whole is None:
        return None
    part = part_of(whole, "early" if match["which"] in ("beginning", "start") else "late")
    return unsure(replace(part, unit=Unit.RANGE))


@_form(rf"(?:(?P<part>{PART})[\s-])?(?P<year>{YEAR})")
def _year(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    period = year_of(int(match["year"]))
    return part_of(period, match["part"].lower()) if match["part"] else period


# Days of the week.


@_form(rf"(?:[Ff]rom\s)?(?P<one>{WEEKDAY})(?:{TO})(?P<two>{WEEKDAY})")
@_form(rf"[Bb]etween\s(?P<one>{WEEKDAY})\sand\s(?P<two>{WEEKDAY})")
def _weekday_to_weekday(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _weekday(weekday(match["two"]), base, direction)
    days = (weekday(match["two"]) - weekday(match["one"])) % WEEK
    return from_to(day(last.start - timedelta(days=days), is_sure=last.is_sure), last)


@_form(
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


# Days around the article's own.


@_form(
    r"(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|today|tomorrow|tonight"
    r"|last\snight|this\s(?:morning|afternoon|evening)",
    is_exact=False,
)
def _around_today(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    words = match[0].lower().removeprefix("the ")
    steps = {
        "day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "day after tomorrow": 2,
    }
    is_nowadays = words == "today" and direction is Direction.OPEN
    return day(base + timedelta(days=steps.get(" ".join(words.split()), 0)), is_sure=not is_nowadays)


@_form(
    r"(?:(?P<part>earlier|later|early|late|mid)\s)?(?:the\s)?"
    r"(?P<which>(?:this\s)?(?:past|coming)|last|this|next)\s(?P<unit>week|month|quarter|year|decade|weekend)"
    r"(?!-)",
    is_exact=False,
)
def _unit(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    which = match["which"].lower().split()[-1]
    if which in ("past", "coming"):
        return unsure(_span_of_days(1, match["unit"], base, is_past=which == "past"))
    step = _STEPS[which]
    part = (match["part"] or "").lower()
    if part in ("earlier", "later"):
        whole = _stepped(base, match["unit"], step)
        if whole is None or step:
            return unsure(whole)
        start, end = (whole.start, base) if part == "earlier" else (base, whole.end)
        return Period(start, end, Unit.RANGE)
    if match["unit"] == "weekend":
        return _weekend(base, step, direction)
    period = _stepped(base, match["unit"], step)
    return part_of(period, part) if period and part else period


_STEPS = {"last": -1, "this": 0, "next": 1}


def _stepped(base: date, unit: str, step: int) -> Period | None:
    match unit.removesuffix("s"):
        case "week":
            return week_of(base + timedelta(weeks=step))
        case "month":
            return month_of(base.year, base.month + step)
        case "quarter":
            return quarter_of(base.year, (base.month + 2) // 3 + step)
        case "year":
            return year_of(base.year + step)
        case "decade":
            return decade_of(base.year // 10 * 10 + 10 * step)
    return None


@_form(r"(?:at|over|during)\sthe\sweekend", is_exact=False)
def _the_weekend(_match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    return _weekend(base, 0 if direction is Direction.FUTURE else -1, direction)


def _weekend(base: date, step: int, direction: Direction) -> Period:
    """Saturday and Sunday; within a weekend nobody can tell whether it or another one is meant."""
    saturday = week_of(base).start + timedelta(days=SATURDAY)
    is_weekend = base >= saturday
    if step == 0 and direction is Direction.PAST and not is_weekend:
        step = -1
    saturday += timedelta(weeks=step)
    is_sure = not is_weekend and (direction is not Direction.OPEN or step != 0)
    return Period(saturday, saturday + timedelta(days=1), Unit.RANGE, is_sure)


@_form(
    r"(?:(?:about|around|roughly|some|nearly|almost|over|under|just\sover|just\sunder|more\sthan|less\sthan|at\sleast)\s)?"
    rf"(?P<number>{NUMBER})\s(?P<unit>{UNIT})\sago(?:\stoday)?",
    is_exact=False,
)
def _ago(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    count, unit = number(match["number"]), match["unit"].removesuffix("s")
    period = day(base - timedelta(days=count)) if unit == "day" else _stepped(_back(base, unit, count), unit, 0)
    is_round = count > 10 and count % 10 == 0  # "40 or 50 years ago"
    return unsure(period) if is_round or not match[0].startswith(match["number"]) else period


def _back(base: date, unit: str, count: int) -> date:
    """A day in the week, month or year that lies so many back."""
    if unit == "week":
        return base - timedelta(weeks=count)
    months = count * (TWELVE if unit == "year" else 1)
    return month_of(base.year, base.month - months).start


@_form(
    rf"(?:in|over|during|for|within)\sthe\s(?P<which>past|last|next|coming)\s(?:(?P<number>{NUMBER})\s)?(?P<unit>{UNIT}|decades?)",
    is_exact=False,
)
def _in_the_past(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    count = number(match["number"]) if match["number"] else 1
    if not match["number"] and match["unit"].endswith("s"):
        return None
    return _span_of_days(count, match["unit"], base, is_past=match["which"] in ("past", "last"))


def _span_of_days(count: int, unit: str, base: date, *, is_past: bool) -> Period | None:
    """From so long ago until today, or from today on for so long."""
    unit = unit.removesuffix("s")
    if unit == "decade":
        count, unit = 10 * count, "year"
    if unit not in ("day", "week", "month", "year"):
        return None
    days = {"day": 1, "week": WEEK}.get(unit)
    if days is None:
        months = count * (TWELVE if unit == "year" else 1)
        other = month_of(base.year, base.month + (-months if is_past else months))
        edge = other.start + timedelta(days=min(base.day, other.end.day) - 1)
    else:
        edge = base + timedelta(days=-days * count if is_past else days * count)
    return Period(min(edge, base), max(edge, base), Unit.RANGE)


@_form(
    rf"in\s(?P<number>{NUMBER})\s(?P<unit>{UNIT})(?:['’]s?\stime)?|(?P<number2>{NUMBER})\s(?P<unit2>{UNIT})\sfrom\snow",
    is_exact=False,
)
def _in_so_long(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    if match["number"] and direction is not Direction.FUTURE and "time" not in match[0]:
        return None  # "built in two weeks"
    count, unit = number(match["number"] or match["number2"]), (match["unit"] or match["unit2"]).removesuffix("s")
    if unit == "day":
        return day(base + timedelta(days=count))
    return unsure(_stepped(_back(base, unit, -count), unit, 0))


@_form(
    rf"{NUMBER}\s{UNIT}\s(?:later|earlier|before|after)|the\s(?:same|following|next|previous)\s(?:day|week|month|year)"
    r"|the\sday\s(?:before|after)",
    is_exact=False,
)
def _by_another_date(_match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    return None  # of which nobody knows which one it is
