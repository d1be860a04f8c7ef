"""What a file of notes says about its article, so that it can be read and re-attached without the library."""

from datetime import date
from typing import Any

from reader.model.value import Value

SCHEMA = 1
"""Version of the notebook's files. Those of a later one are read as far as possible, and never written."""


class About(Value, frozen=True):
    """An article in short."""

    article_id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    text_hash: str

    def to_plain(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {
            "schema": SCHEMA,
            "id": self.article_id,
            "title": self.title,
            "source": self.source,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "text_hash": self.text_hash,
        }
