"""When something happens, in an article and in its statements."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dates import Dated
from reader.model.span import Span
from reader.model.statement import Statement
from reader.text.dates.resolve import resolve

_FAR = 2_000
"""Code points between a statement and words of its sentence."""


def dated(article: Article, analysis: Analysis) -> tuple[Dated, ...]:
    """Words of an article that say when, in text order, with the days that they mean."""
    text, dateline = article.text, article.published
    return tuple(Dated(words, resolve(text, words, dateline)) for words in analysis.dates)


def statement_dates(analysis: Analysis, dates: Sequence[Dated]) -> list[Dated | None]:
    """When each statement of an article was made, see `date_of`; what somebody else tells in the sentence is left out.

    Args:
        analysis: of the article.
        dates: of the article, in text order.
    """
    tellers = _tellers(analysis.statements, dates)
    found = []
    for number, statement in enumerate(analysis.statements):
        around = set(_around(number, analysis.statements))
        near = _between(dates, Span(max(0, statement.span.start - _FAR), statement.span.end + _FAR))
        told = [one for one in near if tellers[one.words.span] <= around]
        found.append(date_of(statement, told, analysis.sentences))
    return found


def _tellers(statements: Sequence[Statement], dates: Sequence[Dated]) -> Mapping[Span, set[int]]:
    """By their span, in the content of which statements words stand that say when."""
    tellers: dict[Span, set[int]] = {one.words.span: set() for one in dates}
    for number, statement in enumerate(statements):
        for one in (one for span in statement.content for one in _between(dates, span)):
            tellers[one.words.span].add(number)
    return tellers


def _around(number: int, statements: Sequence[Statement]) -> Iterator[int]:
    """The statements in which one is told."""
    within = statements[number].within
    while within is not None and within < number:
        yield within
        number, within = within, statements[within].within


def _between(dates: Sequence[Dated], span: Span) -> Sequence[Dated]:
    """Those of some dates, in text order, that begin in a stretch of the text."""
    first, last = (bisect_left(dates, at, key=lambda one: one.words.span.start) for at in (span.start, span.end))
    return dates[first:last]


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
