import pytest

from reader.ingest.detect import charset_of, format_of
from tests.ingest.documents import PAGE, docx, epub, mail, pdf, zipped


@pytest.mark.parametrize("name", ["x", "x.txt", "x.html", "x.pdf", "x.docx", "x.eml", "x.json"])
@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (pdf(["text"]), "pdf"),
        (b"\n" + pdf(["text"]), "pdf"),
        (docx("text"), "docx"),
        (epub("text"), "epub"),
        (zipped({"a.txt": "text"}), "zip"),
        (PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"\xef\xbb\xbf\n <HTML>x", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>", "html"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<?xml version='1.0'?><opml version='2.0'>", "opml"),
        (mail("text"), "mail"),
        (b"Received: from a\r\n by b\r\nFrom: c\r\n\r\ntext", "mail"),
    ],
)
def test_bytes_that_show_what_they_are_are_believed_before_any_name(data: bytes, format_: str, name: str) -> None:
    assert format_of(data, name, "text/plain") == format_


@pytest.mark.parametrize(
    ("name", "media_type", "format_"),
    [
        ("x.md", None, "markdown"),
        ("X.HTML", None, "html"),
        ("x.eml", None, "mail"),
        ("x.jsonl", None, "jsonl"),
        ("https://x.example/a.md", "text/plain; charset=utf-8", "markdown"),
        ("https://x.example/a", "text/html; charset=utf-8", "html"),
        ("https://x.example/a.txt", "Text/HTML", "html"),
        ("https://x.example/a", "application/json", "jsonl"),
        ("standard input", None, "text"),
        ("x.unknown", None, "text"),
        ("x.pdf", "application/pdf", "text"),
        ("x.docx", None, "text"),
    ],
)
def test_other_texts_are_what_the_sender_or_their_name_calls_them(
    name: str, media_type: str | None, format_: str
) -> None:
    assert format_of(b"Some text.", name, media_type) == format_


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (b'{"text": "x"}', "standard input", "jsonl"),
        (b' [ {"text": "x"}]', "x.dat", "jsonl"),
        (b'{"text": "x"}', "x.txt", "text"),
        (b"{curly} words", "x", "text"),
        (b"[1] A footnote", "x", "text"),
        (b"From: Ankara\nTo: Geneva\n\nA story of a journey.", "x.txt", "text"),
        (b"Subject: only one", "x.txt", "text"),
        (b"<1> A numbered line", "x.txt", "text"),
        (b"", "x.txt", "text"),
    ],
)
def test_a_text_is_not_taken_for_more_than_it_is(data: bytes, name: str, format_: str) -> None:
    assert format_of(data, name) == format_


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html;CHARSET = "koi8-r"', "koi8-r"),
        ("text/html", None),
        (None, None),
    ],
)
def test_a_media_type_may_name_an_encoding(media_type: str | None, charset: str | None) -> None:
    assert charset_of(media_type) == charset
