"""Sentences that say when something happens."""

from bisect import bisect_right
from collections.abc import Iterator

from reader.model.analysis import Analysis
from reader.model.article import Article, PartKind
from reader.model.dates import Dated, Period
from reader.model.span import Span
from reader.model.value import Value
from reader.text.dates.chronology import dated
from reader.text.fold import fold


class Event(Value, frozen=True):
    """Words that say when, in their sentence."""

    dated: Dated
    sentence: Span

    def words(self, text: str) -> str:
        """The words that say when, on one line."""
        return " ".join(self.dated.words.span.of(text).split())

    def told(self, text: str) -> str:
        """The sentence, on one line."""
        return " ".join(self.sentence.of(text).split())

    def __str__(self) -> str:
        return "" if self.dated.period is None else days(self.dated.period)


def days(period: Period) -> str:
    """Days in ISO form: `2023-11-07`, `2023-11-06..2023-11-12`; with a question mark where there is doubt."""
    told = str(period.start) if period.start == period.end else f"{period.start}..{period.end}"
    return told if period.is_sure else f"{told}?"


def events(article: Article, analysis: Analysis, of: str = "") -> Iterator[Event]:
    """Words of an article that say when, in text order, each with its sentence.

    Args:
        article: that tells it.
        analysis: of the article, by the reader's rules.
        of: only sentences that name an entity with this key, or with these words in its name; empty: all.
    """
    headline = article.part(PartKind.HEADLINE)
    sentences = analysis.sentences
    wanted = _places(analysis, of) if of else None
    for one in dated(article, analysis):
        start = one.words.span.start
        number = bisect_right(sentences, start, key=lambda span: span.start) - 1
        if number >= 0 and start < sentences[number].end:
            sentence = sentences[number]
        elif headline is not None and headline.covers(one.words.span):
            sentence = headline
        else:
            sentence = one.words.span
        if wanted is None or any(sentence.covers(span) for span in wanted):
            yield Event(one, sentence)


def _places(analysis: Analysis, name: str) -> list[Span]:
    """Where an article names somebody."""
    words = fold(" ".join(name.split()))
    meant = {
        entity.id
        for entity in analysis.entities
        if fold(entity.id) == words or f" {words} " in f" {fold(entity.name)} "
    }
    return [mention.span for mention in analysis.mentions if mention.entity in meant]
