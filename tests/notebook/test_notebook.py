import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from reader.errors import StorageError
from reader.model.mark import MarkKind
from reader.model.value import replace
from reader.notebook.notebook import Notebook
from reader.notebook.tables import MARKS, TRASH
from tests.notebook.notes import ABOUT, ARTICLE, note


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def notebook(folder: Path) -> Notebook:
    return Notebook(folder)


@pytest.fixture
def path(folder: Path) -> Path:
    """The file of the article's marks."""
    return folder / "ab" / f"{ARTICLE}.json"


def stored(path: Path, table: str = MARKS) -> list[dict[str, Any]]:
    with TinyDB(path, encoding="utf-8") as db:
        return [dict(document) for document in db.table(table)]


def test_reading_makes_nothing(notebook: Notebook, folder: Path) -> None:
    assert notebook.marks(ARTICLE) == ()
    assert notebook.stamp(ARTICLE) is None
    assert notebook.tags() == {}
    assert notebook.draft("key") == ""
    notebook.drop_draft("key")
    notebook.tidy()

    assert not folder.exists()


def test_a_new_mark_is_there_for_every_program(notebook: Notebook, folder: Path) -> None:
    mark = note(tags=("gaza", "nato"))

    assert notebook.change(ABOUT, (), (mark,)) == (mark,)
    assert notebook.marks(ARTICLE) == (mark,) == Notebook(folder).marks(ARTICLE)


def test_reading_leaves_out_what_only_writing_needs(notebook: Notebook, folder: Path) -> None:
    """A start that shows marks and makes none pays for no TinyDB, no JSON of Python's own and no hashes."""
    notebook.change(ABOUT, (), (note("Türkiye"),))
    code = """if True:
        import sys
        from pathlib import Path
        from reader.notebook.notebook import Notebook
        (mark,) = Notebook(Path(sys.argv[1])).marks(sys.argv[2])
        print(mark.body, {"tinydb", "json", "hashlib"} & sys.modules.keys())
    """
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path}\n{code}", str(folder), ARTICLE]

    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "Türkiye set()\n"


def test_marks_come_in_text_order_those_on_the_article_first(notebook: Notebook) -> None:
    whole, early, late = note(anchor=None), note(start=3), note(start=70)
    notebook.change(ABOUT, (), (late, whole, early))

    assert notebook.marks(ARTICLE) == (whole, early, late)


def test_a_changed_mark_is_one_revision_on(notebook: Notebook) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    (changed,) = notebook.change(ABOUT, (mark,), (replace(mark, body="Erdoğan"),))

    assert changed == replace(mark, body="Erdoğan", rev=2)
    assert notebook.marks(ARTICLE) == (changed,)


def test_a_deleted_mark_stays_in_the_trash_until_it_is_brought_back(notebook: Notebook, path: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    notebook.change(ABOUT, (mark,), ())

    assert notebook.marks(ARTICLE) == ()
    (thrown,) = stored(path, TRASH)
    assert thrown["id"] == mark.id.urn
    assert "deleted" in thrown

    (back,) = notebook.change(ABOUT, (), (mark,))
    assert back == replace(mark, rev=2)
    assert notebook.marks(ARTICLE) == (back,)
    assert stored(path, TRASH) == []
    assert "deleted" not in stored(path)[0]


def test_several_marks_change_in_one_write(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, three = note("1"), note("2"), note("3")
    before = notebook.change(ABOUT, (), (one, two))
    renamed: list[str] = []
    rename = Path.replace

    def watched(source: Path, target: Path) -> Path:
        renamed.append(target.name)
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", watched)
    notebook.change(ABOUT, before, (replace(two, body="2b"), three))

    assert renamed == [f"{ARTICLE}.json"]
    assert [mark.body for mark in notebook.marks(ARTICLE)] == ["2b", "3"]


def test_who_changes_what_another_program_has_changed_gets_a_mark_of_their_own(
    notebook: Notebook, folder: Path
) -> None:
    (mark,) = notebook.change(ABOUT, (), (note("first"),))
    (theirs,) = Notebook(folder).change(ABOUT, (mark,), (replace(mark, body="theirs"),))
    (ours,) = notebook.change(ABOUT, (mark,), (replace(mark, body="ours"),))

    assert ours.id != mark.id
    assert ours == replace(mark, id=ours.id, body="ours", rev=1)
    assert notebook.marks(ARTICLE) == (theirs, ours)


def test_two_programs_that_write_the_same_agree(notebook: Notebook, folder: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note("first"),))
    (theirs,) = Notebook(folder).change(ABOUT, (mark,), (replace(mark, body="same"),))

    assert notebook.change(ABOUT, (mark,), (replace(mark, body="same"),)) == (theirs,)
    assert notebook.marks(ARTICLE) == (theirs,)


def test_what_another_program_has_changed_is_not_deleted(notebook: Notebook, folder: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note("first"),))
    (theirs,) = Notebook(folder).change(ABOUT, (mark,), (replace(mark, body="theirs"),))
    notebook.change(ABOUT, (mark,), ())

    assert notebook.marks(ARTICLE) == (theirs,)


