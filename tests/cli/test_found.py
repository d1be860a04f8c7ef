"""`diploreader summary` and `entities`, with the real program that analyses."""

import pytest

from reader.cli.main import run
from reader.desk.holdings import Holdings
from reader.desk.rules import Subject
from reader.errors import EXIT_FAILURE, EXIT_USAGE
from reader.model.analysis import Entity
from reader.paths import find_home
from reader.worker.supervisor import AnalysisWorker
from tests.cli.libraries import ANKARA, OSLO, fill, home_folder, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_sentences_are_told_in_text_order_with_their_places(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    first, second = objects(capsys, "summary", oslo, ankara)
    assert set(first) == {"id", "title", "text_hash", "method", "sentences"}
    assert (first["id"], second["id"]) == (oslo, ankara)
    assert [set(sentence) for sentence in first["sentences"]] == [{"number", "start", "end", "text"}] * 2
    for sentence in first["sentences"]:
        assert OSLO[sentence["start"] : sentence["end"]] == sentence["text"]
    piped = rows(capsys, "summary", oslo)
    assert piped == [[oslo, str(told["number"] + 1), told["text"]] for told in first["sentences"]]


def test_length_and_method_are_those_of_the_settings_or_as_asked(capsys: Capture) -> None:
    oslo, _ = two_articles()
    assert len(rows(capsys, "summary", oslo, "--length", "1")) == 1
    assert objects(capsys, "summary", oslo, "--method", "luhn")[0]["method"] == "luhn"
    (home_folder() / "config.toml").write_text('[summary]\nmethod = "lsa"\nlength = 1\n')
    (told,) = objects(capsys, "summary", oslo)
    assert (told["method"], len(told["sentences"])) == ("lsa", 1)


def test_a_summary_is_as_long_as_its_words_or_its_share_of_the_text(capsys: Capture) -> None:
    oslo, _ = two_articles()
    (whole,) = objects(capsys, "summary", oslo, "--length", "100%")
    words = sum(len(sentence["text"].split()) for sentence in whole["sentences"])
    assert objects(capsys, "summary", oslo, "--length", f"{words}w") == [whole]
    (shorter,) = objects(capsys, "summary", oslo, "--length", f"{words - 1}w")
    assert len(shorter["sentences"]) == len(whole["sentences"]) - 1


def test_a_summary_about_somebody_has_the_sentences_that_tell_of_them(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert [row[:2] for row in rows(capsys, "summary", oslo, ankara, "--about", "turkey")] == [[ankara, "2"]]
    (told,) = objects(capsys, "summary", oslo, "--about", "Britain", "--method", "luhn")
    assert (told["about"], told["method"]) == ("Britain", "luhn")
    assert [sentence["number"] for sentence in told["sentences"]] == [0, 1], "They are the envoys of Britain"


def test_a_summary_about_whom_nothing_is_told_is_none_and_says_so(capsys: Capture) -> None:
    oslo, _ = two_articles()
    assert f"{oslo}: no sentence tells of Zanzibar." in remarks(capsys, "summary", oslo, "--about", "Zanzibar")


def test_who_was_renamed_is_told_of_by_the_new_name(capsys: Capture) -> None:
    _, ankara = two_articles()
    with Holdings(find_home()) as holdings:
        holdings.rules.rename(Subject(Entity("iso:TR", "Turkey", "GPE"), None), "Anatolia", here=False)
    assert [row[1] for row in rows(capsys, "summary", ankara, "--about", "anatolia")] == ["2"]


def test_a_length_that_has_no_meaning_is_refused_with_its_forms(capsys: Capture) -> None:
    with pytest.raises(SystemExit, match=str(EXIT_USAGE)):
        run(["summary", "any", "--length", "50 lines"])
    forms = "a number of sentences from 1 to 40, of words (120w), or a share of the text (20%)"
    assert f"50 lines is not {forms}" in capsys.readouterr().err


def test_entities_are_told_with_every_mention(capsys: Capture) -> None:
    _, ankara = two_articles()
    (told,) = objects(capsys, "entities", ankara)
    assert set(told) == {"id", "title", "text_hash", "entities", "mentions", "missing"}
    assert {"id": "iso:TR", "name": "Turkey", "type": "GPE", "sure": True, "country": "TR"} in told["entities"]
    (mention,) = [mention for mention in told["mentions"] if mention["entity"] == "iso:TR"]
    assert set(mention) == {"start", "end", "type", "entity"}
    assert ANKARA[mention["start"] : mention["end"]] == "Türkiye"
    assert [ankara, "iso:TR", "GPE", "1", "Turkey", "", ""] in rows(capsys, "entities", ankara)


def test_entities_are_told_as_the_reader_corrected_them(capsys: Capture) -> None:
    _, ankara = two_articles()
    turkey = Entity("iso:TR", "Turkey", "GPE")
    with Holdings(find_home()) as holdings:
        holdings.rules.rename(Subject(turkey, None), "Anatolia", here=False)
    assert [ankara, "iso:TR", "GPE", "1", "Anatolia", "", ""] in rows(capsys, "entities", ankara)


def test_a_query_chooses_articles_and_who_is_found_can_be_searched_for(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert [told["id"] for told in objects(capsys, "entities", "--query", "envoys")] == [ankara, oslo]
    assert [row[0] for row in rows(capsys, "list", "ent:turkey")] == [ankara]


def test_a_terminal_shows_headings_and_wrapped_sentences(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    oslo, ankara = two_articles()
    sit_before(monkeypatch, 49)
    monkeypatch.setenv("NO_COLOR", "1")
    assert lines(capsys, "summary", oslo) == [
        "Talks fail in Oslo",
        f"Reuters · 2026-05-01 · {oslo}",
        "   1  Envoys of Britain left the talks in Oslo.",
        "   2  They will not be back this year, a",
        "      spokesman said on Friday.",
        "",
    ]
    shown = lines(capsys, "entities", ankara)
    assert shown[:2] == ["Envoys in Ankara", f"MENAFN · 2026-05-02 · {ankara}"]
    assert "   1  Turkey" in shown[shown.index("States and places") :]


def test_a_text_that_cannot_be_analysed_costs_a_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    oslo, _ = two_articles()
    monkeypatch.setattr("reader.desk.analysed.AnalysisWorker", lambda log, _: AnalysisWorker(log, ("false",)))
    assert run(["summary", "--query", "envoys"]) == EXIT_FAILURE
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 2
    assert f"diploreader: {oslo}: " in err


def test_a_corrected_name_is_found_in_what_was_analysed_before(capsys: Capture) -> None:
    _, ankara = two_articles()
    lines(capsys, "entities", ankara)
    assert lines(capsys, "list", "ent:anatolia") == []
    with Holdings(find_home()) as holdings:
        holdings.rules.rename(Subject(Entity("iso:TR", "Turkey", "GPE"), None), "Anatolia", here=False)
    assert [row[0] for row in rows(capsys, "list", "ent:anatolia")] == [ankara]


@pytest.mark.parametrize("verb", [["summary"], ["entities"], ["state", "read"], ["rm"], ["purge", "--yes"]])
def test_a_query_that_chooses_nothing_is_named(capsys: Capture, verb: list[str]) -> None:
    two_articles()
    assert "Nothing found for xyzzy." in remarks(capsys, *verb, "--query", "xyzzy").splitlines()


@pytest.mark.parametrize("verb", ["summary", "entities"])
def test_an_unknown_article_is_said(capsys: Capture, verb: str) -> None:
    (first,) = fill(incoming(OSLO))
    assert lines(capsys, verb, first, "zzzz", status=EXIT_USAGE) == []
