"""The layout of plain text: blanks, blank lines, and lines that were broken to fit a page."""

import re
from itertools import pairwise

_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)
_LEADING = re.compile(r"^[^\S\n]+", re.MULTILINE)
_BLANK_RUN = re.compile(r"\n{3,}")

PAGE_WIDTHS = range(45, 101)
"""Longest lines, in code points, that a page of broken lines may have."""


def tidy(text: str) -> str:
    """`text` without blanks at the edges of lines and without runs of blank lines."""
    text = _LEADING.sub("", _TRAILING.sub("", text))
    return _BLANK_RUN.sub("\n\n", text).strip()


def join_broken_lines(text: str) -> str:
    """`text` with those paragraphs on one line that were broken at a page's width.

    A block of lines counts as broken only when no line could have taken the first word of the next one: then the width
    made the breaks, not the writer.
    """
    return "\n\n".join(block.replace("\n", " ") if _is_broken(block) else block for block in text.split("\n\n"))


def _is_broken(block: str) -> bool:
    lines = block.split("\n")
    width = max(map(len, lines))
    if len(lines) < 2 or width not in PAGE_WIDTHS:
        return False
    return all(len(line) + 1 + len(following.partition(" ")[0]) > width for line, following in pairwise(lines))
