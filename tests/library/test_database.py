"""Damage, other programs, a full disk: what a library does about them."""

import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import psutil
import pytest

from reader.errors import DamagedError, StorageError
from reader.ingest.source import article_from_text
from reader.library.database import set_aside
from reader.library.library import Library
from reader.model.intake import Origin

CHECKOUT = Path(__file__).parents[2]
PASTED = Origin("paste", "")

ADDING = """
import sys
from itertools import islice
from pathlib import Path
from reader.ingest.source import article_from_text
from reader.library.library import Library
from reader.model.intake import Incoming, Origin

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
library = Library(path)
texts = ((f"Story {number} of {name}. " * 50, Origin("path", f"/{name}/{number}")) for number in range(count))
items = (Incoming(article_from_text(text), text.encode(), origin) for text, origin in texts)
while batch := list(islice(items, 5)):
    for outcome in library.add_many(batch):
        print(outcome.article_id, outcome.kind, flush=True)
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from reader.ingest.source import article_from_text
from reader.library.library import Library
from reader.model.intake import Origin

Library(Path(sys.argv[1]) / "library.db").add(article_from_text("Turkey objected."), b"", Origin("paste", ""))
os.kill(os.getpid(), signal.SIGKILL)
"""

READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from reader.library.library import Library

if not os.getuid():
    os.setuid(65534)
print(Library(Path(sys.argv[1]) / "library.db").article(sys.argv[2]).text)
"""

NO_ROOM = """
import resource, sys
from pathlib import Path
from reader.errors import StorageError
from reader.ingest.source import article_from_text
from reader.library.library import Library
from reader.model.intake import Incoming, Origin

