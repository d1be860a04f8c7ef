import json
from pathlib import Path

import pytest

from reader.notebook.check import NotebookCheck, check_notebook
from reader.notebook.corrections import Corrections
from reader.notebook.notebook import Notebook
from tests.notebook.damages import ALL
from tests.notebook.notes import ABOUT, ARTICLE, note
from tests.notebook.rules import rule


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Notebook(tmp_path).change(ABOUT, (), (note("a"), note("b")))
    return tmp_path


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "ab" / f"{ARTICLE}.json"


def test_a_sound_notebook_is_counted(folder: Path) -> None:
    Notebook(folder).save_draft("new", "half a thought")
    assert check_notebook(folder) == NotebookCheck((ARTICLE,), marks=2, strange=0, unreadable=())


def test_no_notebook_is_a_sound_one(tmp_path: Path) -> None:
    assert check_notebook(tmp_path / "notebook") == NotebookCheck((), 0, 0, ())


@pytest.mark.parametrize("damage", ALL)
def test_a_damaged_file_is_named_and_left_as_it_is(folder: Path, path: Path, damage: str) -> None:
    damaged = ALL[damage](path.read_bytes())
    path.write_bytes(damaged)
    assert check_notebook(folder) == NotebookCheck((), 0, 0, (path,))
    assert path.read_bytes() == damaged
    assert list(path.parent.iterdir()) == [path]


def test_marks_of_a_later_program_are_counted_apart(folder: Path, path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["_default"]["7"] = {"type": "Doodle"}
    path.write_text(json.dumps(tables))
    assert check_notebook(folder) == NotebookCheck((ARTICLE,), marks=2, strange=1, unreadable=())


def test_a_folder_that_cannot_be_opened_is_named(folder: Path) -> None:
    (folder / "cd").symlink_to("cd")  # leads nowhere, whoever asks
    assert check_notebook(folder).unreadable == (folder / "cd",)


def test_rules_on_names_are_counted_and_their_file_is_looked_at(folder: Path) -> None:
    Corrections(folder).change((), (rule("A"), rule("B")))
    path = folder / "corrections.json"
    tables = json.loads(path.read_bytes())
    tables["_default"]["7"] = {"kind": "doodle"}
    path.write_text(json.dumps(tables))
    assert check_notebook(folder) == NotebookCheck((ARTICLE,), marks=2, strange=1, unreadable=(), rules=2)

    path.write_bytes(b"[]")
    assert check_notebook(folder) == NotebookCheck((ARTICLE,), marks=2, strange=0, unreadable=(path,))
