"""All articles, with the bytes they came as, and where the reader left them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.json import encode

from reader.library.database import Database
from reader.library.originals import unpacked
from reader.library.record import RECORD, article_from
from reader.library.schema import SCHEMA, VERSION
from reader.model.article import Article
from reader.model.intake import Incoming, Origin
from reader.model.span import Span
from reader.model.states import States
from reader.model.value import Value

# A start reads one article: what does more is imported where it is done.
if TYPE_CHECKING:
    from reader.library.feeds import FeedShelf
    from reader.library.fetches import Fetches
    from reader.library.purge import Held, Purged
    from reader.library.searches import SavedSearches
    from reader.library.session import Session
    from reader.model.outcome import Outcome

_THERE = f"SELECT {RECORD} FROM articles a JOIN versions v ON v.text_hash = a.text_hash"  # noqa: S608
_IN_ORDER = """
SELECT v.text_hash FROM json_each(?) h CROSS JOIN versions v ON v.text_hash = h.value
CROSS JOIN articles a ON a.id = v.article ORDER BY a.rank DESC, v.rowid DESC
"""
_STANDING = """
SELECT rank, is_read, is_starred, is_archived, removed,
    NOT EXISTS (SELECT 1 FROM articles b WHERE b.rank <> a.rank)
        AND EXISTS (SELECT 1 FROM origins WHERE article = a.id AND kind = 'seed')
