"""Folding letters, so that Erdogan finds Erdoğan, istanbul finds İstanbul and احمد finds أحمد."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from reader.model.span import Span

VERSION = 1
"""Of the folding: texts that were folded by another one do not fit."""

_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
"""Letters with strokes and ligatures, which Unicode does not take apart."""
_LETTERS |= {"ə": "a"}  # as English writes Əliyev: Aliyev
_LETTERS |= {"’": "'", "‘": "'", "“": '"', "”": '"', "ـ": ""}
# Arabic, Persian and Urdu: as Lucene's ArabicNormalizer and PersianNormalizer have it; hamza goes with the accents.
_LETTERS |= {"ٱ": "ا", "ى": "ي", "ی": "ي", "ے": "ي", "ة": "ه", "ە": "ه", "ہ": "ه", "ک": "ك"}
_NO_ACCENTS = (0, 7, 8, 9)
"""Combining classes that are kept: vowel signs, nukta, the mark that makes か into が, virama."""
_VARIATION = re.compile("[\ufe00-\ufe0f]")


def fold(text: str) -> str:
    """`text` as it is compared: it may have more or fewer code points.

    Gone are case (full case folding), accents (ё is е, й is и), Arabic vowel signs, hamza and tatweel, the joiners and
    other characters that are not seen. One are the Turkish i and ı, the forms of alef, of yeh (ى, ی), of kaf (ک), of
    heh and teh marbuta (ة), typographic and straight quotes, full and half width, and the digits of all scripts.
    """
    return text.lower() if text.isascii() else text.translate(_table(text))


def find_folded(text: str, needle: str) -> list[Span]:
    """Where `needle` stands in `text`, both folded; spans in the offsets of `text`, not overlapping."""
    sought = fold(needle)
    if not sought:
        return []
    folded = fold(text)
    origin = origins(text, {} if text.isascii() else _table(text))
    return [Span(origin(at), with_accents(text, origin(at + len(sought) - 1) + 1)) for at in _places(folded, sought)]


def with_accents(text: str, end: int) -> int:
    """The offset behind the accents and signs that stand on the letter before `end`."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def origins(text: str, table: Mapping[int, str]) -> Callable[[int], int]:
    """From an offset in a translated text to the offset in `text` that it came from.

    Args:
        text: before it was translated.
        table: what its characters become; those that are missing stay.
    """
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


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """What one character is folded to."""
    number = unicodedata.decimal(character, None)
    if number is not None:
        return str(number)
    if unicodedata.category(character) == "Cf" or _VARIATION.match(character):
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    plain = (c for c in decomposed if unicodedata.combining(c) in _NO_ACCENTS)
    # Put together again: the letters of a Korean syllable are not letters of the text.
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(c, c) for c in plain))


def _table(text: str) -> dict[int, str]:
    """How the characters of a text are folded; each is looked at once."""
    return {ord(character): fold_character(character) for character in set(text)}


def _places(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + len(sought))
