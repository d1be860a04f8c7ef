"""A damaged file is set aside, the last good state is restored, and the reader is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import DamagedError, StorageError
from reader.model.mark import Mark
from reader.model.value import replace
from reader.notebook.backup import Backup
from reader.notebook.notebook import Notebook
from tests.notebook.damages import ALL
from tests.notebook.notes import ABOUT, ARTICLE, note


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "ab" / f"{ARTICLE}.json"


@pytest.fixture
def backup(folder: Path) -> Path:
    return folder / "backups" / "ab" / f"{ARTICLE}.json"


@pytest.fixture
def marks(folder: Path) -> tuple[Mark, ...]:
    """Three marks on the article, made one after the other and seen by the reader."""
    for start, body in enumerate("abé"):
        Notebook(folder).change(ABOUT, (), (note(body, start),))
    return Notebook(folder).marks(ARTICLE)


def set_aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.corrupt-*"))


@pytest.mark.parametrize("damage", ALL)
def test_no_confirmed_mark_is_missing_after_damage_to_the_file(
    folder: Path, path: Path, marks: tuple[Mark, ...], damage: str
) -> None:
    damaged = ALL[damage](path.read_bytes())
    path.write_bytes(damaged)
    notebook = Notebook(folder)

    assert notebook.marks(ARTICLE) == marks
    (aside,) = set_aside(path)
    assert aside.read_bytes() == damaged
    (notice,) = notebook.take_notices()
    assert notice == (
        "The notes on “Türkiye voices apprehensions” were damaged, or replaced by another file; "
        f"3 marks were restored from the backup. What was found is kept as {aside}."
    )
    assert notebook.take_notices() == ()
    assert Notebook(folder).marks(ARTICLE) == marks


@pytest.mark.parametrize("damage", ALL)
def test_a_change_after_damage_builds_on_what_was_restored(
    folder: Path, path: Path, marks: tuple[Mark, ...], damage: str
) -> None:
    notebook = Notebook(folder)
    notebook.change(ABOUT, (), ())
    path.write_bytes(ALL[damage](path.read_bytes()))
    (added,) = notebook.change(ABOUT, (), (note("d", 9),))

    assert notebook.marks(ARTICLE) == (*marks, added)
    assert len(notebook.take_notices()) == len(set_aside(path)) == 1


def test_every_damage_is_kept(folder: Path, path: Path, marks: tuple[Mark, ...]) -> None:
    for content in (b"1", b"2"):
        path.write_bytes(content)
        assert Notebook(folder).marks(ARTICLE) == marks

    assert [each.read_bytes() for each in set_aside(path)] == [b"1", b"2"]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda backup: backup.write_bytes(b"{")], ids=["no", "a damaged"])
def test_damage_with_no_backup_is_set_aside_and_told(
    folder: Path, path: Path, backup: Path, marks: tuple[Mark, ...], spoil: Callable[[Path], object]
) -> None:
    path.write_bytes(b"{")
    spoil(backup)
    notebook = Notebook(folder)

    assert notebook.marks(ARTICLE) == ()
    (aside,) = set_aside(path)
    assert aside.read_bytes() == b"{"
    (notice,) = notebook.take_notices()
    assert notice == (
        f"The notes on {ARTICLE} were damaged, or replaced by another file, and there is no backup. "
        f"What was found is kept as {aside}."
    )
    assert notebook.change(ABOUT, (), marks) == marks


def test_a_backup_that_was_left_behind_is_brought_up_to_date_by_the_next_reading(
    folder: Path, path: Path, backup: Path, marks: tuple[Mark, ...]
) -> None:
    backup.write_bytes(b"half a cop")
    Notebook(folder).marks(ARTICLE)
    path.write_bytes(b"")

    assert Notebook(folder).marks(ARTICLE) == marks


def test_what_another_program_changed_is_backed_up_too(folder: Path, path: Path, marks: tuple[Mark, ...]) -> None:
    path.write_bytes(path.read_bytes().replace(b"NATO", b"Nato"))
    changed = Notebook(folder).marks(ARTICLE)
    path.write_bytes(b"")

    assert Notebook(folder).marks(ARTICLE) == changed != marks


def test_a_state_that_is_no_longer_there_is_not_backed_up(
    folder: Path, path: Path, backup: Path, marks: tuple[Mark, ...]
) -> None:
    """One program reads, another saves and is backed up, and only then the first one gets the lock."""
    content, stamp = path.read_bytes(), Notebook(folder).stamp(ARTICLE)
    assert stamp is not None
    Notebook(folder).change(ABOUT, marks[:1], ())
    Notebook(folder).marks(ARTICLE)
    Backup(backup, path).keep(content, stamp)

    assert backup.read_bytes() == path.read_bytes() != content


def test_the_backup_is_no_link_to_the_file(path: Path, backup: Path, marks: tuple[Mark, ...]) -> None:
    assert not path.samefile(backup)
    assert path.read_bytes() == backup.read_bytes()


def test_a_save_is_done_though_no_backup_can_be_made(folder: Path) -> None:
    folder.mkdir()
    (folder / "backups").write_text("in the way")
    (mark,) = Notebook(folder).change(ABOUT, (), (note(),))

    assert Notebook(folder).marks(ARTICLE) == (mark,)


def test_damage_behind_a_link_is_mended_where_it_is(folder: Path, path: Path, marks: tuple[Mark, ...]) -> None:
    target = path.rename(folder.parent / "elsewhere.json")
    path.symlink_to(target)
    target.write_bytes(b"")

    assert Notebook(folder).marks(ARTICLE) == marks
    assert path.is_symlink()
    assert len(set_aside(target)) == 1


def test_a_look_at_the_tags_restores_too(folder: Path, path: Path) -> None:
    notebook = Notebook(folder)
    notebook.change(ABOUT, (), (note(tags=("gaza",)),))
    notebook.marks(ARTICLE)
    path.write_bytes(b"")

    assert notebook.tags() == {"gaza": 1}
    assert len(notebook.take_notices()) == 1


def test_damage_that_cannot_be_set_aside_is_left_and_told(folder: Path, path: Path, marks: tuple[Mark, ...]) -> None:
    path.write_bytes(b"{")
    (folder / ".lock").unlink()
    (folder / ".lock").mkdir()

    with pytest.raises(DamagedError, match=r"are damaged and cannot be mended: Cannot lock .*Is a directory"):
        Notebook(folder).marks(ARTICLE)
    assert path.read_bytes() == b"{"


def test_a_folder_in_the_place_of_the_file_is_one_sentence(folder: Path, path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(StorageError, match="Cannot read"):
        Notebook(folder).marks(ARTICLE)
    with pytest.raises(StorageError, match="Cannot"):
        Notebook(folder).change(ABOUT, (), (note(),))


def test_a_file_that_is_damaged_as_often_as_it_is_restored_is_given_up(
    folder: Path, path: Path, backup: Path, marks: tuple[Mark, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"{")
    restore = Notebook._restore

    def restore_and_damage(notebook: Notebook, article: str) -> None:
        restore(notebook, article)
        path.write_bytes(b"{")

    monkeypatch.setattr(Notebook, "_restore", restore_and_damage)

    with pytest.raises(StorageError, match="damaged again and again"):
        Notebook(folder).marks(ARTICLE)


def test_marks_changed_while_damaged_elsewhere_keep_their_revisions(
    folder: Path, path: Path, marks: tuple[Mark, ...]
) -> None:
    path.write_bytes(b"")
    notebook = Notebook(folder)
    (changed,) = notebook.change(ABOUT, (marks[0],), (replace(marks[0], body="after"),))

    assert changed.rev == 2
    assert notebook.marks(ARTICLE) == (changed, *marks[1:])
