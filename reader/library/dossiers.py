"""Entities across articles: who is named how often, when, and beside whom. Questions to an index of names.

Each takes a connection to which `library` and `analyses` are attached.
"""

# ruff: noqa: S608 -- all pieces of SQL are written here; what the reader types comes as parameters

from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

import msgspec

from reader.model.dossier import Beside, EntityQuery, Listed, NameCount, RoleHeld
from reader.model.rank import day_of
from reader.text.fold import fold

FEW, MANY = 2_000, 20_000
"""Articles; for more it takes longer to look each up than to go through all, for the newest or for everything."""

_TOP = 1 << 62
"""Above all ranks."""

_LAST = "\U0010ffff"

_THERE = """
FROM analyses.named n JOIN library.versions v ON v.text_hash = n.text_hash
CROSS JOIN library.articles a ON a.id = v.article AND a.text_hash = n.text_hash
WHERE a.removed IS NULL AND
"""
_NAMING = f"""
SELECT a.rank, n.analysis, sum(n.count), a.is_read, a.added {_THERE} n.entity = ? GROUP BY a.rank ORDER BY a.rank DESC
"""
_NEWEST = """
SELECT a.rank, n.number, sum(f.count), a.is_read, a.added
FROM library.articles a CROSS JOIN analyses.analyses n ON n.text_hash = a.text_hash
CROSS JOIN analyses.things t ON t.entity = ? CROSS JOIN analyses.found f ON f.thing = t.number AND f.analysis = n.number
WHERE a.rank < ? AND a.removed IS NULL GROUP BY a.rank ORDER BY a.rank DESC LIMIT ?
"""
_COUNTED = "count(DISTINCT a.rank), sum(n.count), count(DISTINCT CASE WHEN a.is_read = 0 THEN a.rank END), max(a.rank)"
_ARE_KEYS = "n.entity IN (SELECT value FROM json_each(?)) GROUP BY n.entity"
_DETAILS = f"SELECT n.entity, {_COUNTED} {_THERE} {_ARE_KEYS}"
_DETAILS_OF_MANY = f"""
WITH there AS MATERIALIZED (
    SELECT n.number, a.rank, a.is_read
    FROM library.articles a CROSS JOIN analyses.analyses n ON n.text_hash = a.text_hash WHERE a.removed IS NULL)
SELECT n.entity, {_COUNTED}
FROM (SELECT t.entity, f.analysis, f.count FROM analyses.things t CROSS JOIN analyses.found f ON f.thing = t.number) n
CROSS JOIN there a ON a.number = n.analysis WHERE {_ARE_KEYS}
"""
_ROLES = """
SELECT min(r.role), min(a.rank), max(a.rank), count(DISTINCT a.rank)
FROM analyses.things t JOIN analyses.roles r ON r.thing = t.number JOIN analyses.analyses n ON n.number = r.analysis
JOIN library.versions v ON v.text_hash = n.text_hash
CROSS JOIN library.articles a ON a.id = v.article AND a.text_hash = n.text_hash
WHERE t.entity = ? AND a.removed IS NULL GROUP BY lower(r.role) ORDER BY max(a.rank) DESC, count(*) DESC LIMIT ?
"""
_NAMES = """
SELECT t.shown, sum(f.count) FROM analyses.things t JOIN analyses.found f ON f.thing = t.number
WHERE t.entity = ? AND f.analysis IN (SELECT value FROM json_each(?)) GROUP BY t.shown ORDER BY 2 DESC, 1
"""
_BESIDE = """
WITH counted AS MATERIALIZED (                  -- a text calls an entity by one name
    SELECT f.thing, count(*) AS texts
    FROM json_each(?) n CROSS JOIN analyses.found f ON f.analysis = n.value GROUP BY f.thing)
SELECT t.entity, t.shown, t.label, max(t.texts), sum(c.texts)
FROM counted c CROSS JOIN analyses.things t ON t.number = c.thing
WHERE t.entity <> '' AND t.entity <> ? GROUP BY t.entity ORDER BY 5 DESC, t.entity LIMIT ?
"""


class Naming(NamedTuple):
    """An article that names an entity."""

    rank: int
    analysis: int
    """Its number."""
    mentions: int
    is_read: int
    added: str
    """ISO time, UTC."""


