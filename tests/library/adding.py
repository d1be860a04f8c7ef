"""Articles on their way into a library."""

from datetime import date

from reader.ingest.source import article_from_text
from reader.model.intake import Incoming, Origin

PASTED = Origin("paste", "")
LEAD = "ANKARA, 8 Nov 2023 (Reuters) - "


def wire(name: str, words: int = 60) -> str:
    """A story that shares no run of words with one of another name."""
    return LEAD + " ".join(f"{name}{number}" for number in range(words)) + "."


def incoming(
    text: str,
    origin: Origin = PASTED,
    *,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Incoming:
    """A text from somewhere."""
    article = article_from_text(text, title=title, source=source, published=published)
    return Incoming(article, text.encode(), origin)


def path(name: str) -> Origin:
    return Origin("path", f"/news/{name}")


def address(name: str) -> Origin:
    return Origin("address", f"https://example.org/{name}")


def feed(name: str) -> Origin:
    return Origin("feed", f"https://example.org/{name}")
