"""An article and notes on it."""

from datetime import UTC, datetime
from typing import Any

from reader.model.mark import Anchor, Mark, MarkKind
from reader.model.span import Span
from reader.model.value import replace
from reader.notebook.about import About
from reader.notebook.uuid7 import uuid7

ARTICLE = "abcdefghijklmnopqrstuvwxyz"
ABOUT = About(ARTICLE, "Türkiye voices apprehensions", "MENAFN", "https://example.org/1", None, "f" * 64)
NOON = datetime(2023, 11, 8, 12, tzinfo=UTC)


def note(body: str = "Who says so?", start: int = 10, **changes: Any) -> Mark:
    """A note on five code points."""
    anchor = Anchor("f" * 64, Span(start, start + 5), "NATO ", "Turkey, a ", "ally")
    return replace(Mark(uuid7(), ARTICLE, MarkKind.NOTE, NOON, NOON, anchor, body), **changes)
