"""A statement with who makes it and the place it was taken from, ready to paste."""

from collections.abc import Iterator, Sequence

from reader.export.citation import citation
from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dates import Period
from reader.model.span import Span
from reader.model.statement import Statement

_OPENING, _CLOSING = '"“«„', '"”»“'


def said(article: Article, analysis: Analysis, number: int, when: Period | None) -> str:
    """What is said in a statement, in the words of the article on one line; below, who says it how and when, and where.

    Args:
        article: that tells it.
        analysis: of the article.
        number: of the statement in the analysis, from 0.
        when: it was made; None: that is not known.
    """
    statement, text = analysis.statements[number], article.text
    content = _words(statement.content, text)
    if not (content[:1] in _OPENING and content[-1:] in _CLOSING):
        content = f"“{content}”"
    told = ", ".join((*_how(statement, text, analysis), *_when(when), *_within(statement, text, analysis)))
    return f"{content}\n— {told}; {citation(article)}"


def _how(statement: Statement, text: str, analysis: Analysis) -> Iterator[str]:
    """Who says it, and by which words of the article."""
    words = _words(statement.speaker, text)
    name = next((entity.name for entity in analysis.entities if entity.id == statement.entity), "")
    if not name and statement.antecedent is not None:
        name = _words((statement.antecedent,), text)
    if not statement.is_attributed:
        yield "no speaker named"
    elif not name or name in words:
        yield words or name
    else:
        # The article says it in other words here: they belong to the record.
        yield f"{name} (“{words}”)" if words else name
    if statement.cue:
        yield f"“{_words(statement.cue, text)}”"


def _when(when: Period | None) -> Iterator[str]:
    if when is not None:
        days = when.start.isoformat() if when.start == when.end else f"{when.start}/{when.end}"
        yield days if when.is_sure else f"{days}?"


def _within(statement: Statement, text: str, analysis: Analysis) -> Iterator[str]:
    """In whose words it is told."""
    if statement.within is not None:
        yield f"as told by {', '.join(_how(analysis.statements[statement.within], text, analysis))}"


def _words(spans: Sequence[Span], text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
