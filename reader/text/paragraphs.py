"""Paragraphs: the lines of a text that are not blank."""

import re
from collections.abc import Iterator

from reader.model.span import Span

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Spans of the lines in a stretch of text, without the blanks at their edges."""
    return (Span(*match.span()) for match in _LINE.finditer(text, within.start, within.end))
