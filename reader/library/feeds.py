"""The feeds that the reader follows, and which of their entries were seen."""

from collections.abc import Mapping
from datetime import UTC, datetime

from reader.library.database import Database
from reader.model.value import Value


class Feed(Value, frozen=True):
    """A feed that the reader follows."""

    url: str
    title: str
    """Empty: not known yet."""
    wants_pages: bool = False
    """Whether the text of each entry is taken from its page."""
    etag: str | None = None
    """Validator of the last answer: RFC 9110, 8.8."""
    modified: str | None = None
    """Another."""
    checked: datetime | None = None
    """When it was asked last; None: never."""
    failure: str | None = None
    """Why it could not be read then: a sentence for the reader."""
    added: datetime | None = None
    """When the reader named it."""


class FeedShelf:
    """The feeds of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Feed, ...]:
        """All feeds, by title."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM feeds ORDER BY title COLLATE NOCASE, url").fetchall()
        return tuple(_feed(*row) for row in rows)

    def get(self, url: str) -> Feed | None:
        """The feed at an address; None: it is not followed."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT * FROM feeds WHERE url = ?", [url]).fetchone()
        return _feed(*row) if row else None

    def add(self, url: str, title: str = "", *, wants_pages: bool = False) -> bool:
        """Follow a feed; whether it was not followed before. What was is left as it is."""
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO feeds (url, title, wants_pages, added) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [url, title, wants_pages, _now()],
            )
        return cursor.rowcount > 0

    def remove(self, url: str) -> bool:
        """Follow a feed no longer; whether it was followed. Its articles stay, and it is known which were seen."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM feeds WHERE url = ?", [url]).rowcount > 0

    def set_wants_pages(self, url: str, *, wants_pages: bool) -> None:
        """Take the text of a feed's entries from their pages from now on, or no longer."""
        with self._database.writing() as connection:
            connection.execute("UPDATE feeds SET wants_pages = ? WHERE url = ?", [wants_pages, url])

    def note_answer(self, url: str, *, title: str = "", etag: str | None = None, modified: str | None = None) -> None:
        """Keep that a feed answered, after all that it holds is safe; its title is taken where there is none."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feeds SET title = iif(title = '', ?, title), etag = ?, modified = ?, checked = ?,"
                " failure = NULL WHERE url = ?",
                [title, etag, modified, _now(), url],
            )

    def note_unchanged(self, url: str) -> None:
        """Keep that a feed holds nothing new."""
        with self._database.writing() as connection:
            connection.execute("UPDATE feeds SET checked = ?, failure = NULL WHERE url = ?", [_now(), url])

    def note_failure(self, url: str, reason: str) -> None:
        """Keep why a feed could not be read."""
        with self._database.writing() as connection:
            connection.execute("UPDATE feeds SET checked = ?, failure = ? WHERE url = ?", [_now(), reason, url])

    def seen(self, url: str) -> dict[str, str]:
        """By key of a feed's entries that came in at some time, what it said of them; whatever became of the feed.

        Nothing, where the article that it became is not to come back: it was removed or purged.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT guid_hash, iif(a.removed IS NULL AND (a.id IS NOT NULL OR e.article IS NULL AND e.said <> ''),"
                " said, '') FROM entries e LEFT JOIN articles a ON a.id = e.article WHERE feed = ?",
                [url],
            ).fetchall()
        return dict(rows)

    def note_seen(self, url: str, entries: Mapping[str, tuple[str, str | None]]) -> None:
        """Keep that entries came in.

        Args:
            url: of the feed.
            entries: by key, what the feed said of it, and the id of the article that it became; None: it became none.
        """
        now = _now()
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET said = excluded.said, article = ifnull(excluded.article, article)",
                ((url, key, article, said, now) for key, (said, article) in entries.items()),
            )


def _feed(
    url: str,
    title: str,
    wants_pages: int,
    etag: str | None,
    modified: str | None,
    checked: str | None,
    failure: str | None,
    added: str,
) -> Feed:
    when = None if checked is None else datetime.fromisoformat(checked)
    return Feed(url, title, bool(wants_pages), etag, modified, when, failure, datetime.fromisoformat(added))


def _now() -> str:
    return datetime.now(UTC).isoformat()
