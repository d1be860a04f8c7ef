"""Who says something in which texts, by the reader's rules: tables beside the analyses."""

from collections import Counter
from collections.abc import Iterator, Mapping
from sqlite3 import Connection

from reader.library.mentions import runs_of_words
from reader.model.analysis import Analysis
from reader.model.statement import Statement
from reader.text.fold import fold
from reader.text.names import is_local

SCHEMA = """
CREATE TABLE voices (                           -- who says something
    number INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,                       -- its key across articles, empty where there is none
    name TEXT NOT NULL,                         -- folded; of groups and documents the words that name them
    UNIQUE (entity, name)
);
CREATE TABLE voice_names (                      -- each run of words in the name of a voice
    name_key TEXT NOT NULL,
    voice INTEGER NOT NULL,
    PRIMARY KEY (name_key, voice)
) WITHOUT ROWID;
CREATE INDEX voice_names_by_voice ON voice_names (voice);
CREATE TABLE said (
    voice INTEGER NOT NULL,
    analysis INTEGER NOT NULL,
    count INTEGER NOT NULL,                     -- statements
    PRIMARY KEY (voice, analysis)
) WITHOUT ROWID;
CREATE INDEX said_by_analysis ON said (analysis);
CREATE TABLE unassigned (                       -- quotations without a speaker
    analysis INTEGER PRIMARY KEY,
    count INTEGER NOT NULL
);
CREATE VIEW said_by AS
    SELECT v.entity, d.voice, d.analysis, a.text_hash, d.count
    FROM voices v JOIN said d ON d.voice = v.number JOIN analyses a ON a.number = d.analysis;
CREATE VIEW said_by_name AS
    SELECT n.name_key, d.voice, d.analysis, a.text_hash, d.count
    FROM voice_names n JOIN said d ON d.voice = n.voice JOIN analyses a ON a.number = d.analysis;
"""

_COVERAGE = """
SELECT count(n.number), count(*) - count(n.number), coalesce(sum(u.count), 0)
FROM library.articles a LEFT JOIN analyses.analyses n ON n.text_hash = a.text_hash
LEFT JOIN analyses.unassigned u ON u.analysis = n.number WHERE a.removed IS NULL
"""

_LONGEST = 80
"""Code points of the longest name of a group."""


def put(connection: Connection, number: int, analysis: Analysis, text: str) -> None:
    """Take in who says something in a text.

    Args:
        connection: in a transaction.
        number: of the analysis, in which nobody says anything yet.
        analysis: by the reader's rules.
        text: that was analysed; empty: not known, and then only those with a key are taken in.
    """
    names = {entity.id: entity.name for entity in analysis.entities}
    counts: Counter[tuple[str, str]] = Counter()
    unassigned = 0
    for statement in analysis.statements:
        unassigned += statement.is_unassigned
        if not statement.is_attributed:
            continue
        if statement.entity is not None:
            key = "" if is_local(statement.entity) else statement.entity
            counts[key, fold(names.get(statement.entity, ""))] += 1
        else:
            counts.update(("", name) for name in _words(statement, text))
    rows = [(_voice(connection, key, name), number, count) for (key, name), count in counts.items() if key or name]
    connection.executemany("INSERT INTO said VALUES (?, ?, ?)", rows)
    if unassigned:
        connection.execute("INSERT INTO unassigned VALUES (?, ?)", [number, unassigned])


def forget(connection: Connection, number: int) -> None:
    """Let nobody say anything in a text, by the number of its analysis."""
    connection.execute("DELETE FROM said WHERE analysis = ?", [number])
    connection.execute("DELETE FROM unassigned WHERE analysis = ?", [number])


def tidy(connection: Connection) -> None:
    """Let go of who says nothing in any text any more."""
    connection.execute("DELETE FROM voices WHERE number NOT IN (SELECT voice FROM said)")
    connection.execute("DELETE FROM voice_names WHERE voice NOT IN (SELECT number FROM voices)")


def coverage(connection: Connection) -> tuple[int, int, int]:
    """How many articles of the library are analysed, how many are not, and how many quotations have no speaker.

    Args:
        connection: to which `library` and `analyses` are attached.
    """
    analysed, waiting, unassigned = connection.execute(_COVERAGE).fetchone()
    return analysed, waiting, unassigned


def said_by(connection: Connection, key: str) -> Mapping[int, int]:
    """How many statements an entity makes in texts, by the number of their analysis.

    Args:
        connection: to which `analyses` is attached.
        key: of the entity.
    """
    sql = "SELECT analysis, sum(count) FROM analyses.said_by WHERE entity = ? GROUP BY analysis"
    return dict(connection.execute(sql, [key]).fetchall())


def _words(statement: Statement, text: str) -> Iterator[str]:
    """The folded words that name a group or a document."""
    place = statement.antecedent or next(iter(statement.speaker), None)
    if place is not None and (words := fold(" ".join(place.of(text).split()))):
        yield words.removeprefix("the ")[:_LONGEST]


def _voice(connection: Connection, entity: str, name: str) -> int:
    row = connection.execute("SELECT number FROM voices WHERE entity = ? AND name = ?", [entity, name]).fetchone()
    if row is not None:
        return int(row[0])
    number = connection.execute("INSERT INTO voices (entity, name) VALUES (?, ?)", [entity, name]).lastrowid
    assert number is not None
    connection.executemany("INSERT INTO voice_names VALUES (?, ?)", [(run, number) for run in runs_of_words(name)])
    return number
