"""An article as the library keeps it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from reader.errors import DamagedError
from reader.model.article import Article, Part, PartKind
from reader.model.span import Span

RECORD = "v.article, v.text, v.text_hash, v.facts"
"""Columns of `versions v` that `article_from` reads."""

LONGEST_TITLE = 100
"""Code points of a title that is made from the text."""


def facts_of(article: Article) -> str:
    """All of an article but text, hash and id, as JSON."""
    facts = {
        "parts": [[part.kind, part.span.start, part.span.end] for part in article.parts],
        "title": article.title,
        "title_derived": article.title_derived,
        "source": article.source,
        "source_span": article.source_span and [article.source_span.start, article.source_span.end],
        "published": article.published and article.published.isoformat(),
        "published_span": article.published_span and [article.published_span.start, article.published_span.end],
        "author": article.author,
        "url": article.url,
        "language": article.language,
    }
    return msgspec.json.encode(facts).decode()


def article_from(record: Sequence[Any]) -> Article:
    """The article in a row of `RECORD`.

    Raises:
        DamagedError: its facts make no sense.
    """
    article_id, text, text_hash, facts = record
    try:
        return _article(article_id, text, text_hash, msgspec.json.decode(facts))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError(f"Article {article_id} in the library cannot be read: {error}.") from error


def bare_article(record: Sequence[Any]) -> Article:
    """What is left of an article in a row of `RECORD` whose facts make no sense: a text that begins with its title."""
    article_id, text, text_hash, _ = record
    title, _, _ = text.strip().partition("\n")
    parts = (Part(PartKind.BODY, Span(0, len(text))),)
    return Article(article_id, text, text_hash, parts, title[:LONGEST_TITLE], title_derived=True)


def _article(article_id: str, text: str, text_hash: str, facts: dict[str, Any]) -> Article:
    return Article(
        id=article_id,
        text=text,
        text_hash=text_hash,
        parts=tuple(Part(PartKind(kind), Span(start, end)) for kind, start, end in facts["parts"]),
        title=facts["title"],
        title_derived=facts["title_derived"],
        source=facts["source"],
        source_span=facts["source_span"] and Span(*facts["source_span"]),
        published=facts["published"] and date.fromisoformat(facts["published"]),
        published_span=facts["published_span"] and Span(*facts["published_span"]),
        author=facts["author"],
        url=facts["url"],
        language=facts["language"],
    )
