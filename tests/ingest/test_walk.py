import os
from pathlib import Path

import pytest

from reader.ingest.walk import files_in
from reader.model.intake import Refused

NAMES = (
    "2.txt",
    "10.txt",
    "1.jpg",
    ".hidden.txt",
    "b/x.pdf",
    "b/c/y.md",
    "b/z.unknown",
    "A.eml",
    ".git/x.txt",
    "noext",
    "data.json",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents and other files in it; the working folder."""
    top = tmp_path / "top"
    for name in NAMES:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    monkeypatch.chdir(top)
    return top


def found(*arguments: str) -> tuple[list[str], int]:
    """The files and refused names that are meant, and how many were passed over."""
    walk = files_in(arguments)
    names = [item.name if isinstance(item, Refused) else str(item) for item in walk]
    return names, walk.skipped


def test_a_folder_gives_its_documents_as_people_sort_them(folder: Path) -> None:
    assert found(".") == (["A.eml", "b/c/y.md", "b/x.pdf", "2.txt", "10.txt"], 4)


def test_a_folder_may_be_named_from_anywhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir("/")

    assert found(f"{folder}/b") == ([f"{folder}/b/c/y.md", f"{folder}/b/x.pdf"], 1)
    assert found("~/b/c") == ([f"{folder}/b/c/y.md"], 0)
    assert found("~/b/*.pdf") == ([f"{folder}/b/x.pdf"], 0)


def test_what_is_named_is_given_as_it_is(folder: Path) -> None:
    names = ["1.jpg", ".hidden.txt", "noext", "missing.txt", "b/../2.txt"]

    assert found(*names) == (names, 0)


@pytest.mark.parametrize(
    ("pattern", "names", "skipped"),
    [
        ("*.txt", ["2.txt", "10.txt"], 0),
        ("[1]?.txt", ["10.txt"], 0),
        ("**/*.md", ["b/c/y.md"], 0),
        ("b/*", ["b/c/y.md", "b/x.pdf"], 1),
        ("*/*.pdf", ["b/x.pdf"], 0),
        ("**", ["A.eml", "b/c/y.md", "b/x.pdf", "2.txt", "10.txt"], 4),
        ("*.jpg", ["1.jpg"], 0),
        ("*.json", ["data.json"], 0),
        ("**/c/*.md", ["b/c/y.md"], 0),
        ("[bB]", ["b/c/y.md", "b/x.pdf"], 1),
    ],
)
def test_a_pattern_gives_what_fits_it(folder: Path, pattern: str, names: list[str], skipped: int) -> None:
    assert found(pattern) == (names, skipped)
    assert found(f"{folder}/{pattern}") == ([f"{folder}/{name}" for name in names], skipped)


def test_a_pattern_that_nothing_fits_is_refused(folder: Path) -> None:
    [item] = files_in(["*.doc"])

    assert item == Refused("*.doc", "No file fits the pattern *.doc.")


def test_a_name_that_looks_like_a_pattern_may_be_a_file(folder: Path) -> None:
    (folder / "[draft] a*.txt").write_text("text")

    assert found("[draft] a*.txt") == (["[draft] a*.txt"], 0)


def test_links_that_go_round_end(folder: Path) -> None:
    (folder / "b" / "round").symlink_to(folder)
    (folder / "b" / "self").symlink_to("self")
    (folder / "b" / "twin").symlink_to(folder / "b" / "c")

    names, _ = found(".")
    assert sorted(names) == ["10.txt", "2.txt", "A.eml", "b/c/y.md", "b/x.pdf"]
    assert found("**/*.md")[0] == ["b/c/y.md"]


def test_a_link_to_a_document_is_followed_and_a_broken_one_passed_over(folder: Path) -> None:
    (folder / "b" / "c" / "link.txt").symlink_to(folder / "2.txt")
    (folder / "b" / "c" / "broken.txt").symlink_to("nowhere")

    assert found("b/c") == (["b/c/link.txt", "b/c/y.md"], 1)


def test_pipes_are_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "b" / "c" / "pipe.txt")

    assert found("b/c") == (["b/c/y.md"], 1)


def test_a_folder_that_cannot_be_read_is_refused_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    items = list(files_in(["."]))

    assert items == [
        Path("A.eml"),
        Refused("b", "The folder b cannot be read (Permission denied). What is in it was passed over."),
        Path("2.txt"),
        Path("10.txt"),
    ]
    assert found("b/*")[0] == ["b"]


def test_folders_deeper_than_a_path_can_name_end(folder: Path) -> None:
    depth = 2100
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    try:
        assert found(f"{folder}/d")[0] == []
        assert found(f"{folder}/d/**/*.txt") == ([f"{folder}/d/**/*.txt"], 0)
    finally:
        for _ in range(depth):  # pytest would not find its way down there
            os.chdir("..")
            Path("d").rmdir()


@pytest.mark.parametrize("argument", ["", "\0", "\0*", "~nobody-of-this-name/*", "x" * 5000, "x" * 5000 + "*"])
def test_a_name_that_is_none_ends_in_one_item(folder: Path, argument: str) -> None:
    names, _ = found(argument)

    assert len(names) == 1


def test_nothing_named_means_nothing(folder: Path) -> None:
    assert found() == ([], 0)
