"""How names sound, roughly: what transliterations of one name have in common."""

import re
from functools import lru_cache

SHORTEST = 5
"""Letters of the shortest name whose spellings are compared by their sound."""

_ALIKE = (
    (re.compile(r"^m[uo]h?am+[ae]d$"), "muhamad"),
    (re.compile(r"(?:iyy|iy|yy|yi|ii|ij|ey|ei|ie|y)$"), "i"),
    (re.compile(r"ah$"), "a"),
    (re.compile(r"^[gkq]h?(?=[aou])(?=.{5})"), "k"),
    (re.compile(r"ck|kh|q"), "k"),
    (re.compile(r"c(?=[aouklrt])"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"ei|ey|ai|ay|ee|ie|ye|e|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Spellings of one sound, made one in this order: the usual romanisations of Arabic and Cyrillic."""


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The sound of a folded name of one word; of a short one the word itself.

    Gaddafi, Qaddafi and Kadhafi sound alike, Zelensky and Zelenskyy, Mohammed and Muhammad; Hassan and Hussein do not.
    """
    if len(word) >= SHORTEST:
        for pattern, one in _ALIKE:
            word = pattern.sub(one, word)
    return word
