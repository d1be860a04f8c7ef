"""The article that a reader names on the command line."""

import re
from pathlib import Path
from sqlite3 import Connection

from reader.errors import UsageError

SHORTEST = 4
"""Letters of an id that may stand for it."""

SHOWN = 3
"""Articles that are told apart where a name fits several."""

_NUMBER = re.compile("[0-9]{1,9}")
_ID = re.compile(f"[a-z2-7]{{{SHORTEST},26}}")
_LAST = "\U0010ffff"


def find(connection: Connection, name: str) -> int:
    """The rank of an article.

    Args:
        connection: to the library.
        name: number, id, the first letters of an id, or place of an origin; a number wins over an id that begins so.

    Raises:
        UsageError: it names none, or several.
    """
    found = _found(connection, name.strip())
    if not found:
        raise UsageError(
            f"No article is called {name.strip()}: name its id or the first letters of it, path or address."
        )
    if len(found) > 1:
        several = ", ".join(f"{article_id} ({title})" for _, article_id, title in found[:SHOWN])
        raise UsageError(f"{name.strip()} names {len(found)} articles: {several}{', …' if len(found) > SHOWN else ''}.")
    return found[0][0]


def _found(connection: Connection, name: str) -> list[tuple[int, str, str]]:
    """Rank, id and title of what a name fits."""
    select = "SELECT rank, id, title FROM articles WHERE"
    asked: list[tuple[str, list[str | int]]] = []
    if _NUMBER.fullmatch(name):
        asked.append((f"{select} number = ?", [int(name)]))
    if _ID.fullmatch(name.lower()):
        asked.append((f"{select} id >= ? AND id < ? ORDER BY rank DESC", [name.lower(), name.lower() + _LAST]))
    at_place = f"{select} id IN (SELECT article FROM origins WHERE place = ? AND place <> '') ORDER BY rank DESC"  # noqa: S608
    asked.append((at_place, [name]))
    asked.append((at_place, [_absolute(name)]))
    for query, values in asked:
        if found := connection.execute(query, values).fetchall():
            return found
    return []


def _absolute(path: str) -> str:
    """A path as origins name it, which may have no file name that is text."""
    return str(Path(path.replace("\0", "")).absolute()).encode("utf-8", "backslashreplace").decode()
