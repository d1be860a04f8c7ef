"""Days around the article's own: `yesterday`, `last week`, `three days ago`."""

import re
from datetime import date, timedelta

from reader.model.dates import Direction, Period, Unit
from reader.text.dates.calendar import WEEK, day, decade_of, month_of, part_of, quarter_of, unsure, week_of, year_of
from reader.text.dates.forms import Forms
from reader.text.dates.nearest import STEPS
from reader.text.dates.vocabulary import NUMBER, UNIT, number

FORMS = Forms()

_TWELVE = 12
_SATURDAY = 5


@FORMS.add(
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


@FORMS.add(
    r"(?:(?P<part>earlier|later|early|late|mid)\s)?(?:the\s)?"
    r"(?P<which>(?:this\s)?(?:past|coming)|last|this|next)\s(?P<unit>week|month|quarter|year|decade|weekend)"
    r"(?!-)",
    is_exact=False,
)
def _unit(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    which = match["which"].lower().split()[-1]
    if which in ("past", "coming"):
        return unsure(_span_of_days(1, match["unit"], base, is_past=which == "past"))
    step = STEPS[which]
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


@FORMS.add(r"(?:at|over|during)\sthe\sweekend", is_exact=False)
def _the_weekend(_match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    return _weekend(base, 0 if direction is Direction.FUTURE else -1, direction)


def _weekend(base: date, step: int, direction: Direction) -> Period:
    """Saturday and Sunday; within a weekend nobody can tell whether it or another one is meant."""
    saturday = week_of(base).start + timedelta(days=_SATURDAY)
    is_weekend = base >= saturday
    if step == 0 and direction is Direction.PAST and not is_weekend:
        step = -1
    saturday += timedelta(weeks=step)
    is_sure = not is_weekend and (direction is not Direction.OPEN or step != 0)
    return Period(saturday, saturday + timedelta(days=1), Unit.RANGE, is_sure)


@FORMS.add(
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
    months = count * (_TWELVE if unit == "year" else 1)
    return month_of(base.year, base.month - months).start


@FORMS.add(
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
        months = count * (_TWELVE if unit == "year" else 1)
        other = month_of(base.year, base.month + (-months if is_past else months))
        edge = other.start + timedelta(days=min(base.day, other.end.day) - 1)
    else:
        edge = base + timedelta(days=-days * count if is_past else days * count)
    return Period(min(edge, base), max(edge, base), Unit.RANGE)


@FORMS.add(
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


@FORMS.add(
    rf"{NUMBER}\s{UNIT}\s(?:later|earlier|before|after)|the\s(?:same|following|next|previous)\s(?:day|week|month|year)"
    r"|the\sday\s(?:before|after)",
    is_exact=False,
)
def _by_another_date(_match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    return None  # of which nobody knows which one it is
