"""The filters of a query: a name, a colon, and what it is to be."""

from collections.abc import Iterable, Mapping
from datetime import date

from reader.errors import QueryError
from reader.model.query import Between, Fact, Field, Has, Is, Node, State, Words
from reader.text.days import FORMS, is_begun, period
from reader.text.terms import terms

FORMATS = ("text", "markdown", "html", "pdf", "docx", "epub", "mail", "jsonl", "feed")
"""What an article may have come as."""

_FIELDS = {field.value: field for field in Field if field is not Field.ANY}
_FACTS = {fact.value: fact for fact in Fact}
_IS, _BEFORE, _AFTER, _ON, _SINCE, _VISIT = "is", "before", "after", "on", "since", "visit"
FILTERS = (*_FIELDS, *_FACTS, _IS, _BEFORE, _AFTER, _ON, _SINCE)
"""Names that a colon makes filters."""

_MEANT_FILTERS = {"from": "source", "publisher": "source", "by": "author", "date": _ON}
_MEANT_FILTERS |= {"until": _BEFORE, "format": "type", "language": "lang", "entity": "ent", "person": "ent"}
_MEANT_FILTERS |= {"country": "ent", "name": "ent", "label": "tag", "status": _IS, "state": _IS, "in": _IS}
_MEANT_FILTERS |= {"speaker": "said", "says": "said", "speaks": "said", "quotes": "said", "quote": "said"}
_MEANT_STATES = {"favourite": "starred", "favorite": "starred", "deleted": "removed"}
_MEANT_FORMATS = {"txt": "text", "md": "markdown", "htm": "html", "web": "html", "word": "docx", "eml": "mail"}
_MEANT_FORMATS |= {"email": "mail", "rss": "feed", "atom": "feed"}


def filter_named(
    name: str, value: str, at: int, today: date, *, is_prefix: bool = False, is_open: bool = False
) -> Node | None:
    """What a filter says.

    `before:` and `after:` mean the first day of what follows: `after:2023 before:2024` is the year 2023.

    Args:
        name: one of FILTERS.
        value: what stands behind the colon.
        at: where that is.
        today: what `7d` counts back from.
        is_prefix: whether the value may go on.
        is_open: whether more letters may follow; None is returned then where the value is only begun.

    Raises:
        QueryError: it makes no sense.
    """
    if not value:
        if is_open:
            return None
        raise QueryError(f"“{name}:” needs a word right behind it, without a blank.", at)
    if name in _FIELDS:
        if not terms(value):
            raise QueryError(f"“{name}:” needs a word with letters or digits.", at)
        return Words(value, _FIELDS[name], is_prefix)
    if name == _IS:
        state = _one_of(value, list(State), _MEANT_STATES, name, at, is_open=is_open)
        return None if state is None else Is(State(state))
    if name == Fact.FORMAT:
        kind = _one_of(value, FORMATS, _MEANT_FORMATS, name, at, is_open=is_open)
        return None if kind is None else Has(Fact.FORMAT, kind)
    if name in _FACTS:
        return Has(_FACTS[name], value, is_prefix)
    if name == _SINCE and value.lower() == _VISIT:
        return Is(State.NEW)
    if name == _SINCE and is_open and _VISIT.startswith(value.lower()):
        return None
    return _between(name, value, at, today, is_open=is_open)


def unknown_filter(name: str, at: int) -> QueryError:
    """What to tell who wrote a filter that there is not."""
    meant = _nearest(name.lower(), FILTERS, _MEANT_FILTERS)
    hint = f"Did you mean “{meant}:”?" if meant else f"There are {', '.join(f'{one}:' for one in FILTERS)}."
    return QueryError(f"“{name}:” is no filter. {hint} In quotes it is a word like others.", at)


def _between(name: str, value: str, at: int, today: date, *, is_open: bool) -> Node | None:
    first_text, dots, last_text = value.lower().partition("..")
    try:
        first, end = period(first_text, today)
        if name == _ON and dots:
            last, end = period(last_text, today)
            if last < first:
                raise QueryError(f"“{value}” ends before it begins.", at)
        elif dots:
            raise QueryError(f"“{name}:” takes one day. “on:{value}” takes two.", at)
    except ValueError:
        if is_open and is_begun(last_text if dots else first_text):
            return None
        hint = f"Write {FORMS}."
        if name == _SINCE:
            is_near = _nearest(value.lower(), [_VISIT], {})
            hint = f"Did you mean “since:{_VISIT}”?" if is_near else f"Write {FORMS}, or {_VISIT}."
        raise QueryError(f"“{value}” is no date. {hint}", at) from None
    if name == _BEFORE:
        return Between(None, first)
    return Between(first, None if name in (_AFTER, _SINCE) else end)


def _one_of(
    value: str, known: Iterable[str], meant: Mapping[str, str], name: str, at: int, *, is_open: bool
) -> str | None:
    value = value.lower()
    if value in known:
        return value
    if is_open and any(one.startswith(value) for one in known):
        return None
    nearest = _nearest(value, known, meant)
    hint = f"Did you mean “{name}:{nearest}”?" if nearest else f"There are {', '.join(known)}."
    raise QueryError(f"“{name}:{value}” is unknown. {hint}", at)


def _nearest(word: str, known: Iterable[str], meant: Mapping[str, str]) -> str | None:
    """What somebody who wrote a word may have meant."""
    from difflib import get_close_matches  # milliseconds, which only a slip costs

    return meant.get(word) or next(iter(get_close_matches(word, known, 1)), None)
