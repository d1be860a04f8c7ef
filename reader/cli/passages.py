"""Passages with their hits, as verbs print them."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.cli.columns import cells
from reader.cli.output import bold, has_styles
from reader.model.listing import Passage
from reader.model.span import Span
from reader.text.guard import guard
from reader.text.wrap import wrap

_BLANKS = str.maketrans("\n\t", "  ")


PASSAGE_KEYS = "{start, end, text, hits: [[start, end], ...]}"
"""What `passage_object` gives, for help: offsets in code points of the article's text."""


def passage_object(text: str, passage: Passage) -> dict[str, Any]:
    """JSON-ready form of a passage of a text, see `PASSAGE_KEYS`."""
    span = passage.span
    hits = [[hit.start, hit.end] for hit in passage.hits]
    return {"start": span.start, "end": span.end, "text": span.of(text), "hits": hits}


def told(text: str, passage: Passage) -> tuple[str, list[Span]]:
    """The words of a passage of a text, and its hits in them."""
    return passage.span.of(text), [hit.moved(-passage.span.start) for hit in passage.hits]


def marked(text: str, hits: Iterable[Span]) -> str:
    """A passage on one line, each hit between `**` and `**`; hits in code points of the passage."""
    return "".join(f"**{piece}**" if is_hit else piece for piece, is_hit in _pieces(_flat(text), hits))


def passage_lines(text: str, hits: Iterable[Span], width: int) -> Iterator[str]:
    """A passage in guarded lines of so many cells, its hits bright, or marked where brightness is not wanted."""
    hits = tuple(hits)
    if not has_styles():
        text, hits = marked(text, hits), ()
    text = _flat(text)
    for start, end in wrap(text, width, cells):
        within = [
            Span(max(hit.start, start), min(hit.end, end)).moved(-start)
            for hit in hits
            if hit.overlaps(Span(start, end))
        ]
        pieces = _pieces(text[start:end].rstrip(), within)
        yield "".join(bold(piece) if is_hit else guard(piece) for piece, is_hit in pieces)


def _pieces(text: str, hits: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The text cut at the edges of hits, and whether each piece is one."""
    done = 0
    for hit in hits:
        yield text[done : hit.start], False
        yield hit.of(text), True
        done = hit.end
    yield text[done:], False


def _flat(text: str) -> str:
    """The text on one line, as many code points long."""
    return text.translate(_BLANKS)
