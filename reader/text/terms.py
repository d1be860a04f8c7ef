"""Terms: what texts are searched by. Folded words; where a script writes no blanks between words, its characters.

A term is a run of letters, digits and the marks on them. Chinese, Japanese, Korean, Thai and the like are taken apart
into single characters, so that a word is found inside a run; who looks for one, looks for them one after the other.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from reader.model.span import Span
from reader.text.fold import fold_character, origins, with_accents

_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1100", "\u11ff"),  # Korean: its words carry their particles
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3005", "\u318f"),  # Japanese, Korean
    ("\u31f0", "\u31ff"),  # Japanese
    ("\u3400", "\u9fff"),  # Chinese
    ("\uac00", "\ud7ff"),  # Korean
    ("\uf900", "\ufaff"),  # Chinese
    ("\U00020000", "\U0003ffff"),
)
"""First and last characters of the scripts whose characters are terms."""

# In a searchable text in lower case, everything beyond ASCII belongs to a term.
_OTHER = "[\x00-/:-`{-\x7f]"
_LETTER = f"[^{_OTHER[1:]}"
_TERM = re.compile(f"{_LETTER}+")
_FEW = 16
"""So many characters are sooner replaced one by one; where there are more, the whole text is translated."""


def searchable(text: str) -> str:
    """A text whose terms any tokenizer finds that parts words at ASCII signs, and that ignores the case of ASCII."""
    # As quick as can be, since every article passes here; most are nearly all ASCII.
    if text.isascii():
        return text
    others = [character for character in set(text) if not character.isascii()]
    if len(others) > _FEW:
        return text.translate(_TABLE)
    for character in others:
        text = text.replace(character, _searchable(character))
    return text


def terms(text: str) -> list[str]:
    """The terms of a text, in its order."""
    return _TERM.findall(searchable(text).lower())


def find_terms(text: str, sought: Sequence[str], *, is_prefix: bool = False) -> list[Span]:
    """Where terms stand one after the other; spans in the offsets of `text`, not overlapping.

    Args:
        text: to look in.
        sought: what to look for, by `terms`.
        is_prefix: whether the last one may go on; then its whole word is found.
    """
    if not sought:
        return []
    pattern = f"(?<!{_LETTER}){f'{_OTHER}+'.join(map(re.escape, sought))}"
    pattern += f"{_LETTER}*" if is_prefix else f"(?!{_LETTER})"
    table = {} if text.isascii() else {ord(character): _searchable(character) for character in set(text)}
    folded = text.translate(table) if table else text.lower()
    origin = origins(text, table)
    return [
        Span(origin(match.start()), with_accents(text, origin(match.end() - 1) + 1))
        for match in re.finditer(pattern, folded)
    ]


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script whose characters are terms."""
    return any(first <= character <= last for first, last in _UNSPACED)


@lru_cache(maxsize=8192)
def _searchable(character: str) -> str:
    return "".join(map(_parted, fold_character(character)))


def _parted(character: str) -> str:
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category[0] not in "LNM" and category != "Co":
        return " "
    return f" {character} " if is_unspaced(character) else character


class _Table(dict[int, str]):
    """What characters become, each looked at once; upper-case ASCII letters stay as they are."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _searchable(chr(code)) if code > 0x7F else chr(code)
        return found


_TABLE = _Table()
