"""Telling a text from names of places."""

from pathlib import Path

import pytest

from reader.tui.sheets.pasted import looks_like_a_path, looks_like_an_address, named_places


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
    assert named_places(written.format(file, escaped=str(file).replace(" ", "\\ "))) == (str(file),)


@pytest.mark.parametrize("parted", ["\n", " ", "\n\n  "])
def test_several_that_were_dropped_are_found(tmp_path: Path, parted: str) -> None:
    places = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "https://example.org/c"]
    for place in places[:2]:
        Path(place).touch()
    assert named_places(parted.join(places[:2])) == tuple(places[:2])
    assert named_places("\n".join(places)) == tuple(places)


def test_folders_and_patterns_are_places(tmp_path: Path) -> None:
    (tmp_path / "story.txt").touch()
    assert named_places(str(tmp_path)) == (str(tmp_path),)
    assert named_places(f"{tmp_path}/*.txt") == (f"{tmp_path}/*.txt",)
    assert named_places(f"{tmp_path}/*.pdf") == ()


def test_the_readers_home_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "story.txt").touch()
    assert named_places("~/story.txt") == (str(tmp_path / "story.txt"),)


def test_words_of_a_text_that_happen_to_be_names_here_are_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("to", "be"):
        (tmp_path / name).touch()
    assert named_places("to be") == ()


@pytest.mark.parametrize(
    "given",
    ["", " ", "no\nfile", "/no/such/file", "a\0b", "~nobody-of-this-name/x", "it's", "Who spoke?", "*", "file:"],
)
def test_what_is_no_place_names_none(given: str) -> None:
    assert named_places(given) == ()


def test_a_place_beside_a_text_is_text(tmp_path: Path) -> None:
    (tmp_path / "story.txt").touch()
    assert named_places(f"{tmp_path}/story.txt\nsays that") == ()