def test_what_another_program_has_deleted_comes_back_when_it_is_changed(notebook: Notebook, folder: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note("first"),))
    Notebook(folder).change(ABOUT, (mark,), ())
    (ours,) = notebook.change(ABOUT, (mark,), (replace(mark, body="ours"),))

    assert ours == replace(mark, body="ours", rev=2)
    assert notebook.marks(ARTICLE) == (ours,)


def test_a_mark_brought_back_beside_one_that_was_kept_loses_neither(notebook: Notebook, folder: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note("first"),))
    notebook.change(ABOUT, (mark,), ())
    Notebook(folder).change(ABOUT, (mark,), (replace(mark, body="theirs"),))
    notebook.change(ABOUT, (), (mark,))

    assert {each.body for each in notebook.marks(ARTICLE)} == {"first", "theirs"}


def test_a_change_that_changes_nothing_writes_nothing(notebook: Notebook) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    stamp = notebook.stamp(ARTICLE)
    notebook.change(ABOUT, (replace(mark, rev=7),), ())

    assert notebook.stamp(ARTICLE) == stamp


def test_every_change_by_any_program_has_another_stamp(notebook: Notebook, folder: Path) -> None:
    mark, stamps = note("0"), [notebook.stamp(ARTICLE)]
    for number in range(20):
        (mark,) = Notebook(folder).change(ABOUT, (mark,), (replace(mark, body=str(number % 10)),))
        stamps.append(notebook.stamp(ARTICLE))

    assert len(set(stamps)) == len(stamps)


def test_the_file_tells_its_article_and_learns_what_is_new_about_it(notebook: Notebook, path: Path) -> None:
    notebook.change(ABOUT, (), (note(),))
    notebook.change(replace(ABOUT, published=date(2023, 11, 8), text_hash="e" * 64), (), ())

    assert stored(path, "article") == [
        {
            "schema": 1,
            "id": ARTICLE,
            "title": "Türkiye voices apprehensions",
            "source": "MENAFN",
            "url": "https://example.org/1",
            "published": "2023-11-08",
            "text_hash": "e" * 64,
        }
    ]


def test_stock_tinydb_finds_the_marks_by_their_number(notebook: Notebook, path: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))

    with TinyDB(path, encoding="utf-8") as db:
        document = db.get(doc_id=mark.id.int)
        assert [document] == db.all()
    assert isinstance(document, dict)
    assert document["id"] == mark.id.urn


