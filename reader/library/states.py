"""What becomes of articles: read, starred, archived, removed."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from sqlite3 import Connection

import msgspec

from reader.model.states import States

_ASKED = "rank IN (SELECT value FROM json_each(?))"
_STATES = f"SELECT rank, is_read, is_starred, is_archived, removed FROM articles WHERE {_ASKED}"  # noqa: S608


def states(connection: Connection, ranks: Iterable[int]) -> tuple[States, ...]:
    """The states of articles, by rank."""
    return _states(connection, _json(ranks))


def set_states(connection: Connection, ranks: Iterable[int], wanted: Mapping[str, bool]) -> tuple[States, ...]:
    """Change states of articles.

    Args:
        connection: in a transaction.
        ranks: of the articles.
        wanted: by column of `articles`, whether the state is to hold.

    Returns:
        Their states before.
    """
    asked = _json(ranks)
    before = _states(connection, asked)
    now = datetime.now(UTC).isoformat()
    value: str | int | None
    for column, holds in wanted.items():
        if column == "removed":
            value, differs = (now, "IS NULL") if holds else (None, "IS NOT NULL")
        else:
            value, differs = int(holds), f"<> {int(holds)}"
        connection.execute(
            f"UPDATE articles SET {column} = ? WHERE {_ASKED} AND +{column} {differs}",  # noqa: S608
            [value, asked],
        )
    return before


def restore_states(connection: Connection, before: Iterable[States]) -> None:
    """Give articles the states that they had; `connection` is in a transaction."""
    connection.executemany(
        "UPDATE articles SET is_read = ?, is_starred = ?, is_archived = ?, removed = ? WHERE rank = ?",
        ((was.is_read, was.is_starred, was.is_archived, was.removed, was.rank) for was in before),
    )


def _states(connection: Connection, asked: str) -> tuple[States, ...]:
    rows = connection.execute(_STATES, [asked])
    return tuple(States(row[0], bool(row[1]), bool(row[2]), bool(row[3]), row[4]) for row in rows)


def _json(ranks: Iterable[int]) -> str:
    return msgspec.json.encode(list(ranks)).decode()
