"""Making a text from outside safe and plain, once, before its offsets are fixed."""

import re

from reader.model.value import Value

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ufeff\u200b]")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]+")
_RTL_NEAR = re.compile(_RTL)
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""All that the patterns above may match: most texts have none of it, and one look is enough."""


class Cleaned(Value, frozen=True):
    """A clean text, and what was hidden in it."""

    text: str
    hidden: int
    """Direction overrides and embeddings that were taken out: they can make a text look other than it is
    (Trojan Source, CVE-2021-42574)."""


def clean(raw: str) -> Cleaned:
    """A text without what could act on a terminal or deceive the eye; what people read stays as it is.

    All kinds of line ends become newlines, lone surrogates U+FFFD. Other control characters, soft hyphens, byte order
    marks and zero-width spaces go, and so do direction overrides and embeddings; direction marks and isolates stay
    where they stand beside right-to-left letters. Joiners, Arabic format characters, emoji tags and tabs stay, and
    nothing is normalised. Cleaning a clean text changes nothing.
    """
    if _UNCLEAN.search(raw) is None:
        return Cleaned(raw, 0)
    text = _INVISIBLE.sub("", _SURROGATES.sub("\ufffd", _NEWLINES.sub("\n", raw)))
    text, hidden = _OVERRIDES.subn("", text)
    if not text.isascii():
        text = _DIRECTION_MARKS.sub(_kept_beside_rtl, text)
    return Cleaned(text, hidden)


def _kept_beside_rtl(marks: re.Match[str]) -> str:
    text, start, end = marks.string, marks.start(), marks.end()
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return marks[0] if _RTL_NEAR.search(beside) else ""
