"""Any text there can be, hostile ones among them, and the articles made of them."""

from hypothesis import strategies as st

from reader.ingest.source import article_from_text
from reader.model.span import Span
from reader.text.clean import clean

HOSTILE = (
    "\x1b]52;c;cm0gLXJm\x07",  # writes the clipboard
    "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",  # a link that lies
    "\x1b]0;title",  # a command that never ends
    "\x1b[31m",
    "\x9b2J",
    "\x00",
    "\x08\x08\x7f",
    "[not] [/b] [@click=app.quit]x",
    "[link=file:///etc/passwd]here[/link]",
    "\u202egnp.exe\u202c",
    "\u2067\u2066",
    "\ud800",
    "\udcff",
    "\ufeff",
    "\u200b\xad",
    "a\u0301\u0302\u0303\u0304",
    "\U0001f469\u200d\U0001f52c",
    "\U0001f3f4\U000e0067\U000e0062\U000e007f",
)
"""Pieces of text that have harmed a terminal, a reader's eye or a program."""

SAMPLES = (
    "Turkey told the United States. ",
    "“We will not accept this,” Mr. Fidan said. ",
    "ANKARA, Nov 8 (Reuters) - ",
    "date 2023-11-08 (MENAFN) ",
    "By Jane Doe",
    "Minister meets minister in Ankara",
    "قال الوزير إن الاجتماع كان مثمرا. ",
    "שר החוץ\u200f ",
    "می\u200cخواهم ",
    "İstanbul ısrar Straße ",
    "他来了。",
    "\n",
    "\n\n\n",
    "\r\n",
    "\x0b\x0c\x85\u2028\u2029\r",
    "\t ",
)
"""Pieces of what people read."""

_pieces = (
    st.sampled_from(HOSTILE) | st.sampled_from(SAMPLES) | st.text(st.characters(exclude_categories=[]), max_size=8)
)

raw_texts = st.lists(_pieces, max_size=12).map("".join)
"""Text as it may come from outside."""

clean_texts = raw_texts.map(lambda raw: clean(raw).text)
"""Text as the program holds it."""


def spans_in(text: str) -> st.SearchStrategy[Span]:
    """Any stretch of a text."""
    offsets = st.integers(0, len(text))
    return st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))


articles = raw_texts.filter(lambda raw: bool(clean(raw).text.strip())).map(article_from_text)
"""Any article there can be."""
