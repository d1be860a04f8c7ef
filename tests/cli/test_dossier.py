"""`diploreader entities --all`, `dossier` and `watch`, with the real program that analyses."""

from datetime import UTC, date, datetime

import pytest

from reader.cli.main import run
from reader.desk.holdings import Holdings
from reader.desk.rules import Subject
from reader.errors import EXIT_USAGE
from reader.model.analysis import Entity
from reader.paths import find_home
from tests.cli.libraries import ANKARA, fill, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before

TURKEY = Entity("iso:TR", "Turkey", "GPE")


def analysed(capsys: Capture) -> list[str]:
    """Ids of two articles that were analysed."""
    ids = two_articles()
    lines(capsys, "entities", "--query", "envoys")
    return ids


def test_all_whom_the_library_names_are_listed_most_often_first(capsys: Capture) -> None:
    analysed(capsys)
    (more,) = fill(incoming("The minister of Turkey left Oslo. Turkey did not say why.", place="/news/more.txt"))
    lines(capsys, "entities", more)
    first, *rest = rows(capsys, "entities", "--all")
    assert first == ["Turkey", "", "GPE", "2", "2", datetime.now().astimezone().date().isoformat(), "iso:TR"]
    assert [row[0] for row in rest if row[3] == "2"] == ["Oslo"]


def test_json_tells_everything_of_an_entity(capsys: Capture) -> None:
    analysed(capsys)
    (told,) = objects(capsys, "entities", "--all", "--name", "turk")
    assert told == {
        "key": "iso:TR",
        "name": "Turkey",
        "type": "GPE",
        "country": "TR",
        "articles": 1,
        "unread": 1,
        "mentions": 1,
        "last": "2026-05-02",
        "watched": False,
    }


def test_a_list_is_narrowed_down_by_type_time_and_number(capsys: Capture) -> None:
    analysed(capsys)
    assert {told["type"] for told in objects(capsys, "entities", "--all", "--type", "states")} == {"GPE"}
    assert objects(capsys, "entities", "--all", "--type", "media") == []
    assert len(objects(capsys, "entities", "--all", "--limit", "1")) == 1
    assert len(objects(capsys, "entities", "--all", "--since", "yesterday")) > 1
    assert "Nobody" in remarks(capsys, "entities", "--all", "--name", "xyzzy")


def test_new_are_those_in_what_came_in_since_the_last_visit(capsys: Capture) -> None:
    analysed(capsys)
    assert len(objects(capsys, "entities", "--all", "--new")) > 1
    with Holdings(find_home()) as holdings:
        holdings.library.session.keep({"visit": datetime.now(UTC).isoformat()})
    assert objects(capsys, "entities", "--all", "--new") == []
    (more,) = fill(incoming("Turkey left the talks."))
    lines(capsys, "entities", more)
    assert [told["name"] for told in objects(capsys, "entities", "--all", "--new")] == ["Turkey"]


@pytest.mark.parametrize(
    "arguments", [["--all", "abcd"], ["--all", "--query", "x"], ["--type", "people", "abcd"], ["--watched"]]
)
def test_articles_and_the_whole_library_are_two_things(capsys: Capture, arguments: list[str]) -> None:
    assert "--all" in remarks(capsys, "entities", *arguments, status=EXIT_USAGE)


def test_what_was_not_analysed_is_told(capsys: Capture) -> None:
    two_articles()
    told = remarks(capsys, "entities", "--all")
    assert "No names are known yet." in told
    assert "Still to be analysed: 2 articles." in told
    assert "Still to be analysed" in remarks(capsys, "dossier", "turkey", status=EXIT_USAGE)


def test_a_dossier_tells_who_it_is_and_where(capsys: Capture) -> None:
    _, ankara = analysed(capsys)
    with Holdings(find_home()) as holdings:
        holdings.rules.write(TURKEY, "Ask about grain.")
    known, article = objects(capsys, "dossier", "TURKEY")
    assert set(known) == {
        *("key", "name", "type", "country", "watched", "articles", "mentions", "unread", "new", "looked", "note"),
        *("tags", "names", "roles", "weeks", "beside", "statements", "new_statements"),
    }
    assert (known["key"], known["articles"], known["note"], known["watched"]) == (
        "iso:TR",
        1,
        "Ask about grain.",
        False,
    )
    assert known["weeks"][0] == {"week": "2026-04-27", "articles": 1}
    assert {tuple(sorted(other)) for other in known["beside"]} == {("articles", "key", "name", "type")}
    (passage,) = article.pop("passages")
    assert article == {
        "id": ankara,
        "title": "Envoys in Ankara",
        "source": "MENAFN",
        "published": "2026-05-02",
        "read": False,
        "new": False,
    }
    assert ANKARA[passage["start"] : passage["end"]] == passage["text"]
    assert [ANKARA[start:end] for start, end in passage["hits"]] == ["Türkiye"]
    sentence = "The minister of **Türkiye** spoke of hostages, grain and a ceasefire."
    assert rows(capsys, "dossier", "iso:TR") == [[ankara, "2026-05-02", "", "MENAFN", "Envoys in Ankara", sentence]]


