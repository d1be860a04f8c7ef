"""Any marks there can be."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import strategies as st

from reader.model.mark import Anchor, Mark, MarkKind
from reader.model.span import Span
from tests.notebook.notes import ARTICLE

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
