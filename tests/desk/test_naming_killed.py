"""The index of names after programs were killed in the middle of bringing it into step with the rules."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from tests.desk.killed import CHECKOUT
from tests.desk.test_naming import Shelf

STEPS = 40
"""A program is killed after at most so many."""

KILLS = 8
"""So many, and more only while none was in the middle of a pass."""

_MISCOUNTED = """
SELECT t.name FROM things t LEFT JOIN found f ON f.thing = t.number GROUP BY t.number
HAVING t.texts <> count(f.thing) OR t.mentions <> coalesce(sum(f.count), 0)
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def test_whoever_looks_next_after_a_kill_goes_on_to_the_same_index(shelf: Shelf) -> None:
    """What is still to be done is on the disk with what was done, whenever the program ends."""
    random = Random(20261123)
    was_halfway = False
    for kills in range(8 * KILLS):
        if was_halfway and kills >= KILLS:
            break
        _kill_at(shelf.home, random.randint(1, STEPS), random.uniform(0, 0.02))
        was_halfway |= bool(shelf.cache.due(9)) or dict(shelf.cache.applied()) != _states(shelf)
        shelf.catch_up()
        went_on = shelf.names()
        assert (shelf.cache.due(9), _miscounted(shelf)) == ([], [])

        for article in shelf.articles:  # as if nothing had been in the index
            shelf.put(article)
        assert shelf.names() == went_on
    assert was_halfway, "no program was killed in the middle: the test shows nothing"


def _kill_at(home: Path, steps: int, seconds: float) -> None:
    command = [sys.executable, "-m", "tests.desk.renaming", str(home)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(steps)]
        with suppress(subprocess.TimeoutExpired):
            program.wait(seconds)
        program.kill()
        program.stdout.read()
    assert all(lines), "the program ended by itself"


def _states(shelf: Shelf) -> dict[str, str]:
    return {rule.id.hex: f"{rule.rev} {rule.modified.isoformat()}" for rule in shelf.rules.all()}


def _miscounted(shelf: Shelf) -> list[tuple[str]]:
    """What is not named as often as its own count says."""
    with closing(sqlite3.connect(shelf.home / "analyses.db")) as connection:
        return connection.execute(_MISCOUNTED).fetchall()
