import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from reader.library.index import LARGEST_BATCH, Index
from reader.library.index_file import VERSION
from reader.library.index_marks import Marked
from reader.model.query import Query
from reader.model.value import replace
from reader.text.query import parse_query
from tests.benchmarks.generated import incoming
from tests.library.shelf import Shelf, coming
from tests.notebook.notes import note

FIRST = "Turkey objected to the wording of the statement, as it had done before."
SECOND = "Turkey assented to the wording of the statement, as it had done before."


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


def found(shelf: Shelf, query: str) -> set[str]:
    return shelf.found(parse_query(query, date.min))


def test_each_step_takes_in_some_articles_and_tells_whether_there_are_more(shelf: Shelf) -> None:
    shelf.library.add_many(list(incoming(5)))

    assert shelf.index.catch_up(3)
    assert not shelf.index.catch_up(3)
    assert not shelf.index.catch_up(3)
    assert indexed(shelf.path) == set(shelf.search.ranks(Query(), is_folded=False))


def test_a_step_ends_after_much_text(shelf: Shelf) -> None:
    long = "word " * (LARGEST_BATCH // 10)
    shelf.library.add_many([coming(f"{number} {long}", f"/{number}") for number in range(4)])

    assert shelf.index.catch_up(100)
    assert len(indexed(shelf.path)) == 2
    assert not shelf.index.catch_up(100)


def test_a_new_version_takes_the_place_of_the_old_one(shelf: Shelf) -> None:
    shelf.put(coming(FIRST, "/a", title="A"))
    shelf.put(coming(SECOND, "/a", title="A, corrected"))

    assert found(shelf, "assented") == found(shelf, "title:corrected") == {"A, corrected"}
    assert found(shelf, "objected") == set()
    shelf.put(coming(FIRST, "/a", title="A"))
    assert found(shelf, "objected turkey -assented -corrected") != set()


def test_what_is_removed_leaves_no_word_behind(shelf: Shelf) -> None:
    shelf.put(coming(f"Uzbekistan. {SECOND}"), *incoming(30))
    ranks = shelf.put(coming(f"{FIRST} Xylophones in Zanzibar.", "/a"))
    assert shelf.put(coming(f"{FIRST} Zanzibar, again.", "/a")) == ranks
    (article,) = shelf.articles(ranks)
    shelf.index.put_marks([Marked(article.id, (note("Quagga"),), (1, 2, 3))])

    shelf.index.remove(ranks)

    assert found(shelf, "zanzibar") == found(shelf, "note:quagga") == set()
    assert len(found(shelf, "uzbekistan")) == 1
    for word in (b"zanzibar", b"quagga", b"anziba", b"xyloph"):
        assert not any(word in path.read_bytes().lower() for path in shelf.path.parent.glob("index.db*")), word


def test_stories_are_found_and_lost_with_their_articles(shelf: Shelf) -> None:
    body = " ".join(generated.article.text for generated in incoming(2))
    copies = shelf.put(coming(body, published=date(2023, 1, 1)), coming(f"{body} More.", published=date(2023, 1, 2)))
    while shelf.index.group(1):
        pass

    assert [row.copies for row in shelf.search.rows(copies)] == [1, 1]
    shelf.index.remove(copies[:1])
    assert [row.copies for row in shelf.search.rows(copies[1:])] == [0]


def test_marks_take_the_place_of_those_that_were_known(shelf: Shelf) -> None:
    (rank,) = shelf.put(coming(FIRST, title="A"))
    (article,) = shelf.articles([rank])
    shelf.index.put_marks([Marked(article.id, (note("one", tags=("x",)),), (1, 2, 3)), Marked("zz", (), (4, 5, 6))])
    shelf.index.put_marks([Marked(article.id, (note("two", tags=("y", "y")), note("three")), (1, 2, 9))])

    assert found(shelf, "note:one") == found(shelf, "tag:x") == set()
    assert found(shelf, "note:two") == found(shelf, "note:three") == found(shelf, "tag:y") == {"A"}
    assert (shelf.search.rows([rank])[0].notes, shelf.search.rows([rank])[0].tags) == (2, ("y",))
    assert shelf.index.stamps() == {article.id: (1, 2, 9), "zz": (4, 5, 6)}

    shelf.index.put_marks([Marked(article.id, (), None)])

    assert found(shelf, "is:noted") == set()
    assert shelf.index.stamps() == {"zz": (4, 5, 6)}


def test_marks_wait_for_their_article(shelf: Shelf) -> None:
    item = coming(FIRST, title="A")
    shelf.index.put_marks([Marked(item.article.id, (note("one"),), None)])
    shelf.put(item)
    assert found(shelf, "note:one") == {"A"}


@pytest.mark.parametrize("damage", [b"", b"no database at all. " * 99, b"\0" * 4096], ids=["empty", "text", "nothing"])
def test_a_damaged_index_is_made_anew(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / "index.db").write_bytes(damage)
    shelf = Shelf(home)
    assert found(shelf, "turkey") == set()
    shelf.put(coming(FIRST, title="A"))
    assert found(shelf, "turkey") == {"A"}
    shelf.close()


def test_an_index_that_was_cut_off_is_made_anew_whoever_meets_it(home: Path) -> None:
    shelf = Shelf(home)
    shelf.put(coming(FIRST, title="A"), *incoming(50))
    shelf.close()
    data = shelf.path.read_bytes()
    shelf.path.write_bytes(data[: len(data) // 3])

    shelf = Shelf(home)
    found(shelf, "turkey")
    shelf.catch_up()

    assert "A" in found(shelf, "turkey")
    shelf.close()


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1])
def test_an_index_of_another_version_is_made_anew(home: Path, version: int) -> None:
    shelf = Shelf(home)
    shelf.put(coming(FIRST, title="A"))
    shelf.close()
    with closing(sqlite3.connect(shelf.path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")

    shelf = Shelf(home)
    assert shelf.index.catch_up(1)
    shelf.catch_up()
    assert found(shelf, "turkey") == {"A"}
    shelf.close()


def test_an_index_of_another_library_is_made_anew(home: Path, tmp_path: Path) -> None:
    shelf = Shelf(home)
    shelf.put(coming(FIRST, title="A"))
    other = Shelf(tmp_path / "other")
    other.put(coming(SECOND, title="B"), coming("Greece spoke.", title="C"))
    other.close()
    for path in (home / "library.db", *home.glob("library.db-*")):
        path.rename(path.with_name(f"old-{path.name}"))
    (tmp_path / "other" / "library.db").rename(home / "library.db")

    shelf.catch_up()

    assert found(shelf, "turkey OR greece") == {"B", "C"}
    shelf.close()


def test_what_the_library_lost_is_not_found_for_long(shelf: Shelf, home: Path) -> None:
    shelf.put(coming(FIRST, title="A"), coming(SECOND, title="B"))
    assert not shelf.index.mend()
    with closing(sqlite3.connect(home / "library.db")) as connection, connection:
        connection.execute("DELETE FROM articles WHERE title = 'A'")
        connection.execute("DELETE FROM versions WHERE text = ?", [FIRST])

    assert shelf.index.mend()
    shelf.catch_up()

    assert not shelf.index.mend()
    assert b"objected" not in shelf.path.read_bytes() + shelf.path.with_name("index.db-wal").read_bytes()
    assert found(shelf, "turkey") == {"B"}


def test_what_the_index_lacks_is_taken_in(shelf: Shelf) -> None:
    """A program that was killed between two files may have taken an article out of the index alone."""
    ranks = shelf.put(coming(FIRST, title="A"), coming(SECOND, title="B"))
    shelf.index.remove(ranks[:1])
    assert found(shelf, "turkey") == {"B"}

    assert not shelf.index.mend()

    assert found(shelf, "turkey") == {"A", "B"}


def test_a_library_that_went_back_in_time_is_followed(shelf: Shelf, home: Path) -> None:
    shelf.put(coming(FIRST, title="A"))
    shelf.put(coming("Greece spoke.", title="B"))
    with closing(sqlite3.connect(home / "library.db")) as connection, connection:
        connection.execute("UPDATE articles SET change = 1")
        connection.execute("UPDATE meta SET value = 1 WHERE key = 'change'")
        connection.execute("UPDATE articles SET title = 'C' WHERE title = 'B'")

    assert shelf.index.mend()
    shelf.catch_up()

    assert found(shelf, "title:c") == {"C"}


def test_the_library_is_written_while_the_index_is(shelf: Shelf) -> None:
    shelf.library.add_many([coming(FIRST)])
    shelf.index._file.writing(lambda _: shelf.library.add_many([coming(SECOND)]))
    shelf.catch_up()
    assert len(found(shelf, "turkey")) == 2


KILLED = """
import sys
from pathlib import Path
from reader.library.index import Index
folder = Path(sys.argv[1])
index = Index(folder / "index.db", folder / "library.db")
print("ready", flush=True)
while index.catch_up(7):
    index.group(5)
"""


def test_an_index_that_is_killed_again_and_again_goes_on_where_it_was(shelf: Shelf, home: Path) -> None:
    articles = list(incoming(400))
    shelf.library.add_many(articles)
    shelf.library.add_many([replace(item, article=replace(item.article, title="New")) for item in articles[:50]])
    moments = random.Random(20231108)
    for _ in range(10):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(home)], stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            program.kill()

    shelf.catch_up()

    with closing(sqlite3.connect(shelf.path)) as connection:
        connection.execute("INSERT INTO texts (texts) VALUES ('integrity-check')")  # raises where something is wrong
    assert terms_of(shelf.path) == terms_of(rebuilt(home))


def rebuilt(home: Path) -> Path:
    path = home / "new.db"
    index = Index(path, home / "library.db")
    while index.catch_up(100):
        pass
    index.close()
    return path


def terms_of(path: Path) -> list[tuple[str, int, int]]:
    """Each term, in how many articles it stands and how often."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, texts, row)")
        return connection.execute("SELECT term, doc, cnt FROM temp.terms").fetchall()


def indexed(path: Path) -> set[int]:
    with closing(sqlite3.connect(path)) as connection:
        return {rank for (rank,) in connection.execute("SELECT rank FROM indexed")}
