"""From printed pages to running text: without heads and page numbers, lines joined, words made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

EDGE = 2
"""Lines at the top and at the bottom of a page that may be its head or foot."""

FEWEST_PAGES = 3
"""On so many pages a line must stand to be a running one."""

LEAST_SHARE = 0.3
"""Share of the pages: heads of left and right pages differ, and chapters have their own."""

FULL = 0.85
"""A line that had room for more, to this share of the usual width, ends where its writer ended it."""

FULL_SENTENCE = 0.97
"""The same for a line that ends with a sentence."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite|página|стр\.?)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LIST_ITEM = re.compile(r"(?:[-*•▪◦–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…:。؟][\"'”’»)\]]*$")
_CUT_WORD = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def text_of_pages(pages: Sequence[str]) -> str:
    """The running text of pages, a blank line between paragraphs.

    Lines that stand at the edge of many pages are dropped, and so are page numbers; at the top of the first page they
    stay, since there they may be the title.
    """
    lines = [[" ".join(line.split()) for line in page.split("\n")] for page in pages]
    kept = list(_without_running_lines([_stripped(page) for page in lines]))
    return "\n\n".join(_paragraphs(kept))


def _stripped(lines: list[str]) -> list[str]:
    """The lines of a page without the blank ones at its edges."""
    full = [number for number, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1] if full else []


def _without_running_lines(pages: list[list[str]]) -> Iterator[str]:
    tops, bottoms = (Counter[str](), Counter[str]())
    for page in pages:
        tops.update({_key(line) for line in page[:EDGE]})
        bottoms.update({_key(line) for line in page[-EDGE:]})
    least = max(FEWEST_PAGES, LEAST_SHARE * len(pages))
    for number, page in enumerate(pages):
        for place, line in enumerate(page):
            at_top, at_bottom = place < EDGE, place >= len(page) - EDGE
            is_number = len(pages) > 1 and (place == 0 or place == len(page) - 1) and _NUMBER.fullmatch(line)
            runs = (at_top and number > 0 and tops[_key(line)] >= least) or (at_bottom and bottoms[_key(line)] >= least)
            if not is_number and not runs:
                yield line


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    words = {word.casefold() for line in lines for word in _WORD.findall(line)}
    paragraph: list[str] = []
    for before, line in pairwise(["", *lines]):
        if not line:
            continue
        if paragraph and (_ends(before, line, width) if before else not line[0].islower()):
            yield "".join(paragraph)
            paragraph = []
        if paragraph:
            paragraph[-1] = _joint(paragraph[-1], line, words)
        paragraph.append(line)
    if paragraph:
        yield "".join(paragraph)


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if _LIST_ITEM.match(following):
        return True
    if following[0].islower() or _CUT_WORD.search(line):
        return False
    taken = len(line) + 1 + len(following.partition(" ")[0])
    return taken <= width * (FULL_SENTENCE if _SENTENCE_END.search(line) else FULL)


def _joint(line: str, following: str, words: set[str]) -> str:
    """The end of a line where the next is joined to it: a word that was cut there is whole again.

    A hyphen stays where the document writes the word with one elsewhere, or where what follows is no small letter.
    """
    cut = _CUT_WORD.search(line)
    rest = _WORD.match(following)
    if line.endswith(SOFT_HYPHEN):
        return line[:-1]
    if cut is None or rest is None:
        return line + " "
    with_hyphen = f"{cut[1]}-{rest[0]}".casefold() in words
    if following[0].islower() and not (with_hyphen and f"{cut[1]}{rest[0]}".casefold() not in words):
        return line[:-1]
    return line
