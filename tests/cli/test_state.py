"""`diploreader state` and `rm`: what becomes of articles."""

import pytest

from reader.errors import EXIT_USAGE
from tests.cli.libraries import fill, incoming, two_articles
from tests.cli.said import Capture, lines, objects, remarks, rows


@pytest.mark.parametrize(
    ("state", "key", "value"),
    [
        ("read", "read", True),
        ("unread", "read", False),
        ("star", "starred", True),
        ("unstar", "starred", False),
        ("archive", "archived", True),
        ("unarchive", "archived", False),
    ],
)
def test_each_state_can_be_given(capsys: Capture, state: str, key: str, value: bool) -> None:
    oslo, _ = two_articles()
    opposite = {"read": "unread", "star": "unstar", "archive": "unarchive"}
    remarks(capsys, "state", opposite.get(state, state.removeprefix("un")), oslo)
    (now,) = objects(capsys, "state", state, oslo)
    assert (now["id"], now[key]) == (oslo, value)
    (other,) = objects(capsys, "list", "ceasefire")
    assert (other["read"], other["starred"], other["archived"]) == (False, False, False)


def test_it_says_how_many_changed(capsys: Capture) -> None:
    oslo, _ = two_articles()
    assert remarks(capsys, "state", "read", oslo) == "1 article marked as read.\n"
    assert remarks(capsys, "state", "read", "--query", "envoys") == "1 article marked as read, 1 was before.\n"
    assert remarks(capsys, "state", "unread", "--query", "envoys") == "2 articles marked as unread.\n"
    assert remarks(capsys, "state", "star", "--query", "xyzzy") == "Nothing found for xyzzy.\n0 articles starred.\n"


def test_removed_articles_are_out_of_all_lists_and_come_back(capsys: Capture) -> None:
    oslo, ankara = two_articles()
    assert rows(capsys, "rm", oslo) == [[oslo, "Talks fail in Oslo"]]
    assert [row[0] for row in rows(capsys, "list")] == [ankara]
    assert lines(capsys, "list", "talks") == []
    assert [row[0] for row in rows(capsys, "list", "is:removed")] == [oslo]
    assert objects(capsys, "rm", "--undo", oslo[:6]) == [{"id": oslo, "title": "Talks fail in Oslo", "removed": False}]
    assert [row[0] for row in rows(capsys, "list")] == [ankara, oslo]


def test_a_query_removes_every_copy_of_a_story(capsys: Capture) -> None:
    story = "The minister said in Ankara that talks on grain, hostages and a ceasefire would go on next week. " * 6
    ids = fill(incoming(story + "One said so."), incoming(story + "Another one said so."))
    assert {removed["id"] for removed in objects(capsys, "rm", "--query", "hostages")} == set(ids)


@pytest.mark.parametrize("verb", [["state", "read"], ["rm"], ["purge", "--yes"], ["summary"], ["entities"]])
@pytest.mark.parametrize(
    ("choice", "complaint"),
    [
        ([], "Name an article"),
        (["zzzz", "--query", "talks"], "not both"),
        (["zzzz"], "No article is called zzzz"),
        (["--query", "is:"], "^"),
    ],
)
def test_a_wrong_choice_is_refused_and_changes_nothing(
    capsys: Capture, verb: list[str], choice: list[str], complaint: str
) -> None:
    two_articles()
    before = lines(capsys, "list", "--json")
    assert complaint in remarks(capsys, *verb, *choice, status=EXIT_USAGE)
    assert lines(capsys, "list", "--json") == before


def test_a_beginning_that_fits_several_names_them(capsys: Capture) -> None:
    ids = fill(*(incoming(f"Text number {number} of many that were made.") for number in range(3000)))
    beginning, *rest = sorted(article[:4] for article in ids)
    shared = next((one for one, other in zip([beginning, *rest], rest, strict=False) if one == other), None)
    assert shared, "three thousand ids, and no two begin alike"
    said = remarks(capsys, "state", "read", shared, status=EXIT_USAGE)
    assert f"{shared} names 2 articles" in said
    assert all(article in said for article in ids if article.startswith(shared))
