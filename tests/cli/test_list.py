"""`diploreader list`, in the process of the test."""

from datetime import date

import pytest

from reader.errors import EXIT_USAGE
from tests.cli.libraries import HOSTILE, fill, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_a_line_for_each_article_newest_first(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert rows(capsys, "list") == [
        [ankara, "2026-05-02", "u", "MENAFN", "Envoys in Ankara"],
        [oslo, "2026-05-01", "u", "Reuters", "Talks fail in Oslo"],
    ]


def test_json_tells_everything_of_an_article(capsys: Capture) -> None:
    oslo, _ = two_articles()
    (found,) = objects(capsys, "list", "oslo")
    added = found.pop("added")
    assert added.endswith("+00:00")
    assert found == {
        "id": oslo,
        "title": "Talks fail in Oslo",
        "source": "Reuters",
        "published": "2026-05-01",
        "read": False,
        "starred": False,
        "archived": False,
        "watched": False,
        "notes": 0,
        "tags": [],
        "copies": 0,
        "words": 20,
    }


def test_a_query_may_be_several_words_and_exclude_some(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert [row[0] for row in rows(capsys, "list", "envoys", "-oslo")] == [ankara]
    assert [row[0] for row in rows(capsys, "list", "-source:menafn", "--limit", "5")] == [oslo]
    assert [row[0] for row in rows(capsys, "list", "--sort", "oldest", "talks", "OR", "ceasefire")] == [oslo, ankara]


@pytest.mark.parametrize(("sort", "first"), [("newest", 1), ("oldest", 0), ("source", 1), ("title", 1)])
def test_it_is_sorted_as_asked_and_ends_at_the_limit(capsys: Capture, sort: str, first: int) -> None:
    ids = two_articles()
    assert [row[0] for row in rows(capsys, "list", "--sort", sort, "--limit", "1")] == [ids[first]]


def test_unread_leaves_out_what_is_read_or_archived(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    (other,) = fill(incoming("A third text about nothing that anybody would look for.", "A third"))
    remarks(capsys, "state", "read", oslo)
    remarks(capsys, "state", "archive", other)
    assert [row[0] for row in rows(capsys, "list", "--unread")] == [ankara]
    assert [row[0] for row in rows(capsys, "list", "--unread", "talks OR third")] == [other]


def test_signs_tell_what_became_of_an_article(capsys: Capture) -> None:
    oslo, _ = two_articles()
    for state in ("star", "archive"):
        remarks(capsys, "state", state, oslo)
    assert [row[2] for row in rows(capsys, "list", "oslo")] == ["u*a"]


def test_an_empty_inbox_says_what_to_do(capsys: Capture) -> None:
    assert "diploreader add" in remarks(capsys, "list")


def test_a_query_without_result_is_named(capsys: Capture) -> None:
    two_articles()
    assert remarks(capsys, "list", "xyzzy") == "Nothing found for xyzzy.\n"


def test_a_wrong_query_is_shown_with_its_place(capsys: Capture) -> None:
    complaint, query, place = remarks(capsys, "list", "grain", "is:unrad", status=EXIT_USAGE).splitlines()
    assert "is:unread" in complaint
    assert query == "  grain is:unrad"
    assert place.index("^") == query.index("unrad")


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_number_from_1(capsys: Capture, limit: str) -> None:
    with pytest.raises(SystemExit) as ended:
        lines(capsys, "list", "--limit", limit)
    assert ended.value.code == EXIT_USAGE
    assert "is no number from 1" in capsys.readouterr().err


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_shows_aligned_lines_within_its_width(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    two_articles()
    fill(incoming(HOSTILE, "Very long title " * 20, "A source with a long name", date(2026, 5, 3)))
    sit_before(monkeypatch, columns)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = lines(capsys, "list")
    assert shown[0].split() == ["ID", "DATE", "SOURCE", "TITLE"]
    assert all(len(line) <= max(columns, 61) for line in shown)
    assert len({line.index(word) for line, word in zip(shown, ("DATE", "2026", "2026", "2026"), strict=True)}) == 1


@pytest.mark.parametrize("is_terminal", [True, False])
def test_nothing_of_an_article_acts_on_the_terminal(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    fill(incoming(HOSTILE, "\x1b]0;owned\x07[/b]\ttitle\n", "\x9bsource"))
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = "".join(lines(capsys, "list")).replace("\t", "")
    assert shown.isprintable()
    assert "[/b]" in shown
