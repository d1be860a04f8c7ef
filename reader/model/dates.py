"""When something happens, in the words of a text and on the calendar: values."""

from datetime import date
from enum import StrEnum

from reader.model.span import Span
from reader.model.value import Value


class Direction(StrEnum):
    """On which side of the article's own date a text puts what it dates."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class DateWords(Value, frozen=True):
    """Words of a text that say when: `on Tuesday`, `October 7`, `last week`. They mean a day only by a dateline."""

    span: Span
    direction: Direction = Direction.OPEN


class Unit(StrEnum):
    """How exactly words say when."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    """From one day to another."""


class Period(Value, frozen=True):
    """Days of the Gregorian calendar."""

    start: date
    end: date
    """The last day, itself included; never before `start`."""
    unit: Unit = Unit.DAY
    is_sure: bool = True
    """Whether the words leave no other reading."""


class Dated(Value, frozen=True):
    """Words that say when, and what they mean in an article of a certain date."""

    words: DateWords
    period: Period | None
    """None: they mean no day that can be told."""
