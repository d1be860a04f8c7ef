"""The tables of the library."""

VERSION = 2

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES
    ('id', lower(hex(randomblob(16)))),         -- names this library, for what follows it
    ('change', 0),                              -- the last one
    ('number', 0);                              -- the last one that was given: none is given twice
CREATE TABLE articles (                         -- each as its newest version has it
    rank INTEGER PRIMARY KEY,                   -- day << 24 | number, see reader.model.rank
    number INTEGER NOT NULL UNIQUE,             -- order of coming in
    id TEXT NOT NULL UNIQUE,
    text_hash TEXT NOT NULL REFERENCES versions (text_hash),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,                    -- what it is sorted by
    source TEXT,
    source_key TEXT,
    author TEXT,
    url TEXT,
    published TEXT,                             -- ISO date
    language TEXT NOT NULL,
    format TEXT NOT NULL,
    words INTEGER NOT NULL,                     -- of the body
    added TEXT NOT NULL,                        -- ISO time, UTC
    change INTEGER NOT NULL,                    -- grows with each change of text or facts: followers catch up by it
    is_read INTEGER NOT NULL DEFAULT 0,
    is_starred INTEGER NOT NULL DEFAULT 0,
    is_archived INTEGER NOT NULL DEFAULT 0,
    removed TEXT                                -- ISO time, UTC
);
CREATE INDEX articles_by_change ON articles (change);
-- Lists of all articles are read from these alone. Columns that SQLite would have to look at come last in each, and of
-- those that serve as well the one that was made last is taken.
CREATE INDEX articles_by_title ON articles (is_archived, title_key, rank DESC, is_read, removed)
    WHERE removed IS NULL;
CREATE INDEX articles_by_source ON articles (is_archived, source_key, rank DESC, is_read, removed)
    WHERE removed IS NULL;
CREATE INDEX articles_listed ON articles (is_archived, rank, is_read, removed) WHERE removed IS NULL;
CREATE INDEX articles_unread ON articles (is_read, rank, is_archived, removed) WHERE is_read = 0 AND removed IS NULL;
CREATE INDEX articles_starred ON articles (is_starred, rank, is_read, removed) WHERE is_starred = 1 AND removed IS NULL;
CREATE INDEX articles_removed ON articles (rank, is_read, removed, number) WHERE removed IS NOT NULL;
CREATE TABLE versions (
    text_hash TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    text TEXT NOT NULL,
    facts TEXT NOT NULL,                        -- JSON: parts, title, source, date, ...
    original BLOB NOT NULL,                     -- see reader.library.originals
    added TEXT NOT NULL,
    format TEXT NOT NULL                        -- of the original
);
CREATE INDEX versions_by_article ON versions (article);
CREATE TABLE origins (
    article TEXT NOT NULL REFERENCES articles (id),
    text_hash TEXT NOT NULL REFERENCES versions (text_hash),   -- what came from there last
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (article, kind, place)
);
CREATE INDEX origins_by_place ON origins (place) WHERE place <> '';
CREATE TABLE reading (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    text_hash TEXT NOT NULL,
    focus_start INTEGER NOT NULL,
    focus_end INTEGER NOT NULL,
    top INTEGER NOT NULL,
    left_at TEXT NOT NULL
);
CREATE INDEX reading_by_time ON reading (left_at);
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    wants_pages INTEGER NOT NULL,               -- the text of an entry is taken from its page
    etag TEXT,
    modified TEXT,
    checked TEXT,                               -- ISO time, UTC
    failure TEXT,                               -- what went wrong the last time
    added TEXT NOT NULL
);
CREATE TABLE entries (                          -- outlive their articles, so that nothing comes back
    feed TEXT NOT NULL,
    guid_hash TEXT NOT NULL,
    article TEXT,
    said TEXT NOT NULL,                         -- digest of what the feed said of it last
    seen TEXT NOT NULL,
    PRIMARY KEY (feed, guid_hash)
) WITHOUT ROWID;
CREATE TABLE fetches (
    url TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    checked TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
