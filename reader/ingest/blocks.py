"""From a tree of HTML to plain text, as its blocks lie on the page."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_APART = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hr list main ol p pre quote section summary table ul"
)
_PARAGRAPHS = frozenset(_APART.split())
"""Elements with a blank line before and after them; `head`, `list` and `quote` are trafilatura's names."""

_LINES = frozenset(("li", "item", "tr", "row"))
"""Elements on lines of their own."""

_LISTS = frozenset(("ol", "ul", "list"))
_ITEMS = frozenset(("li", "item"))
_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("td", "th", "cell"))
_UNREAD = (
    "audio button canvas datalist embed iframe input map math nav noscript object script select style svg template"
    " textarea title video"
)
_SKIPPED = frozenset(_UNREAD.split())
"""Elements whose text nobody reads as part of an article."""

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LINE_BREAKS = re.compile(r"(?<! ) *[\r\n][ \r\n]*")  # each run of blanks is looked at once
_NEW_LINE = "\r"
"""Begins a line where none has just begun. Clean text has no such characters, nor the next two."""

_ITEM, _ITEM_END = "\x1e", "\x1f"
_EMPTY_ITEM = re.compile(r"\x1e[ \r\n]*\x1f")
_ITEM_START = re.compile(r"\x1e[ \r\n]*")
_ITEM_STOP = re.compile(r"(?<![ \r\n])[ \r\n]*\x1f")


def text_of(tree: Any) -> str:
    """The text of an element: a blank line between paragraphs, a line for each item and row, links as their text."""
    pieces: list[str] = []
    for piece in _pieces(tree):
        kept = piece.lstrip(" ") if pieces and pieces[-1].endswith(" ") else piece
        if kept:
            pieces.append(kept)
    text = _ITEM_STOP.sub(_NEW_LINE, _ITEM_START.sub("- ", _EMPTY_ITEM.sub(_NEW_LINE, "".join(pieces))))
    return _LINE_BREAKS.sub(_lines_apart, text).strip()


def _lines_apart(breaks: re.Match[str]) -> str:
    return "\n" * min(2, max(1, breaks[0].count("\n")))


def _pieces(tree: Any) -> Iterator[str]:
    preserved = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _SKIPPED or _is_hidden(element):
                walk.skip_subtree()
                continue
            yield from _before(element)
            preserved += tag == "pre"
            yield _flowing(element.text, preserved)
            continue
        if not (tag in _SKIPPED or _is_hidden(element)):
            preserved -= tag == "pre"
            yield from _after(element)
        if element is not tree:
            yield _flowing(element.tail, preserved)


def _before(element: Any) -> Iterator[str]:
    tag = element.tag
    if tag in _PARAGRAPHS and not _is_html_head(element):
        yield _NEW_LINE if _is_inner_list(element) else "\n\n"
    elif tag in _LINES:
        yield _NEW_LINE
        if tag in _ITEMS:
            yield _ITEM
    elif tag in _BREAKS:
        yield "\n"
    elif tag in _CELLS and (before := element.getprevious()) is not None:
        yield _NEW_LINE if _holds_blocks(before) or _holds_blocks(element) else " | "
    elif tag == "q":
        yield "“"


def _after(element: Any) -> Iterator[str]:
    if element.tag in _PARAGRAPHS:
        yield _NEW_LINE if _is_inner_list(element) else "\n\n"
    elif element.tag in _LINES:
        yield _ITEM_END if element.tag in _ITEMS else _NEW_LINE
    elif element.tag == "q":
        yield "”"


def _flowing(text: str | None, preserved: int) -> str:
    if not text or preserved:
        return text or ""
    return _BLANKS.sub(" ", text)


def _is_html_head(element: Any) -> bool:
    parent = element.getparent()
    return bool(element.tag == "head" and parent is not None and parent.tag == "html")


def _is_inner_list(element: Any) -> bool:
    parent = element.getparent()
    return element.tag in _LISTS and parent is not None and parent.tag in _ITEMS


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _holds_blocks(cell: Any) -> bool:
    return any(element.tag in _PARAGRAPHS or element.tag in _LINES for element in cell.iter())
