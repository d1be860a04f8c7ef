"""The tables of the index in which stories are kept; apart from what fills them, which a start does without."""

VERSION = 1
"""Of how copies are told from other stories: what an earlier one found is found anew."""

SCHEMA = """
CREATE TABLE stories (                          -- only articles that have copies or are one
    rank INTEGER PRIMARY KEY,
    story INTEGER NOT NULL,                     -- rank of the first
    of_first REAL NOT NULL,                     -- share of the first that stands in it
    of_copy REAL NOT NULL                       -- share of it that stands in the first
);
CREATE INDEX stories_by_story ON stories (story);
CREATE TABLE firsts (                           -- all articles that are no copies
    rank INTEGER PRIMARY KEY,
    prints BLOB NOT NULL,                       -- 32-bit integers
    bound INTEGER NOT NULL
);
CREATE TABLE prints (print INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (print, first)) WITHOUT ROWID;
"""
