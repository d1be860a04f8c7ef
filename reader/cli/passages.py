"""Passages with their hits, as verbs print them."""

from collections.abc import Iterable, Iterator

from reader.cli.columns import cells
from reader.cli.output import bold, has_styles
from reader.model.span import Span
from reader.text.guard import guard
from reader.text.wrap import wrap

_BLANKS = str.maketrans("\n\t", "  ")


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
