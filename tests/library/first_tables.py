"""A library as version 1 of its tables has it."""

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reader.library.library import ReadingState
from reader.library.record import facts_of
from reader.model.intake import Incoming

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
PRAGMA user_version = 1;
"""

ADDED = "2024-05-01T22:30:00+00:00"


def make(path: Path, items: Sequence[Incoming], left: Sequence[ReadingState] = ()) -> None:
    """A library of articles, each with one origin, of which some were left in the middle."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(SCHEMA)
        for item in items:
            article = item.article
            connection.execute("INSERT INTO articles (id, added) VALUES (?, ?)", [article.id, ADDED])
            version = (article.text_hash, article.id, article.text, facts_of(article), zlib.compress(item.original))
            connection.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)", [*version, ADDED])
            origin = (article.id, article.text_hash, item.origin.kind, item.origin.place)
            connection.execute("INSERT INTO origins VALUES (?, ?, ?, ?, ?)", [*origin, ADDED])
        for state in left:
            ends = state.focus.start, state.focus.end
            values = state.article_id, state.text_hash, *ends, state.top, state.left_at.isoformat()
            connection.execute("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?)", values)
        connection.commit()
    path.chmod(0o600)
