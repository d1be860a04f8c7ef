"""`diploreader purge`, in the process of the test."""

import io
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.desk.holdings import Holdings
from reader.desk.rules import Subject
from reader.errors import EXIT_USAGE
from reader.library.analyses import AnalysisCache
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.mark import Mark, MarkKind
from reader.model.span import Span
from reader.notebook.about import About
from reader.notebook.uuid7 import uuid7
from reader.paths import find_home
from tests.cli.libraries import fill, home_folder, incoming
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.notebook.notes import NOON

SECRET, OPEN = "Kazakhstan", "Mozambique"


@pytest.fixture
def articles(capsys: Capture, tmp_path: Path) -> tuple[str, str]:
    """Two articles with notes, drafts, analyses, and an index of them: one is to be purged, the other to stay."""
    ids = [_article(name, tmp_path) for name in (SECRET, OPEN)]
    assert len(rows(capsys, "list", "--copies")) == 2
    assert len(rows(capsys, "list", f"note:{SECRET}")) == 1
    return ids[0], ids[1]


def _article(name: str, folder: Path) -> str:
    text = f"Envoys of {name} left the talks. Nobody of {name} will be back this year, they said of {name}."
    (article_id,) = fill(incoming(text, f"{name} leaves the talks", place=str(folder / f"{name}.txt")))
    (folder / f"{name}.txt").write_text(text)
    about = About(article_id, f"{name} leaves the talks", None, None, None, "f" * 64)
    mark = Mark(uuid7(), article_id, MarkKind.NOTE, NOON, NOON, None, f"{name} again", tags=(name.lower(),))
    with Holdings(find_home()) as holdings, closing(AnalysisCache(holdings.home.analyses)) as analyses:
        holdings.notebook.change(about, (), (mark,))
        holdings.notebook.save_draft(article_id, f"What of {name}?")
        holdings.rules.add(incoming(text).article, Span(10, 10 + len(name)), "GPE", None, here=True)
        holdings.rules.reject(Subject(Entity(f"place:{name}", name, "GPE"), incoming(text).article), here=True)
        (version,) = holdings.library.versions(article_id)
        entity = Entity(f"country:{name}", name, "GPE")
        holdings.library.session.look(entity.id, NOON)
        analyses.put(Analysis(version.text_hash, "1", (), (entity,), (Mention(Span(10, 20), "GPE", entity.id),)))
    return article_id


def files_that_tell_of(name: str) -> set[str]:
    """Files of the home in which a name stands, as it is written or folded."""
    return {
        path.relative_to(home_folder()).parts[0]
        for path in home_folder().rglob("*")
        if path.is_file() and name.lower().encode() in path.read_bytes().lower()
    }


def test_nothing_is_left_of_a_purged_article_in_any_file(capsys: Capture, articles: tuple[str, str]) -> None:
    purged, kept = articles
    everywhere = {"library.db", "index.db", "analyses.db", "notebook"}
    assert files_that_tell_of(SECRET) >= everywhere
    lines(capsys, "purge", purged, "--yes")
    assert files_that_tell_of(SECRET) == set()
    assert files_that_tell_of(OPEN) >= everywhere
    assert [row[0] for row in rows(capsys, "list")] == [kept]
    assert [row[0] for row in rows(capsys, "list", f"note:{OPEN}", f"tag:{OPEN}", f"ent:{OPEN}", OPEN)] == [kept]


def test_what_cannot_be_reached_is_listed(capsys: Capture, articles: tuple[str, str], tmp_path: Path) -> None:
    aside = home_folder() / "library.db.corrupt-20260101T000000"
    aside.write_bytes(b"?")
    (told,) = objects(capsys, "purge", articles[0], "--yes")
    assert told["purged"] == [{"id": articles[0], "title": f"{SECRET} leaves the talks"}]
    assert [set(each) for each in told["unreached"]] == [{"path", "reason"}] * 2
    assert [each["path"] for each in told["unreached"]] == [str(tmp_path / f"{SECRET}.txt"), str(aside)]
    assert [row[:2] for row in rows(capsys, "purge", articles[1], "--yes")] == [
        ["purged", articles[1]],
        ["not reached", str(tmp_path / f"{OPEN}.txt")],
        ["not reached", str(aside)],
    ]


def sit_and_type(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Answer at a terminal."""
    typed = io.StringIO(words)
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)


@pytest.mark.parametrize("words", ["y\n", "YES\n"])
def test_it_is_done_when_the_reader_means_it(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, articles: tuple[str, str], words: str
) -> None:
    sit_and_type(monkeypatch, words)
    assert len(rows(capsys, "purge", "--query", "envoys")) == 4
    assert lines(capsys, "list") == []


@pytest.mark.parametrize("words", ["\n", "n\n", "", "purge\n"])
def test_nothing_is_done_when_the_reader_does_not(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, articles: tuple[str, str], words: str
) -> None:
    sit_and_type(monkeypatch, words)
    asked = remarks(capsys, "purge", "--query", "envoys")
    assert f"  {SECRET} leaves the talks\n" in asked
    assert "Delete 2 articles and everything about them for ever? [y/N] Nothing was purged." in asked
    assert len(lines(capsys, "list", "--copies")) == 2


def test_where_nobody_can_be_asked_it_must_be_said(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, articles: tuple[str, str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert "--yes" in remarks(capsys, "purge", articles[0], status=EXIT_USAGE)
    assert len(lines(capsys, "list", "--copies")) == 2


def test_a_purge_that_is_interrupted_is_ended_by_the_next(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, articles: tuple[str, str]
) -> None:
    """Whatever was done before, the library still knows the article."""
    for done_before in ("Index.remove", "Notebook.purge", "Library.purge"):
        with monkeypatch.context() as patch:
            module = {"Index": "library.index", "Notebook": "notebook.notebook", "Library": "library.library"}
            patch.setattr(f"reader.{module[done_before.partition('.')[0]]}.{done_before}", interrupt)
            lines(capsys, "purge", articles[0], "--yes", status=130)
        assert [row[0] for row in rows(capsys, "list", "--copies")] == [*articles][::-1]
    lines(capsys, "purge", articles[0], "--yes")
    assert files_that_tell_of(SECRET) == set()


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
