"""Marks for tests: one made by hand, and any there can be."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from reader.model.mark import Anchor, Mark, MarkKind
from reader.model.span import Span
from reader.notebook.about import About
from reader.notebook.uuid7 import uuid7

ARTICLE = "abcdefghijklmnopqrstuvwxyz"
ABOUT = About(ARTICLE, "Türkiye voices apprehensions", "MENAFN", "https://example.org/1", None, "f" * 64)
NOON = datetime(2023, 11, 8, 12, tzinfo=UTC)


def note(body: str = "Who says so?", start: int = 10, **changes: Any) -> Mark:
    """A note on five code points."""
    anchor = Anchor("f" * 64, Span(start, start + 5), "NATO ", "Turkey, a ", "ally")
    return replace(Mark(uuid7(), ARTICLE, MarkKind.NOTE, NOON, NOON, anchor, body), **changes)


texts = st.text(st.characters(exclude_categories=[]), max_size=20).map(
    # Two lone surrogates beside each other are one character to JSON.
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
) | st.sampled_from(["", "\ud800", "\0", "\x1b[31m", "[/b]", "\u2028", "يا", '"\\'])
times = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
anchors = st.builds(Anchor, version=texts, span=spans, exact=texts, prefix=texts, suffix=texts)
marks = st.builds(
    Mark,
    id=st.integers(0, 2**128 - 1).map(lambda number: UUID(int=number)),
    article_id=st.just(ARTICLE),
    kind=st.sampled_from(MarkKind),
    created=times,
    modified=times,
    anchor=st.none() | anchors,
    body=texts,
    tags=st.lists(texts, max_size=3).map(tuple),
    rev=st.integers(1, 10**6),
)
