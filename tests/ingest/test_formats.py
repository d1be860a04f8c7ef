import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reader.ingest import formats, html
from reader.ingest.formats import items_in, read_path
from reader.model.intake import Incoming, Origin, Refused
from tests.ingest.documents import FIRST, HEADLINE, PAGE, STORY, docx, epub, mail, pdf, zipped
from tests.ingest.reading import article_in, is_sentence, items, refusal_of

DOCUMENTS = {
    "a.txt": "\n\n".join(STORY).encode(),
    "a.md": f"# {HEADLINE}\n\n{FIRST}".encode(),
    "a.html": PAGE.encode(),
    "a.pdf": pdf([FIRST[:80], FIRST[80:]]),
    "a.docx": docx(*STORY),
    "a.epub": epub(f"<p>{FIRST}</p>"),
    "a.eml": mail(FIRST),
    "a.jsonl": b'{"text": "One."}\n{"text": "Two."}\n',
}
FORMATS = {"txt": "text", "md": "markdown", "eml": "mail"}

IMPORTS = """
import sys
from reader.ingest.formats import items_in
from reader.model.intake import Origin
[item] = items_in(b"A plain text.", name="a.txt", origin=Origin("stdin", ""))
assert item.article.text
loaded = {"lxml", "trafilatura", "pypdf", "markdown_it", "zipfile", "email", "charset_normalizer"} & set(sys.modules)
assert not loaded, loaded
"""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_of_every_format_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(DOCUMENTS[name])
    [item, *_] = read_path(path)

    suffix = path.suffix[1:]
    assert isinstance(item, Incoming)
    assert item.format == FORMATS.get(suffix, suffix)
    assert item.origin.kind == "path"
    assert item.origin.place.startswith(str(path))
    assert item.original in DOCUMENTS[name]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_caller_knows_wins_in_every_format(name: str) -> None:
    for item in items(
        DOCUMENTS[name], name, title="A b", source="C", published=date(2020, 2, 2), url="https://x.example/"
    ):
        assert isinstance(item, Incoming)
        article = item.article
        assert (article.title, article.source, article.published) == ("A b", "C", date(2020, 2, 2))
        assert (article.url is None) == (name == "a.jsonl")  # one address is not that of many


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_text_read_again_from_its_text_is_the_same(name: str) -> None:
    """Nothing that a format adds could make the same text another article."""
    for item in items(DOCUMENTS[name], name):
        assert isinstance(item, Incoming)
        assert article_in(item.article.text.encode(), "x.txt").text_hash == item.article.text_hash


@pytest.mark.parametrize("name", [*DOCUMENTS, "a.json"])
def test_an_empty_file_is_refused_in_every_format(name: str) -> None:
    for data in (b"", b" \n "):
        assert all(isinstance(item, Refused) and is_sentence(item.reason) for item in items(data, name))
    if name != "a.jsonl":
        assert refusal_of(b"", name) == f"{name} is empty."


def test_a_plain_text_imports_no_parser() -> None:
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)


def test_a_parser_that_breaks_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise KeyError("/Root\n")

    monkeypatch.setattr(html, "extract", breaks)

    assert refusal_of(PAGE.encode(), "x.html") == (
        "x.html cannot be read as a web page (KeyError). Get it again, or save its text to a file."
    )


def test_a_document_for_which_there_is_no_memory_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(html, "extract", breaks)

    assert refusal_of(PAGE.encode(), "x.html") == "x.html needs more memory than there is. Cut it into parts."


def test_feeds_and_archives_are_refused_with_advice() -> None:
    assert "diploreader feed add" in refusal_of(b"<rss version='2.0'>", "x.xml")
    assert "diploreader feed import" in refusal_of(b"<opml version='2.0'>", "x.xml")
    assert refusal_of(zipped({"a.txt": "a"}), "x.zip") == (
        "x.zip is a ZIP archive, and neither DOCX nor EPUB. Unpack it, and add its folder."
    )


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"GIF89a", b"\x7fELF\0", b"\x1f\x8b\x08", b"SQLite format 3\0"])
@pytest.mark.parametrize("name", ["x", "x.html", "x.md", "x.eml", "x.pdf"])
def test_what_is_no_document_is_refused(data: bytes, name: str) -> None:
    assert refusal_of(data + bytes(100), name).startswith("x")


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST_DOCUMENT", 2**20)
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-" + bytes(2**20))
    [item] = read_path(path)

    assert isinstance(item, Refused)
    assert item.reason == f"{path} is larger than 1 MB. Cut it into parts."


def test_lines_of_articles_may_fill_a_file_of_any_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST_DOCUMENT", 100)
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "One."}\n' * 100)
    read = list(read_path(path))

    assert len([item for item in read if isinstance(item, Incoming)]) == 100
    assert [item.origin.place for item in read if isinstance(item, Incoming)][2] == f"{path}, line 3"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    [missing] = read_path(tmp_path / "missing.txt")
    [folder] = read_path(tmp_path)

    assert missing == Refused(f"{tmp_path}/missing.txt", f"There is no file {tmp_path}/missing.txt.")
    assert folder == Refused(str(tmp_path), f"{tmp_path} is a folder. Name a file in it.")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.jsonl")
    [item] = read_path(tmp_path / "x.jsonl")

    assert isinstance(item, Refused)
    assert "is a pipe or a device" in item.reason


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_bytes(b"The text.")
    [item] = read_path(path)
    [refused] = read_path(path.with_suffix(".md"))

    assert isinstance(item, Incoming)
    assert item.origin.place == f"{tmp_path}/\\udcff.txt"
    assert isinstance(refused, Refused)
    assert f"{refused.name}{refused.reason}".encode()


def test_a_relative_path_has_an_absolute_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.txt").write_text("The text.")
    [item] = read_path(Path("x.txt"))

    assert isinstance(item, Incoming)
    assert item.origin == Origin("path", f"{tmp_path}/x.txt")


def test_items_come_one_by_one() -> None:
    """A file of many articles must not be held in memory as a whole."""
    read = items_in(b'{"text": "One."}\n{bad\n', name="x.jsonl", origin=Origin("stdin", ""))

    assert isinstance(next(read), Incoming)
    assert isinstance(next(read), Refused)
