"""Telling a text from the name of a file."""

from pathlib import Path

import pytest

from reader.tui.sheets.pasted import looks_like_a_path, looks_like_an_address, named_file


@pytest.mark.parametrize(
    "given", ["/tmp/a", "~/a b.txt", "./a", "../a", "a.txt", "'/tmp/a b'", "file:///tmp/a", " /tmp/a\n"]
)
def test_names_of_files(given: str) -> None:
    assert looks_like_a_path(given)


@pytest.mark.parametrize(
    "given", ["", " \n", "Turkey, a NATO ally.", "/tmp/a\nand more", "word", "Ankara said.", "/" + "a" * 5000]
)
def test_texts(given: str) -> None:
    assert not looks_like_a_path(given)


@pytest.mark.parametrize(("given", "is_one"), [("https://example.org/a", True), ("See https://example.org", False)])
def test_addresses(given: str, is_one: bool) -> None:
    assert looks_like_an_address(given) is is_one


@pytest.mark.parametrize("written", ["{}", " {}\n", "'{}'", '"{}"', "file://{}", "{escaped}"])
def test_a_file_is_found_as_terminals_write_it(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a story.txt"
    file.touch()
    assert named_file(written.format(file, escaped=str(file).replace(" ", "\\ "))) == file


def test_the_readers_home_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "story.txt").touch()
    assert named_file("~/story.txt") == tmp_path / "story.txt"


@pytest.mark.parametrize("given", ["", "no\nfile", "/no/such/file", "a\0b", "~nobody-of-this-name/x", "it's", "/"])
def test_what_is_no_file_names_none(given: str) -> None:
    assert named_file(given) is None
