from datetime import date

import pytest

from tests.ingest.documents import CONTAINER, FIRST, SECOND, epub, zipped
from tests.ingest.reading import article_in, refusal_of


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    article = article_in(epub(f"<h1>One</h1><p>{FIRST}</p>", f"<p>{SECOND}</p>", "<p>Third.</p>"), "x.epub")

    assert article.text == f"One\n\n{FIRST}\n\n{SECOND}\n\nThird."


def test_metadata_is_read() -> None:
    article = article_in(epub("<p>Text.</p>"), "x.epub")

    assert (article.title, article.author, article.source) == (
        "A Peace of Paper",
        "Jane Doe, John Roe",
        "Example Press",
    )
    assert (article.published, article.language) == (date(2021, 5, 4), "en")


def test_a_book_without_metadata_is_read() -> None:
    article = article_in(epub("<p>Text.</p>", metadata=""), "x.epub")

    assert (article.title, article.author) == ("Text.", None)


def test_short_chapters_are_kept_whole() -> None:
    assert article_in(epub("<p>No.</p>", "<div><a href='x'>Linked</a></div>"), "x.epub").text == "No.\n\nLinked"


def test_a_chapter_in_an_old_encoding_is_read() -> None:
    chapter = '<?xml version="1.0" encoding="windows-1251"?><html><body><p>Министр сказал</p></body></html>'

    book = epub("", more={"OPS/chapter 1.xhtml": chapter.encode("cp1251")})

    assert article_in(book, "x.epub").text == "Министр сказал"


def test_a_book_without_words_is_refused() -> None:
    assert refusal_of(epub("", " "), "x.epub") == "x.epub holds no text."


def test_a_book_with_a_lock_is_refused() -> None:
    lock = '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'

    assert "DRM" in refusal_of(epub("<p>x</p>", more={"META-INF/encryption.xml": lock}), "x.epub")


def test_a_book_whose_typefaces_alone_are_locked_is_read() -> None:
    lock = '<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>'

    assert article_in(epub("<p>x</p>", more={"META-INF/encryption.xml": lock}), "x.epub").text == "x"


@pytest.mark.parametrize(
    "entries",
    [
        {"META-INF/container.xml": ""},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": CONTAINER},
        {"META-INF/container.xml": CONTAINER, "OPS/book.opf": "<package"},
        {"META-INF/container.xml": CONTAINER.replace("OPS/book.opf", "../../etc/passwd")},
    ],
)
def test_a_broken_book_is_refused(entries: dict[str, str]) -> None:
    assert refusal_of(zipped(entries), "x.epub").startswith("x.epub is damaged")


def test_a_book_whose_chapters_are_missing_is_refused() -> None:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="../../../x.html"'
        ' media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>'
    )

    assert "damaged" in refusal_of(zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": package}), "x.epub")


def test_a_hostile_title_is_words() -> None:
    article = article_in(epub("<p>x</p>", metadata="<dc:title>[/b]&#x202e;a\n&#9;b [@click=x]</dc:title>"), "x.epub")

    assert article.title == "[/b]a b [@click=x]"
