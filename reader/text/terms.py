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

_UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"  # Korean: its words carry their particles
    "\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
    "]"
)
# In a text made searchable, everything beyond ASCII belongs to a term.
_LETTER, _OTHER = "[0-9a-z\x80-\U0010ffff]", "[^0-9a-z\x80-\U0010ffff]"
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


@lru_cache(maxsize=8192)
def _searchable(character: str) -> str:
    return "".join(map(_parted, fold_character(character)))


def _parted(character: str) -> str:
    if character.isascii():
        return character
    if _UNSPACED.match(character):
        return f" {character} "
    category = unicodedata.category(character)
    return character if category[0] in "LNM" or category == "Co" else " "


class _Table(dict[int, str]):
    """What characters become, each looked at once; upper-case ASCII letters stay as they are."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _searchable(chr(code)) if code > 0x7F else chr(code)
        return found


_TABLE = _Table()
