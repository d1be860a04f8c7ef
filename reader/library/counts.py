"""How many articles there are, of each kind."""

from pathlib import Path

from reader.library.looking import look_into
from reader.model.value import Value

_LISTED = "FROM articles WHERE removed IS NULL"
_ALL = f"""
SELECT count(*), count(*) FILTER (WHERE is_read = 0 AND is_archived = 0), coalesce(sum(is_starred), 0),
    coalesce(sum(is_archived), 0), coalesce(sum(words), 0), (SELECT count(*) FROM articles WHERE removed IS NOT NULL),
    (SELECT count(*) FROM versions), (SELECT count(*) FROM feeds)
{_LISTED}
"""  # noqa: S608
_BY_SOURCE = f"SELECT max(source), count(*) {_LISTED} GROUP BY source_key ORDER BY count(*) DESC, source_key"
_BY_MONTH = f"SELECT substr(published, 1, 7) AS month, count(*) {_LISTED} GROUP BY month ORDER BY month DESC"
_BY_LANGUAGE = f"SELECT language, count(*) {_LISTED} GROUP BY language ORDER BY count(*) DESC, language"
_BY_FORMAT = f"SELECT format, count(*) {_LISTED} GROUP BY format ORDER BY count(*) DESC, format"

Counts = tuple[tuple[str | None, int], ...]
"""How many articles have each value; None: those where it is not known."""


class LibraryCounts(Value, frozen=True):
    """How many articles a library has."""

    articles: int
    """Without the removed ones, which only `removed` and `versions` count."""
    unread: int
    """Of those that are not archived: whoever archives an article is done with it."""
    starred: int
    archived: int
    words: int
    removed: int
    versions: int
    """Texts, old ones too."""
    feeds: int
    by_source: Counts
    """Most articles first; so are languages and formats."""
    by_month: Counts
    """Months in which articles came out, `2026-11`, newest first."""
    by_language: Counts
    by_format: Counts


def count_library(path: Path) -> LibraryCounts:
    """What the library in a file holds.

    Raises:
        DamagedError, StorageError: it cannot be read.
    """
    with look_into(path) as connection:
        kinds = (tuple(connection.execute(kind)) for kind in (_BY_SOURCE, _BY_MONTH, _BY_LANGUAGE, _BY_FORMAT))
        return LibraryCounts(*connection.execute(_ALL).fetchone(), *kinds)
