"""From a piece of HTML, as feeds carry it, to plain text. In a whole page the story has to be found first."""

import re
from collections.abc import Iterator

from lxml import etree

from reader.text.clean import clean
from reader.text.layout import tidy

_PARAGRAPHS = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul"
)
_BREAKS = {
    **dict.fromkeys(_PARAGRAPHS.split(), "\n\n"),
    **dict.fromkeys(("br", "caption", "li", "tr"), "\n"),
    **dict.fromkeys(("td", "th"), " "),
}
"""What stands before an element, and after a paragraph."""

_UNREAD = "audio button canvas embed head iframe math noscript object script select style svg template textarea video"
_SILENT = frozenset(_UNREAD.split())
"""Elements whose content is not for reading."""

_SPACE = re.compile(r"\s+")
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""The parser reads nothing behind it."""


def text_of(fragment: str) -> str:
    """What a piece of HTML says: paragraphs apart, each item of a list on a line, links as their words."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    # As bytes: the parser refuses a text that names an encoding.
    root = etree.fromstring(b"<div>" + _END.sub("", clean(fragment).text).encode(), parser)
    return tidy("".join(_pieces(root))).strip("\n")


def _pieces(root: etree._Element) -> Iterator[str]:
    """Words, and the breaks between them."""
    walk = etree.iterwalk(root, events=("start", "end"))
    preformatted = 0
    is_item = False  # whether the next words begin an item of a list
    for event, element in walk:
        tag = str(element.tag)
        mark = _BREAKS.get(tag, "")
        if event == "start":
            preformatted += tag == "pre"
            yield "" if is_item else mark
            is_item = is_item or tag == "li"
            words = None if tag in _SILENT else element.text
            if tag in _SILENT:
                walk.skip_subtree()
        else:
            preformatted -= tag == "pre"
            is_item = is_item and tag != "li"
            yield mark if mark == "\n\n" and not is_item else ""
            words = element.tail
        if words and is_item and words.strip():
            yield "- "
            is_item = False
        if words:
            yield words if preformatted else _SPACE.sub(" ", words)
