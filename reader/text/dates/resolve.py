"""The days that words mean in an article of a certain date."""

import re
from datetime import date

from reader.model.dates import DateWords, Period
from reader.text.dates.calendar import unsure
from reader.text.dates.meanings import forms

_YEAR = re.compile(r"\d{4}")
_ANNIVERSARY = re.compile(
    r"['’]?s?\s(?:terror(?:ist)?\s|deadly\s|surprise\s)?(?:attacks?|massacre|riots?|insurrection|uprising|revolution|coup"
    r"|assault|raid|agreement|movement)\b",
    re.IGNORECASE,
)
"""Behind a day without a year: it may name what happened on that day in another year."""

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
    period = _meant(said, words, dateline or _SHAM)
    if period is None or (
        dateline is None and (not _YEAR.search(said) or period != _meant(said, words, date(1, 6, 6)))
    ):
        return None
    if not _YEAR.search(said) and _ANNIVERSARY.match(text, words.span.end):
        return unsure(period)
    return period


def _meant(said: str, words: DateWords, dateline: date) -> Period | None:
    for pattern, meaning in forms():
        if match := pattern.fullmatch(said):
            return meaning(match, dateline, words.direction)
    return None
