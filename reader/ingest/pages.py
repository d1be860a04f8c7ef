"""From printed pages to running text: without heads and page numbers, lines joined, words made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.model.value import Value

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

LONGEST_WORD = 60
"""Code points that are looked at for a word."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite|página|стр\.?)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LIST_ITEM = re.compile(r"(?:[-*•▪◦–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…:。؟][\"'”’»)\]]*$")
_CUT_WORD = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Line(Value, frozen=True):
    """A line of a page."""

    text: str
    """Not blank, with single blanks between words."""
    stands_apart: bool = False
    """Whether the page itself shows that it belongs to another paragraph than the line above."""


def text_of_pages(pages: Sequence[Sequence[Line]]) -> str:
    """The running text of pages, a blank line between paragraphs.

    Lines that stand at the edge of many pages are dropped, and so are page numbers; at the top of the first page they
    stay, since there they may be the title.
    """
    return "\n\n".join(_paragraphs(list(_without_running_lines(pages))))


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    tops, bottoms = (Counter[str](), Counter[str]())
    for page in pages:
        tops.update({_key(line.text) for line in page[:EDGE]})
        bottoms.update({_key(line.text) for line in page[-EDGE:]})
    least = max(FEWEST_PAGES, LEAST_SHARE * len(pages))
    for number, page in enumerate(pages):
        for place, line in enumerate(page):
            key, last = _key(line.text), len(page) - 1
            is_number = len(pages) > 1 and place in (0, last) and _NUMBER.fullmatch(line.text)
            is_head = place < EDGE and number > 0 and tops[key] >= least
            is_foot = place > last - EDGE and bottoms[key] >= least
            if not (is_number or is_head or is_foot):
                yield line


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
    paragraph: list[str] = []
    for line in lines:
        if paragraph and _ends(paragraph[-1], line, width):
            yield "".join(paragraph)
            paragraph = []
        if paragraph:
            paragraph[-1] = _joint(paragraph[-1], line.text, words)
        paragraph.append(line.text)
    if paragraph:
        yield "".join(paragraph)


def _ends(line: str, following: Line, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if _LIST_ITEM.match(following.text):
        return True
    if following.text[0].islower() or _cut_word(line):
        return False
    taken = len(line) + 1 + len(following.text.partition(" ")[0])
    return following.stands_apart or taken <= width * (FULL_SENTENCE if _SENTENCE_END.search(line) else FULL)


def _cut_word(line: str) -> str:
    """The letters before the hyphen at the end of a line."""
    match = _CUT_WORD.search(line[-LONGEST_WORD:-1]) if line.endswith("-") else None
    return match[0] if match else ""


def _joint(line: str, following: str, words: set[str]) -> str:
    """The end of a line where the next is joined to it: a word that was cut there is whole again.

    A hyphen stays where the document writes the word with one elsewhere, or where what follows is no small letter.
    """
    cut = _cut_word(line)
    rest = _WORD.match(following)
    if line.endswith(SOFT_HYPHEN):
        return line[:-1]
    if not cut or rest is None:
        return line + " "
    with_hyphen = f"{cut}-{rest[0]}".casefold() in words
    if following[0].islower() and not (with_hyphen and f"{cut}{rest[0]}".casefold() not in words):
        return line[:-1]
    return line
