"""What comes in: an article with the bytes it came as and its origin, or the reason why there is none."""

from reader.model.article import Article
from reader.model.value import Value


class Origin(Value, frozen=True):
    """Where an article came from."""

    kind: str
    """`path`, `address`, `feed`, `stdin`, `paste`, `seed`."""
    place: str
    """The path or address; empty where there is none."""


class Incoming(Value, frozen=True):
    """An article that is not in the library yet."""

    article: Article
    original: bytes
    """As it came."""
    origin: Origin
    format: str = "text"
    """What the bytes are: `text`, `markdown`, `html`, `pdf`, `docx`, `epub`, `mail`, `jsonl`, `feed`."""


class Refused(Value, frozen=True):
    """Something that cannot be taken in."""

    name: str
    """What it was called: a path, an address, `line 3 of FILE`."""
    reason: str
    """A sentence for the reader."""


Item = Incoming | Refused
"""What an import meets."""
