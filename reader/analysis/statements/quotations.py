"""Stretches between quotation marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKED = re.compile(
    r"""(?:''|``)(?:(?!'').)+(?:''|$)"""
    r"""|(?<!\w)‘(?:[^‘’]|’(?=\w))+’(?!\w)"""
    r"""|“[^“”]*(?:”|(?=“)|$)|"[^"]*(?:"|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)"""
)
"""In a paragraph; the last one may be left open, and goes on in the next paragraph."""

_CLOSING = "”\"»'“’"
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SMALL_WORDS = "the a an of and in on for to with at by from or is s"
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST_TITLE = 7
"""Words."""


class Quotation(NamedTuple):
    """A stretch of a paragraph, its marks included."""

    start: int
    end: int
    words: int
    is_fragment: bool
    """Whether it begins in the middle of a sentence."""
    is_title: bool
    """Whether all its words are written as those of a title are."""
    is_open: bool
    """Whether it has no closing mark."""
    stop: str
    """The last character before the closing mark."""

    @property
    def goes_on(self) -> bool:
        """Whether the sentence around it has to go on: `"We agree," he said`."""
        return self.stop in ",?!—–-"


def quotations(paragraph: str) -> Iterator[Quotation]:
    """All quotations of a paragraph, in order."""
    for match in _MARKED.finditer(paragraph):
        marked = match.group()
        words = _WORD.findall(marked)
        if not words:
            continue
        inner = marked.rstrip(_CLOSING + " ")
        yield Quotation(
            match.start(),
            match.end(),
            len(words),
            is_fragment=words[0][0].islower(),
            is_title=_is_title(words) and inner[-1:] not in "!?",
            is_open=not marked.rstrip().endswith(tuple(_CLOSING)) or len(marked) < 2,
            stop=inner[-1:],
        )


def _is_title(words: list[str]) -> bool:
    named = all(word[0].isupper() or word.lower() in _SMALL for word in words)
    return named and 1 < len(words) <= _LONGEST_TITLE and words[0][0].isupper()
