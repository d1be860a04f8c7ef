"""Small articles, and where words stand in them."""

from reader.desk.incoming import incoming_text
from reader.model.article import Article
from reader.model.intake import Incoming
from reader.model.span import Span

STORY = (
    "ANKARA, Nov 8 (Reuters) - Turkey voiced its concerns. Israel answered on Monday.\n\nNobody said when talks end.\n"
)


def incoming(text: str = STORY, title: str | None = None) -> Incoming:
    """A text on its way into the library."""
    return incoming_text(text, title=title)


def story(text: str = STORY) -> Article:
    """An article in no library."""
    return incoming(text).article


def words(article: Article, said: str) -> Span:
    """Where words first stand in an article."""
    start = article.text.index(said)
    return Span(start, start + len(said))
