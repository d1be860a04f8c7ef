"""A passage with the place it was taken from, ready to paste."""

from reader.model.article import Article
from reader.model.span import Span


def citation(article: Article) -> str:
    """Title, source, date and address of an article, as far as they are known."""
    facts = [
        f"“{article.title}”",
        article.author,
        article.source,
        article.published.isoformat() if article.published else None,
        article.url,
    ]
    return ", ".join(fact for fact in facts if fact)


def quotation(article: Article, span: Span) -> str:
    """The words of a span on one line, in quote marks, and the citation below."""
    return f"“{' '.join(span.of(article.text).split())}”\n— {citation(article)}"
