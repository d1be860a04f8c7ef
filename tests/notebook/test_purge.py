"""What is purged from the notebook is gone, and nothing else is."""

from pathlib import Path

import pytest

from reader.model.value import replace
from reader.notebook.notebook import Notebook
from tests.notebook.notes import ABOUT, ARTICLE, note

OTHER = f"ab{'z' * 24}"
"""An article whose notes lie in the same folder."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def notebook(folder: Path) -> Notebook:
    """Notes, trash, backups, drafts and set-aside files of two articles."""
    notebook = Notebook(folder)
    for article in (ARTICLE, OTHER):
        about = replace(ABOUT, article_id=article, title=f"Title of {article}")
        thrown = replace(note(f"Thrown away on {article}"), article_id=article)
        notebook.change(about, (), (replace(note(f"Kept on {article}"), article_id=article), thrown))
        notebook.change(about, (thrown,), ())
        notebook.marks(article)
        for key in (article, f"{article} 3-9", f"{article} {thrown.id}"):
            notebook.save_draft(key, f"Draft on {article}")
        aside = folder / "ab" / f"{article}.json.corrupt-20260101T000000.000000Z"
        aside.write_text(f"Damaged on {article}")
        (folder / "ab" / f".{article}.json.0123456789abcdef.tmp").write_text(f"Unfinished on {article}")
    return notebook


def mentions(folder: Path, article: str) -> int:
    """How many files name an article, or say anything of it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(article in path.name or article in path.read_text() for path in files)


def test_nothing_is_left_of_a_purged_article(notebook: Notebook, folder: Path) -> None:
    assert mentions(folder, ARTICLE) == mentions(folder, OTHER) == 7
    notebook.purge(ARTICLE)
    assert (mentions(folder, ARTICLE), mentions(folder, OTHER)) == (0, 7)
    assert notebook.marks(ARTICLE) == ()
    assert [mark.body for mark in notebook.marks(OTHER)] == [f"Kept on {OTHER}"]


def test_purging_again_does_nothing(notebook: Notebook, folder: Path) -> None:
    notebook.purge(ARTICLE)
    notebook.purge(ARTICLE)
    assert mentions(folder, OTHER) == 7


def test_purging_in_a_home_without_notes_makes_nothing(folder: Path) -> None:
    Notebook(folder).purge(ARTICLE)
    assert not folder.exists()


def test_a_purge_that_is_interrupted_is_ended_by_the_next(
    notebook: Notebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as anything is left, the article's own file is: who looks for notes finds that there is more to do."""
    left = 4
    remove = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        remove(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        with pytest.raises(KeyboardInterrupt):
            notebook.purge(ARTICLE)
    assert (folder / "ab" / f"{ARTICLE}.json").exists()
    notebook.purge(ARTICLE)
    assert mentions(folder, ARTICLE) == 0
