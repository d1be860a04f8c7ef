"""All articles, with the bytes they came as, and where the reader left them."""

import zlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reader.errors import DamagedError
from reader.library.database import Database
from reader.model.article import Article, Part, PartKind
from reader.model.intake import Origin
from reader.model.span import Span
from reader.model.value import Value

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,                 -- order of coming in
    id TEXT NOT NULL UNIQUE,
    added TEXT NOT NULL
);
CREATE TABLE versions (
    text_hash TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    text TEXT NOT NULL,
    facts TEXT NOT NULL,                        -- JSON: parts, title, source, date, ...
    original BLOB NOT NULL,                     -- zlib
    added TEXT NOT NULL
);
CREATE INDEX versions_by_article ON versions (article);
CREATE TABLE origins (
    article TEXT NOT NULL REFERENCES articles (id),
    text_hash TEXT NOT NULL REFERENCES versions (text_hash),
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (article, kind, place)
);
CREATE TABLE reading (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    text_hash TEXT NOT NULL,
    focus_start INTEGER NOT NULL,
    focus_end INTEGER NOT NULL,
    top INTEGER NOT NULL,
    left_at TEXT NOT NULL
);
CREATE INDEX reading_by_time ON reading (left_at);
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


class Added(Value, frozen=True):
    """What came of adding an article."""

    article: Article
    """As the library holds it."""
    is_new: bool
    """Whether it was not there before."""


class Library:
    """The reader's articles in one SQLite file. Calls wait for the disk; any thread may make them.

    Raises:
        DamagedError: the file is no library.
        StorageError: it cannot be opened; of every method: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA, SCHEMA_VERSION, precious=True)

    def add(self, article: Article, original: bytes, origin: Origin) -> Added:
        """Take in an article; when this returns it is on the disk. The same text again only adds its origin."""
        now = _now()
        with self._database.writing() as connection:
            row = connection.execute("SELECT article FROM versions WHERE text_hash = ?", [article.text_hash]).fetchone()
            known = _article(connection, row[0]) if row else None
            if known is None:
                connection.execute("INSERT INTO articles (id, added) VALUES (?, ?)", [article.id, now])
                connection.execute(
                    "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)",
                    [article.text_hash, article.id, article.text, _facts(article), zlib.compress(original), now],
                )
            held = known or article
            connection.execute(
                "INSERT INTO origins VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET added = excluded.added",
                [held.id, article.text_hash, origin.kind, origin.place, now],
            )
        return Added(held, known is None)

    def article(self, article_id: str) -> Article | None:
        """An article in its newest version."""
        with self._database.reading() as connection:
            return _article(connection, article_id)

    def original(self, text_hash: str) -> bytes | None:
        """The bytes that a version came as."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT original FROM versions WHERE text_hash = ?", [text_hash]).fetchone()
        return zlib.decompress(row[0]) if row else None

    def place(self, article_id: str) -> tuple[int, int, bool]:
        """The number of an article, from 1 as they came in; how many there are; whether it is the sample."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT (SELECT count(*) FROM articles WHERE number <= a.number), (SELECT count(*) FROM articles),"
                " EXISTS (SELECT 1 FROM origins WHERE article = a.id AND kind = 'seed') FROM articles a WHERE id = ?",
                [article_id],
            ).fetchone()
        return (int(row[0]), int(row[1]), bool(row[2])) if row else (0, 0, False)

    def neighbour(self, article_id: str, step: int) -> str | None:
        """The id of the article that came in next (1) or before (-1); None: there is none."""
        compare, order = (">", "ASC") if step > 0 else ("<", "DESC")
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT id FROM articles WHERE number {compare} (SELECT number FROM articles WHERE id = ?)"  # noqa: S608
                f" ORDER BY number {order} LIMIT 1",
                [article_id],
            ).fetchone()
        return str(row[0]) if row else None

    def last_read(self) -> str | None:
        """The id of the article that the reader left last."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT article FROM reading ORDER BY left_at DESC LIMIT 1").fetchone()
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


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _article(connection: "Connection", article_id: str) -> Article | None:
    row = connection.execute(
        "SELECT article, text, text_hash, facts FROM versions WHERE article = ? ORDER BY rowid DESC LIMIT 1",
        [article_id],
    ).fetchone()
    try:
        return _from_row(row) if row else None
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError(f"Article {article_id} in the library cannot be read: {error}.") from error


def _facts(article: Article) -> str:
    facts = {
        "parts": [[part.kind, part.span.start, part.span.end] for part in article.parts],
        "title": article.title,
        "title_derived": article.title_derived,
        "source": article.source,
        "source_span": article.source_span and [article.source_span.start, article.source_span.end],
        "published": article.published and article.published.isoformat(),
        "published_span": article.published_span and [article.published_span.start, article.published_span.end],
        "author": article.author,
        "url": article.url,
        "language": article.language,
    }
    return msgspec.json.encode(facts).decode()


def _from_row(row: "Row") -> Article:
    article_id, text, text_hash, raw = row
    facts = msgspec.json.decode(raw)
    return Article(
        id=article_id,
        text=text,
        text_hash=text_hash,
        parts=tuple(Part(PartKind(kind), Span(start, end)) for kind, start, end in facts["parts"]),
        title=facts["title"],
        title_derived=facts["title_derived"],
        source=facts["source"],
        source_span=facts["source_span"] and Span(*facts["source_span"]),
        published=facts["published"] and date.fromisoformat(facts["published"]),
        published_span=facts["published_span"] and Span(*facts["published_span"]),
        author=facts["author"],
        url=facts["url"],
        language=facts["language"],
    )
