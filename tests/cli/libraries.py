"""A home with articles in it, for verbs to work on."""

from datetime import date
from pathlib import Path

from reader.ingest.source import article_from_text
from reader.library.library import Library
from reader.model.intake import Incoming, Origin
from reader.paths import find_home

OSLO = "Envoys of Britain left the talks in Oslo. They will not be back this year, a spokesman said on Friday."
ANKARA = "Erdoğan received the envoys in Ankara. The minister of Türkiye spoke of hostages, grain and a ceasefire."
HOSTILE = "Turkey \x1b]52;c;eA==\x07 and [/b] [@click=app.quit]Israel[/] spoke.\n\nThey met \x9b31m in Ankara."


def incoming(
    text: str, title: str | None = None, source: str | None = None, published: date | None = None, place: str = ""
) -> Incoming:
    """A text on its way in."""
    article = article_from_text(text, title=title, source=source, published=published)
    return Incoming(article, text.encode(), Origin("path" if place else "paste", place))


def fill(*items: Incoming) -> list[str]:
    """Take texts into the library of the test; their ids."""
    home = find_home()
    home.make()
    library = Library(home.library)
    try:
        outcomes = library.add_many(items)
    finally:
        library.close()
    return [str(outcome.article_id) for outcome in outcomes]


def two_articles() -> list[str]:
    """Fill the library with one article from Oslo, and a newer one from Ankara."""
    return fill(
        incoming(OSLO, "Talks fail in Oslo", "Reuters", date(2026, 5, 1), "/news/oslo.txt"),
        incoming(ANKARA, "Envoys in Ankara", "MENAFN", date(2026, 5, 2)),
    )


def home_folder() -> Path:
    """Where the library of the test lies."""
    return find_home().data
