"""Words that say when, in the stretches of a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.model.dates import DateWords, Direction
from reader.model.span import Span
from reader.text.dates.direction import direction_at
from reader.text.dates.meanings import ALL
from reader.text.dates.vocabulary import MONTH, WEEKDAY, YEAR

_HINT_WORDS = """
day tomorrow night noon week month year quarter decade spring summer autumn fall winter morning evening christmas
0s tues. wed. thu. thur fri. sat. sun. mon. jan feb mar apr may jun jul aug sep oct nov dec q1 q2 q3 q4
"""
_HINTS = tuple(_HINT_WORDS.split())
_FOUR_FIGURES = re.compile(r"\d{4}")
"""Something of this stands in all words that say when: most sentences need not be looked at more closely."""

_YEAR_ALONE = re.compile(YEAR)
_MONTH_ALONE = re.compile(MONTH)
_LAST_WORD = re.compile(r"([\w.$€£’'-]+)[\s(]*$")
_BEFORE_YEAR = frozenset(
    ("in", "since", "by", "until", "till", "during", "before", "after", "from", "through", "for", "of", "to", "and")
) | {"between", "around", "about", "circa", "late", "early", "mid", "than", "as", "or", "summer", "spring", "autumn"}
_LOOSE = frozenset(("for", "of", "to", "and", "than", "as", "or", "about", "around", "before", "after", "from"))
"""Words before a year that stand before any number, too."""

_BEFORE_MONTH = _BEFORE_YEAR | {"last", "this", "next", "the", "a", "an", "each", "every", "on", "it’s", "its", "their"}
_DAYS = frozenset(("today", "tonight", "yesterday", "tomorrow"))
_BEFORE_DAY = frozenset(("on", "from", "since", "until", "by", "till", "and", "or", "to", "last", "next", "this"))
_COUNTED = re.compile(r"\s[a-z-]+s\b|\s(?:people|men|women|million|billion)\b|[%\d]|[.,:]\d|-\w")
"""What stands behind a number that is no year."""

_MARKS = tuple("“”\"‘’'")
"""Around words that are a name."""

_NAMED_DAYS = frozenset(
    ("black", "good", "bloody", "ash", "super", "easter", "palm", "giving", "cyber", "holy", "maundy", "fat", "casual")
)
_NAMES = re.compile(
    r"\s(?:[A-Z][a-z]+\s)?(?:Revolution|War|Agreement|Accords?|Movement|Brigades?|Hospital|Square|Street|Bridge|Day|Fools"
    r"|Madness|Alliance|Times|Telegraph|Declaration|Group|Committee|Uprising|Coup|Treaty|Pact|Prayers|Journal|Club|Airport|Avenue)\b"
)
"""Behind a day or month: it is part of a name."""

_OF = re.compile(r"\sof\s(?:the|a|an|its|their|all)\s")
"""Behind a quarter: of something else than a year."""

_NOUN = re.compile(r"\s(?!in|on|at|of|for|to|by|and|or|when|after|before|as|with|from|that|which)[a-z]{3,}")

_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their|our)\s$", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:every|each|any|one|no|other)\s$|\ban?\s$", re.IGNORECASE)
"""Before a day that is no certain one: `every Friday`, `a Friday`."""

_MASTHEAD = re.compile(r"[\w’']\s$")
"""Before a word with a capital that needs none: it is part of a name, `The Courier Today`."""

_EVENT = re.compile(
    r"\b(?:Resolution|Expo|Agenda|Vision|Horizon|Protocol|Olympics|Cup|Games|No\.|Section|Article|Boeing)\s$"
)


def find(text: str, within: Sequence[Span]) -> tuple[DateWords, ...]:
    """Words that say when, in text order, not overlapping.

    Args:
        text: the whole text.
        within: its sentences and headline; only in these is looked.
    """
    return tuple(_found(text, within))


def _found(text: str, within: Sequence[Span]) -> Iterator[DateWords]:
    pattern = _pattern()
    for span in within:
        small = span.of(text).lower()
        if not (any(hint in small for hint in _HINTS) or _FOUR_FIGURES.search(small)):
            continue
        for match in pattern.finditer(text, span.start, span.end):
            start, end = match.span()
            if _is_date(text, start, end, span):
                direction = direction_at(text, start, end, span.start, span.end)
                yield DateWords(Span(start, end), Direction.OPEN if _is_attribute(text, start, end) else direction)


@cache
def _pattern() -> "re.Pattern[str]":
    return re.compile(rf"(?<![\w$€£.,-])(?:{'|'.join(ALL.alternatives())})(?!\w|-\w)")


def _is_attribute(text: str, start: int, end: int) -> bool:
    """Whether words tell which thing is meant, not when it is done: `the February 17 strike`, `Monday's vote`."""
    if text[end - 2 : end] in ("'s", "’s"):
        return True
    return _ARTICLE.search(text, max(0, start - 6), start) is not None and _NOUN.match(text, end) is not None


def _is_date(text: str, start: int, end: int, span: Span) -> bool:
    """Whether words of the form of a date are one where they stand."""
    words = text[start:end]
    if text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS and start > span.start:
        return False
    before = _LAST_WORD.search(text, max(span.start, start - 24), start)
    last = before[1].lower() if before else ""
    if _YEAR_ALONE.fullmatch(words):
        if last not in _BEFORE_YEAR and start > span.start:
            return False
        if _EVENT.search(text, max(span.start, start - 24), start):
            return False
        return not (_COUNTED.match(text, end) and (last in _LOOSE or not text[end : end + 1].isspace()))
    if _NAMES.match(text, end):
        return False
    if words[0].isupper() and words.lower() in _DAYS and _MASTHEAD.search(text, max(span.start, start - 2), start):
        return False
    if words == "Sun." and last not in _BEFORE_DAY:
        return False
    if _AGAIN.search(text, max(span.start, start - 7), start) and re.match(rf"{WEEKDAY}|{MONTH}", words):
        return _NOUN.match(text, end) is not None and last in ("a", "an")
    if words.lower().endswith("quarter") and _OF.match(text, end):
        return False
    if _MONTH_ALONE.fullmatch(words):
        return last in _BEFORE_MONTH and not re.match(r"\s[A-Z]", text[end : min(end + 2, span.end)])
    return not (last in _NAMED_DAYS and re.match(WEEKDAY, words))
