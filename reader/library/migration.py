"""From one version of the library's tables to the next: forward only, each step whole or not at all.

Before the first step the file is copied beside itself, as `library.db.v1-<time>.bak`: the copy is whole, or not there.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.errors import DamagedError
from reader.library.database import Database, create, free_name
from reader.library.derived import INSERT, derived, listed_rank
from reader.library.record import RECORD, article_from, bare_article
from reader.library.schema import SCHEMA

UNFINISHED = ".part"
"""How the name of a copy ends that is not whole yet."""


def migrate(database: Database) -> None:
    """Bring the tables up to date; another program may be doing it at the same time."""
    copy = None
    while True:
        with database.writing() as connection:
            version = database.version()
            step = STEPS.get(version)
            if step is None:
                break
            copy = copy or back_up(database.path, version)
            step(connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
    if copy is not None:
        database.notices.append(f"Your library is now kept in a new way. As it was before, it lies in {copy}.")


def back_up(path: Path, version: int) -> Path:
    """Copy a library that nobody else is changing; where the copy lies."""
    for left_behind in path.parent.glob(f"{path.name}.v*.bak{UNFINISHED}"):
        left_behind.unlink()
    copy = free_name(path.with_name(f"{path.name}.v{version}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.bak"))
    unfinished = copy.with_name(copy.name + UNFINISHED)
    descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            target.execute("PRAGMA journal_mode = OFF")  # what is not whole is thrown away
            source.backup(target)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    unfinished.replace(copy)
    _sync_folder(copy.parent)
    return copy


def backups(path: Path) -> list[Path]:
    """The copies of a library that migrations have left."""
    return sorted(path.parent.glob(f"{path.name}.v*.bak"))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _give_ranks_and_columns(connection: sqlite3.Connection) -> None:
    """From 1 to 2: articles have ranks and states, and in columns what lists read of them."""
    for table in _TABLES_OF_1:
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for index in ("versions_by_article", "reading_by_time"):
        connection.execute(f"DROP INDEX {index}")
    create(connection, SCHEMA)  # of version 2; whoever makes version 3 keeps a copy of it here
    connection.execute("INSERT INTO versions SELECT *, 'text' FROM old_versions ORDER BY rowid")
    for table in ("origins", "reading"):
        connection.execute(f"INSERT INTO {table} SELECT * FROM old_{table} ORDER BY rowid")  # noqa: S608
    for number, added, *record in connection.execute(f"SELECT a.number, a.added, {RECORD} {_NEWEST_OF_1}"):
        _insert_article(connection, number, added, record)
    connection.execute("UPDATE meta SET value = coalesce((SELECT max(number) FROM articles), 0) WHERE key <> 'id'")
    for table in _TABLES_OF_1:
        connection.execute(f"DROP TABLE old_{table}")


def _insert_article(connection: sqlite3.Connection, number: int, added: str, record: Sequence[Any]) -> None:
    try:
        article = article_from(record)
    except DamagedError:
        article = bare_article(record)
    rank = listed_rank(article.published, datetime.fromisoformat(added).astimezone().date(), number)
    connection.execute(INSERT, [rank, number, article.id, added, number, *derived(article, "text")])


_TABLES_OF_1 = ("reading", "origins", "versions", "articles")
_NEWEST_OF_1 = """
FROM old_articles a JOIN versions v ON v.rowid = (SELECT max(rowid) FROM versions WHERE article = a.id)
ORDER BY a.number
"""

STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _give_ranks_and_columns}
"""By version, what brings it to the next one."""
