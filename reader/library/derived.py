"""What lists read of an article: made from its facts, and kept in columns of its own."""

from datetime import date, timedelta
from typing import Any

from reader.model.article import Article
from reader.model.rank import rank_of
from reader.text.fold import fold
from reader.text.words import count_words

COLUMNS = (
    "text_hash",
    "title",
    "title_key",
    "source",
    "source_key",
    "author",
    "url",
    "published",
    "language",
    "words",
    "format",
)
"""Of `articles`, what `derived` gives."""

INSERT = f"""
INSERT INTO articles (rank, number, id, added, change, {", ".join(COLUMNS)})
VALUES (?, ?, ?, ?, ?{", ?" * len(COLUMNS)})
"""  # noqa: S608
"""Takes rank, number, id, time of coming in, change, and what `derived` gives."""

UPDATE = f"UPDATE articles SET {' = ?, '.join(COLUMNS)} = ?, change = ? WHERE rank = ?"  # noqa: S608
"""Takes what `derived` gives, change and rank."""

TOMORROW = timedelta(days=1)
"""It is tomorrow somewhere; what is dated later still would stand above all news for ever."""

_QUOTES = "\"'([{<«‹„‚¿¡…-–— "


def derived(article: Article, format_: str) -> tuple[Any, ...]:
    """Values of `COLUMNS`."""
    return (
        article.text_hash,
        article.title,
        sort_key(article.title),
        article.source,
        None if article.source is None else sort_key(article.source),
        article.author,
        article.url,
        None if article.published is None else article.published.isoformat(),
        article.language,
        count_words(article.body.of(article.text)),
        format_,
    )


def sort_key(name: str) -> str:
    """What a title or the name of a source is sorted by: folded, from its first letter or digit."""
    return fold(name).lstrip(_QUOTES)


def listed_rank(published: date | None, came_in: date, number: int) -> int:
    """The rank of a new article: of the day it came out or, where that is not known or cannot be, came in."""
    day = came_in if published is None or published > came_in + TOMORROW else published
    return rank_of(day, number)
