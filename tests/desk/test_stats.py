from contextlib import closing
from pathlib import Path

import pytest

from reader.desk.stats import stats
from reader.ingest.source import article_from_text
from reader.library.library import Library
from reader.model.intake import Incoming, Origin
from reader.notebook.notebook import Notebook
from reader.paths import Home
from tests.notebook.notes import ABOUT, note


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(data=tmp_path, cache=tmp_path, config=tmp_path, logs=tmp_path)


def test_articles_marks_and_files_are_counted(home: Home) -> None:
    article = article_from_text("Talks end.")
    with closing(Library(home.library)) as library:
        library.add_many([Incoming(article, b"Talks end.", Origin("stdin", ""))])
    Notebook(home.notebook).change(ABOUT, (), (note("a"), note("b")))
    home.index.write_bytes(b"1234")
    home.index.with_name("index.db-wal").write_bytes(b"56")

    found = stats(home)

    assert found.library.articles == 1
    assert (found.marks, found.marked) == (2, 1)
    sizes = {kept.what: kept.size for kept in found.kept}
    assert sizes.keys() == {"library", "index", "notebook"}
    assert sizes["index"] == 6
    assert sizes["library"] >= home.library.stat().st_size
    assert sizes["notebook"] >= (home.notebook / "ab" / f"{ABOUT.article_id}.json").stat().st_size


def test_a_new_home_holds_nothing(home: Home) -> None:
    found = stats(home)
    assert (found.library.articles, found.marks, found.marked) == (0, 0, 0)
    assert [kept.what for kept in found.kept] == ["library"]
