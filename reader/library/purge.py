"""Deleting articles so that nothing of them is left in the library's own files."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from reader.library.database import Database, set_aside_files
from reader.library.migration import backups
from reader.model.value import Value


class Held(Value, frozen=True):
    """What the library holds of an article, for those who must forget it too."""

    rank: int
    id: str
    title: str
    text_hashes: tuple[str, ...]
    """Of its versions."""


class Purged(Value, frozen=True):
    """What a purge has done."""

    articles: tuple[Held, ...]
    unreached: tuple[Path, ...]
    """Files in which something of them may still be: copies and logs that could not be changed."""


_HELD = """
SELECT a.rank, a.id, a.title, json_group_array(v.text_hash) FILTER (WHERE v.text_hash NOT NULL)
FROM articles a LEFT JOIN versions v ON v.article = a.id
WHERE a.rank IN (SELECT value FROM json_each(?)) GROUP BY a.rank
"""
_ARE_IDS = "IN (SELECT value FROM json_each(?))"
_ANSWERS = f"""
DELETE FROM fetches WHERE url IN (SELECT place FROM origins WHERE article {_ARE_IDS})
"""  # noqa: S608
_PARTS = ("reading", "origins", "versions")
"""Tables of all versions of the library whose rows belong to an article."""


def held(connection: sqlite3.Connection, ranks: Iterable[int]) -> tuple[Held, ...]:
    """What there is of some articles; those that are gone are left out."""
    rows = connection.execute(_HELD, [_json(list(ranks))])
    return tuple(
        Held(rank, article_id, title, tuple(msgspec.json.decode(hashes))) for rank, article_id, title, hashes in rows
    )


def purge(database: Database, ranks: Iterable[int]) -> Purged:
    """Delete articles from a library and the copies of it; whoever is killed meanwhile may do it again."""
    with database.reading() as connection:
        articles = held(connection, ranks)
    ids = [article.id for article in articles]
    # Copies first: once the library has forgotten them, nobody would look for them there.
    copies = [copy for copy in backups(database.path) if not _is_deleted_from(copy, ids)]
    with database.writing() as connection:
        _delete(connection, ids)
    logs = [] if database.clear_log() else [database.path]
    return Purged(articles, (*copies, *set_aside_files(database.path), *logs))


def _delete(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    asked = [_json(ids)]
    connection.execute(_ANSWERS, asked)
    connection.execute(f"UPDATE entries SET article = NULL, said = '' WHERE article {_ARE_IDS}", asked)  # noqa: S608
    connection.execute(f"DELETE FROM session WHERE value {_ARE_IDS}", asked)  # noqa: S608
    _delete_parts(connection, ids)


def _is_deleted_from(copy: Path, ids: Sequence[str]) -> bool:
    with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
        # What was deleted or moved before it was copied may still be seen between the rows: it is written anew.
        for pragma in ("secure_delete = ON", "journal_mode = DELETE"):
            connection.execute(f"PRAGMA {pragma}")
        with connection:
            _delete_parts(connection, ids)
        connection.execute("VACUUM")
        return True
    return False


def _delete_parts(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    for table in _PARTS:
        connection.execute(f"DELETE FROM {table} WHERE article {_ARE_IDS}", [_json(ids)])  # noqa: S608
    connection.execute(f"DELETE FROM articles WHERE id {_ARE_IDS}", [_json(ids)])  # noqa: S608


def _json(values: Sequence[int] | Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()
