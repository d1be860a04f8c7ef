"""Sentences by a quick rule, until an analysis has better ones."""

import re
from collections.abc import Iterator

from reader.model.span import Span

_END = re.compile(
    r"""
    (?: [.!?…]+ ["'”’»)\]]* (?=\s+["'“‘«(\[]*[\w¿¡]) | [。！？]+ ["”’」』）]* | [؟۔]+ ["”’»)]* (?=\s) )
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""
    (?: \b(?: Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Amb|Hon|Rev|St|Jr|Sr|vs|etc|No|Nos|Art|Inc|Ltd
           |Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun
           |approx|cf|ca|al|p|pp|fig )
      | \b(?:\w\.)*\w )                 # initials and the like: U.S., J., e.g.
    $""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Spans of the sentences in one paragraph, without blanks at their edges.

    A stop ends a sentence unless it belongs to a known abbreviation or an initial, or a lower-case word follows it.
    """
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if match[0].startswith(".") and not match[0].startswith("..") and _goes_on(text, start, match.start(), end):
            continue
        if match[0].startswith((".", "…")) and text[end : paragraph.end].lstrip("\"'“‘«([ \t")[:1].islower():
            continue
        yield Span(start, end)
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the stop belongs to a word before it."""
    if end > stop + 1:
        return False  # a quote mark or bracket closes behind it
    return _ABBREVIATION.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop]) is not None
