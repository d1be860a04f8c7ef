"""Sentences by a quick rule, until an analysis has better ones."""

import re
from collections.abc import Iterator

from reader.model.span import Span

# A run of stops is looked at once, from its beginning: text made of nothing else must not take for ever.
_END = re.compile(
    r"""
    (?: (?<![.!?…]) [.!?…]++ ["'”’»)\]]*+ (?=\s+["'“‘«(\[]*[\w¿¡])
      | [。！？]+ ["”’」』）]*
      | (?<![؟۔]) [؟۔]++ ["”’»)]*+ (?=\s) )
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""
    (?: \b(?: Mr|Messrs|Mrs|Ms|Dr|Prof|Sec|Sen|Rep|Gov|Brig|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Amb|Hon|Rev|St|Jr|Sr|vs|etc|Inc
           |Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|approx|cf|ca|al )
      | \b(?:[^\W\d_]\.)*[^\W\d_]     # initials and the like: U.S., J., e.g.
    )$""",
    re.VERBOSE,
)
_BEFORE_NUMBER = re.compile(r"\b(?:Nos?|Arts?|pp?|[Ff]igs?)$")
_LONGEST_ABBREVIATION = 12
_OPENER = re.compile(
    r"(?:The|An|He|She|It|They|We|This|These|Those|In|On|At|But|And|However|His|Her|Their|There|When|While|After)\b"
)
"""Words with a capital that hardly follow an abbreviation but at the beginning of a sentence."""
_MARKS = "\"'“‘«([ \t\u00a0"


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Spans of the sentences in one paragraph, without blanks at their edges.

    A stop ends a sentence unless it belongs to an abbreviation or an initial, or a lower-case word follows it.
    """
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        following = text[end : end + _LONGEST_ABBREVIATION].lstrip(_MARKS)
        if following[:1].islower() or (match[0] == "." and _goes_on(text, start, match.start(), following)):
            continue
        yield Span(start, end)
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _goes_on(text: str, start: int, stop: int, following: str) -> bool:
    """Whether a full stop belongs to the word before it."""
    before = text[max(start, stop - _LONGEST_ABBREVIATION) : stop]
    if _BEFORE_NUMBER.search(before):
        return following[:1].isdigit()
    return _ABBREVIATION.search(before) is not None and _OPENER.match(following) is None
