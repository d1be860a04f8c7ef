"""What the reader looks for: a query, taken apart."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from reader.model.value import Value

OR, AND, NOT = "OR", "AND", "NOT"
"""Words that join or exclude, in capitals; in quotes they are words like others."""

_PLAIN = re.compile(r"\w[\w.’'-]*")


class Field(StrEnum):
    """Where words are looked for."""

    ANY = ""
    """In the whole article: title, text, source and author."""
    TITLE = "title"
    SOURCE = "source"
    AUTHOR = "author"
    NOTE = "note"
    """In the reader's notes on the article."""


class Fact(StrEnum):
    """What is known of an article beside its words."""

    TAG = "tag"
    """A tag that the reader gave it, or a mark on it."""
    ENTITY = "ent"
    """Somebody or something that it names."""
    SPEAKER = "said"
    """Somebody who says something in it."""
    FORMAT = "type"
    """What it came as."""
    LANGUAGE = "lang"


class State(StrEnum):
    """What became of an article."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    ARCHIVED = "archived"
    NOTED = "noted"
    """There is a note on it."""
    REMOVED = "removed"
    WATCHED = "watched"
    """It names somebody or something that the reader follows."""
    NEW = "new"
    """It came in since the reader's last visit."""


class Words(Value, frozen=True):
    """Words that stand beside each other, in this order."""

    text: str
    """As written; there is a letter or a digit in it."""
    field: Field = Field.ANY
    is_prefix: bool = False
    """Whether the last word may go on."""

    def __str__(self) -> str:
        return _written(self.field, self.text) + "*" * self.is_prefix


class Has(Value, frozen=True):
    """A fact about the article."""

    fact: Fact
    value: str
    is_prefix: bool = False
    """Whether the value may go on."""

    def __str__(self) -> str:
        return _written(self.fact, self.value) + "*" * self.is_prefix


class Is(Value, frozen=True):
    """A state that the article is in."""

    state: State

    def __str__(self) -> str:
        return f"is:{self.state}"


class Between(Value, frozen=True):
    """A stretch of days that the article is from."""

    first: date | None
    """None: there is no first day."""
    end: date | None
    """The day after the last; None: there is no last day."""

    def __str__(self) -> str:
        if self.first is None or self.end is None:
            return f"after:{self.first}" if self.first else f"before:{self.end}"
        last = self.end - timedelta(days=1)
        return f"on:{self.first}" if self.first == last else f"on:{self.first}..{last}"


class Not(Value, frozen=True):
    """Everything but this."""

    part: "Node"

    def __str__(self) -> str:
        return f"-{_inner(self.part)}"


class AllOf(Value, frozen=True):
    """What fits each of these, two or more."""

    parts: "tuple[Node, ...]"

    def __str__(self) -> str:
        return " ".join(_inner(part) for part in self.parts)


class AnyOf(Value, frozen=True):
    """What fits one or more of these, two or more."""

    parts: "tuple[Node, ...]"

    def __str__(self) -> str:
        return " OR ".join(_inner(part) for part in self.parts)


Leaf = Words | Has | Is | Between
Node = Leaf | Not | AllOf | AnyOf


class Query(Value, frozen=True):
    """What is looked for. As a text (`str`), it is a query that reads the same."""

    root: Node | None = None
    """None: the inbox, which is everything that is neither archived nor removed."""

    def __str__(self) -> str:
        return "" if self.root is None else str(self.root)

    def leaves(self, *, with_excluded: bool = False) -> Sequence[Leaf]:
        """What the query is made of, in its order; what it excludes only where that is asked for."""
        return [] if self.root is None else _leaves(self.root, with_excluded=with_excluded)


def _leaves(node: Node, *, with_excluded: bool) -> list[Leaf]:
    match node:
        case Not(part):
            return _leaves(part, with_excluded=True) if with_excluded else []
        case AllOf(parts) | AnyOf(parts):
            return [leaf for part in parts for leaf in _leaves(part, with_excluded=with_excluded)]
        case _:
            return [node]


def _inner(node: Node) -> str:
    """A part of a larger query, in parentheses where it would fall apart."""
    return f"({node})" if isinstance(node, AllOf | AnyOf) else str(node)


def _written(name: str, text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text not in (OR, AND, NOT)
    value = text if plain else '"' + text.replace('"', " ") + '"'
    return f"{name}:{value}" if name else value
