"""One text with its metadata."""

from datetime import date
from enum import StrEnum

from reader.model.span import Span
from reader.model.value import Value


class PartKind(StrEnum):
    """What a stretch of an article's text is for."""

    HEADER = "header"
    """Agency, date and place that a wire puts before the story."""
    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"


class Part(Value, frozen=True):
    """A stretch of the text and what it is."""

    kind: PartKind
    span: Span


class Article(Value, frozen=True):
    """One version of a text as it is read, with what is known about it.

    Nothing is cut from `text`: header, headline and byline are `parts` of it, in text order and apart from each other.
    There is exactly one body, and it is not empty.
    """

    id: str
    """26 characters of base32: SHA-256 of the first version's text, the same on every machine."""
    text: str
    text_hash: str
    """SHA-256 of `text` as UTF-8, in hexadecimal: names the version that offsets belong to."""
    parts: tuple[Part, ...]
    title: str
    title_derived: bool
    """Whether the title was made from the first sentence, and so is no part of the text."""
    source: str | None = None
    source_span: Span | None = None
    """Where the text itself names the source."""
    published: date | None = None
    published_span: Span | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"

    @property
    def body(self) -> Span:
        """Where the story itself stands."""
        return next(part.span for part in self.parts if part.kind is PartKind.BODY)

    def part(self, kind: PartKind) -> Span | None:
        """Where the first part of this kind stands, if there is one."""
        return next((part.span for part in self.parts if part.kind is kind), None)