def entities(connection: Connection, query: EntityQuery, watched: frozenset[str]) -> list[Listed]:
    """Entities by the number of articles that name them, most first; unread and last day are not told."""
    where, values = ["entity <> ''", "texts > 0"], list[str]()
    for word in fold(query.words).split():
        where.append("entity IN (SELECT entity FROM analyses.names WHERE name_key >= ? AND name_key < ?)")
        values += [word, word + _LAST]
    if query.labels:
        where.append("label IN (SELECT value FROM json_each(?))")
        values.append(_json(query.labels))
    if query.is_watched:
        where.append("entity IN (SELECT value FROM json_each(?))")
        values.append(_json(sorted(watched)))
    if query.since is not None:
        where.append(f"entity IN (SELECT n.entity {_THERE} a.added >= ?)")
        values.append(query.since.isoformat())
    rows = connection.execute(
        "SELECT entity, shown, label, max(texts), sum(texts), sum(mentions) FROM analyses.things"
        f" WHERE {' AND '.join(where)} GROUP BY entity ORDER BY 5 DESC, 6 DESC, entity LIMIT ?",
        [*values, query.limit],
    )
    return [Listed(key, name, label, texts, mentions) for key, name, label, _, texts, mentions in rows]


def with_details(connection: Connection, listed: Sequence[Listed]) -> list[Listed]:
    """Entities with all that a list tells of them; those that only removed articles name are left out."""
    sql = _DETAILS_OF_MANY if sum(one.articles for one in listed) > MANY else _DETAILS
    rows = connection.execute(sql, [_json([one.key for one in listed])])
    known = {key: rest for key, *rest in rows}
    return [
        Listed(one.key, one.name, one.label, articles, mentions, unread, day_of(rank))
        for one in listed
        if one.key in known
        for articles, mentions, unread, rank in [known[one.key]]
    ]


def by_key(connection: Connection, key: str) -> Listed | None:
    """One entity; None: no article names it."""
    row = connection.execute(
        "SELECT shown, label, max(texts), sum(texts), sum(mentions) FROM analyses.things"
        " WHERE entity = ? AND texts > 0",
        [key],
    ).fetchone()
    return None if row[0] is None else Listed(key, row[0], row[1], row[3], row[4])


def called(connection: Connection, name: str) -> list[str]:
    """Keys of the entities with exactly a name, else of those with a name of which it is some words."""
    folded = fold(" ".join(name.split()))
    for where in ("t.name = ?", "t.number IN (SELECT thing FROM analyses.names WHERE name_key = ?)"):
        sql = (
            f"SELECT DISTINCT t.entity FROM analyses.things t WHERE t.entity <> '' AND t.texts > 0 AND {where} LIMIT 50"
        )
        if found := [key for (key,) in connection.execute(sql, [folded])]:
            return found
    return []


def naming(connection: Connection, key: str, below: int | None = None, limit: int | None = None) -> list[Naming]:
    """The articles that name an entity, the newest first.

    Args:
        connection: to ask.
        key: of the entity.
        below: only those of a lower rank; None: of any.
        limit: so many at most; None: all.
    """
    known = by_key(connection, key)
    if known is not None and known.articles > (MANY if limit is None else FEW):
        rows = connection.execute(_NEWEST, [key, below or _TOP, -1 if limit is None else limit])
        return [Naming(*row) for row in rows]
    found = (Naming(*row) for row in connection.execute(_NAMING, [key]))
    return [one for one in found if below is None or one.rank < below][:limit]


def names(connection: Connection, key: str, there: Sequence[Naming]) -> tuple[NameCount, ...]:
    """What articles call an entity, the most frequent name first."""
    rows = connection.execute(_NAMES, [key, _json([one.analysis for one in there])])
    return tuple(NameCount(*row) for row in rows)


def roles(connection: Connection, key: str, limit: int) -> tuple[RoleHeld, ...]:
    """The roles that articles give a person, the newest first."""
    rows = connection.execute(_ROLES, [key, limit])
    return tuple(RoleHeld(role, day_of(first), day_of(last), count) for role, first, last, count in rows)


def beside(connection: Connection, key: str, there: Sequence[Naming], limit: int) -> tuple[Beside, ...]:
    """Whom articles name beside an entity, most often first."""
    rows = connection.execute(_BESIDE, [_json([one.analysis for one in there]), key, limit])
    return tuple(Beside(other, name, label, count) for other, name, label, _, count in rows)


def noted(connection: Connection, there: Sequence[Naming]) -> list[int]:
    """Ranks of those of some articles that the reader has marked, the newest first."""
    rows = connection.execute(
        "SELECT a.rank FROM noted n JOIN library.articles a ON a.id = n.article"
        " WHERE a.rank IN (SELECT value FROM json_each(?)) ORDER BY a.rank DESC",
        [_json([one.rank for one in there])],
    )
    return [rank for (rank,) in rows]


def _json(values: Sequence[object]) -> str:
    return msgspec.json.encode(list(values)).decode()
