"""A library with an index and a search beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.ingest.source import article_from_text
from reader.library.index import Index
from reader.library.library import Library
from reader.library.search import Search
from reader.model.article import Article
from reader.model.intake import Incoming, Origin
from reader.model.query import Query
from reader.model.value import replace


def coming(
    text: str, place: str = "", *, title: str | None = None, source: str | None = None, **facts: Any
) -> Incoming:
    """An article on its way into a library."""
    article = article_from_text(text, title=title, source=source, published=facts.pop("published", None))
    format_ = facts.pop("format", "text")
    return Incoming(replace(article, **facts), text.encode(), Origin("path", place), format_)


class Shelf:
    """Files in a folder, as a home has them; what is put into the library is in the index at once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path = folder / "index.db"
        self.library = Library(folder / "library.db")
        self.index = Index(self.path, folder / "library.db")
        self.search = Search(self.path, folder / "library.db", folder / "analyses.db")

    def put(self, *items: Incoming) -> list[int]:
        """Take in articles; returns their ranks."""
        outcomes = self.library.add_many(items)
        self.catch_up()
        return [outcome.rank for outcome in outcomes if outcome.rank is not None]

    def catch_up(self) -> None:
        while self.index.catch_up(100):
            pass

    def found(self, query: Query) -> set[str]:
        """The titles of what fits a query."""
        return {row.title for row in self.search.rows(self.search.ranks(query))}

    def articles(self, ranks: Sequence[int]) -> list[Article]:
        return [article for rank in ranks if (article := self.library.article_at(rank)) is not None]

    def close(self) -> None:
        self.search.close()
        self.index.close()
        self.library.close()
