"""Programs that are killed, that run at once, that meet a full disk or a folder they may not write to."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from tinydb import TinyDB

from reader.notebook.notebook import Notebook
from tests.notebook.faults import CHECKOUT, kill_at_random, lost, merged, side_by_side
from tests.notebook.notes import ABOUT, ARTICLE, note

SPREAD = tuple(f"{shard}{number}" for shard in ("ab", "cd", "ef") for number in range(5))

FULL_DISK = """
import resource, sys
from pathlib import Path
from reader.errors import StorageError
from reader.notebook.notebook import Notebook
from tests.notebook.notes import ABOUT, ARTICLE, note

notebook = Notebook(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
small, large = note("small"), note("large" * 2_000)
notebook.change(ABOUT, (), (small,))
for act in (lambda: notebook.change(ABOUT, (), (large,)), lambda: notebook.save_draft("key", large.body)):
    try:
        act()
    except StorageError as error:
        print(error)
notebook.change(ABOUT, (), (note("after"),))
assert [mark.body for mark in notebook.marks(ARTICLE)] == ["small", "after"], notebook.marks(ARTICLE)
assert notebook.draft("key") == ""
"""

READ_ONLY = """
import hashlib, os
from pathlib import Path
import reader.notebook.article_file  # like hashlib, while the files of Python can still be read
from reader.errors import StorageError
from reader.notebook.notebook import Notebook
from tests.notebook.notes import ABOUT, ARTICLE, note

if not os.getuid():
    os.setuid(65534)
notebook = Notebook(Path("notebook"))
notebook.tidy()
print(*notebook.take_notices())
(mark,) = notebook.marks(ARTICLE)
print(mark.body, *notebook.tags())
for act in (
    lambda: notebook.change(ABOUT, (), (note(),)),
    lambda: notebook.save_draft("key", "words"),
    lambda: notebook.drop_draft("kept"),
):
    try:
        act()
    except StorageError as error:
        print(error)
print(notebook.draft("kept"), len(notebook.marks(ARTICLE)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


def output_of(code: str, *arguments: str, folder: Path = CHECKOUT) -> list[str]:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n{code}", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("articles", [(ARTICLE,), SPREAD], ids=["one article", "many articles"])
def test_nothing_that_was_told_is_lost_when_a_program_is_killed(folder: Path, articles: tuple[str, ...]) -> None:
    random = Random(20231108)
    told = merged([kill_at_random(folder, articles, random) for _ in range(10)])

    assert len(told) >= 10
    assert lost(folder, told) == []
    for path in folder.glob("??/*.json"):
        json.loads(path.read_bytes())
    Notebook(folder).tidy()
    assert list(folder.glob("**/.*.tmp")) == []


@pytest.mark.parametrize("articles", [(ARTICLE,), SPREAD], ids=["one article", "many articles"])
def test_two_programs_at_once_lose_and_mix_nothing(folder: Path, articles: tuple[str, ...]) -> None:
    told = side_by_side(folder, 100, articles)

    assert len(told) == 200
    assert lost(folder, told) == []
    stock = [TinyDB(path, encoding="utf-8") for path in folder.glob("??/*.json")]
    assert sum(map(len, stock)) == 200
    for db in stock:
        db.close()


def test_a_full_disk_leaves_the_old_file_and_is_told(folder: Path) -> None:
    said = output_of(FULL_DISK, str(folder))

    assert [sentence.split(": ", 1)[1] for sentence in said] == ["File too large. Free some space, then try again."] * 2
    assert list(folder.glob("**/.*.tmp")) == []


def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(folder: Path) -> None:
    notebook = Notebook(folder)
    notebook.change(ABOUT, (), (note("words", tags=("gaza",)),))
    notebook.save_draft("kept", "half a thought")
    folder.parent.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    said = output_of(READ_ONLY, folder=folder.parent)

    hint = "Permission denied. Allow writing there, or choose another folder with --home DIR."
    draft = next(folder.glob("drafts/*")).relative_to(folder.parent)
    assert said == [
        "Notes can be read but not saved: notebook cannot be written to.",
        "words gaza",
        f"Cannot lock notebook/.lock: {hint}",
        f"Cannot lock notebook/.lock: {hint}",
        f"Cannot remove {draft}: {hint}",
        "half a thought 1",
    ]
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)  # so that the test's folder can be removed
