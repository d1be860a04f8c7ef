"""A library of version 1 on its way to today's version."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from reader.errors import DamagedError, StorageError
from reader.library.library import Library, ReadingState
from reader.library.schema import VERSION
from reader.model.intake import Incoming
from reader.model.rank import rank_of
from reader.model.span import Span
from tests.library import first_tables
from tests.library.adding import PASTED, address, incoming, path, wire

CHECKOUT = Path(__file__).parents[2]

OPENING = """
import sys
from pathlib import Path
from reader.library.library import Library

print(*Library(Path(sys.argv[1])).take_notices())
"""

KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from reader.library import migration
from reader.library.library import Library

def open_and_die(last, path):
    calls = count(1)

    def die_in_time(frame, event, function):
        if event == "c_call" and next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(die_in_time)
    Library(path)
    sys.setprofile(None)
    print(next(calls) - 1, flush=True)
    os._exit(0)

for folder in map(Path, sys.argv[1:]):
    if not os.fork():
        open_and_die(int(folder.name), folder / "library.db")
    os.wait()
"""

ITEMS = (
    incoming("Turkey objected.", path("one.txt"), published=date(2023, 11, 8), source="Le Monde"),
    incoming("Élysée: no comment.", address("two"), published=date(2024, 1, 1)),
    incoming("“Three” has neither source nor date.", PASTED),
)

MANY = tuple(incoming(wire(f"story{number}", 400), path(f"{number}.txt")) for number in range(60))


@pytest.fixture
def file(home: Path) -> Path:
    return home / "library.db"


