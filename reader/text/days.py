"""Days and stretches of days, as they are written in a query."""

import re
from datetime import date, timedelta

FORMS = "2023-11-08, 2023-11, 2023, today, yesterday, 7d, 2w, 3m or 1y"
"""How a day can be written, for a sentence."""

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_AGO = re.compile(r"([0-9]{1,6})([dwmy])")
_BEGUN = re.compile(r"[0-9]{1,4}(-([0-9]{0,2}(-[0-9]{0,2})?)?)?|[0-9]{1,6}")
_WORDS = {"today": 0, "yesterday": 1}

Period = tuple[date, date | None]
"""A first day and the day after the last one; None: there is no such day any more."""


def period(text: str, today: date) -> Period:
    """The stretch that a text stands for: a day, a month, a year, or the day so many days, weeks, months, years ago.

    Raises:
        ValueError: it stands for none.
    """
    if text in _WORDS:
        return _day(today - timedelta(days=_WORDS[text]))
    if match := _AGO.fullmatch(text):
        return _day(_ago(int(match[1]), match[2], today))
    if match := _ISO.fullmatch(text):
        year, month, day = int(match[1]), match[2], match[3]
        if day:
            return _day(date(year, int(month), int(day)))
        if month:
            return date(year, int(month), 1), _after(year, int(month))
        return date(year, 1, 1), _after(year, 12)
    raise ValueError(f"no day: {text!r}")


def is_begun(text: str) -> bool:
    """Whether more letters could make this a day."""
    return _BEGUN.fullmatch(text) is not None or any(word.startswith(text) for word in _WORDS)


def _day(day: date) -> Period:
    return day, day + timedelta(days=1) if day < date.max else None


def _after(year: int, month: int) -> date | None:
    """The day after a month."""
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, 1) if year <= date.max.year else None


def _ago(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        days = count * (7 if unit == "w" else 1)
        return date.fromordinal(max(1, today.toordinal() - days))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    if months < 12:
        return date.min
    year, month = divmod(months, 12)
    # Three months before the 31st of May is the last of February.
    last = date.fromordinal((_after(year, month + 1) or date.max).toordinal() - 1)
    return last.replace(day=min(today.day, last.day))
