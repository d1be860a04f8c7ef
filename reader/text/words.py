"""Words of a text, for selecting and counting."""

import re
from collections.abc import Iterator

from reader.model.span import Span

WORDS_PER_MINUTE = 230
"""Silent reading of English non-fiction (Brysbaert 2019, Journal of Memory and Language 109: 238)."""

_WORD = re.compile(r"\w+(?:[’'.\-‐‑]\w+)*")


def words(text: str, within: Span) -> Iterator[Span]:
    """Spans of the words in a stretch of text, with their apostrophes and hyphens inside."""
    return (Span(*match.span()) for match in _WORD.finditer(text, within.start, within.end))


def count_words(text: str) -> int:
    """How many words stand between blanks."""
    return len(text.split())


def reading_minutes(word_count: int) -> int:
    """Minutes that a silent reader takes, begun ones counted, at least one."""
    return max(1, -(-word_count // WORDS_PER_MINUTE))
