"""Reading a query: words, "phrases", -not, OR, (groups), and filters such as `source:reuters is:unread after:7d`."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from reader.errors import QueryError
from reader.model.query import AND, NOT, OR, AllOf, AnyOf, Node, Not, Query, Words
from reader.text.filters import FILTERS, filter_named, unknown_filter
from reader.text.terms import terms

LONGEST = 500
"""Words and filters in a query."""

DEEPEST = 40
"""Groups and exclusions inside each other."""

_CLOSING = {'"': '"', "“": '"”', "„": '"”“', "«": '"»'}
"""By which marks a phrase ends that begins with one of these."""
_END_OF_WORD = re.compile(r'[\s()"“„«]')
_JOINING = re.compile(rf'({OR}|{AND}|{NOT})(?=[\s()"“„«]|\Z)')
_FILTER = re.compile(r"([A-Za-z]+):")


def parse_query(text: str, today: date, *, is_typed: bool = False) -> Query:
    """The query that a text says.

    Args:
        text: as the reader wrote it.
        today: what `7d` counts back from.
        is_typed: whether more letters may follow: the word at the very end may go on then, and a filter that is only
            begun is left out.

    Raises:
        QueryError: it makes no sense; says where.
    """
    return Query(_Parser(text, today, is_typed=is_typed).parse())


def finished(text: str, today: date) -> str:
    """A query that was being typed, as one that says the same when no letter may follow: `gaz` becomes `gaz*`.

    One that makes no sense, or is only begun, is given back as it is.
    """
    try:
        typed = parse_query(text, today, is_typed=True)
        return next((text + end for end in ("", "*", '"*') if parse_query(text + end, today) == typed), text)
    except QueryError:
        return text


class _Value(NamedTuple):
    """A word or a phrase in the query."""

    text: str
    is_prefix: bool
    is_open: bool
    """Whether more letters may follow."""


class _Parser:
    """Goes through a query from left to right."""

    def __init__(self, text: str, today: date, *, is_typed: bool) -> None:
        self._text = text
        self._today = today
        self._is_typed = is_typed
        self._at = 0
        self._depth = 0
        self._count = 0

    def parse(self) -> Node | None:
        node = self._any_of()
        if self._at < len(self._text):
            raise QueryError("There is no ( before this ).", self._at)
        return node

    def _any_of(self) -> Node | None:
        parts = [self._all_of()]
        while self._takes(OR):
            parts.append(self._all_of())
        there = tuple(part for part in parts if part is not None)
        return AnyOf(there) if len(there) > 1 else there[0] if there else None

    def _all_of(self) -> Node | None:
        """What stands before an OR, a closing parenthesis, or the end."""
        parts = []
        while not self._is_at_edge():
            part = self._part()
            if part is not None:
                parts.append(part)
        return AllOf(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def _part(self) -> Node | None:
        if self._takes(AND):
            return None  # goes without saying
        if self._takes(NOT):
            return self._excluded()
        if self._text[self._at] == "-":
            self._at += 1
            is_dash = self._text[self._at : self._at + 1].strip() == ""
            return None if is_dash else self._excluded()
        if self._text[self._at] == "(":
            return self._group()
        self._count += 1
        if self._count > LONGEST:
            raise QueryError(f"The query is too long: no more than {LONGEST} words can be looked for.", self._at)
        return self._leaf()

    def _excluded(self) -> Node | None:
        if self._is_at_edge():
            return None
        part = self._deeper(self._part)
        return None if part is None else Not(part)

    def _group(self) -> Node | None:
        self._at += 1
        node = self._deeper(self._any_of)
        if self._at < len(self._text):  # one that is still open ends with the query
            self._at += 1
        return node

    def _deeper(self, read: Callable[[], Node | None]) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("Too many groups inside each other.", self._at)
        node = read()
        self._depth -= 1
        return node

    def _leaf(self) -> Node | None:
        match = _FILTER.match(self._text, self._at)
        if match is None:
            return self._words()
        name, start = match[1].lower(), self._at
        if name in FILTERS:
            self._at = match.end()
            value = self._value()
            return filter_named(
                name, value.text, match.end(), self._today, is_prefix=value.is_prefix, is_open=value.is_open
            )
        words = self._words()
        following = self._text[match.end() : self._at]
        if following and not following.startswith("//"):  # an address, or a word at the end of a line
            raise unknown_filter(match[1], start)
        return words

    def _words(self) -> Node | None:
        value = self._value()
        return Words(value.text, is_prefix=value.is_prefix) if terms(value.text) else None

    def _value(self) -> _Value:
        """The word or phrase that begins here."""
        closing = _CLOSING.get(self._text[self._at : self._at + 1])
        if closing is not None:
            return self._phrase(closing)
        match = _END_OF_WORD.search(self._text, self._at)
        start, self._at = self._at, match.start() if match else len(self._text)
        text = self._text[start : self._at]
        is_starred = text.endswith("*")
        is_open = self._may_go_on() and not is_starred
        return _Value(text.rstrip("*"), is_starred or is_open, is_open)

    def _phrase(self, closing: str) -> _Value:
        start = end = self._at + 1
        while end < len(self._text) and self._text[end] not in closing:
            end += 1
        is_closed = end < len(self._text)
        self._at = end + is_closed
        is_starred = is_closed and self._text.startswith("*", self._at)
        self._at += is_starred
        is_open = self._may_go_on() and not is_closed
        return _Value(" ".join(self._text[start:end].split()), is_starred or is_open, is_open)

    def _may_go_on(self) -> bool:
        return self._is_typed and self._at == len(self._text)

    def _is_at_edge(self) -> bool:
        """Whether nothing more belongs to what is being read."""
        self._skip_blanks()
        return self._at == len(self._text) or self._text[self._at] == ")" or self._sees(OR)

    def _takes(self, word: str) -> bool:
        self._skip_blanks()
        if not self._sees(word):
            return False
        self._at += len(word)
        return True

    def _sees(self, word: str) -> bool:
        match = _JOINING.match(self._text, self._at)
        return match is not None and match[1] == word

    def _skip_blanks(self) -> None:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1
