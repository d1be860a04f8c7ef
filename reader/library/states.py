"""What becomes of articles: read, starred, archived, removed."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from sqlite3 import Connection

import msgspec

from reader.model.states import States

FLAGS = ("is_read", "is_starred", "is_archived")
REMOVED = "removed"
"""Columns of `articles`."""

_ASKED = "rank IN (SELECT value FROM json_each(?))"
_STATES = f"SELECT rank, is_read, is_starred, is_archived, removed FROM articles WHERE {_ASKED}"  # noqa: S608


def states(connection: Connection, ranks: Iterable[int]) -> tuple[States, ...]:
    """The states of articles, by rank; those that are gone are left out."""
    rows = connection.execute(_STATES, [_json(ranks)])
    return tuple(States(row[0], bool(row[1]), bool(row[2]), bool(row[3]), row[4]) for row in rows)


def set_states(connection: Connection, ranks: Iterable[int], wanted: Mapping[str, bool]) -> tuple[States, ...]:
    """Change states of articles.

    Args:
        connection: in a transaction.
        ranks: of the articles.
        wanted: by column of `articles`, whether the state is to hold.

    Returns:
        Their states before.
    """
    before = states(connection, ranks)
    now = datetime.now(UTC).isoformat()
    for column, holds in wanted.items():
        if column == REMOVED:
            # Who was removed before keeps the time.
            differing = (was.rank for was in before if (was.removed is not None) is not holds)
            _set(connection, differing, column, now if holds else None)
        else:
            _set(connection, (was.rank for was in before), column, int(holds))
    return before


def restore_states(connection: Connection, before: Iterable[States]) -> None:
    """Give articles the states that they had; `connection` is in a transaction."""
    ranks: dict[tuple[str, int | str | None], list[int]] = {}
    for was in before:
        ranks.setdefault((REMOVED, was.removed), []).append(was.rank)
        for flag in FLAGS:
            ranks.setdefault((flag, int(getattr(was, flag))), []).append(was.rank)
    for (column, value), asked in ranks.items():
        _set(connection, asked, column, value)


def _set(connection: Connection, ranks: Iterable[int], column: str, value: int | str | None) -> None:
    # Only what differs is written: a state stands in several indexes.
    sql = f"UPDATE articles SET {column} = ? WHERE {_ASKED} AND +{column} IS NOT ?"  # noqa: S608
    connection.execute(sql, [value, _json(ranks), value])


def _json(ranks: Iterable[int]) -> str:
    return msgspec.json.encode(list(ranks)).decode()
