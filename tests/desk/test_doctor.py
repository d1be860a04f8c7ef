import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.desk import doctor
from reader.desk.doctor import Finding, examine, repair
from reader.desk.indexing import Indexing
from reader.ingest.source import article_from_text
from reader.library.index import Index
from reader.library.library import Library
from reader.model.intake import Incoming, Origin
from reader.notebook.about import About
from reader.notebook.corrections import Corrections
from reader.notebook.notebook import Notebook
from reader.paths import Home
from tests.notebook.notes import note
from tests.notebook.rules import rule
from tests.wire import Wire

WIRE = Wire(21)
STORY = WIRE.story(120)
TEXTS = [STORY, WIRE.cut(STORY, 0.7), WIRE.story(120)]
PARTS = ["folders", "rights", "library", "columns", "index", "stories", "analyses", "notebook", "model", "settings"]


def add(home: Home, *texts: str) -> None:
    with closing(Library(home.library)) as library:
        library.add_many([Incoming(article_from_text(text), text.encode(), Origin("paste", "")) for text in texts])


def in_step(home: Home) -> None:
    with closing(Index(home.index, home.library)) as index:
        indexing = Indexing(index, Notebook(home.notebook), home.notebook, lambda: None)
        while indexing.step():
            pass


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A library of three articles, two of one story, with a mark on the first; everything in step."""
    folder = tmp_path / "home"
    home = Home(data=folder, cache=folder, config=folder, logs=folder)
    home.make()
    add(home, *TEXTS)
    first = article_from_text(TEXTS[0])
    about = About(first.id, first.title, None, None, None, first.text_hash)
    Notebook(home.notebook).change(about, (), (note(article_id=first.id),))
    in_step(home)
    return home


@pytest.fixture
def empty(tmp_path: Path) -> Home:
    return Home(data=tmp_path / "d", cache=tmp_path / "c", config=tmp_path / "g", logs=tmp_path / "l")


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def bad(findings: Iterator[Finding]) -> dict[str, Finding]:
    return {finding.what: finding for finding in findings if not finding.ok}


def told(home: Home, what: str) -> str:
    return next(finding.sentence for finding in examine(home) if finding.what == what)


def test_a_sound_home_is_told_part_by_part(home: Home) -> None:
    findings = list(examine(home))
    assert [finding.what for finding in findings] == PARTS
    assert all(finding.ok and finding.sentence and not finding.remedy for finding in findings)
    assert told(home, "library") == "3 articles, each text as it came in."
    assert told(home, "notebook") == "1 mark on 1 article."


def test_before_the_first_start_there_is_nothing_wrong_and_nothing_is_made(empty: Home) -> None:
    assert not bad(examine(empty))
    assert not bad(repair(empty))
    assert not any(folder.exists() for folder in (empty.data, empty.cache, empty.logs))


def test_files_that_others_may_read_are_closed_to_them(home: Home) -> None:
    home.library.chmod(0o644)
    assert str(home.library) in bad(examine(home))["rights"].sentence
    assert not bad(repair(home))
    assert home.library.stat().st_mode & 0o777 == 0o600


def test_a_damaged_library_is_told_and_left_as_it_is(home: Home) -> None:
    home.library.write_bytes(b"no database" * 1000)
    found = bad(repair(home))["library"]
    assert "damaged" in found.sentence
    assert home.library.read_bytes() == b"no database" * 1000


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE versions SET text = replace(text, 'the', 'teh') WHERE rowid = 1",
        "UPDATE versions SET original = x'01' WHERE rowid = 1",
        "UPDATE versions SET facts = '{}' WHERE rowid = 1",
    ],
)
def test_an_article_that_is_not_as_it_came_in_is_named(home: Home, statement: str) -> None:
    change(home.library, statement)
    damaged = article_from_text(TEXTS[0]).id
    found = bad(examine(home))["library"]
    assert damaged in found.sentence
    assert found.remedy
    assert not found.is_mendable


def test_columns_that_lists_read_are_made_from_the_texts_again(home: Home) -> None:
    change(home.library, "UPDATE articles SET title = 'Lies', words = 3 WHERE number = 1")
    in_step(home)
    assert bad(examine(home))["columns"].is_mendable
    assert not bad(repair(home))
    with closing(Library(home.library)) as library:
        assert outside(home, "SELECT title FROM articles WHERE number = 1") == library_title(library)
    assert outside(home, "SELECT count(*) FROM articles WHERE words = 3") == 0


def outside(home: Home, query: str) -> object:
    with closing(sqlite3.connect(home.library)) as connection:
        return connection.execute(query).fetchone()[0]


def library_title(library: Library) -> str:
    article = library.article(article_from_text(TEXTS[0]).id)
    assert article is not None
    return article.title


@pytest.mark.parametrize(
    "damage",
    [
        lambda home: home.index.write_bytes(b"no database" * 1000),
        lambda home: change(home.index, "DROP TABLE indexed"),
        lambda home: change(home.index, "DELETE FROM indexed WHERE rank = (SELECT min(rank) FROM indexed)"),
        lambda home: change(home.index, "INSERT INTO indexed VALUES (7, 'x', '')"),
    ],
    ids=["no database", "other tables", "an article missing", "an article too many"],
)
def test_an_index_that_does_not_fit_the_library_is_made_again(home: Home, damage: Callable[[Home], object]) -> None:
    damage(home)
    assert bad(examine(home))["index"].is_mendable
    assert not bad(repair(home))
    assert not bad(examine(home))


def test_articles_that_have_lost_their_story_are_compared_again(home: Home) -> None:
    change(home.index, *(f"DELETE FROM {table}" for table in ("firsts", "prints", "stories")))
    found = bad(examine(home))["stories"]
    assert found.sentence == "Of 3 articles the story is not known."
    assert not bad(repair(home))
    with closing(sqlite3.connect(home.index)) as connection:
        assert connection.execute("SELECT count(*) FROM stories").fetchone() == (2,)


def test_an_index_that_has_not_come_so_far_yet_is_sound(home: Home) -> None:
    add(home, WIRE.story(50))
    assert not bad(examine(home))
    assert told(home, "index").endswith("1 article more will be indexed at the next start.")
    assert told(home, "stories").endswith("1 article will be compared when there is time.")


def test_damaged_analyses_are_dropped(home: Home) -> None:
    home.analyses.write_bytes(b"no database" * 1000)
    assert bad(examine(home))["analyses"].is_mendable
    mended = {finding.what: finding for finding in repair(home)}["analyses"]
    assert mended.ok
    assert mended.sentence.endswith("It is mended now.")
    assert not home.analyses.exists()


def test_damaged_notes_are_brought_back_from_their_second_copy(home: Home) -> None:
    first = article_from_text(TEXTS[0]).id
    path = home.notebook / first[:2] / f"{first}.json"
    Notebook(home.notebook).marks(first)  # whoever reads notes makes the second copy
    path.write_bytes(b"{")
    assert str(path) in bad(examine(home))["notebook"].sentence
    assert path.read_bytes() == b"{"
    assert not bad(repair(home))
    assert told(home, "notebook") == "1 mark on 1 article."


def test_damaged_rules_on_names_are_brought_back_from_their_second_copy(home: Home) -> None:
    Corrections(home.notebook).change((), (rule(),))
    Corrections(home.notebook).rules()
    home.corrections.write_bytes(b"{")
    assert str(home.corrections) in bad(examine(home))["notebook"].sentence
    assert not bad(repair(home))
    assert told(home, "notebook") == "1 mark on 1 article. 1 rule on names."


def test_notes_that_cannot_be_brought_back_stay_where_they_are(home: Home) -> None:
    path = home.notebook / "zz" / "zz.json"
    path.parent.mkdir(mode=0o700)
    path.mkdir()
    assert bad(repair(home))["notebook"].remedy
    assert path.exists()


def test_notes_on_articles_that_are_not_in_the_library_are_counted(home: Home) -> None:
    other = "q" * 26
    about = About(other, "Elsewhere", None, None, None, "f" * 64)
    Notebook(home.notebook).change(about, (), (note(article_id=other),))
    assert told(home, "notebook") == "2 marks on 2 articles. 1 article of these is not in the library."


def test_another_model_is_named_with_the_command_that_mends_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "changed_files", lambda: ("ner/model",))
    found = bad(repair(home))["model"]
    assert "ner/model" in found.sentence
    assert "pip install" in found.remedy


def test_settings_that_cannot_be_read_are_told_in_their_own_words(home: Home) -> None:
    home.settings.write_text("mouse = 7\n")
    assert "mouse" in bad(examine(home))["settings"].sentence
