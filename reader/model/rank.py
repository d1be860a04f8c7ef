"""The one number of an article for lists and searches: by it, descending, they are newest first without sorting."""

from datetime import date

DAY_SHIFT = 24
"""A rank is `day << 24 | number`: the day as `date.toordinal` counts it, and the order of coming in."""


def rank_of(day: date, number: int) -> int:
    """The rank of the article that came in as the `number`th, of a day."""
    return day.toordinal() << DAY_SHIFT | number


def day_of(rank: int) -> date:
    """The day under which an article is listed."""
    return date.fromordinal(rank >> DAY_SHIFT)