def tables(file: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()


def columns(file: Path, names: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(f"SELECT {names} FROM articles ORDER BY number").fetchall()


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def copies(file: Path) -> list[Path]:
    return sorted(file.parent.glob("library.db.v1-*.bak*"))


def articles(file: Path, items: Sequence[Incoming] = ITEMS) -> list[object]:
    with closing(Library(file)) as library:
        return [library.article(item.article.id) for item in items]


def test_everything_of_version_1_is_kept(file: Path) -> None:
    first = ITEMS[0].article
    state = ReadingState(first.id, first.text_hash, Span(7, 15), 7, datetime(2024, 5, 2, 8, tzinfo=UTC))
    first_tables.make(file, ITEMS, [state])

    library = Library(file)

    for item in ITEMS:
        assert library.article(item.article.id) == item.article
        assert library.original(item.article.text_hash) == item.original
        assert library.origins(item.article.id) == (item.origin,)
        (only,) = library.versions(item.article.id)
        assert (only.added, only.format) == (datetime.fromisoformat(first_tables.ADDED), "text")
    assert library.reading_state(first.id) == state
    assert library.last_read() == first.id


def test_what_lists_read_is_made_from_what_version_1_knew(file: Path) -> None:
    first_tables.make(file, ITEMS)
    Library(file).close()

    # It came in on May 2 where this test runs.
    days = (date(2023, 11, 8), date(2024, 1, 1), date(2024, 5, 2))
    assert columns(file, "rank, number, title_key, source, source_key, published, words, is_read, removed") == [
        (rank_of(days[0], 1), 1, "turkey objected.", "Le Monde", "le monde", "2023-11-08", 2, 0, None),
        (rank_of(days[1], 2), 2, "elysee: no comment.", None, None, "2024-01-01", 3, 0, None),
        (rank_of(days[2], 3), 3, 'three" has neither source nor date.', None, None, None, 6, 0, None),
    ]


def test_a_migrated_library_has_the_tables_of_a_new_one(file: Path, tmp_path: Path) -> None:
    first_tables.make(file, ITEMS)
    Library(file).close()
    Library(tmp_path / "new.db").close()

    assert tables(file) == tables(tmp_path / "new.db")
    assert version(file) == VERSION


def test_a_migrated_library_goes_on_where_it_was(file: Path) -> None:
    first_tables.make(file, ITEMS)
    library = Library(file)

    new, again = library.add_many([incoming(wire("four")), ITEMS[0]])

    assert [new.kind, again.kind] == ["added", "known"]
    library.close()
    assert columns(file, "number, change") == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_an_empty_library_of_version_1_is_migrated(file: Path) -> None:
    first_tables.make(file, [])

    assert Library(file).add_many([ITEMS[0]])[0].kind == "added"
    assert columns(file, "number, change") == [(1, 1)]


def test_the_library_is_copied_before_and_the_reader_is_told(file: Path) -> None:
    first_tables.make(file, ITEMS)
    before = dump(file)

    with closing(Library(file)) as library:
        notices = library.take_notices()
        assert library.take_notices() == ()

    (copy,) = copies(file)
    assert notices == (f"Your library is now kept in a new way. As it was before, it lies in {copy}.",)
    assert dump(copy) == before
    assert version(copy) == 1
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_library_of_this_version_is_neither_copied_nor_told_of(file: Path) -> None:
    first_tables.make(file, ITEMS)
    Library(file).close()

    with closing(Library(file)) as library:
        assert library.take_notices() == ()
    assert len(copies(file)) == 1


def test_an_unfinished_copy_is_cleared_away_and_never_taken_for_a_copy(file: Path) -> None:
    first_tables.make(file, ITEMS)
    (file.parent / "library.db.v1-20240501T120000Z.bak.part").write_bytes(b"half")

    Library(file).close()

    (copy,) = copies(file)
    assert version(copy) == 1


def test_an_article_that_cannot_be_read_does_not_stop_the_others(file: Path) -> None:
    first_tables.make(file, ITEMS)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE versions SET facts = 'no JSON' WHERE text_hash = ?", [ITEMS[0].article.text_hash])
        connection.commit()

    assert articles(file, ITEMS[1:]) == [item.article for item in ITEMS[1:]]
    with pytest.raises(DamagedError, match=r"^Article \w+ in the library cannot be read"):
        articles(file, ITEMS[:1])
    assert columns(file, "title")[0] == ("Turkey objected.",)


def test_where_a_copy_cannot_be_made_nothing_is_changed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_tables.make(file, ITEMS)
    before = dump(file)
    monkeypatch.setattr("reader.library.migration.os.fsync", _no_room)

    with pytest.raises(StorageError, match=r"^The disk is full: .*library\.db was not changed"):
        Library(file)
    assert dump(file) == before

    monkeypatch.undo()
    assert articles(file) == [item.article for item in ITEMS]


def _no_room(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_programs_that_migrate_at_once_do_it_once(file: Path) -> None:
    first_tables.make(file, MANY)

    command = [sys.executable, "-c", OPENING, str(file)]
    programs = [subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [program.communicate()[0].strip() for program in programs]

    assert [program.returncode for program in programs] == [0, 0, 0]
    assert sorted(map(bool, said)) == [False, False, True]
    assert len(copies(file)) == 1
    assert articles(file, MANY) == [item.article for item in MANY]


def killed(calls: Iterable[int], home: Path) -> tuple[str, list[Path]]:
    """Programs that open a library of version 1 each, and are killed before so many calls of SQLite and the system.

    Returns:
        What they say, which is how many calls there were, and their libraries.
    """
    folders = [home / str(count) for count in calls]
    for folder in folders:
        first_tables.make(folder / "library.db", ITEMS)
    command = [sys.executable, "-c", KILLED, *map(str, folders)]
    said = subprocess.run(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=True).stdout
    return said, [folder / "library.db" for folder in folders]


def test_a_migration_that_is_killed_leaves_the_old_library_or_the_new_one(home: Path) -> None:
    said, _ = killed([0], home)
    last = int(said)
    every = {1, last, *Random(3).sample(range(1, last), k=24)}

    said, files = killed(every, home)

    assert said == ""
    assert {version(file) for file in files} == {1, VERSION}
    for file in files:
        assert all(copy.suffix == ".part" or version(copy) == 1 for copy in copies(file))
        assert articles(file) == [item.article for item in ITEMS]
        assert not list(file.parent.glob("*.part"))
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
