"""Who is named in which texts, by the reader's rules: tables beside the analyses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING

import msgspec

from reader.model.value import Value
from reader.text.fold import fold
from reader.text.names import is_local

if TYPE_CHECKING:  # a start that only looks an analysis up needs no rules
    from reader.text.corrected import Corrected

SCHEMA = """
CREATE TABLE things (                           -- what texts name
    number INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,                       -- its key across articles, empty where only the article tells
    name TEXT NOT NULL,                         -- folded
    label TEXT NOT NULL,
    shown TEXT NOT NULL,                        -- the name as it was written first
    texts INTEGER NOT NULL DEFAULT 0,           -- that name it so
    mentions INTEGER NOT NULL DEFAULT 0,
    UNIQUE (entity, name, label)
);
CREATE INDEX things_by_texts ON things (texts);
CREATE TABLE names (                            -- each run of words in the name of a thing: `fidan` of `hakan fidan`
    name_key TEXT NOT NULL,
    thing INTEGER NOT NULL,                     -- before what is no key, else SQLite 3.40 finds the table damaged
    entity TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (name_key, thing)
) WITHOUT ROWID;
CREATE INDEX names_by_thing ON names (thing);
CREATE TABLE found (
    thing INTEGER NOT NULL,
    analysis INTEGER NOT NULL,
    count INTEGER NOT NULL,                     -- mentions
    PRIMARY KEY (thing, analysis)
) WITHOUT ROWID;
CREATE INDEX found_by_analysis ON found (analysis);
CREATE TRIGGER found_more AFTER INSERT ON found BEGIN
    UPDATE things SET texts = texts + 1, mentions = mentions + new.count WHERE number = new.thing;
END;
CREATE TRIGGER found_less AFTER DELETE ON found BEGIN
    UPDATE things SET texts = texts - 1, mentions = mentions - old.count WHERE number = old.thing;
