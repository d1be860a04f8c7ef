"""Queries as SQL: what full text answers in one question, and conditions on articles for the rest."""

# ruff: noqa: S608 -- all pieces of SQL are written here; what the reader types comes as parameters

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from json import dumps
from typing import NamedTuple

from reader.library.index_file import PREFIX
from reader.model.query import AllOf, AnyOf, Between, Fact, Field, Has, Is, Node, Not, Query, State, Words
from reader.model.rank import rank_of
from reader.text.fold import fold
from reader.text.terms import terms

Parameter = str | int


class Condition(NamedTuple):
    """An expression of SQL on `a`, a row of `articles`, with what stands for its question marks."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


class Known(NamedTuple):
    """What answers depend on beside the query."""

    has_analyses: bool
    """Whether it can be asked who is named in articles."""
    watched: tuple[str, ...] = ()
    """Keys of the entities that the reader follows."""
    visit: str = ""
    """Since when articles are new: ISO time, UTC; empty: since ever."""
    called: Callable[[str, bool], frozenset[str]] = lambda _name, _is_prefix: frozenset()
    """Keys of entities that are meant by a folded name, which may go on, beside those that are named so."""


class Few(NamedTuple):
    """A selection of articles that holds all that is found, and that may be small."""

    counted: Condition
    """Selects as many rows, or hardly fewer, and as cheaply as can be."""
    ranks: Condition
    """Selects them."""


class Plan(NamedTuple):
    """How a query is answered: from `texts`, where words are looked for, and from `a`, rows of `articles`."""

    match: str | None
    """What full text is asked for, in the language of FTS5; None: nothing, or it is asked in conditions."""
    first: int | None
    """The lowest rank."""
    end: int | None
    """The rank that is too high."""
    conditions: tuple[Condition, ...]
    """What else must hold."""
    few: tuple[Few, ...]
    """Selections to look at first."""

    def within(self, few: Condition, lowest: int, highest: int) -> "Plan":
        """The same where only few articles may fit, which stand between two ranks."""
        # The sign keeps SQLite from asking full text for one article after the other.
        rank = "a.rank" if self.match is None else "+texts.rowid"
        narrowed = Condition(f"{rank} IN ({few.sql})", few.parameters)
        first, end = max(self.first or 0, lowest), min(self.end or highest + 1, highest + 1)
        return self._replace(first=first, end=end, conditions=(narrowed, *self.conditions))

    def select(self, columns: str, order: str = "") -> Condition:
        """The statement that selects columns of `a`, and of `s`, the story that an article belongs to."""
        rank = "a.rank" if self.match is None else "texts.rowid"
        where = [] if self.match is None else [Condition("texts MATCH ?", (self.match,))]
        where += [Condition(f"{rank} >= ?", (self.first,))] if self.first is not None else []
        where += [Condition(f"{rank} < ?", (self.end,))] if self.end is not None else []
        where += self.conditions
        sql = f"SELECT {columns} FROM {_ARTICLES if self.match is None else _TEXTS} {_STORIES}"
        sql += f" WHERE {' AND '.join(sql for sql, _ in where)}" if where else ""
        return Condition(f"{sql} {order.format(rank=rank)}", tuple(p for _, given in where for p in given))


_ARTICLES = "library.articles a"
_TEXTS = f"texts CROSS JOIN {_ARTICLES} ON a.rank = texts.rowid"
_STORIES = "LEFT JOIN stories s ON s.rank = a.rank"

_STATES = {
    State.UNREAD: "a.is_read = 0",
    State.READ: "a.is_read = 1",
    State.STARRED: "a.is_starred = 1",
    State.ARCHIVED: "a.is_archived = 1",
    State.NOTED: "a.id IN (SELECT article FROM noted WHERE notes > 0)",
    State.REMOVED: "a.removed IS NOT NULL",
}
_NOT_STATES = {
    State.UNREAD: "a.is_read = 1",
    State.READ: "a.is_read = 0",
    State.STARRED: "a.is_starred = 0",
    State.ARCHIVED: "a.is_archived = 0",
    State.NOTED: f"NOT {_STATES[State.NOTED]}",
    State.REMOVED: "a.removed IS NULL",
}
"""In words that the indexes of the library know."""
_THERE = _NOT_STATES[State.REMOVED]
_INBOX = ("a.is_archived = 0", _THERE)
_MATCHING = "a.rank IN (SELECT rowid FROM texts WHERE texts MATCH ?)"
_MATCHING_NOTES = "a.id IN (SELECT article FROM noted WHERE number IN (SELECT rowid FROM notes WHERE notes MATCH ?))"
_TAGGED = "a.id IN (SELECT n.article FROM tags t JOIN noted n ON n.number = t.number WHERE t.tag >= ? AND t.tag < ?)"
_WATCHED = "SELECT text_hash FROM analyses.named WHERE entity IN (SELECT value FROM json_each(?))"
_MENTIONS = f"{_WATCHED} UNION SELECT text_hash FROM analyses.mentions WHERE name_key >= ? AND name_key < ?"
_SAID = (
    "SELECT text_hash FROM analyses.said_by WHERE entity IN (SELECT value FROM json_each(?))"
    " UNION SELECT text_hash FROM analyses.said_by_name WHERE name_key >= ? AND name_key < ?"
)
_NAMING = f"a.text_hash IN ({_MENTIONS})"
_NAMED = f"a.id IN (SELECT article FROM library.versions WHERE text_hash IN ({_MENTIONS}))"
_SAYING = f"a.text_hash IN ({_SAID})"
_SAYER = f"a.id IN (SELECT article FROM library.versions WHERE text_hash IN ({_SAID}))"
_INDEXED = {_NAMING: (_MENTIONS, _NAMED), _SAYING: (_SAID, _SAYER)}
"""Conditions on who is named or speaks: the texts that fulfil them, and the articles, where only they are looked at."""
_IN_LANGUAGE = "(lower(a.language) IS ? OR coalesce(lower(a.language) >= ? AND lower(a.language) < ?, 0))"
_LAST = "\U0010ffff"
_RARELY = (State.UNREAD, State.STARRED, State.ARCHIVED, State.NOTED, State.REMOVED)
"""States that few articles may be in."""


def plan(query: Query, *, known: Known) -> Plan:
    """How to answer a query.

    Args:
        query: what is looked for.
        known: what else the answer depends on.
    """
    if query.root is None:
        return Plan(None, None, None, tuple(map(Condition, _INBOX)), ())
    parts = query.root.parts if isinstance(query.root, AllOf) else (query.root,)
    match, rest = _asked_of_texts(parts)
    spans = [part for part in rest if isinstance(part, Between)]
    others = [part for part in rest if not isinstance(part, Between)]
    conditions = [_condition(part, known=known) for part in others]
    few = [_few(part, condition) for part, condition in zip(others, conditions, strict=True) if _may_be_few(part)]
    if not _speaks_of_removed(query.root):
        conditions.append(Condition(_THERE))
    return Plan(
        match,
        max((rank_of(span.first, 0) for span in spans if span.first), default=None),
        min((rank_of(span.end, 0) for span in spans if span.end), default=None),
        tuple(conditions),
        tuple(few),
    )


def _asked_of_texts(parts: Sequence[Node]) -> tuple[str | None, list[Node]]:
    """What full text can be asked for at once, and the parts that it cannot."""
    wanted, unwanted, rest = [], [], []
    for part in parts:
        if found := _match(part):
            wanted.append(found)
        elif isinstance(part, Not) and (found := _match(part.part)):
            unwanted.append((part, found))
        else:
            rest.append(part)
    if not wanted:
        return None, [*rest, *(part for part, _ in unwanted)]
    return _without(wanted, [found for _, found in unwanted]), rest


def _match(node: Node) -> str | None:
    """A question to full text; None: it cannot answer this, or only with all that it does not hold."""
    match node:
        case Words(text, field, is_prefix) if field is not Field.NOTE:
            return _phrase(text, field, is_prefix=is_prefix)
        case AllOf(parts):
            match_, rest = _asked_of_texts(parts)
            return None if rest else match_
        case AnyOf(parts):
            found = [_match(part) for part in parts]
            return None if None in found else f"({' OR '.join(filter(None, found))})"
    return None


def _phrase(text: str, field: Field, *, is_prefix: bool) -> str:
    found = terms(text)
    # The beginnings of a letter or two are those of everything: they are taken for words until there is more.
    star = " *" if is_prefix and len(found[-1]) >= PREFIX else ""
    column = f"{field} : " if field is not Field.ANY else ""
    return f'{column}"{" ".join(found)}"{star}'


def _without(wanted: Iterable[str], unwanted: Sequence[str]) -> str:
    together = f"({' AND '.join(wanted)})"
    return f"({together} NOT ({' OR '.join(unwanted)}))" if unwanted else together


def _condition(node: Node, *, known: Known) -> Condition:
    if asked := _match(node):
        return Condition(_MATCHING, (asked,))
    match node:
        case Words(text, _, is_prefix):
            return Condition(_MATCHING_NOTES, (_phrase(text, Field.ANY, is_prefix=is_prefix),))
        case Is(State.WATCHED):
            return _watched(known)
        case Is(State.NEW):
            return Condition("a.added >= ?", (known.visit,))
        case Is(state):
            return Condition(_STATES[state])
        case Between(first, end):
            return _between(first, end)
        case Has():
            return _has(node, known=known)
        case Not(Is(state)) if state in _NOT_STATES:
            return Condition(_NOT_STATES[state])
        case Not(part):
            sql, parameters = _condition(part, known=known)
            return Condition(f"NOT {sql}", parameters)
        case AllOf(parts):
            return _joined(" AND ", (_condition(part, known=known) for part in parts))
        case AnyOf(parts):
            return _joined(" OR ", (_condition(part, known=known) for part in parts))


def _joined(joint: str, conditions: Iterable[Condition]) -> Condition:
    found = list(conditions)
    return Condition(f"({joint.join(sql for sql, _ in found)})", tuple(p for _, given in found for p in given))


def _between(first: date | None, end: date | None) -> Condition:
    lowest, too_high = rank_of(first or date.min, 0), rank_of(end, 0) if end else 1 << 62
    return Condition("(a.rank >= ? AND a.rank < ?)", (lowest, too_high))


def _has(fact: Has, *, known: Known) -> Condition:
    key = fold(fact.value)
    if fact.fact is Fact.SPEAKER:
        key = key.removeprefix("the ")
    up_to = key + (_LAST if fact.is_prefix else "\0")
    match fact.fact:
        case Fact.TAG:
            return Condition(_TAGGED, (key, up_to))
        case Fact.ENTITY | Fact.SPEAKER:
            if not known.has_analyses:
                return Condition("0")
            keys = dumps([_entity_id(fact.value), *sorted(known.called(key, fact.is_prefix))])
            return Condition(_NAMING if fact.fact is Fact.ENTITY else _SAYING, (keys, key, up_to))
        case Fact.FORMAT:
            return Condition("a.format IS ?", (key,))
        case Fact.LANGUAGE:
            # `en` is en-GB as well.
            return Condition(_IN_LANGUAGE, (key, f"{key}-", f"{key}."))


def _watched(known: Known) -> Condition:
    if not (known.has_analyses and known.watched):
        return Condition("0")
    return Condition(f"a.text_hash IN ({_WATCHED})", (dumps(known.watched),))


def _entity_id(value: str) -> str:
    """An entity's id as it is kept, however its letters were typed."""
    kind, colon, name = value.partition(":")
    return f"{kind.lower()}:{name.upper() if kind.lower() == 'iso' else fold(name)}" if colon else value


def _may_be_few(node: Node) -> bool:
    match node:
        case Is(state):
            return state in _RARELY
        case Not(Is(state)):
            return state is State.READ
        case Has(fact):
            return fact in (Fact.TAG, Fact.ENTITY, Fact.SPEAKER)
        case Words(_, field):
            return field is Field.NOTE
    return False


def _few(node: Node, condition: Condition) -> Few:
    """What to look at first for a node that few articles may fit."""
    if condition.sql in _INDEXED:
        texts, articles = _INDEXED[condition.sql]
        return Few(Condition(texts, condition.parameters), _ranks(condition._replace(sql=articles)))
    there = "" if _speaks_of_removed(node) else f" AND {_THERE}"
    ranks = _ranks(condition._replace(sql=condition.sql + there))
    return Few(ranks, ranks)


def _ranks(condition: Condition) -> Condition:
    return Condition(f"SELECT a.rank FROM {_ARTICLES} WHERE {condition.sql}", condition.parameters)


def _speaks_of_removed(node: Node) -> bool:
    match node:
        case Is(state):
            return state is State.REMOVED
        case Not(part):
            return _speaks_of_removed(part)
        case AllOf(parts) | AnyOf(parts):
            return any(map(_speaks_of_removed, parts))
    return False
