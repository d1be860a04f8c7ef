"""A summary of a length: so many of the sentences that a method chooses."""

from itertools import accumulate

from reader.model.analysis import Analysis
from reader.model.length import Length, LengthUnit
from reader.text.words import count_words


def summary(text: str, analysis: Analysis, method: str, length: Length) -> tuple[int, ...]:
    """Numbers of the sentences that a method chooses, in text order; empty before it has chosen.

    As many of the first in its order as are no longer than `length` together, and at least one.

    Args:
        text: of the article.
        analysis: of it.
        method: the summary method.
        length: of the summary.
    """
    return analysis.summary(method, _count(text, analysis, method, length))


def _count(text: str, analysis: Analysis, method: str, length: Length) -> int:
    """Sentences that a length holds."""
    if length.unit is LengthUnit.SENTENCES:
        return length.amount
    words = [count_words(span.of(text)) for span in analysis.sentences]
    most = length.amount if length.unit is LengthUnit.WORDS else sum(words) * length.amount / 100
    return max(1, sum(so_far <= most for so_far in accumulate(words[n] for n in analysis.orders.get(method, ()))))
