"""Rows of a list that no library stands behind."""

from array import array
from datetime import date

from reader.model.listing import Row
from reader.model.rank import DAY_SHIFT
from reader.model.value import replace

SOURCES = ("MENAFN", "Reuters", "Hürriyet Daily News", "Al Jazeera", "Anadolu")
TITLES = (
    "Turkey conveys concerns to United States over its approach to the conflict",
    "Foreign ministers meet in Astana ahead of the summit",
    "Ceasefire talks resume in Doha",
    "Parliament ratifies accession protocol after months of delay, ministers say",
    "Statement on the situation in the Red Sea",
)


def rank_of(day: date, number: int) -> int:
    return day.toordinal() << DAY_SHIFT | number


def ranks_of(count: int, *, last: date, a_day: int) -> "array[int]":
    """Ranks of so many articles, newest first, the newest of them from `last`."""
    first = last.toordinal()
    return array("q", ((first - n // a_day) << DAY_SHIFT | (count - n) for n in range(count)))


def row_of(rank: int, **changes: object) -> Row:
    """An article that has its rank and little else of its own."""
    number = rank & ((1 << DAY_SHIFT) - 1)
    day = date.fromordinal(rank >> DAY_SHIFT).isoformat()
    row = Row(
        rank,
        f"{number:026}",
        TITLES[number % len(TITLES)],
        SOURCES[number % len(SOURCES)],
        day,
        f"{day}T06:00:00+00:00",
        is_read=number % 3 == 0,
        is_starred=number % 7 == 0,
        is_archived=False,
        notes=int(number % 11 == 0),
        tags=("gaza", "mediation") if number % 5 == 0 else (),
        copies=2 if number % 9 == 0 else 0,
        words=331,
    )
    return replace(row, **changes)
