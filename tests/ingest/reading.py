"""Reading documents in tests."""

from typing import Any

from reader.ingest.formats import items_in
from reader.model.article import Article, PartKind
from reader.model.intake import Incoming, Item, Origin, Refused
from tests.spans import stand_apart

PIPE = Origin("stdin", "")


def items(data: bytes, name: str, **known: Any) -> list[Item]:
    """What is in a document."""
    return list(items_in(data, name=name, origin=PIPE, **known))


def article_in(data: bytes, name: str, **known: Any) -> Article:
    """The one article in a document."""
    [item] = items(data, name, **known)
    assert isinstance(item, Incoming), item
    assert is_sound(item.article)
    return item.article


def refusal_of(data: bytes, name: str, **known: Any) -> str:
    """Why a document is refused."""
    [item] = items(data, name, **known)
    assert isinstance(item, Refused), item
    assert is_sentence(item.reason)
    return item.reason


def is_sentence(reason: str) -> bool:
    """Whether a reason can stand on one line of the screen."""
    return reason.isprintable() and reason.endswith(".")


def is_sound(article: Article) -> bool:
    """Whether all that an article says of its text is true."""
    spans = [part.span for part in article.parts]
    found = [span for span in (*spans, article.source_span, article.published_span) if span is not None]
    facts = [article.title, article.source, article.author, article.url]
    return (
        len(article.id) == 26
        and len(article.text_hash) == 64
        and [part.kind for part in article.parts].count(PartKind.BODY) == 1
        and all(0 <= span.start < span.end <= len(article.text) for span in found)
        and stand_apart(spans)
        and all(fact is None or fact == " ".join(fact.split()) != "" for fact in facts)
        and article.language.isalpha()
    )
