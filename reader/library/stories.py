"""Which articles print the same story, and which of them was first; kept in tables of the index, found anew with it.

A story is its first article (the lowest rank: the first to come out, then to come in) and the copies of that one. What
is a copy of a copy only is a story of its own: a round-up must not make one story of all that it tells.
"""

from array import array
from collections import Counter
from collections.abc import Callable
from heapq import heapify, heappop, heappush
from sqlite3 import Connection

import msgspec

from reader.model.story import Copy
from reader.model.value import Value
from reader.text.copies import copy_likeness
from reader.text.likeness import Likeness
from reader.text.sketch import Sketch, sketch

Bodies = Callable[[int], str | None]
"""From a rank to the body of the article, in its newest version; None: it is gone."""

_COMMON = 16
"""What stands in so many stories tells none of them: a footer, a form of words. It is not noted again."""
_SHARED = 0.2
"""Share of their prints that two stories must have in common before their texts are compared."""
_COMPARED = 8
"""So many stories are compared at most, those that share most."""
_LONGEST = 200_000
"""Code points of a body that are looked at: a book is no wire story."""


def place(connection: Connection, rank: int, bodies: Bodies) -> None:
    """Find the story of an article that is new or has another text, and of those that it was the first of.

    Args:
        connection: to the index, in a transaction.
        rank: of the article.
        bodies: of all articles.
    """
    _place_all(connection, [rank, *_forget(connection, rank)], bodies)


def remove(connection: Connection, rank: int, bodies: Bodies) -> None:
    """Forget an article; where it was the first of a story, the next one is."""
    _place_all(connection, _forget(connection, rank), bodies)


def members(connection: Connection, rank: int) -> tuple[Copy, ...]:
    """All articles of the story that an article belongs to, the first one first; empty: it has no copies."""
    rows = connection.execute(
        "SELECT rank, rank = story, of_first, of_copy FROM stories"
        " WHERE story = (SELECT story FROM stories WHERE rank = ?) ORDER BY rank",
        [rank],
    )
    return tuple(Copy(rank, bool(is_first), of_first, of_copy) for rank, is_first, of_first, of_copy in rows)


def _place_all(connection: Connection, waiting: list[int], bodies: Bodies) -> None:
    # Lowest first: whoever begins a story takes in the later ones, and is not moved by them.
    heapify(waiting)
    while waiting:
        rank = heappop(waiting)
        body = bodies(rank)
        if body is None:
            continue
        around = _around(connection, sketch(body[:_LONGEST]))
        copies = _copies(body, around.firsts, bodies)
        earlier = [first for first in copies if first < rank]
        if earlier:
            first = max(earlier, key=lambda first: (copies[first].of_first + copies[first].of_second, -first))
            _join(connection, rank, first, copies[first])
        else:
            _begin(connection, rank, around.sketch)
            for later in copies:
                for moved in (later, *_forget(connection, later)):
                    heappush(waiting, moved)


class _Around(Value, frozen=True):
    """Where a text stands among the stories."""

    sketch: Sketch
    """Without the prints that tell no story."""
    firsts: tuple[int, ...]
    """Ranks of the articles that it may be a copy of, or that may be copies of it."""


def _around(connection: Connection, found: Sketch) -> _Around:
    rows = connection.execute(
        "SELECT print, first FROM prints WHERE print IN (SELECT value FROM json_each(?))",
        [msgspec.json.encode(found.prints).decode()],
    ).fetchall()
    common = {value for value, count in Counter(value for value, _ in rows).items() if count >= _COMMON}
    telling = Sketch(tuple(value for value in found.prints if value not in common), found.bound)
    shared = Counter(first for value, first in rows if value not in common)
    firsts = (
        first for first, count in shared.most_common(_COMPARED) if _may_be_copy(connection, telling, first, count)
    )
    return _Around(telling, tuple(firsts))


def _may_be_copy(connection: Connection, story: Sketch, first: int, shared: int) -> bool:
    blob, bound = connection.execute("SELECT prints, bound FROM firsts WHERE rank = ?", [first]).fetchone()
    bound = min(bound, story.bound)
    comparable = min(sum(value <= bound for value in prints) for prints in (story.prints, array("I", blob)))
    return bool(shared >= _SHARED * comparable)


def _copies(body: str, firsts: tuple[int, ...], bodies: Bodies) -> dict[int, Likeness]:
    """The stories that a text is the same as, and what they share: `of_first` is the share of the story."""
    found = {}
    for first in firsts:
        other = bodies(first)
        likeness = copy_likeness(other[:_LONGEST], body[:_LONGEST]) if other is not None else None
        if likeness is not None:
            found[first] = likeness
    return found


def _join(connection: Connection, rank: int, first: int, likeness: Likeness) -> None:
    connection.execute("INSERT OR IGNORE INTO stories VALUES (?, ?, 1, 1)", [first, first])
    connection.execute("INSERT INTO stories VALUES (?, ?, ?, ?)", [rank, first, likeness.of_first, likeness.of_second])


def _begin(connection: Connection, rank: int, story: Sketch) -> None:
    connection.execute("INSERT INTO firsts VALUES (?, ?, ?)", [rank, array("I", story.prints).tobytes(), story.bound])
    connection.executemany("INSERT INTO prints VALUES (?, ?)", ((value, rank) for value in story.prints))


def _forget(connection: Connection, rank: int) -> list[int]:
    """Take an article out of its story.

    Returns:
        The ranks of its copies, where it was the first: they are taken out with it.
    """
    row = connection.execute("SELECT prints FROM firsts WHERE rank = ?", [rank]).fetchone()
    if row is None:
        _leave(connection, rank)
        return []
    copies = connection.execute("SELECT rank FROM stories WHERE story = ? AND rank <> story", [rank]).fetchall()
    connection.execute("DELETE FROM stories WHERE story = ?", [rank])
    connection.execute("DELETE FROM firsts WHERE rank = ?", [rank])
    connection.executemany(
        "DELETE FROM prints WHERE print = ? AND first = ?", ((value, rank) for value in array("I", row[0]))
    )
    return [copy for (copy,) in copies]


def _leave(connection: Connection, rank: int) -> None:
    """Take a copy out of its story, which is none any more where nothing but the first is left."""
    connection.execute(
        "DELETE FROM stories WHERE rank = (SELECT story FROM stories WHERE rank = :rank) AND"
        " (SELECT count(*) FROM stories WHERE story = (SELECT story FROM stories WHERE rank = :rank)) = 2",
        {"rank": rank},
    )
    connection.execute("DELETE FROM stories WHERE rank = ?", [rank])
