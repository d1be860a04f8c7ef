"""Breaking text into lines of a given width."""

import re
import unicodedata
from collections.abc import Callable, Iterator

CellWidth = Callable[[str], int]
"""How many cells a terminal gives a text."""

_JOINER = "\u200d"
_NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u20ac]*")
"""Characters of one cell on every terminal. A sum of cells does not tell: a wide one makes up for a mark of none."""


def wrap(text: str, width: int, cells: CellWidth) -> list[tuple[int, int]]:
    """The lines of a paragraph as (start, end) in code points; together they are the whole text.

    Lines break at blanks, which stay at the end of the line and need no room there. A word that is longer than a line
    is cut between two characters as people see them, never inside one.

    Args:
        text: a paragraph without newlines.
        width: cells of a line, at least two.
        cells: measures a text.
    """
    if not text:
        return []
    if _NARROW.fullmatch(text):
        return list(_wrap_narrow(text, width))
    return list(_wrap_wide(text, width, cells))


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Characters as people see them, as (start, end): a letter with its marks, an emoji with what is joined to it.

    Follows the rules of Unicode's annex 29 as far as terminals draw them.
    """
    start = 0
    for at in range(1, len(text)):
        if not _is_joined(text, at, start):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _wrap_narrow(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where every code point is one cell, positions tell the width."""
    start, length = 0, len(text)
    while length - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        end = blank + 1 if blank > start else start + width
        while end < length and text[end] == " ":
            end += 1
        yield start, end
        start = end
    if start < length:
        yield start, length


def _wrap_wide(text: str, width: int, cells: CellWidth) -> Iterator[tuple[int, int]]:
    start = at = used = 0
    for word_start, word_end, next_start in _words(text):
        word_width = cells(text[word_start:word_end])
        if used + word_width > width and word_start > start:
            yield start, word_start
            start, used = word_start, 0
        if word_width > width:
            for cluster_start, cluster_end in clusters(text[word_start:word_end]):
                cluster_width = cells(text[word_start + cluster_start : word_start + cluster_end])
                if used + cluster_width > width and word_start + cluster_start > start:
                    yield start, word_start + cluster_start
                    start, used = word_start + cluster_start, 0
                used += cluster_width
        else:
            used += word_width
        used += next_start - word_end
        at = next_start
    if start < at:
        yield start, at


def _words(text: str) -> Iterator[tuple[int, int, int]]:
    """Words as (start, end, start of the next); a wide character that may end a line counts as a word."""
    start, length = 0, len(text)
    while start < length:
        end = start
        while end < length and not _is_blank(text, end):
            end += 1
            if _may_break_behind(text, end):
                break
        following = end
        while following < length and _is_blank(text, following):
            following += 1
        yield start, end, following
        start = following


def _is_blank(text: str, at: int) -> bool:
    """Whether there is a blank that no mark stands on."""
    return text[at] in " \t" and not (at + 1 < len(text) and _is_joined(text, at + 1, at))


def _may_break_behind(text: str, at: int) -> bool:
    """Whether Chinese, Japanese or Korean text may break here: not before a closing mark, not behind an opening one."""
    if not _is_ideograph(text[at - 1]) or at >= len(text) or text[at] in " \t" or _is_joined(text, at, at - 1):
        return False
    return _is_ideograph(text[at]) or unicodedata.category(text[at]) not in ("Po", "Pe", "Pf")


def _is_ideograph(character: str) -> bool:
    return character >= "\u2e80" and unicodedata.east_asian_width(character) == "W" and character.isalpha()


def _is_joined(text: str, at: int, start: int) -> bool:
    """Whether the code point at `at` belongs to the character that begins at `start`."""
    character, before = text[at], text[at - 1]
    if character < "\u0300":
        return False
    if before == _JOINER or character == _JOINER or unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return True
    if "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f":
        return True  # skin tones and the tags of flags
    return _is_flag_letter(character) and _is_flag_letter(before) and at - start == 1


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
