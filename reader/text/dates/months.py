"""Months, quarters, seasons, years: `early October`, `the third quarter of 2022`, `1990s`."""

import re
from datetime import date

from reader.model.dates import Direction, Period, Unit
from reader.model.value import replace
from reader.text.dates.calendar import decade_of, from_to, month_of, part_of, quarter_of, unsure, week_of, year_of
from reader.text.dates.forms import Forms
from reader.text.dates.nearest import STEPS, nearest
from reader.text.dates.vocabulary import MONTH, ORDINALS, PART, SEASONS, TO, YEAR, month

FORMS = Forms()


@FORMS.add(rf"(?P<month>{MONTH})\s(?P<which>last|this|next)\syear")
def _month_of_year(match: "re.Match[str]", base: date, _direction: Direction) -> Period | None:
    return month_of(base.year + STEPS[match["which"]], month(match["month"]))


@FORMS.add(
    rf"[Bb]etween\s(?P<one>{MONTH})(?:\s(?P<year1>{YEAR}))?\sand\s(?P<two>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
)
@FORMS.add(
    rf"(?:[Ff]rom\s)?(?P<one>{MONTH})(?:\s(?P<year1>{YEAR}))?(?:{TO})(?P<two>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
)
def _month_to_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    last = _month(match["two"], match["year"], base, direction)
    if last is None:
        return None
    earlier = month(match["one"]) > month(match["two"])
    return from_to(month_of(int(match["year1"] or last.end.year - earlier), month(match["one"])), last)


@FORMS.add(rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<month>{MONTH})(?!\s\d)")
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


@FORMS.add(rf"(?:(?P<part>{PART})[\s-])?(?P<month>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?")
def _whole_month(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    period = _month(match["month"], match["year"], base, direction)
    return part_of(period, match["part"].lower()) if period and match["part"] else period


def _month(name: str, year: str | None, base: date, direction: Direction) -> Period | None:
    if year:
        return month_of(int(year), month(name))
    months = [month_of(one, month(name)) for one in range(base.year - 1, base.year + 2)]
    return nearest(months, base, direction)


@FORMS.add(
    r"(?:the\s)?(?:(?P<which>first|second|third|fourth|last(?=\squarter\sof))\squarter|q(?P<number>[1-4]))"
    rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<when>last|this|next)\syear))?",
    is_exact=False,
)
def _quarter(match: "re.Match[str]", base: date, direction: Direction) -> Period | None:
    which = int(match["number"]) if match["number"] else ORDINALS[match["which"]]
    if match["year"] or match["when"]:
        return quarter_of(int(match["year"] or base.year + STEPS[match["when"]]), which)
    return unsure(nearest([quarter_of(one, which) for one in range(base.year - 1, base.year + 2)], base, direction))


@FORMS.add(
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


@FORMS.add(r"(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<decade>(?:1[6-9]|20)\d0)s", is_exact=False)
def _decade(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    period = decade_of(int(match["decade"]))
    return part_of(period, match["part"]) if match["part"] else period


@FORMS.add(rf"[Bb]etween\s(?P<one>{YEAR})\sand\s(?P<two>{YEAR})(?!\d)")
@FORMS.add(rf"(?:[Ff]rom\s)?(?P<one>{YEAR})(?:{TO})(?P<two>{YEAR}|\d\d)(?!\d)")
def _years(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    last = match["two"] if len(match["two"]) > 2 else match["one"][:2] + match["two"]
    return from_to(year_of(int(match["one"])), year_of(int(last)))


@FORMS.add(
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


@FORMS.add(rf"(?:(?P<part>{PART})[\s-])?(?P<year>{YEAR})")
def _year(match: "re.Match[str]", _base: date, _direction: Direction) -> Period | None:
    period = year_of(int(match["year"]))
    return part_of(period, match["part"].lower()) if match["part"] else period
