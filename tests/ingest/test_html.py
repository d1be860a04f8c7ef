from datetime import date

import pytest

from reader.errors import SourceError
from reader.ingest import html
from reader.model.article import PartKind
from tests.ingest.documents import FIRST, HEADLINE, PAGE, SECOND, THIRD
from tests.ingest.reading import article_in, refusal_of


def test_a_page_gives_its_article_and_what_it_says_about_it() -> None:
    article = article_in(PAGE.encode(), "talks.html")

    assert article.text.startswith(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n- The first item")
    assert article.text.endswith(THIRD)
    assert (article.title, article.source, article.author) == (HEADLINE, "The Example Courier", "Jane Doe")
    assert (article.published, article.language) == (date(2024, 3, 5), "en")
    assert article.url == "https://courier.example/talks"
    headline = article.part(PartKind.HEADLINE)
    assert headline is not None
    assert headline.of(article.text) == HEADLINE


@pytest.mark.parametrize("around", ["Home", "Ten hotels", "Cookies", "tracking"])
def test_what_stands_around_an_article_is_left_out(around: str) -> None:
    assert around in PAGE
    assert around not in article_in(PAGE.encode(), "talks.html").text


def test_a_headline_that_ends_like_a_sentence_is_known_by_the_title_of_the_page() -> None:
    article = article_in(PAGE.replace(HEADLINE, "What is next?").encode(), "talks.html")

    assert article.part(PartKind.HEADLINE) is not None
    assert article.body.of(article.text).startswith(FIRST)


def test_a_headline_that_stands_outside_of_the_article_is_put_above_it() -> None:
    page = PAGE.replace(f"<h1>{HEADLINE}</h1>", "")
    article = article_in(page.encode(), "talks.html")

    assert article.text.startswith(f"{HEADLINE}\n\n{FIRST}")


def test_a_fragment_is_read_whole() -> None:
    article = article_in(b"<p>Short.</p><p>Read <a href='/more'>more</a>.</p>", "entry", media_type="text/html")

    assert article.text == "Short.\n\nRead more."


def test_a_page_without_an_article_is_read_whole() -> None:
    assert article_in(b"<html><body><p>Short news.</p></body></html>", "x.html").text == "Short news."


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>x</script></body></html>", "<!-- x -->", "<p> </p>"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    assert refusal_of(page.encode(), "x.html") == "x.html holds no text."


def test_an_empty_page_is_refused() -> None:
    assert refusal_of(b" \n", "x.html") == "x.html is empty."


RUSSIAN = (
    "<html><head>{meta}</head><body><p>Министр иностранных дел заявил, что переговоры продолжатся.</p></body></html>"
)


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "utf-16"),
        ("", "utf-8-sig"),
        ("", "utf-16-le"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="zlib">', "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_declares_unless_that_is_wrong(meta: str, encoding: str) -> None:
    text = article_in(RUSSIAN.format(meta=meta).encode(encoding), "x.html").text

    assert text == "Министр иностранных дел заявил, что переговоры продолжатся."


def test_the_encoding_that_a_server_names_comes_before_the_one_on_the_page() -> None:
    page = RUSSIAN.format(meta='<meta charset="koi8-r">').encode("cp1251")

    assert "Министр" in article_in(page, "x", media_type="text/html; charset=windows-1251").text


def test_windows_1252_is_read_where_latin_1_is_declared_as_browsers_do() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>“Café” — he said.</p></body></html>'

    assert article_in(page.encode("cp1252"), "x.html").text == "“Café” — he said."


def test_controls_that_arrive_as_entities_never_reach_the_text() -> None:
    page = PAGE.replace("Monday", "Mon&#27;[31mday&#0;&#x202e;&shy;").replace("Jane", "Ja&#27;]52;c;x&#7;ne")
    article = article_in(page.encode(), "x.html")

    assert "Mon[31mday\ufffd" in article.text
    assert "\x1b" not in f"{article}"
    assert article.author is not None


def test_markup_in_a_title_is_words() -> None:
    title = "[not] [/b] [@click=app.quit]x"
    page = PAGE.replace(HEADLINE, title)

    assert article_in(page.encode(), "x.html").title == title


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://courier.example/talks?utm_source=mail", "https://courier.example/talks"),
        ("https://www.courier.example/x", "https://courier.example/talks"),
        ("https://other.example/copy", "https://other.example/copy"),
    ],
)
def test_a_page_names_its_own_address_on_its_own_site_only(url: str, expected: str) -> None:
    assert article_in(PAGE.encode(), "x", url=url).url == expected


def test_an_address_that_opens_anything_else_than_a_page_is_not_kept() -> None:
    page = PAGE.replace("https://courier.example/talks", "javascript:alert(1)")

    assert article_in(page.encode(), "x.html").url is None


def test_the_site_stands_in_for_a_source_that_is_not_named() -> None:
    page = PAGE.replace('<meta property="og:site_name" content="The Example Courier">', "").replace(
        " | The Example Courier", ""
    )
    page = page.replace("https://courier.example", "https://www.courier.example")

    assert (article_in(page.encode(), "x.html").source or "").lower() == "courier.example"


def test_what_the_caller_knows_wins() -> None:
    article = article_in(PAGE.encode(), "x.html", title="Other", source="Else", published=date(2020, 1, 1))

    assert (article.title, article.source, article.published) == ("Other", "Else", date(2020, 1, 1))


def test_a_page_of_very_many_elements_is_read_whole_and_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_ELEMENTS", 3)

    assert "Ten hotels" in article_in(PAGE.encode(), "x.html").text


def test_a_page_of_endless_depth_costs_one_line_at_most() -> None:
    page = b"<html><body><p>Said.</p>" + b"<div>" * 50_000 + b"deep"

    assert article_in(page, "x.html").text.startswith("Said.")


def test_the_extractor_breaking_does_not_cost_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def breaks(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", breaks)

    assert FIRST in article_in(PAGE.encode(), "x.html").text


def test_a_picture_that_is_called_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="is a picture"):
        html.extract(b"\x89PNG\r\n\x1a\n\0\0", "x.html")
