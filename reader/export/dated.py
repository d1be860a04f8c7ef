"""Something that happened, with its days and the place it was taken from, ready to paste."""

from reader.export.citation import citation
from reader.model.article import Article
from reader.text.dates.events import Event


def dated(article: Article, event: Event) -> str:
    """Days and sentence on one line; below, the words that say when, and where they stand."""
    days = f"{event}: " if event.dated.period else ""
    return f"{days}“{event.told(article.text)}”\n— “{event.words(article.text)}”; {citation(article)}"
