"""When something happens, in an article and in its statements."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dates import Dated
from reader.model.span import Span
from reader.model.statement import Statement
from reader.text.dates.resolve import resolve


def dated(article: Article, analysis: Analysis) -> tuple[Dated, ...]:
    """Words of an article that say when, in text order, with the days that they mean."""
    text, dateline = article.text, article.published
    return tuple(Dated(words, resolve(text, words, dateline)) for words in analysis.dates)


def date_of(statement: Statement, dates: Sequence[Dated], sentences: Sequence[Span]) -> Dated | None:
    """When a statement was made, in words of its own sentence that are not what was said; None: it is not told.

    Args:
        statement: of the article.
        dates: of the article, in text order.
        sentences: of the article, in text order.
    """
    if not statement.cue:
        return None
    place = statement.cue[0].start
    number = bisect_right(sentences, place, key=lambda span: span.start) - 1
    if number < 0 or sentences[number].end <= place:
        return None
    inside = [
        one
        for one in dates
        if sentences[number].covers(one.words.span)
        and not any(one.words.span.overlaps(span) for span in statement.content)
    ]
    return min(inside, key=lambda one: abs(one.words.span.start - place), default=None)
