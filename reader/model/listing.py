"""What lists of articles are made of."""

from enum import StrEnum

from reader.model.span import Span
from reader.model.value import Value


class Sort(StrEnum):
    """The order of a list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SOURCE = "source"
    """By name of the source, newest first."""
    TITLE = "title"
    RELEVANCE = "relevance"
    """Best match first; where nothing is sought, newest first."""


class Row(Value, frozen=True):
    """An article as a list shows it."""

    rank: int
    id: str
    title: str
    source: str | None
    published: str | None
    """ISO date."""
    added: str
    """ISO time, UTC."""
    is_read: bool
    is_starred: bool
    is_archived: bool
    notes: int
    """How many notes the reader wrote on it."""
    tags: tuple[str, ...]
    copies: int
    """How many other articles tell the same story."""
    words: int
    is_watched: bool = False
    """Whether it names somebody or something that the reader follows."""


class Passage(Value, frozen=True):
    """A sentence in which something was found."""

    span: Span
    """In the article's text."""
    hits: tuple[Span, ...]
    """What was found, in the article's text too; in order, not overlapping."""
