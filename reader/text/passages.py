"""The sentences of a text in which a query's words stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.model.listing import Passage
from reader.model.query import Field, Query, Words
from reader.model.span import Span
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences
from reader.text.terms import find_terms, terms


def passages(text: str, query: Query, limit: int) -> tuple[Passage, ...]:
    """The sentences that hold most of the words a query looks for, and of those the first ones; in text order."""
    found = [
        _Stretches(find_terms(text, terms(leaf.text), is_prefix=leaf.is_prefix))
        for leaf in query.leaves()
        if isinstance(leaf, Words) and leaf.field in (Field.ANY, Field.TITLE)  # the headline is part of the text
    ]
    hits = _Stretches(_merged(span for one in found for span in one.spans))
    held = [(-sum(bool(one.over(sentence)) for one in found), sentence) for sentence in _sentences_with(text, hits)]
    best = sorted(sentence for _, sentence in sorted(held)[:limit])
    return tuple(Passage(sentence, tuple(_cut(sentence, hits.over(sentence)))) for sentence in best)


class _Stretches:
    """Stretches of text in order, none over another, so that those in a place are found at once."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def over(self, place: Span) -> Sequence[Span]:
        """Those that share something with a place."""
        return self.spans[bisect_right(self._ends, place.start) : bisect_left(self._starts, place.end)]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Stretches in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _sentences_with(text: str, hits: _Stretches) -> Iterator[Span]:
    """The sentences that share something with a hit."""
    for paragraph in paragraphs(text, Span(0, len(text))) if hits.spans else ():
        if hits.over(paragraph):
            yield from filter(hits.over, sentences(text, paragraph))


def _cut(sentence: Span, hits: Iterable[Span]) -> Iterator[Span]:
    """What of the hits lies in a sentence."""
    return (Span(max(hit.start, sentence.start), min(hit.end, sentence.end)) for hit in hits)
