"""Rows of columns: aligned and cut to the width of a terminal, tab-separated for programs."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from reader.cli.output import dim, is_for_people, say, say_styled, width
from reader.model.value import Value
from reader.text.guard import guard
from reader.text.shorten import ELLIPSIS

LOOKED_AT = 500
"""Rows whose cells tell how wide the columns are; the rest follows as it comes."""

_GAP = "  "
_LEAST = 10
"""Cells that a column without a limit keeps on a narrow terminal."""


class Column(Value, frozen=True):
    """One column, and how a terminal shows it."""

    heading: str
    widest: int | None = None
    """Cells; None: what the others leave."""
    is_number: bool = False
    """Whether it is aligned to the right."""
    is_id: bool = False
    """Whether its beginning says enough, so that no sign tells that it was cut."""


def say_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """Print rows as they come; returns how many there were.

    Args:
        columns: of each row; at most one of them has no limit.
        rows: with as many cells; blanks and newlines in them become one blank.
    """
    if is_for_people():
        return _say_aligned(columns, rows)
    count = 0
    for row in rows:
        say("\t".join(map(one_line, row)))
        count += 1
    return count


def one_line(text: str) -> str:
    """Text without the newlines and tabs that would end a line or a column."""
    return " ".join(text.split())


def cells(text: str) -> int:
    """How many cells a terminal gives a text, by the widths of its characters (Unicode annex 11)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many cells, guarded, broken at blanks."""
    from reader.text.wrap import wrap

    line = guard(one_line(text))
    return [line[start:end].rstrip() for start, end in wrap(line, width, cells)]


def cut(text: str, widest: int, *, ellipsis: str = ELLIPSIS) -> str:
    """Text in at most so many cells, cut between two characters as people see them."""
    if cells(text) <= widest:
        return text
    from reader.text.wrap import clusters

    kept, used = 0, len(ellipsis)
    for start, end in clusters(text):
        used += cells(text[start:end])
        if used > widest:
            break
        kept = end
    return text[:kept].rstrip() + ellipsis


def _say_aligned(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    rest = iter(tuple(map(one_line, row)) for row in rows)
    first = list(islice(rest, LOOKED_AT))
    if not first:
        return 0
    widths = _widths(columns, first)
    say_styled(dim(_aligned(columns, widths, [column.heading for column in columns])))
    count = 0
    for row in chain(first, rest):
        say_styled(guard(_aligned(columns, widths, row)))
        count += 1
    return count


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    needed = [
        max(cells(column.heading), *(cells(row[number]) for row in rows)) for number, column in enumerate(columns)
    ]
    widths = [
        found if column.widest is None else min(found, column.widest)
        for column, found in zip(columns, needed, strict=True)
    ]
    for number, column in enumerate(columns):
        if column.widest is None:
            others = sum(widths) - widths[number] + len(_GAP) * (len(columns) - 1)
            widths[number] = min(widths[number], max(_LEAST, width() - others))
    return widths


def _aligned(columns: Sequence[Column], widths: Sequence[int], row: Sequence[str]) -> str:
    return _GAP.join(map(_cell, columns, widths, row)).rstrip()


def _cell(column: Column, widest: int, text: str) -> str:
    text = cut(guard(text), widest, ellipsis="" if column.is_id else ELLIPSIS)
    padding = " " * (widest - cells(text))
    return padding + text if column.is_number else text + padding