def test_what_others_put_into_a_file_stays_there(notebook: Notebook, path: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    with TinyDB(path) as db:
        db.insert({"mine": "not an annotation"})
        db.update({"creator": "A. Reader"}, doc_ids=[mark.id.int])
        db.table("mine").insert({"a": 1})
    other = note()
    notebook.change(ABOUT, (mark,), (replace(mark, body=""), other))

    assert [each.id for each in notebook.marks(ARTICLE)] == [mark.id, other.id]
    annotation, foreign, _ = stored(path)
    assert annotation["creator"] == "A. Reader"
    assert annotation["body"] == []
    assert foreign == {"mine": "not an annotation"}
    assert stored(path, "mine") == [{"a": 1}]


def test_an_annotation_under_the_number_of_another_is_not_shown_twice(notebook: Notebook, path: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    with TinyDB(path) as db:
        db.insert(stored(path)[0])

    assert notebook.marks(ARTICLE) == (mark,)


def test_the_file_of_a_later_version_is_read_and_not_written(notebook: Notebook, path: Path) -> None:
    (mark,) = notebook.change(ABOUT, (), (note(),))
    with TinyDB(path) as db:
        db.table("article").update({"schema": 2})
    before = path.read_bytes()

    with pytest.raises(StorageError, match="a later version of diploreader made it"):
        notebook.change(ABOUT, (mark,), ())
    assert path.read_bytes() == before
    assert notebook.marks(ARTICLE) == (mark,)


def test_a_mark_of_another_article_is_refused(notebook: Notebook) -> None:
    with pytest.raises(ValueError, match="another article"):
        notebook.change(ABOUT, (), (note(article_id="zz1"),))


@pytest.mark.parametrize("article", ["", "../../etc/passwd", "ab/../cd", "..", "AB1", "ab1\n", "ab.json"])
def test_an_id_that_is_no_file_name_is_refused(notebook: Notebook, article: str) -> None:
    with pytest.raises(ValueError, match="not the id of an article"):
        notebook.marks(article)


def test_tags_are_counted_over_all_articles_and_follow_every_program(notebook: Notebook, folder: Path) -> None:
    other = Notebook(folder)
    (mark,) = notebook.change(ABOUT, (), (note(tags=("gaza", "nato")),))
    other.change(replace(ABOUT, article_id="zz1"), (), (note(article_id="zz1", tags=("gaza", "gaza")),))
    assert notebook.tags() == {"gaza": 2, "nato": 1}

    other.change(ABOUT, (mark,), (replace(mark, tags=("İzmir",)),))
    assert notebook.tags() == {"gaza": 1, "İzmir": 1}

    (folder / "zz" / "zz1.json").unlink()
    assert notebook.tags() == {"İzmir": 1}


def test_a_draft_is_there_for_every_program_until_it_is_dropped(notebook: Notebook, folder: Path) -> None:
    key, words = f"{ARTICLE} 3-5", "half a \x1b thought \ud800 يا"
    notebook.save_draft(key, "half")
    notebook.save_draft(key, words)
    notebook.save_draft("another key \ud800", "other words")

    assert Notebook(folder).draft(key) == words
    notebook.drop_draft(key)
    assert Notebook(folder).draft(key) == ""
    assert Notebook(folder).draft("another key \ud800") == "other words"


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"text": 1}', b"{}"])
def test_a_damaged_draft_is_no_draft(notebook: Notebook, folder: Path, content: bytes) -> None:
    notebook.save_draft("key", "words")
    (draft,) = (folder / "drafts").iterdir()
    draft.write_bytes(content)

    assert notebook.draft("key") == ""


def test_what_killed_programs_left_unfinished_is_cleared_away_and_nothing_else(
    notebook: Notebook, folder: Path, path: Path
) -> None:
    notebook.change(ABOUT, (), (note(),))
    notebook.save_draft("key", "words")
    kept = {each for each in folder.rglob("*") if each.is_file()}
    for stray in (path.parent, folder / "drafts"):
        (stray / ".some.json.0123456789abcdef.tmp").write_bytes(b"half")
    (path.parent / "mine.tmp").write_text("not ours")
    notebook.tidy()

    assert {each for each in folder.rglob("*") if each.is_file()} == kept | {path.parent / "mine.tmp"}


def test_all_of_it_is_for_the_readers_eyes_only(notebook: Notebook, folder: Path) -> None:
    notebook.change(ABOUT, (), (note(kind=MarkKind.HIGHLIGHT),))
    notebook.save_draft("key", "words")

    for each in (folder, *folder.rglob("*")):
        assert each.stat().st_mode & 0o077 == 0, each


def test_hostile_words_come_back_as_they_were(notebook: Notebook, path: Path) -> None:
    words = "\x1b]0;x\x07 [b] \ud800 \0 \u202e \U0010ffff"
    (mark,) = notebook.change(ABOUT, (), (note(words, tags=(words,)),))
    (back,) = Notebook(path.parent.parent).marks(ARTICLE)

    assert back == mark
    assert (back.body, back.tags) == (words, (words,))
    json.loads(path.read_bytes())
