"""`diploreader statements` and `timeline`, with the real program that analyses."""

from datetime import date

import pytest

from reader.cli.main import run
from reader.errors import EXIT_USAGE
from tests.cli.libraries import fill, incoming
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before

SAID = (
    "Foreign Minister Mara Venn accused Norway of breaking the treaty. Norway denied it on Monday.\n\n"
    "“Nobody here has seen a soldier for days.” The talks will resume on Friday, officials said."
)


@pytest.fixture
def said() -> str:
    """Id of an article of 2023-11-08, a Wednesday."""
    (one,) = fill(incoming(SAID, place="/news/said.txt", published=date(2023, 11, 8)))
    return one


def test_statements_are_told_with_who_makes_them(capsys: Capture, said: str) -> None:
    told = rows(capsys, "statements", said)
    assert [said, "", "Mara Venn", "on record", "accuse", "accuse", "Norway of breaking the treaty"] in told
    assert ["Norway", "on record", "reject", "deny", "it"] in [row[2:] for row in told]
    assert ["officials", "unnamed", "say", "say"] in [row[2:6] for row in told]


def test_json_tells_spans_and_words(capsys: Capture, said: str) -> None:
    (told,) = objects(capsys, "statements", said, "--by", "venn")
    assert told["article"]["id"] == said
    assert (told["speaker_name"], told["words"]) == ("Mara Venn", "Norway of breaking the treaty")
    assert [SAID[start:end] for start, end in told["content"]] == ["Norway of breaking the treaty"]
    assert told["authority"] == "on record"


@pytest.mark.parametrize(
    ("narrowed", "speakers"),
    [
        (["--by", "norway"], ["Norway"]),
        (["--by", "iso:NO"], ["Norway"]),
        (["--act", "accuse"], ["Mara Venn"]),
        (["--containing", "TREATY breaking"], ["Mara Venn"]),
        (["--direct"], [None]),
    ],
)
def test_statements_are_narrowed_down(capsys: Capture, said: str, narrowed: list[str], speakers: list[str]) -> None:
    assert [told["speaker_name"] for told in objects(capsys, "statements", said, *narrowed)] == speakers


def test_how_much_was_looked_at_is_told(capsys: Capture, said: str) -> None:
    lines(capsys, "list")
    assert run(["statements", said]) == 0
    assert "1 quotation without a speaker" in capsys.readouterr().err
    assert "None found in 1 article; 1 quotation unassigned." in remarks(capsys, "statements", said, "--by", "xyzzy")


def test_whoever_speaks_is_looked_for_in_the_whole_library(capsys: Capture, said: str) -> None:
    assert "No article is analysed yet" in remarks(capsys, "statements", "--by", "venn")
    lines(capsys, "statements", said)
    assert [row[2] for row in rows(capsys, "statements", "--by", "venn")] == ["Mara Venn"]
    fill(incoming("Rain fell in Orlo.", place="/news/rain.txt"))
    told = remarks(capsys, "statements", "--by", "xyzzy")
    assert "None found in 1 article; 1 quotation unassigned." in told
    assert "1 article not analysed yet" in told


def test_articles_are_listed_by_who_speaks_in_them(capsys: Capture, said: str) -> None:
    lines(capsys, "statements", said)
    assert [row[0] for row in rows(capsys, "list", "said:venn")] == [said]
    assert lines(capsys, "list", "said:xyzzy") == []


def test_a_terminal_shows_who_says_what(capsys: Capture, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_before(monkeypatch, columns=80)
    shown = "\n".join(lines(capsys, "statements", said))
    assert "Mara Venn" in shown
    assert "accuse" in shown


def test_a_chronology_is_told_by_date(capsys: Capture, said: str) -> None:
    told = rows(capsys, "timeline", said)
    assert [row[:5] for row in told] == [
        ["2023-11-06", "2023-11-06", "", "Monday", said],
        ["2023-11-10", "2023-11-10", "", "Friday", said],
    ]
    assert told[0][5] == "Norway denied it on Monday."


def test_a_chronology_is_narrowed_down(capsys: Capture, said: str) -> None:
    assert [told["words"] for told in objects(capsys, "timeline", said, "--from", "2023-11-08")] == ["Friday"]
    assert [told["words"] for told in objects(capsys, "timeline", said, "--to", "2023-11-08")] == ["Monday"]
    assert [told["words"] for told in objects(capsys, "timeline", said, "--of", "norway")] == ["Monday"]
    assert [told["words"] for told in objects(capsys, "timeline", "--of", "norway")] == ["Monday"]


def test_json_of_a_chronology_points_into_the_text(capsys: Capture, said: str) -> None:
    first, _ = objects(capsys, "timeline", said)
    assert (first["from"], first["to"], first["unit"], first["sure"]) == ("2023-11-06", "2023-11-06", "day", True)
    assert SAID[slice(*first["span"])] == "Monday"
    assert SAID[slice(*first["sentence_span"])] == first["sentence"]


def test_what_cannot_be_dated_is_counted(capsys: Capture) -> None:
    (one,) = fill(incoming("The envoy left three days later.", place="/news/later.txt"))
    assert "1 expression of time could not be dated" in remarks(capsys, "timeline", one)


def test_articles_have_to_be_named(capsys: Capture) -> None:
    assert "Name an article" in remarks(capsys, "statements", status=EXIT_USAGE)
    assert "Name an article" in remarks(capsys, "timeline", status=EXIT_USAGE)
