"""Entities across articles: who is named how often, when, and beside whom. Questions to an index of names.

Each takes a connection to which `library` and `analyses` are attached.
"""

# ruff: noqa: S608 -- all pieces of SQL are written here; what the reader types comes as parameters

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple

import msgspec

from reader.model.dossier import Beside, EntityQuery, Listed, NameCount, RoleHeld
from reader.model.rank import day_of
from reader.text.fold import fold

FEW = 2_000
"""Articles that are put in order at once."""

_TOP = 1 << 62
"""Above all ranks."""

_LAST = "\U0010ffff"

_THERE = """
FROM analyses.named n JOIN library.versions v ON v.text_hash = n.text_hash
CROSS JOIN library.articles a ON a.id = v.article AND a.text_hash = n.text_hash
WHERE a.removed IS NULL AND
"""
_NAMING = f"SELECT a.rank, sum(n.count), a.is_read, a.added {_THERE} n.entity = ? GROUP BY a.rank ORDER BY a.rank DESC"
_NEWEST = """
SELECT a.rank, sum(f.count), a.is_read, a.added
FROM library.articles a CROSS JOIN analyses.analyses n ON n.text_hash = a.text_hash
CROSS JOIN analyses.found f ON f.analysis = n.number
CROSS JOIN analyses.things t ON t.number = f.thing AND t.entity = ?
WHERE a.rank < ? AND a.removed IS NULL GROUP BY a.rank ORDER BY a.rank DESC LIMIT ?
"""
_DETAILS = f"""
SELECT n.entity, count(DISTINCT a.rank), sum(n.count),
    count(DISTINCT CASE WHEN a.is_read = 0 THEN a.rank END), max(a.rank)
{_THERE} n.entity IN (SELECT value FROM json_each(?)) GROUP BY n.entity
"""
_ROLES = """
SELECT min(r.role), min(a.rank), max(a.rank), count(DISTINCT a.rank)
FROM analyses.things t JOIN analyses.roles r ON r.thing = t.number JOIN analyses.analyses n ON n.number = r.analysis
JOIN library.versions v ON v.text_hash = n.text_hash
CROSS JOIN library.articles a ON a.id = v.article AND a.text_hash = n.text_hash
WHERE t.entity = ? AND a.removed IS NULL GROUP BY lower(r.role) ORDER BY max(a.rank) DESC, count(*) DESC LIMIT ?
"""
_BESIDE = """
SELECT t.entity, t.shown, t.label, max(t.texts), count(DISTINCT f.analysis)
FROM (SELECT DISTINCT analysis FROM analyses.named WHERE entity = ?) n
CROSS JOIN analyses.found f ON f.analysis = n.analysis CROSS JOIN analyses.things t ON t.number = f.thing
WHERE t.entity <> '' AND t.entity <> ? GROUP BY t.entity ORDER BY 5 DESC, t.entity LIMIT ?
"""


class Naming(NamedTuple):
    """An article that names an entity."""

    rank: int
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
    rows = connection.execute(_DETAILS, [_json([one.key for one in listed])])
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


def naming(connection: Connection, key: str) -> list[Naming]:
    """The articles that name an entity, the newest first."""
    return [Naming(*row) for row in connection.execute(_NAMING, [key])]


def newest(connection: Connection, key: str, below: int | None, limit: int) -> list[Naming]:
    """The newest articles that name an entity.

    Args:
        connection: to ask.
        key: of the entity.
        below: only those of a lower rank; None: of any.
        limit: so many at most.
    """
    known = by_key(connection, key)
    if known is not None and known.articles > FEW:
        # From the newest article down some are soon found; to put all in order takes longer.
        return [Naming(*row) for row in connection.execute(_NEWEST, [key, below or _TOP, limit])]
    return [one for one in naming(connection, key) if below is None or one.rank < below][:limit]


def names(connection: Connection, key: str) -> tuple[NameCount, ...]:
    """What articles call an entity, the most frequent name first."""
    rows = connection.execute(
        "SELECT shown, mentions FROM analyses.things WHERE entity = ? AND texts > 0 ORDER BY mentions DESC", [key]
    )
    return tuple(NameCount(*row) for row in rows)


def roles(connection: Connection, key: str, limit: int) -> tuple[RoleHeld, ...]:
    """The roles that articles give a person, the newest first."""
    rows = connection.execute(_ROLES, [key, limit])
    return tuple(RoleHeld(role, day_of(first), day_of(last), count) for role, first, last, count in rows)


def beside(connection: Connection, key: str, limit: int) -> tuple[Beside, ...]:
    """Whom the same articles name, most often first."""
    rows = connection.execute(_BESIDE, [key, key, limit])
    return tuple(Beside(other, name, label, count) for other, name, label, _, count in rows)


def noted(connection: Connection, ranks: Iterable[int]) -> list[int]:
    """Those of some articles that the reader has marked."""
    rows = connection.execute(
        "SELECT a.rank FROM noted n JOIN library.articles a ON a.id = n.article"
        " WHERE a.rank IN (SELECT value FROM json_each(?)) ORDER BY a.rank DESC",
        [_json(list(ranks))],
    )
    return [rank for (rank,) in rows]


def _json(values: Sequence[object]) -> str:
    return msgspec.json.encode(list(values)).decode()
