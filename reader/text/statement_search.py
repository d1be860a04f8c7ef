"""Statements of an article that somebody asks for, and how much was looked at to find them."""

from collections.abc import Iterator

from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dates import Period
from reader.model.statement import Statement
from reader.model.value import Value
from reader.text.dates.chronology import dated, statement_dates
from reader.text.fold import fold
from reader.text.ledger import Ledger, Voice


class Asked(Value, frozen=True):
    """What is asked of statements; what is empty may be anything."""

    by: str = ""
    """Key of who makes them, or words of a name."""
    act: str = ""
    """One of `ACTS`."""
    words: str = ""
    """That stand in what is said."""
    is_direct: bool = False
    """Whether they have to be quoted word for word."""


class Told(Value, frozen=True):
    """A statement in its article."""

    article: Article
    analysis: Analysis
    """By the reader's rules."""
    number: int
    """Of the statement, from 0."""
    voice: Voice
    when: Period | None
    """When it was made, as far as the article tells."""

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.analysis.statements[self.number]


class Coverage(Value, frozen=True):
    """How much was looked at, and what came of it."""

    articles: int = 0
    statements: int = 0
    unassigned: int = 0
    """Quotations without a speaker."""

    def plus(self, found: int, analysis: Analysis) -> "Coverage":
        """The same with one article more, in which some statements were found."""
        unassigned = sum(one.is_unassigned for one in analysis.statements)
        return Coverage(self.articles + 1, self.statements + found, self.unassigned + unassigned)

    def and_(self, other: "Coverage") -> "Coverage":
        """The same with what was looked at elsewhere."""
        return Coverage(
            self.articles + other.articles, self.statements + other.statements, self.unassigned + other.unassigned
        )

    def __str__(self) -> str:
        where = f"in {self.articles:,} {'article' if self.articles == 1 else 'articles'}"
        what = f"{self.statements:,} {'statement' if self.statements == 1 else 'statements'}"
        quotations = f"{self.unassigned:,} {'quotation' if self.unassigned == 1 else 'quotations'}"
        if not self.statements:
            return f"None found {where}; {quotations} unassigned."
        return f"{what} {where}; {quotations} without a speaker."


def statements(article: Article, analysis: Analysis, asked: Asked) -> Iterator[Told]:
    """The statements of an article that fit, in text order.

    Args:
        article: to look through.
        analysis: of it, by the reader's rules.
        asked: what they have to be like.
    """
    ledger = Ledger(analysis, article.text)
    dates = statement_dates(analysis, dated(article, analysis))
    for number, statement in enumerate(analysis.statements):
        voice = ledger.voices[number]
        if _fits(statement, voice, article.text, asked):
            when = dates[number]
            yield Told(article, analysis, number, voice, when.period if when else None)


def _fits(statement: Statement, voice: Voice, text: str, asked: Asked) -> bool:
    if asked.by and not (statement.is_attributed and _is_called(voice, asked.by)):
        return False
    if asked.act and not (statement.is_attributed and statement.act == asked.act):
        return False
    if asked.is_direct and not statement.is_direct:
        return False
    content = fold(" ".join(span.of(text) for span in statement.content)) if asked.words else ""
    return all(word in content for word in fold(asked.words).split())


def _is_called(voice: Voice, name: str) -> bool:
    """Whether words are the key of a voice, or stand one after the other in its name."""
    words = fold(" ".join(name.split())).removeprefix("the ")
    return fold(voice.key) == words or f" {words} " in f" {fold(voice.name)} "
