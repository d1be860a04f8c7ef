"""What the reader wrote, as the index holds it: how many notes, which tags, and the words of the notes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model.mark import Mark, MarkKind
from reader.model.value import Value
from reader.text.fold import fold
from reader.text.terms import searchable

if TYPE_CHECKING:
    from sqlite3 import Connection

Stamp = tuple[int, int, int]
"""Inode, size and time of a file."""


class Marked(Value, frozen=True):
    """What the reader wrote on an article, and the state of the file that it was read from."""

    article_id: str
    marks: tuple[Mark, ...]
    stamp: Stamp | None
    """None: there is no file."""


def put_marks(connection: "Connection", marked: Marked) -> None:
    """Take in what the reader wrote on an article, in place of what was known of it; in a transaction."""
    _forget(connection, marked.article_id)
    notes = [mark.body for mark in marked.marks if mark.kind is MarkKind.NOTE]
    tags = dict.fromkeys(tag for mark in marked.marks for tag in mark.tags)
    if marked.marks:
        number = connection.execute(
            "INSERT INTO noted (article, notes, tags) VALUES (?, ?, ?)",
            [marked.article_id, len(notes), "\n".join(" ".join(tag.split()) for tag in tags)],
        ).lastrowid
        connection.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?)", ((fold(tag), number) for tag in tags))
        connection.execute("INSERT INTO notes (rowid, note) VALUES (?, ?)", [number, searchable("\n".join(notes))])
    if marked.stamp is not None:
        connection.execute("INSERT INTO stamps VALUES (?, ?, ?, ?)", [marked.article_id, *marked.stamp])


def stamps(connection: "Connection") -> Mapping[str, Stamp]:
    """By article, the state of the files that marks were read from."""
    rows = connection.execute("SELECT article, inode, size, mtime_ns FROM stamps")
    return {article: (inode, size, mtime_ns) for article, inode, size, mtime_ns in rows}


def _forget(connection: "Connection", article_id: str) -> None:
    connection.execute("DELETE FROM stamps WHERE article = ?", [article_id])
    row = connection.execute("SELECT number FROM noted WHERE article = ?", [article_id]).fetchone()
    if row is not None:
        connection.execute("DELETE FROM notes WHERE rowid = ?", row)
        connection.execute("DELETE FROM tags WHERE number = ?", row)
        connection.execute("DELETE FROM noted WHERE number = ?", row)
