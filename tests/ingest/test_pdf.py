import io
import textwrap
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter

from reader.ingest import pdf as pdf_format
from tests.ingest.documents import FIRST, HEADLINE, SECOND, STORY, THIRD, pdf
from tests.ingest.reading import article_in, refusal_of

LINES = [line for paragraph in STORY for line in ["", *textwrap.wrap(paragraph, 50)]][1:]


def locked(data: bytes, password: str) -> bytes:
    """The document, to be opened with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_the_text_of_a_document_is_read() -> None:
    article = article_in(pdf([HEADLINE, "", *LINES]), "x.pdf")

    assert article.text.split("\n\n") == [HEADLINE, FIRST, SECOND, THIRD]
    assert article.title == HEADLINE
    assert not article.title_derived


def test_pages_are_read_on_from_one_to_the_next() -> None:
    article = article_in(pdf([*LINES[:2], "1"], [*LINES[2:], "2"]), "x.pdf")

    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD]


def test_properties_hold_where_the_text_says_nothing() -> None:
    info = {"Title": "Remarks on the talks", "Author": "Jane Doe", "CreationDate": "D:20240305101112Z"}
    article = article_in(pdf(LINES, info=info), "x.pdf")

    assert (article.title, article.author, article.published) == ("Remarks on the talks", "Jane Doe", date(2024, 3, 5))


def test_what_the_text_says_comes_before_properties() -> None:
    info = {"Title": "Microsoft Word - talks.docx", "CreationDate": "D:20200101000000Z"}
    article = article_in(pdf([HEADLINE, "", "March 5, 2024", "", *LINES], info=info), "x.pdf")

    assert (article.title, article.published) == (HEADLINE, date(2024, 3, 5))


def test_a_document_of_pictures_is_refused_with_advice() -> None:
    assert refusal_of(pdf([], []), "scan.pdf") == (
        "scan.pdf holds no text that can be read: its pages may be pictures. Have their text recognised first."
    )


def test_a_document_that_needs_a_password_is_refused() -> None:
    assert refusal_of(locked(pdf(LINES), "secret"), "x.pdf") == (
        "x.pdf is locked with a password. Save a copy without one."
    )


def test_a_document_that_is_locked_against_changes_only_is_read() -> None:
    assert article_in(locked(pdf(LINES), ""), "x.pdf").text.startswith(FIRST)


def test_a_document_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_format, "MOST_PAGES", 2)

    assert refusal_of(pdf(LINES, LINES, LINES), "x.pdf") == "x.pdf has 3 pages; 2 are the most. Cut it into parts."


@pytest.mark.parametrize("end", [6, 20, 300, -40])
def test_a_document_that_breaks_off_is_refused(end: int) -> None:
    assert refusal_of(pdf(LINES)[:end], "x.pdf").startswith("x.pdf cannot be read as a PDF")


def test_a_document_whose_table_is_wrong_is_read() -> None:
    data = pdf(LINES)

    assert article_in(data.replace(b"startxref\n", b"startxref\n9"), "x.pdf").text.startswith(FIRST)


def test_a_page_that_is_called_a_pdf_is_read_as_a_page() -> None:
    assert article_in(b"<html><body><p>Please log in.</p></body></html>", "report.pdf").text == "Please log in."


def test_a_hostile_title_is_words() -> None:
    article = article_in(pdf(LINES, info={"Title": "A [@click=app.quit]b\x07]0;c"}), "x.pdf")

    assert article.title == "A [@click=app.quit]b]0;c"