library = Library(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    while True:
        stories = [article_from_text("Turkey objected again. " * 99 + sys.argv[2] + "." * n) for n in range(3)]
        library.add_many([Incoming(story, b"", Origin("paste", "")) for story in stories])
        for story in stories:
            print(story.id)
        sys.argv[2] += "..."
except StorageError as error:
    print(error)
"""

READ_ONLY = """
import os, sys
from pathlib import Path
from reader.errors import StorageError
from reader.ingest.source import article_from_text
from reader.library import adding  # nobody may not be let to where it lies
from reader.library.analyses import AnalysisCache
from reader.library.library import Library
from reader.model.intake import Origin
from reader.model.analysis import Analysis
from reader.text import corrected  # as above

more = article_from_text("More.")
if not os.getuid():
    os.setuid(65534)
folder, article_id = Path(sys.argv[1]), sys.argv[2]
library = Library(folder / "library.db")
print(library.article(article_id).text)
for act in (
    lambda: library.add(more, b"", Origin("paste", "")),
    lambda: Library(folder / "new.db"),
    lambda: Library(folder / "new" / "new.db"),
):
    try:
        act()
    except StorageError as error:
        print(error)
cache = AnalysisCache(folder / "analyses.db")
cache.put(Analysis("hash"))
print(cache.get("hash"))
"""


@pytest.fixture
def path(home: Path) -> Path:
    """A library with one article, closed."""
    path = home / "library.db"
    library = Library(path)
    library.add(article_from_text("Turkey objected. " * 2000), b"as it came", PASTED)
    library.close()
    return path


def adding(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """A program that adds so many articles, five at a time, and tells of each once it is confirmed: id and outcome."""
    command = [sys.executable, "-c", ADDING, str(path), name, str(count)]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)


def lost(path: Path, told: list[str]) -> list[str]:
    """Which of the articles that were told are not in the library."""
    library = Library(path)
    return [article_id for article_id in told if library.article(article_id) is None]


def count(path: Path) -> int:
    """How many articles a library holds."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


@pytest.mark.parametrize(
    "damage", [b"no database at all, but long enough to be one. " * 20, b"\0" * 4096, b"\xff" * 99]
)
def test_a_file_that_is_no_database_is_told_and_left_alone(home: Path, damage: bytes) -> None:
    home.mkdir()
    path = home / "library.db"
    path.write_bytes(damage)

    with pytest.raises(DamagedError, match=r"library\.db is damaged or is not a file of diploreader\.$"):
        Library(path)
    assert path.read_bytes() == damage


def test_a_database_of_another_program_is_told_and_left_alone(home: Path) -> None:
    home.mkdir()
    path = home / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (words TEXT)")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(DamagedError):
        Library(path)
    assert path.read_bytes() == before


def test_a_database_without_our_tables_is_told(home: Path) -> None:
    home.mkdir()
    path = home / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (words TEXT)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()

    with pytest.raises(DamagedError):
        Library(path).last_read()


def test_a_truncated_library_is_told(path: Path) -> None:
    data = path.read_bytes()
    article_id = article_from_text("Turkey objected. " * 2000).id

    for length in range(100, len(data), len(data) // 20):
        path.write_bytes(data[:length])
        with pytest.raises(DamagedError):
            Library(path).article(article_id)


def test_an_empty_file_is_a_library_that_was_not_begun(home: Path) -> None:
    """A program killed in its first moment leaves one."""
    home.mkdir()
    (home / "library.db").touch()

    assert Library(home / "library.db").last_read() is None


def test_a_library_of_a_later_program_is_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StorageError, match="was written by a later diploreader") as told:
        Library(path)
    assert not isinstance(told.value, DamagedError)


def test_a_damaged_file_is_set_aside_with_all_that_belongs_to_it(home: Path) -> None:
    home.mkdir()
    path = home / "library.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(f"damaged{suffix}".encode())

    aside = set_aside(path, "20231108T120000")

    assert aside == home / "library.db.corrupt-20231108T120000"
    assert {file.name: file.read_text() for file in home.iterdir()} == {
        "library.db.corrupt-20231108T120000": "damaged",
        "library.db.corrupt-20231108T120000-wal": "damaged-wal",
        "library.db.corrupt-20231108T120000-shm": "damaged-shm",
    }
    assert Library(path).last_read() is None


def test_two_files_set_aside_in_one_second_are_both_kept(home: Path) -> None:
    home.mkdir()
    path = home / "library.db"
    for damaged in ("first", "second"):
        path.write_text(damaged)
        set_aside(path, "20231108T120000")

    assert sorted(file.read_text() for file in home.iterdir()) == ["first", "second"]


def test_a_file_that_is_told_to_be_damaged_is_let_go(path: Path) -> None:
    path.write_bytes(b"no database at all. " * 99)

    with pytest.raises(DamagedError):
        Library(path)
    assert str(path) not in {file.path for file in psutil.Process().open_files()}


def test_a_full_disk_changes_nothing_and_is_told(path: Path) -> None:
    library = Library(path)
    with library._database.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    large = article_from_text("A story that needs room. " * 9_000)

    with pytest.raises(StorageError, match=r"^The disk is full: .*library\.db was not changed\. Make room"):
        library.add(large, b"", PASTED)
    assert library.article(large.id) is None

    with library._database.reading() as connection:
        connection.execute("PRAGMA max_page_count = 100000")
    assert library.add(large, b"", PASTED).is_new


def test_writing_that_the_system_refuses_loses_nothing_and_is_told(path: Path) -> None:
    command = [sys.executable, "-c", NO_ROOM, str(path), "So it was."]
    *told, said = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout.splitlines()

    assert said == f"The disk refused to read or write {path}. Make room, or look after the disk, and try again."
    assert told
    assert lost(path, told) == []


def test_a_place_where_no_library_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    (tmp_path / "file").touch()
    hint = "Choose another folder with --home DIR."

    with pytest.raises(StorageError) as told:
        Library(tmp_path / "library.db")
    assert str(told.value) == f"{tmp_path}/library.db cannot be opened. {hint}"
    with pytest.raises(StorageError) as told:
        Library(tmp_path / "file" / "library.db")
    assert str(told.value) == f"{tmp_path}/file/library.db cannot be made: {tmp_path}/file is no folder. {hint}"


def test_a_program_that_holds_the_library_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.database.BUSY_SECONDS", 0.01)
    library = Library(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageError, match=r"^Another program holds .*library\.db\. Close it and try again\.$"):
        library.add(article_from_text("Another."), b"", PASTED)
    assert library.article(article_from_text("Turkey objected. " * 2000).id) is not None

    other.close()
    assert library.add(article_from_text("Another."), b"", PASTED).is_new


def test_programs_that_begin_a_library_at_once_lose_nothing(home: Path) -> None:
    path = home / "library.db"
    programs = [adding(path, name, 20) for name in ("one", "two", "three", "four")]
    told = [line.split()[0] for program in programs for line in program.communicate()[0].splitlines()]

    assert [program.returncode for program in programs] == [0, 0, 0, 0]
    assert len(set(told)) == 80
    assert lost(path, told) == []


def test_programs_that_add_the_same_articles_at_once_add_each_once(home: Path) -> None:
    path = home / "library.db"
    programs = [adding(path, "same", 60) for _ in range(3)]
    told = [line for program in programs for line in program.communicate()[0].splitlines()]

    assert [program.returncode for program in programs] == [0, 0, 0]
    kinds = Counter(line.split()[1] for line in told)
    assert kinds == {"added": 60, "known": 120}
    assert len({line for line in told if line.endswith("added")}) == 60
    assert count(path) == 60


def test_a_killed_program_leaves_a_sound_library_with_all_that_it_told(home: Path) -> None:
    path = home / "library.db"
    random = Random(7)
    told: list[str] = []
    for name in range(12):
        with adding(path, str(name), 100_000) as program:
            assert program.stdout is not None
            told += [program.stdout.readline().split()[0] for _ in range(random.randint(1, 30))]
            program.kill()

    assert lost(path, told) == []
    assert count(path) % 5 == 0
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_library_in_a_folder_that_cannot_be_written_to_is_read_all_the_same() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to everybody else
        folder = Path(name)
        folder.chmod(0o755)
        library = Library(folder / "library.db")
        article = library.add(article_from_text("Turkey objected."), b"", PASTED).article
        library.close()
        (folder / "library.db").chmod(0o444)
        folder.chmod(0o555)

        command = [sys.executable, "-c", READ_ONLY, name, article.id]
        said = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout.split("\n")

        hint = "cannot be written. Allow writing there, or choose another folder with --home DIR."
        assert said == [
            "Turkey objected.",
            f"{folder}/library.db {hint}",
            f"{folder}/new.db {hint}",
            f"{folder}/new/new.db {hint}",
            "None",
            "",
        ]
        folder.chmod(stat.S_IRWXU)


def test_what_a_killed_program_told_is_read_where_nothing_can_be_written() -> None:
    """It still lies in the log beside the file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        subprocess.run([sys.executable, "-c", KILLED, name], cwd=CHECKOUT, check=False)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)

        command = [sys.executable, "-c", READ_AS_NOBODY, name, article_from_text("Turkey objected.").id]
        said = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout

        assert said == "Turkey objected.\n"
        folder.chmod(stat.S_IRWXU)


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.parametrize("is_new", [True, False])
def test_on_a_network_no_memory_is_shared_and_that_is_said_once(
    home: Path, path: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    """The log (WAL) works on one machine only: https://www.sqlite.org/wal.html, "Overview"."""
    monkeypatch.setattr("reader.library.database.is_on_network", lambda _: True)
    path = home / "new.db" if is_new else path

    with closing(Library(path)) as library:
        (said,) = library.take_notices()
        library.add(article_from_text("Another."), b"", PASTED)

    assert said == f"{path} lies on a network: it is kept so that no memory need be shared, which is slower."
    assert journal(path) == "delete"
    with closing(Library(path)) as again:
        assert again.take_notices() == ()
        assert again.article(article_from_text("Another.").id) is not None


def test_a_library_on_a_network_that_others_have_open_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.database.is_on_network", lambda _: True)
    monkeypatch.setattr("reader.library.database.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT * FROM articles").fetchone()

        with pytest.raises(StorageError, match=r"^Another program holds "):
            Library(path)
