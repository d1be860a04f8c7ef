"""What the reader leaves on an article."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reader.model.span import Span
from reader.model.value import Value


class Anchor(Value, frozen=True):
    """How a mark finds its place again: position and quote selectors of the W3C Web Annotation Data Model."""

    version: str
    """Text hash of the version that `span` points into."""
    span: Span
    exact: str
    prefix: str
    suffix: str


class MarkKind(StrEnum):
    """What a mark is for; the values are W3C motivations."""

    HIGHLIGHT = "highlighting"
    NOTE = "commenting"
    TAGS = "tagging"
    """Only tags: the article's own, or a tagged passage without highlight or note."""


class Mark(Value, frozen=True):
    """A highlight, a note or tags on a passage, or on the article as a whole."""

    id: UUID
    """Version 7: sorts by time of making."""
    article_id: str
    kind: MarkKind
    created: datetime
    """With a time zone, UTC."""
    modified: datetime
    anchor: Anchor | None = None
    """None: on the article as a whole."""
    body: str = ""
    tags: tuple[str, ...] = ()
    rev: int = 1
    """Grows by one with each saved change: tells two editors of one note apart."""
