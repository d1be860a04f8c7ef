"""Whether two articles print the same story: reprints, cuts, edits, but not what only shares a form or a footer."""

import re
from itertools import islice

from reader.text.likeness import Likeness, likeness
from reader.text.terms import terms

_ENOUGH = 0.8
"""Share of one story's words that the other must have. Follow-ups and readouts of the same people share up to 0.8."""
_RUN = 8
"""Words in a row that count as shared here: shorter runs are the turns of phrase of an agency or a ministry."""
_OPENING = 50
"""Words that say what a story is about."""
_NEWS = 0.3
"""Share of the names and numbers in the opening that may be news to the other story."""
_SLIP = 1
"""So many of them may always be: a number brought up to date."""
_SHORT = 0.25
"""What is shorter than this share of another story is one story of a round-up, unless they open alike."""

_WORD = re.compile(r"\w+")


def copy_likeness(first: str, second: str) -> Likeness | None:
    """How much two stories share, where they are the same story; None: they are two.

    Args:
        first: the body of an article.
        second: of another.
    """
    shared = likeness(first, second, _RUN)
    if max(shared.of_first, shared.of_second) < _ENOUGH:
        return None
    short, long = sorted((first, second), key=len)
    if len(short) < _SHORT * len(long) and likeness(_opening(long, len(terms(short))), short, _RUN).of_first < _ENOUGH:
        return None
    # A daily report is yesterday's with other names and numbers; short news above a long footer are all footer.
    if _brings_news(short, long) and _brings_news(long, short):
        return None
    return likeness(first, second)


def _brings_news(story: str, known: str) -> bool:
    opening = _opening(story)
    named = set(terms(" ".join(word for word in _WORD.findall(opening) if word[0].isupper() or word[0].isdigit())))
    news = named.difference(terms(known))
    return len(news) > max(_SLIP, _NEWS * len(named))


def _opening(story: str, most: int = _OPENING) -> str:
    after = next(islice(_WORD.finditer(story), min(_OPENING, most), None), None)
    return story[: after.start()] if after else story