FROM articles a WHERE id = ?
"""

_IS_NEW = """
SELECT value = 0 OR value = 1 AND EXISTS (
    SELECT 1 FROM articles a JOIN origins o ON o.article = a.id WHERE o.kind = 'seed' AND a.removed IS NULL
) FROM meta WHERE key = 'number'
"""


class ReadingState(Value, frozen=True):
    """Where the reader left an article."""

    article_id: str
    text_hash: str
    """The version that the offsets belong to."""
    focus: Span
    top: int
    """First code point on the screen."""
    left_at: datetime


class Standing(Value, frozen=True):
    """What becomes of an article."""

    states: States
    is_lone_sample: bool
    """Whether it is the sample, and there is nothing else."""


class Added(Value, frozen=True):
    """What came of adding an article."""

    article: Article
    """As the library holds it."""
    is_new: bool
    """Whether it was not there before."""


class Version(Value, frozen=True):
    """A text that an article had at some time."""

    text_hash: str
    added: datetime
    """When it came in."""
    format: str
    """Of its original, see `Incoming.format`."""
    length: int
    """In code points."""


class Library:
    """The reader's articles in one SQLite file. Calls wait for the disk; any thread may make them.

    Raises:
        DamagedError: the file is no library.
        StorageError: it cannot be opened; of every method: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA, VERSION, precious=True, migrate=_migrate)

    @cached_property
    def feeds(self) -> "FeedShelf":
        """The feeds that the reader follows."""
        from reader.library.feeds import FeedShelf

        return FeedShelf(self._database)

    @cached_property
    def fetches(self) -> "Fetches":
        """What addresses answered last."""
        from reader.library.fetches import Fetches

        return Fetches(self._database)

    @cached_property
    def searches(self) -> "SavedSearches":
        """The searches that the reader has given a name."""
        from reader.library.searches import SavedSearches

        return SavedSearches(self._database)

    @cached_property
    def session(self) -> "Session":
        """Where the reader left off."""
        from reader.library.session import Session

        return Session(self._database)

    def take_notices(self) -> tuple[str, ...]:
        """Sentences for the reader about what was done to the file since the last time."""
        notices, self._database.notices = self._database.notices, []
        return tuple(notices)

    def add(self, article: Article, original: bytes, origin: Origin) -> Added:
        """Take in an article; when this returns it is on the disk. The same text again only adds its origin."""
        from reader.errors import SourceError
        from reader.model.outcome import OutcomeKind

        (outcome,) = self.add_many([Incoming(article, original, origin)])
        if outcome.reason is not None or outcome.rank is None:
            raise SourceError(outcome.reason or "")
        held = self.article_at(outcome.rank)
        return Added(held or article, outcome.kind is OutcomeKind.ADDED)

    def add_many(self, items: Sequence[Incoming]) -> "list[Outcome]":
        """Take in articles; when this returns all of them are on the disk, and when it raises none is.

        Returns:
            What became of each, in their order; see `reader.library.adding`.
        """
        from reader.library.adding import Adding

        with self._database.writing() as connection:
            adding = Adding(connection, datetime.now(UTC))
            outcomes = list(map(adding.add, items))
            adding.finish()
        return outcomes

    def article(self, article_id: str) -> Article | None:
        """An article in its newest version."""
        return self._article(f"{_THERE} WHERE a.id = ?", article_id)

    def article_at(self, rank: int) -> Article | None:
        """The article of a rank, in its newest version."""
        return self._article(f"{_THERE} WHERE a.rank = ?", rank)

    def article_version(self, text_hash: str) -> Article | None:
        """An article in one version."""
        return self._article(f"SELECT {RECORD} FROM versions v WHERE v.text_hash = ?", text_hash)  # noqa: S608

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """What an article has been, the last to come in first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT text_hash, added, format, length(text) FROM versions WHERE article = ? ORDER BY rowid DESC",
                [article_id],
            ).fetchall()
        return tuple(Version(text_hash, datetime.fromisoformat(added), *rest) for text_hash, added, *rest in rows)

    def newest_first(self, text_hashes: Iterable[str]) -> list[str]:
        """Those of some versions that are there, by the place of their articles in the library."""
        with self._database.reading() as connection:
            rows = connection.execute(_IN_ORDER, [encode(list(text_hashes)).decode()])
            return [text_hash for (text_hash,) in rows]

    def original(self, text_hash: str) -> bytes | None:
        """The bytes that a version came as."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT original, text FROM versions WHERE text_hash = ?", [text_hash]).fetchone()
        return unpacked(*row) if row else None

    def origins(self, article_id: str) -> tuple[Origin, ...]:
        """Where an article came from, in the order in which it did."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT kind, place FROM origins WHERE article = ? ORDER BY rowid", [article_id]
            ).fetchall()
        return tuple(Origin(kind, place) for kind, place in rows)

    def find(self, name: str) -> int:
        """The rank of the article that a reader names by id, the first letters of it, number, path or address.

        Raises:
            UsageError: it names none, or several.
        """
        from reader.library.naming import find

        with self._database.reading() as connection:
            return find(connection, name)

    def states(self, ranks: Iterable[int]) -> tuple[States, ...]:
        """The states of articles; those that are gone are left out."""
        from reader.library.states import states

        with self._database.reading() as connection:
            return states(connection, ranks)

    def set_states(
        self,
        ranks: Iterable[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        archived: bool | None = None,
        removed: bool | None = None,
    ) -> tuple[States, ...]:
        """Change states of articles, however many, all or none; None leaves a state as it is.

        Returns:
            Their states before, for `restore_states`; articles that are gone are left out.
        """
        from reader.library.states import set_states

        wanted = {"is_read": read, "is_starred": starred, "is_archived": archived, "removed": removed}
        with self._database.writing() as connection:
            return set_states(connection, ranks, {state: value for state, value in wanted.items() if value is not None})

    def restore_states(self, before: Iterable[States]) -> None:
        """Give articles back the states that they had."""
        from reader.library.states import restore_states

        with self._database.writing() as connection:
            restore_states(connection, before)

    def held(self, ranks: Iterable[int]) -> "tuple[Held, ...]":
        """What there is of articles, for those who must forget them before they are purged."""
        from reader.library.purge import held

        with self._database.reading() as connection:
            return held(connection, ranks)

    def purge(self, ranks: Iterable[int]) -> "Purged":
        """Delete articles for ever, also from the copies that migrations left."""
        from reader.library.purge import purge

        return purge(self._database, ranks)

    def standing(self, article_id: str) -> Standing | None:
        """What becomes of an article; None: there is none."""
        with self._database.reading() as connection:
            row = connection.execute(_STANDING, [article_id]).fetchone()
        if row is None:
            return None
        return Standing(States(row[0], bool(row[1]), bool(row[2]), bool(row[3]), row[4]), bool(row[5]))

    @property
    def is_new(self) -> bool:
        """Whether nothing but the sample has ever come in, nor has that been removed."""
        with self._database.reading() as connection:
            return bool(connection.execute(_IS_NEW).fetchone()[0])

    def last_read(self) -> str | None:
        """The id of the article that the reader left last, of those that are not removed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT r.article FROM reading r JOIN articles a ON a.id = r.article WHERE a.removed IS NULL"
                " ORDER BY r.left_at DESC LIMIT 1"
            ).fetchone()
        return str(row[0]) if row else None

    def reading_state(self, article_id: str) -> ReadingState | None:
        """Where the reader left an article; None: it was never open."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT * FROM reading WHERE article = ?", [article_id]).fetchone()
        if row is None:
            return None
        return ReadingState(row[0], row[1], Span(row[2], row[3]), row[4], datetime.fromisoformat(row[5]))

    def keep_reading_state(self, state: ReadingState) -> None:
        """Remember where the reader is in an article."""
        values = [state.article_id, state.text_hash, state.focus.start, state.focus.end, state.top]
        with self._database.writing() as connection:
            connection.execute("REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?)", [*values, state.left_at.isoformat()])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _article(self, query: str, value: str | int) -> Article | None:
        with self._database.reading() as connection:
            row = connection.execute(query, [value]).fetchone()
        return article_from(row) if row else None


def _migrate(database: Database) -> None:
    from reader.library.migration import migrate  # once in the life of a library

    migrate(database)
