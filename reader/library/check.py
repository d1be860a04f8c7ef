"""Whether the files of library, index and analyses are sound and fit each other. Looks only, except `mend_columns`."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from reader.errors import DamagedError
from reader.library.database import Database
from reader.library.derived import COLUMNS, UPDATE, derived
from reader.library.looking import look_into
from reader.library.originals import unpacked
from reader.library.record import RECORD, article_from, bare_article
from reader.library.schema import SCHEMA, VERSION
from reader.model.value import Value

_VERSIONS = f"SELECT {RECORD}, v.original FROM versions v"  # noqa: S608
_COLUMNS = ", ".join(f"a.{column}" for column in COLUMNS)
_ARTICLES = f"""
SELECT a.rank, v.format, {RECORD}, {_COLUMNS} FROM articles a JOIN versions v ON v.text_hash = a.text_hash
"""  # noqa: S608
_LAG = """
WITH at AS (SELECT
    coalesce((SELECT CAST(value AS INTEGER) FROM main.meta WHERE key = 'indexed'), 0) AS indexed,
    coalesce((SELECT CAST(value AS INTEGER) FROM main.meta WHERE key = 'grouped'), 0) AS grouped)
SELECT count(*) FILTER (WHERE i.rank IS NULL AND a.change <= at.indexed),
    (SELECT count(*) FROM indexed WHERE rank NOT IN (SELECT rank FROM library.articles)),
    count(*) FILTER (WHERE a.change > at.indexed),
    count(*) FILTER (WHERE f.rank IS NULL AND s.rank IS NULL AND a.change <= at.grouped),
    count(*) FILTER (WHERE a.change > at.grouped)
FROM at, library.articles a
    LEFT JOIN indexed i ON i.rank = a.rank AND i.text_hash = a.text_hash
    LEFT JOIN firsts f ON f.rank = a.rank
    LEFT JOIN stories s ON s.rank = a.rank
"""


class IndexLag(Value, frozen=True):
    """How far an index is from its library, in articles."""

    missing: int
    """Taken in, it says, and not there."""
    strange: int
    """There, and not in the library."""
    waiting: int
    """To be taken in at the next start."""
    without_story: int
    """Compared with others, it says, and of no story."""
    to_compare: int
    """To be compared with others when there is time."""


def damage(path: Path) -> str | None:
    """What SQLite finds wrong with a file; None: nothing.

    Raises:
        StorageError: it cannot be opened.
    """
    try:
        with look_into(path) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check (1)")]
            found += [f"a row of {row[0]} stands alone" for row in connection.execute("PRAGMA foreign_key_check")]
    except DamagedError as error:
        return str(error.__cause__)
    return next((said for said in found if said != "ok"), None)


def damaged_texts(path: Path) -> tuple[str, ...]:
    """Ids of the articles of which a text, its facts or its original are not what came in.

    Raises:
        DamagedError, StorageError: the library cannot be read.
    """
    with look_into(path) as connection:
        return tuple(sorted({row[0] for row in connection.execute(_VERSIONS) if not _is_sound(*row)}))


def _is_sound(article_id: str, text: str, text_hash: str, facts: str, original: bytes) -> bool:
    try:
        article_from((article_id, text, text_hash, facts))
        unpacked(original, text)
    except (DamagedError, zlib.error):
        return False
    return hashlib.sha256(text.encode()).hexdigest() == text_hash


def known_articles(path: Path) -> frozenset[str]:
    """Ids of all articles of a library, removed ones too.

    Raises:
        DamagedError, StorageError: the library cannot be read.
    """
    with look_into(path) as connection:
        return frozenset(row[0] for row in connection.execute("SELECT id FROM articles"))


def index_lag(index: Path, library: Path) -> IndexLag | None:
    """How far an index is from its library; None: its tables are not ours, or not of this version.

    Raises:
        StorageError: one of them cannot be read.
    """
    try:
        with look_into(index, library=library) as connection:
            return IndexLag(*connection.execute(_LAG).fetchone())
    except DamagedError:
        return None


def outdated_columns(path: Path) -> int:
    """Of how many articles the columns that lists read are not what the article says.

    Raises:
        DamagedError, StorageError: the library cannot be read.
    """
    with look_into(path) as connection:
        return sum(1 for _ in _outdated(connection))


def mend_columns(path: Path) -> None:
    """Make anew the columns that lists read; the index will take in what changed.

    Raises:
        DamagedError, StorageError: it could not be done; nothing was changed.
    """
    database = Database(path, SCHEMA, VERSION, precious=True)
    try:
        with database.writing() as connection:
            (change,) = connection.execute("SELECT value FROM meta WHERE key = 'change'").fetchone()
            for rank, values in list(_outdated(connection)):
                change += 1
                connection.execute(UPDATE, [*values, change, rank])
            connection.execute("UPDATE meta SET value = ? WHERE key = 'change'", [change])
    finally:
        database.close()


def _outdated(connection: Connection) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Ranks of articles with wrong columns, and the right values."""
    for rank, format_, *rest in connection.execute(_ARTICLES):
        record, columns = rest[:4], tuple(rest[4:])
        try:
            article = article_from(record)
        except DamagedError:
            article = bare_article(record)
        if (values := derived(article, format_)) != columns:
            yield rank, values
