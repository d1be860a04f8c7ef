"""The layout of plain text: blanks, blank lines, and lines that were broken to fit a page."""

import re
from itertools import pairwise

PAGE_WIDTHS = range(45, 101)
"""Longest lines, in code points, that a page of broken lines may have."""

FEWEST_FULL_LINES = 3
"""So many lines must have been broken by the width before we believe that a page was."""

_AFTER_HYPHEN = re.compile(r"(?<=\w-)\n(?=\w)")
_COLUMNS = re.compile(r"\t|\S {3}")
_LIST_ITEM = re.compile(r"(?:[-*•>–—|]|\(?\w{1,3}[.)])\s")


def tidy(text: str) -> str:
    """`text` without blanks at the edges of lines and without runs of blank lines."""
    lines = list(map(str.strip, text.split("\n")))
    kept = (line for line, before in zip(lines, ["", *lines], strict=False) if line or before)
    return "\n".join(kept).rstrip("\n")


def join_broken_lines(text: str) -> str:
    """`text` with those paragraphs on one line that were broken at a page's width.

    A block of lines was broken when none of them could have taken the first word of the next one: then the width made
    the breaks, not the writer. Blocks of other kinds stay as they are, and so does everything when few lines are full,
    or when most of them begin as sentences, entries and rows do.
    """
    blocks = [block.split("\n") for block in text.split("\n\n")]
    # An address does not break: it may be longer than the page is wide.
    width = max((len(line) for block in blocks for line in block if " " in line), default=0)
    if width not in PAGE_WIDTHS:
        return text
    broken = [_is_broken(block, width) for block in blocks]
    continued = [line for block, is_broken in zip(blocks, broken, strict=True) if is_broken for line in block[1:]]
    if len(continued) < FEWEST_FULL_LINES or 2 * sum(map(_goes_on, continued)) < len(continued):
        return text
    return "\n\n".join(
        _joined(block) if is_broken else "\n".join(block) for block, is_broken in zip(blocks, broken, strict=True)
    )


def _joined(block: list[str]) -> str:
    return _AFTER_HYPHEN.sub("", "\n".join(block)).replace("\n", " ")


def _is_broken(block: list[str], width: int) -> bool:
    return all(
        len(line) + 1 + len(following.partition(" ")[0]) > width and _LIST_ITEM.match(following) is None
        for line, following in pairwise(block)
    ) and not any(map(_COLUMNS.search, block))


def _goes_on(line: str) -> bool:
    """Whether a line begins in the middle of a sentence, as far as its first letter tells."""
    return line[:1].isalpha() and not line[:1].isupper()
