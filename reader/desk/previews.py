"""What is told of an article beside a list of many."""

from itertools import islice
from pathlib import PurePath
from urllib.parse import urlsplit

from reader.desk.desk import Desk
from reader.model.article import Article
from reader.model.intake import Origin
from reader.model.length import Length
from reader.model.mark import MarkKind
from reader.model.span import Span
from reader.model.value import Value
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences
from reader.text.summary import summary
from reader.text.words import count_words

OPENING = 4
"""Sentences that are shown of an article without a summary."""

MOST_ORIGINS = 4
"""Origins that are named; others are counted."""


class Preview(Value, frozen=True):
    """An article in short."""

    article: Article
    words: int
    """Of its body."""
    origins: tuple[str, ...]
    """Lines that tell where it came from."""
    sentences: tuple[str, ...]
    """The summary; where there is none, the first ones of the body."""
    is_summary: bool
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    """What the reader wrote, in text order."""


def preview(desk: Desk, rank: int, method: str, length: Length) -> Preview | None:
    """An article in short; None: it is no longer there.

    Args:
        desk: whose article.
        rank: of the article.
        method: by which the sentences of the summary are chosen.
        length: of the summary.
    """
    article = desk.library.article_at(rank)
    if article is None:
        return None
    known = desk.known(article)
    chosen = summary(article.text, known.analysis, method, length) if known.analysis else ()
    spans = [known.analysis.sentences[number] for number in chosen] if known.analysis else []
    marks = [placed.mark for placed in known.marks]
    tags = dict.fromkeys(tag for mark in marks for tag in mark.tags)
    return Preview(
        article,
        count_words(article.body.of(article.text)),
        _lines_of(desk.library.origins(article.id)),
        tuple(span.of(article.text) for span in spans or _first(article)),
        bool(spans),
        tuple(tags),
        tuple(mark.body for mark in marks if mark.kind is MarkKind.NOTE),
    )


def _first(article: Article) -> list[Span]:
    found = (span for block in paragraphs(article.text, article.body) for span in sentences(article.text, block))
    return list(islice(found, OPENING))


def _lines_of(origins: tuple[Origin, ...]) -> tuple[str, ...]:
    """Where an article came from, if that says more than its source: files, hosts and feeds, each once."""
    places = list(dict.fromkeys(filter(None, map(_place, origins))))
    if not places:
        return ()
    others = f" and {len(places) - MOST_ORIGINS} more" if len(places) > MOST_ORIGINS else ""
    return (f"from {', '.join(places[:MOST_ORIGINS])}{others}",)


def _place(origin: Origin) -> str:
    """The name of a file or host; empty: it came from nowhere that has a name."""
    if origin.kind == "path":
        return PurePath(origin.place).name
    if origin.kind in ("address", "feed"):
        return urlsplit(origin.place).hostname or origin.place
    return ""
