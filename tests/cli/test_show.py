"""`diploreader show`, in the process of the test."""

import hashlib

import pytest

from reader.errors import EXIT_USAGE
from tests.cli.libraries import HOSTILE, OSLO, fill, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks

NEWER = OSLO + " Nobody else said anything."


def two_versions() -> str:
    """Fill the library with an article that has changed; its id."""
    (first,) = fill(incoming(OSLO, place="/news/oslo.txt"))
    (second,) = fill(incoming(NEWER, place="/news/oslo.txt"))
    assert first == second
    return first


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_text_stands_under_what_is_known_of_it(capsys: Capture) -> None:
    oslo, _ = two_articles()
    assert lines(capsys, "show", oslo) == [
        "Talks fail in Oslo",
        "Reuters · 2026-05-01",
        f"{oslo} · version {text_hash(OSLO)[:12]}",
        "",
        OSLO,
    ]


@pytest.mark.parametrize("name", ["id", "first letters", "path"])
def test_an_article_has_several_names(capsys: Capture, name: str) -> None:
    oslo, _ = two_articles()
    named = {"id": oslo, "first letters": oslo[:4], "path": "/news/oslo.txt"}[name]
    assert lines(capsys, "show", named)[-1] == OSLO


@pytest.mark.parametrize("name", ["xyz", "zzzzzzzz", "/nowhere", "\x1b[31m", ""])
def test_a_name_that_fits_nothing_is_said(capsys: Capture, name: str) -> None:
    two_articles()
    said = remarks(capsys, "show", name, status=EXIT_USAGE).strip()
    assert said.isprintable()
    assert "No article is called" in said


def test_json_is_one_object_with_text_and_parts(capsys: Capture) -> None:
    oslo, _ = two_articles()
    (shown,) = objects(capsys, "show", oslo)
    assert shown == {
        "id": oslo,
        "title": "Talks fail in Oslo",
        "source": "Reuters",
        "author": None,
        "url": None,
        "language": "en",
        "published": "2026-05-01",
        "text_hash": text_hash(OSLO),
        "text": OSLO,
        "parts": [{"kind": "body", "start": 0, "end": len(OSLO)}],
        "origins": [{"kind": "path", "place": "/news/oslo.txt"}],
        "read": False,
        "starred": False,
        "archived": False,
    }


def test_versions_are_listed_and_each_can_be_read(capsys: Capture) -> None:
    article = two_versions()
    newer, older = objects(capsys, "show", article, "--versions")
    assert set(newer) == {"text_hash", "added", "format", "characters"}
    assert (newer["text_hash"], newer["characters"]) == (text_hash(NEWER), len(NEWER))
    assert [line.split("\t")[0] for line in lines(capsys, "show", article, "--versions")] == [
        newer["text_hash"],
        older["text_hash"],
    ]
    assert lines(capsys, "show", article)[-1] == NEWER
    assert lines(capsys, "show", article, "--version", older["text_hash"][:6])[-1] == OSLO


@pytest.mark.parametrize(("beginning", "which"), [("zz", "no version"), ("", "several versions")])
def test_a_version_is_named_by_its_beginning_alone(capsys: Capture, beginning: str, which: str) -> None:
    article = two_versions()
    beginning = beginning or "'"
    said = remarks(capsys, "show", article, "--version", beginning, status=EXIT_USAGE)
    assert "--versions" in said


def test_the_original_is_given_byte_for_byte(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from reader.cli.main import run

    (article,) = fill(incoming(HOSTILE))
    assert run(["show", article, "--original"]) == 0
    assert capfdbinary.readouterr().out == HOSTILE.encode()


def test_the_original_is_not_thrown_at_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = fill(incoming(HOSTILE))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "> FILE" in remarks(capsys, "show", article, "--original", status=EXIT_USAGE)


def test_nothing_of_a_text_acts_on_the_terminal(capsys: Capture) -> None:
    (article,) = fill(incoming(HOSTILE, "\x1b]0;owned\x07title\n"))
    shown = lines(capsys, "show", article)
    assert all(line.isprintable() for line in shown)
    assert "[@click=app.quit]" in "".join(shown)