def test_only_what_is_asked_for_as_a_look_is_one(capsys: Capture) -> None:
    analysed(capsys)
    lines(capsys, "dossier", "iso:TR")
    assert objects(capsys, "dossier", "iso:TR", "--seen")[0]["looked"] is None
    (more,) = fill(incoming("Turkey left the talks. It did not say why.", "Turkey leaves", "AP", date(2026, 5, 3)))
    lines(capsys, "entities", more)
    known, *articles = objects(capsys, "dossier", "iso:TR")
    assert known["looked"].endswith("+00:00")
    assert (known["new"], [article["new"] for article in articles]) == (1, [True, False])
    assert [row[0] for row in rows(capsys, "dossier", "iso:TR", "--new")] == [more]


def test_sentences_are_those_of_the_newest_articles_and_of_the_asked_days(capsys: Capture) -> None:
    analysed(capsys)
    (more,) = fill(incoming("Turkey left the talks.", "Turkey leaves", "AP", date(2026, 5, 3)))
    lines(capsys, "entities", more)
    assert {row[0] for row in rows(capsys, "dossier", "turkey", "--limit", "1")} == {more}
    assert {row[0] for row in rows(capsys, "dossier", "turkey", "--since", "2026-05-03")} == {more}
    assert "No articles" in remarks(capsys, "dossier", "turkey", "--since", "2026-06")
    with pytest.raises(SystemExit):
        run(["dossier", "turkey", "--since", "soon"])
    assert "soon is no day" in capsys.readouterr().err


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_shows_a_dossier_within_its_width(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    analysed(capsys)
    sit_before(monkeypatch, columns)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = lines(capsys, "dossier", "turkey")
    assert shown[:3] == ["Turkey", "state or place · iso:TR", "Named in  1 article, 1 mention, 1 unread"]
    assert shown[shown.index("By week   █") + 1].startswith("          2026-04-27, at most 1 article")
    assert any("**Türkiye**" in line for line in shown)
    assert max(map(len, shown)) <= max(columns, 61)


def test_of_several_that_are_called_so_the_keys_are_told(capsys: Capture) -> None:
    text = "Anna Meyer, the minister, met Paul Meyer of the opposition. Anna Meyer and Paul Meyer said nothing."
    (article,) = fill(incoming(text))
    lines(capsys, "entities", article)
    complaint, *candidates = remarks(capsys, "dossier", "Meyer", status=EXIT_USAGE).splitlines()
    assert "may be several" in complaint
    assert {line.split("  ")[1] for line in candidates} == {"person:anna meyer", "person:paul meyer"}
    assert objects(capsys, "dossier", "person:anna meyer")[0]["name"] == "Anna Meyer"


@pytest.mark.parametrize("verb", [["dossier"], ["watch"], ["watch", "--off"]])
def test_a_name_that_nobody_has_is_said(capsys: Capture, verb: list[str]) -> None:
    assert "entities --all" in remarks(capsys, *verb, "xyzzy", status=EXIT_USAGE)


def test_whom_the_reader_watches_is_listed_and_no_longer(capsys: Capture) -> None:
    analysed(capsys)
    assert "Nobody is watched yet." in remarks(capsys, "watch")
    assert remarks(capsys, "watch", "turkey", "oslo").splitlines() == ["Watching “Turkey”.", "Watching “Oslo”."]
    listed = {row[6]: row[:6] for row in rows(capsys, "watch")}
    assert listed.pop("iso:TR") == ["Turkey", "*", "GPE", "1", "1", "2026-05-02"]
    assert [row[0] for row in listed.values()] == ["Oslo"]
    assert len(rows(capsys, "entities", "--all", "--watched")) == 2
    assert remarks(capsys, "watch", "--off", "turkey") == "No longer watching “Turkey”.\n"
    assert [row[0] for row in rows(capsys, "watch")] == ["Oslo"]


def test_articles_that_name_somebody_watched_have_a_sign_and_are_a_list(capsys: Capture) -> None:
    _, ankara = analysed(capsys)
    remarks(capsys, "watch", "turkey")
    assert [row[:3] for row in rows(capsys, "list", "is:watched")] == [[ankara, "2026-05-02", "uw"]]
    assert [told["watched"] for told in objects(capsys, "list")] == [True, False]


def test_one_wrong_name_has_nobody_watched(capsys: Capture) -> None:
    analysed(capsys)
    remarks(capsys, "watch", "Turkey", "xyzzy", status=EXIT_USAGE)
    assert lines(capsys, "watch") == []


def test_whom_no_article_names_any_more_is_listed_and_can_be_let_go(capsys: Capture) -> None:
    with Holdings(find_home()) as holdings:
        holdings.rules.watch(Entity("org:x", "The X", "ORG"), True)
    (told,) = objects(capsys, "watch")
    assert (told["key"], told["name"], told["articles"], told["last"]) == ("org:x", "The X", 0, None)
    remarks(capsys, "watch", "--off", "the x")
    assert objects(capsys, "watch") == []


def test_to_watch_nobody_any_more_needs_a_name(capsys: Capture) -> None:
    assert "diploreader watch" in remarks(capsys, "watch", "--off", status=EXIT_USAGE)


def test_a_merged_entity_is_found_under_both_keys(capsys: Capture) -> None:
    analysed(capsys)
    with Holdings(find_home()) as holdings:
        holdings.rules.merge(Subject(TURKEY, None), Entity("org:x", "The X", "ORG"), here=False)
    assert objects(capsys, "dossier", "iso:TR")[0]["key"] == "org:x"
