"""Folding letters, so that Erdogan finds Erdoğan and istanbul finds İstanbul."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from reader.model.span import Span

_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ـ": ""}
_LETTERS |= {"’": "'", "‘": "'", "“": '"', "”": '"'}
"""What Unicode does not take apart: letters with strokes, ligatures, the Arabic tatweel, typographic quotes."""


def fold(text: str) -> str:
    """`text` without case, accents and typographic quotes; it may have more or fewer code points."""
    return text.lower() if text.isascii() else text.translate(_table(text))


def find_folded(text: str, needle: str) -> list[Span]:
    """Where `needle` stands in `text`, both folded; spans in the offsets of `text`, not overlapping."""
    sought = fold(needle)
    if not sought:
        return []
    folded = fold(text)
    origin = _origins(text)
    return [Span(origin(at), origin(at + len(sought) - 1) + 1) for at in _places(folded, sought)]


def _origins(text: str) -> Callable[[int], int]:
    """From an offset in the folded text to the offset in `text` that it came from."""
    table = {} if text.isascii() else _table(text)
    uneven = "".join(chr(code) for code, folded in table.items() if len(folded) != 1)
    if not uneven:
        return lambda at: at
    # After each character that does not fold to exactly one, the offsets drift apart by so much more.
    after, drift = [0], [0]
    for match in re.finditer(f"[{re.escape(uneven)}]", text):
        length = len(table[ord(match[0])])
        start = match.start() - drift[-1]
        for inside in range(1, length):
            after.append(start + inside)
            drift.append(drift[-1] - 1)
        if length == 0:
            after.append(start)
            drift.append(drift[-1] + 1)
    return lambda at: at + drift[bisect_right(after, at) - 1]


def _table(text: str) -> dict[int, str]:
    """How the characters of a text are folded; each is looked at once."""
    return {ord(character): _folded(character) for character in set(text)}


def _folded(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(_LETTERS.get(c, c) for c in plain)


def _places(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + len(sought))
