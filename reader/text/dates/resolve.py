"""The days that words mean in an article of a certain date."""

import re
from datetime import date, timedelta

from reader.model.dates import DateWords, Period
from reader.text.dates.calendar import unsure
from reader.text.dates.meanings import ALL
from reader.text.dates.vocabulary import MONTH

_YEAR = re.compile(r"\d{4}")
_ANNIVERSARY = re.compile(
    r"['’]?s?\s(?:terror(?:ist)?\s|deadly\s|surprise\s)?(?:attacks?|massacre|riots?|insurrection|uprising|revolution|coup"
    r"|assault|raid|agreement|movement)\b",
    re.IGNORECASE,
)
"""Behind a day without a year: it may name what happened on that day in another year."""

_BORN = re.compile(r"\bborn\s(?:on\s|in\s)?$")

_KNOWN_BY_DATE = {(9, 11): 2001, (1, 6): 2021, (2, 24): 2022, (10, 7): 2023}
"""Days (month, day) that are named without a year long after it, as that of an attack or of a war that began."""

_LONG_AFTER = timedelta(days=300)

_SHAM = date(2000, 1, 1)
"""In the place of a dateline, for words that need none."""


def resolve(text: str, words: DateWords, dateline: date | None) -> Period | None:
    """The days that words mean; None: nobody can tell.

    Args:
        text: the whole text.
        words: as `find` gives them.
        dateline: the date of the article; None: it is not known, and only words that need none are understood.
    """
    said = words.span.of(text)
    period = ALL.meaning(said, dateline or _SHAM, words.direction)
    if period is None or (
        dateline is None and (not _YEAR.search(said) or period != ALL.meaning(said, date(1, 6, 6), words.direction))
    ):
        return None
    is_told = _YEAR.search(said) or "year" in said
    return period if is_told or not _is_remembered(text, words, period, dateline) else unsure(period)


def _is_remembered(text: str, words: DateWords, period: Period, dateline: date | None) -> bool:
    """Whether a day may be named for what happened on it in another year."""
    start, end = words.span.start, words.span.end
    if _ANNIVERSARY.match(text, end) or _BORN.search(text, max(0, start - 12), start):
        return True
    known = _KNOWN_BY_DATE.get((period.start.month, period.start.day)) if period.start == period.end else None
    has_month = re.search(MONTH, words.span.of(text)) is not None
    return bool(dateline and known and has_month and dateline > date(known, *_day(period)) + _LONG_AFTER)


def _day(period: Period) -> tuple[int, int]:
    return period.start.month, period.start.day
