"""Libraries as the first version of the program kept them."""

import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reader.library.record import facts_of
from reader.model.article import Article

SCHEMA = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, added TEXT NOT NULL);
CREATE TABLE versions (
    text_hash TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id), text TEXT NOT NULL, facts TEXT NOT NULL,
    original BLOB NOT NULL, added TEXT NOT NULL
);
CREATE INDEX versions_by_article ON versions (article);
CREATE TABLE origins (
    article TEXT NOT NULL REFERENCES articles (id), text_hash TEXT NOT NULL REFERENCES versions (text_hash),
    kind TEXT NOT NULL, place TEXT NOT NULL, added TEXT NOT NULL, UNIQUE (article, kind, place)
);
CREATE TABLE reading (
    article TEXT PRIMARY KEY REFERENCES articles (id), text_hash TEXT NOT NULL, focus_start INTEGER NOT NULL,
    focus_end INTEGER NOT NULL, top INTEGER NOT NULL, left_at TEXT NOT NULL
);
CREATE INDEX reading_by_time ON reading (left_at);
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
"""


def write_version_1(path: Path, articles: Iterable[Article]) -> None:
    """Make a library of version 1 that holds these articles."""
    now = datetime.now(UTC).isoformat()
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        with connection:
            for article in articles:
                connection.execute("INSERT INTO articles (id, added) VALUES (?, ?)", [article.id, now])
                connection.execute(
                    "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)",
                    [
                        article.text_hash,
                        article.id,
                        article.text,
                        facts_of(article),
                        zlib.compress(article.text.encode()),
                        now,
                    ],
                )
                connection.execute(
                    "INSERT INTO origins VALUES (?, ?, 'path', ?, ?)",
                    [article.id, article.text_hash, f"/{article.id}.txt", now],
                )