END;
CREATE TABLE roles (                            -- offices and titles of people, in the words of the text
    thing INTEGER NOT NULL,
    analysis INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (thing, analysis, role)
) WITHOUT ROWID;
CREATE INDEX roles_by_analysis ON roles (analysis);
CREATE TABLE touched (                          -- which rules of the reader have changed what
    rule TEXT NOT NULL,
    analysis INTEGER NOT NULL,
    PRIMARY KEY (rule, analysis)
) WITHOUT ROWID;
CREATE INDEX touched_by_analysis ON touched (analysis);
CREATE TABLE applied (rule TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE due (                              -- texts that changed rules concern, to be taken in anew in this order
    place INTEGER PRIMARY KEY,
    text_hash TEXT NOT NULL UNIQUE
);
CREATE VIEW mentions AS
    SELECT n.entity, n.name_key, n.label, a.text_hash, f.count
    FROM names n JOIN found f ON f.thing = n.thing JOIN analyses a ON a.number = f.analysis;
CREATE VIEW named AS
    SELECT t.entity, f.thing, f.analysis, a.text_hash, f.count
    FROM things t JOIN found f ON f.thing = t.number JOIN analyses a ON a.number = f.analysis;
"""

LONGEST_NAME = 6
"""Words of a name by which it is found."""

_CONCERNED = """
SELECT a.text_hash FROM analyses a WHERE a.number IN (
    SELECT analysis FROM touched WHERE rule IN (SELECT value FROM json_each(:rules))
    UNION SELECT f.analysis FROM things t JOIN found f ON f.thing = t.number
        WHERE t.entity <> '' AND t.entity IN (SELECT value FROM json_each(:keys))
    UNION SELECT f.analysis FROM things t JOIN found f ON f.thing = t.number
        WHERE t.entity = '' AND t.name IN (SELECT value FROM json_each(:names)))
"""


class Named(Value, frozen=True):
    """Whom a text names."""

    corrected: "Corrected"
    """What was found in it, by the reader's rules."""
    roles: Mapping[str, Sequence[str]] = {}
    """Offices and titles of people in the words of the text, by id of the entity."""
    text: str = ""
    """The text itself; empty: not at hand."""


def put(connection: Connection, number: int, named: Named) -> None:
    """Take in whom a text names.

    Args:
        connection: in a transaction.
        number: of its analysis, which names nobody yet.
        named: by the text.
    """
    analysis = named.corrected.analysis
    counts = Counter(mention.entity for mention in analysis.mentions)
    for entity in analysis.entities:
        key = "" if is_local(entity.id) else entity.id
        thing = _thing(connection, key, entity.name, entity.label)
        changed = connection.execute(
            "UPDATE found SET count = count + ? WHERE thing = ? AND analysis = ?", [counts[entity.id], thing, number]
        )
        if not changed.rowcount:
            connection.execute("INSERT INTO found VALUES (?, ?, ?)", [thing, number, counts[entity.id]])
        rows = [(thing, number, role) for role in named.roles.get(entity.id, ())]
        connection.executemany("INSERT OR IGNORE INTO roles VALUES (?, ?, ?)", rows)
    used = [(rule.hex, number) for rule in named.corrected.used]
    connection.executemany("INSERT INTO touched VALUES (?, ?)", used)


def forget(connection: Connection, text_hash: str) -> int | None:
    """Let a text name nobody, and not be due; returns the number of its analysis."""
    connection.execute("DELETE FROM due WHERE text_hash = ?", [text_hash])
    row = connection.execute("SELECT number FROM analyses WHERE text_hash = ?", [text_hash]).fetchone()
    if row is None:
        return None
    for table in ("found", "roles", "touched"):
        connection.execute(f"DELETE FROM {table} WHERE analysis = ?", row)  # noqa: S608
    return int(row[0])


def tidy(connection: Connection) -> None:
    """Let go of what no text names any more."""
    connection.execute("DELETE FROM things WHERE number NOT IN (SELECT thing FROM found)")
    connection.execute("DELETE FROM names WHERE thing NOT IN (SELECT number FROM things)")


def applied(connection: Connection) -> dict[str, str]:
    """The rules by which all texts that are not due name whom they do: by id, in which state."""
    return dict(connection.execute("SELECT rule, state FROM applied").fetchall())


def apply(connection: Connection, rules: Mapping[str, str], text_hashes: Iterable[str]) -> None:
    """Note down that rules hold by which some texts have still to be taken in anew."""
    connection.executemany("INSERT OR IGNORE INTO due (text_hash) VALUES (?)", ((one,) for one in text_hashes))
    connection.execute("DELETE FROM applied")
    connection.executemany("INSERT INTO applied VALUES (?, ?)", rules.items())


def due(connection: Connection, limit: int) -> list[str]:
    """Hashes of texts that have to be taken in anew."""
    rows = connection.execute("SELECT text_hash FROM due ORDER BY place LIMIT ?", [limit])
    return [text_hash for (text_hash,) in rows]


def concerned(connection: Connection, rules: Iterable[str], keys: Iterable[str], names: Iterable[str]) -> set[str]:
    """Hashes of texts that some rules have changed, that name some entities, or that know some names alone."""
    asked = {"rules": rules, "keys": keys, "names": names}
    values = {name: msgspec.json.encode(list(value)).decode() for name, value in asked.items()}
    return {text_hash for (text_hash,) in connection.execute(_CONCERNED, values)}


def known(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of some keys whose entities are named by texts."""
    rows = connection.execute(
        "SELECT entity FROM things WHERE texts > 0 AND entity IN (SELECT value FROM json_each(?))",
        [msgspec.json.encode(list(keys)).decode()],
    )
    return {key for (key,) in rows}


def runs_of_words(name: str) -> set[str]:
    """What a folded name is found by: each run of its words."""
    words = name.split()[:LONGEST_NAME]
    ends = range(1, len(words) + 1)
    return {name, *(" ".join(words[start:end]) for end in ends for start in range(end))}


def _thing(connection: Connection, entity: str, shown: str, label: str) -> int:
    name = fold(shown)
    row = connection.execute(
        "SELECT number FROM things WHERE entity = ? AND name = ? AND label = ?", [entity, name, label]
    ).fetchone()
    if row is not None:
        return int(row[0])
    number = connection.execute(
        "INSERT INTO things (entity, name, label, shown) VALUES (?, ?, ?, ?)", [entity, name, label, shown]
    ).lastrowid
    assert number is not None
    rows = [(run, number, entity, label) for run in runs_of_words(name)]
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", rows)
    return number
