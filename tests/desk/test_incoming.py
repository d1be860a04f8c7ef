import json
from io import BytesIO
from pathlib import Path

import psutil
import pytest

from reader.desk.incoming import incoming_file, incoming_stdin
from reader.errors import SourceError
from reader.model.intake import Incoming, Origin, Refused
from tests.test_architecture import ANALYSIS, loaded_by

PAGE = "<html><head><title>Talks</title></head><body><p>Talks went on in Ankara on Monday.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.txt", "Talks went on.", "text"),
        ("a", "Talks went on.", "text"),
        ("a.md", "# Talks\n\nThey went on.", "markdown"),
        ("a.html", PAGE, "html"),
        ("page.txt", PAGE, "html"),
    ],
)
def test_files_of_any_format_are_read(tmp_path: Path, name: str, content: str, format_: str) -> None:
    path = tmp_path / name
    path.write_text(content)

    incoming = incoming_file(path, title="Given").first

    assert (incoming.format, incoming.original) == (format_, content.encode())
    assert (incoming.article.title, incoming.origin.place) == ("Given", str(path))


@pytest.mark.parametrize(("content", "format_"), [("Talks went on.", "text"), (PAGE, "html")])
def test_what_comes_through_a_pipe_is_read_in_any_format(content: str, format_: str) -> None:
    incoming = incoming_stdin(BytesIO(content.encode())).first

    assert (incoming.format, incoming.origin) == (format_, Origin("stdin", ""))
    assert incoming.article.text.startswith("Talks")


def test_parsers_stay_out_of_this_process(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    code = (
        f"from pathlib import Path; from reader.desk.incoming import incoming_file; incoming_file(Path({str(path)!r}))"
    )
    assert not loaded_by(code) & (ANALYSIS | {"markdown_it", "trafilatura"})


def test_plain_text_waits_for_no_program(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks went on.")
    code = (
        f"from pathlib import Path; from reader.desk.incoming import incoming_file; incoming_file(Path({str(path)!r}))"
    )
    assert not loaded_by(code) & {"subprocess", "selectors"}


def test_of_several_articles_the_first_that_can_be_read_is_apart_from_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    today, yesterday = (json.dumps({"text": f"Talks went on {day}."}) for day in ("today", "yesterday"))
    path.write_text("\n".join(["{broken", today, "{broken", yesterday]))

    coming = incoming_file(path)
    refused, last = coming.rest

    assert coming.first.article.text == "Talks went on today."
    assert isinstance(refused, Refused)
    assert isinstance(last, Incoming)
    assert last.article.text == "Talks went on yesterday."
    assert psutil.Process().children() == []


def test_nothing_runs_on_for_a_rest_that_nobody_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"Talks went on for {day} days."}) for day in range(2, 99)))
    incoming_file(path)
    assert psutil.Process().children() == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b" ", "is empty"),
        ("a.html", b"", "a.html"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "a.pdf"),
        ("a.docx", b"PK\x03\x04 and then nothing", "a.docx"),
        ("a.jsonl", b"", "holds no article"),
    ],
)
def test_a_file_without_an_article_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=reason):
        incoming_file(path)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(SourceError, match="There is no file nowhere"):
        incoming_file(Path("nowhere.html"))
