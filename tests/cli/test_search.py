"""`diploreader search`, in the process of the test."""

import pytest

from reader.errors import EXIT_USAGE
from tests.cli.libraries import ANKARA, HOSTILE, fill, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_a_program_gets_a_line_for_each_passage(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert rows(capsys, "search", "envoys") == [
        [ankara, "2026-05-02", "u", "MENAFN", "Envoys in Ankara", "Erdoğan received the **envoys** in Ankara."],
        [oslo, "2026-05-01", "u", "Reuters", "Talks fail in Oslo", "**Envoys** of Britain left the talks in Oslo."],
    ]


def test_an_article_found_by_its_facts_has_a_line_without_a_passage(capsys: Capture) -> None:
    two_articles()
    ((*_, title, passage),) = rows(capsys, "search", "source:reuters")
    assert (title, passage) == ("Talks fail in Oslo", "")


def test_json_tells_where_the_hits_stand(capsys: Capture) -> None:
    """Folded letters are found, and the offsets are those of the text as it is."""
    two_articles()
    (found,) = objects(capsys, "search", "erdogan OR turkiye")
    assert set(found) == {
        *(
            "id",
            "title",
            "source",
            "published",
            "added",
            "read",
            "starred",
            "archived",
            "watched",
            "notes",
            "tags",
            "copies",
        ),
        *("words", "text_hash", "passages"),
    }
    assert [set(passage) for passage in found["passages"]] == [{"start", "end", "text", "hits"}] * 2
    for passage, word in zip(found["passages"], ("Erdoğan", "Türkiye"), strict=True):
        assert ANKARA[passage["start"] : passage["end"]] == passage["text"]
        assert [ANKARA[start:end] for start, end in passage["hits"]] == [word]


def test_a_terminal_shows_passages_under_their_article(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    _, ankara = two_articles()
    sit_before(monkeypatch, 40)
    assert lines(capsys, "search", "ceasefire") == [
        f"\x1b[2m{ankara[:8]}  2026-05-02  u  MENAFN\x1b[m  \x1b[1mEnvoys in Ankara\x1b[m",
        "    The minister of Türkiye spoke of",
        "    hostages, grain and a \x1b[1mceasefire\x1b[m.",
        "",
    ]


def test_a_search_wants_words(capsys: Capture) -> None:
    assert "diploreader list" in remarks(capsys, "search", status=EXIT_USAGE)
    assert "diploreader list" in remarks(capsys, "search", "  ", status=EXIT_USAGE)


def test_nothing_found_is_said(capsys: Capture) -> None:
    two_articles()
    assert remarks(capsys, "search", "xyzzy") == "Nothing found for xyzzy.\n"


def test_the_best_match_comes_first_where_that_is_asked_for(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    query = "oslo OR ankara OR talks"
    assert rows(capsys, "search", query, "--sort", "relevance")[0][0] == oslo
    assert rows(capsys, "search", query)[0][0] == ankara


@pytest.mark.parametrize("is_terminal", [True, False])
def test_nothing_of_a_passage_acts_on_the_terminal(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    fill(incoming(HOSTILE, "\x1b]0;owned\x07title"))
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = "".join(lines(capsys, "search", "turkey")).replace("\t", "")
    assert shown.isprintable()
    assert "[@click=app.quit]" in shown
