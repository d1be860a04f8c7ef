"""How a mark finds its passage again (selectors of the W3C Web Annotation Data Model)."""

from reader.model.article import Article
from reader.model.mark import Anchor
from reader.model.span import Span

CONTEXT = 32
"""Code points of text kept before and after a passage."""


def anchor(article: Article, span: Span) -> Anchor:
    """A passage of an article by its position, its words and what stands around them."""
    text = article.text
    return Anchor(
        version=article.text_hash,
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def resolve(anchor: Anchor, article: Article) -> Span | None:
    """Where a passage stands in this version of an article; None where that is not certain.

    In the version that it was made on, the position decides; in another, its words with their context must stand
    there exactly once.
    """
    if anchor.version == article.text_hash:
        stands = anchor.span.end <= len(article.text) and anchor.span.of(article.text) == anchor.exact
        return anchor.span if stands else None
    quote = anchor.prefix + anchor.exact + anchor.suffix
    first = article.text.find(quote)
    if first < 0 or not anchor.exact or article.text.find(quote, first + 1) >= 0:
        return None
    start = first + len(anchor.prefix)
    return Span(start, start + len(anchor.exact))
