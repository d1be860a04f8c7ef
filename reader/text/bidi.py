"""Right-to-left writing: what a terminal must get in one piece to join and order its letters."""

import re

LEFT_TO_RIGHT_MARK = "\u200e"
"""Put around right-to-left text it keeps what stands beside it in its place (Unicode Standard Annex 9)."""

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LETTER = re.compile(f"[{_LETTERS}]")
_WHOLE = re.compile(f"[{_LETTERS}][{_LETTERS}\u200c\u200d]*|.[\u0300-\u036f\u200d\ufe0f]+")
"""A right-to-left word, or a letter with the marks upon it."""


def has_rtl(text: str) -> bool:
    """Whether there are right-to-left letters in `text`."""
    return not text.isascii() and _LETTER.search(text) is not None


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of `text`, wider where it would cut a right-to-left word or part a letter from its marks."""
    if text.isascii():
        return start, end
    for match in _WHOLE.finditer(text):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    return start, end
