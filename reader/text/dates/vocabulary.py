"""Words of dates, as regular expressions and as numbers."""

import re
from collections.abc import Mapping

_MONTH_NAMES = "january february march april may june july august september october november december"
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_NUMBER_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)

MONTHS: Mapping[str, int] = {name[:3]: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
"""By their first three letters, from 1."""

WEEKDAYS: Mapping[str, int] = {name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES.split())}
"""By their first three letters, Monday is 0."""

NUMBERS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_NUMBER_NAMES.split(), start=1)},
    "a": 1,
    "an": 1,
}

ORDINALS: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

SEASONS: Mapping[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month, in the north."""

SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|Jun(?:e|\.)|Jul(?:y|\.)|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)"
    rf"|{SHORT_MONTH}(?=\s\d))"
)
WEEKDAY = (
    r"(?:Mon(?:day|\.)|Tue(?:sday|s\.)|Wed(?:nesday|\.)|Thu(?:rsday|rs?\.)|Fri(?:day|\.)|Sat(?:urday|\.)|Sun(?:day|\.))"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[6-9]|20)\d\d"
TO = r"\s*[-–—]\s*|\s(?:to|until|through|till)\s"
NUMBER = rf"(?:{'|'.join(reversed(_NUMBER_NAMES.split()))}|an?|\d{{1,3}})"
SEASON = rf"(?:{'|'.join(SEASONS)})"
PART = r"(?:early|mid|late|Early|Mid|Late)"
UNIT = r"(?:day|week|month|year)s?"

_DIGITS = re.compile(r"\d+")


def month(word: str) -> int:
    """The number of a month, from 1."""
    return MONTHS[word[:3].lower()]


def weekday(word: str) -> int:
    """The number of a day of the week, from Monday, 0."""
    return WEEKDAYS[word[:3].lower()]


def number(word: str) -> int:
    """A number in words or figures: `three`, `3`, `3rd`."""
    digits = _DIGITS.match(word)
    return int(digits[0]) if digits else NUMBERS[word.lower()]
