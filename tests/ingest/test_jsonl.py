import io
import json
from datetime import date
from typing import Any

import pytest

from reader.ingest import jsonl
from reader.ingest.formats import HOPELESS
from reader.model.article import PartKind
from reader.model.intake import Incoming, Refused
from tests.ingest.documents import FIRST, SECOND
from tests.ingest.reading import article_in, items, refusal_of

URL = "https://x.example/"


def line(**values: Any) -> bytes:
    return json.dumps(values).encode()


def test_each_line_is_an_article_with_a_place_of_its_own() -> None:
    data = b"\n".join([line(title="One", text=FIRST), b"", line(title="Two", body=SECOND)])
    read = items(data, "x.jsonl")

    assert [item.article.title for item in read if isinstance(item, Incoming)] == ["One", "Two"]
    assert [item.origin.place for item in read if isinstance(item, Incoming)] == [", line 1", ", line 3"]
    assert [item.original.strip() for item in read if isinstance(item, Incoming)] == [
        line(title="One", text=FIRST),
        data[-len(line(title="Two", body=SECOND)) :],
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"title": "T t", "source": "S", "author": "A", "published": "2024-03-05", "url": URL, "language": "fr"},
        {"headline": "T t", "publisher": "S", "byline": "A", "date": "2024-03-05T10:00Z", "link": URL, "lang": "fr-FR"},
        {
            "Title": "T t",
            "Source": {"id": 1, "name": "S"},
            "authors": ["A"],
            "publishedAt": "Tue, 5 Mar 2024 10:00:00 GMT",
            "URL": URL,
            "LANG": "FR",
        },
        {"title": "T t", "source": "S", "author": {"name": "A"}, "date": 1709632800, "url": URL, "lang": "fr"},
        {
            "title": "T t",
            "source": "",
            "outlet": "S",
            "author": None,
            "creator": "A",
            "date": "",
            "pubdate": 1709632800000,
            "url": URL,
            "lang": "fr",
        },
    ],
)
def test_facts_are_read_by_their_common_names(values: dict[str, Any]) -> None:
    article = article_in(line(text="Le texte.", **values), "x.jsonl")

    assert (article.title, article.source, article.author) == ("T t", "S", "A")
    assert (article.published, article.url, article.language) == (date(2024, 3, 5), URL, "fr")


@pytest.mark.parametrize(
    "key", ["text", "body", "content", "article", "content_text", "Full_Text", "html", "content_html"]
)
def test_the_text_is_read_by_its_common_names(key: str) -> None:
    assert article_in(line(**{key: "The text."}), "x.jsonl").text == "The text."


def test_a_list_of_paragraphs_is_a_text() -> None:
    assert article_in(line(text=[FIRST, SECOND]), "x.jsonl").text == f"{FIRST}\n\n{SECOND}"


def test_a_page_in_a_text_is_read_as_a_page() -> None:
    assert article_in(line(content="<p>One &amp; two.</p><p>Three.</p>"), "x.jsonl").text == "One & two.\n\nThree."
    assert article_in(line(text="5 <6 and &amp;"), "x.jsonl").text == "5 <6 and &amp;"


def test_a_headline_that_the_text_lacks_stands_above_it() -> None:
    article = article_in(line(title="What is next?", text=FIRST), "x.jsonl")

    assert article.text == f"What is next?\n\n{FIRST}"
    assert article.body.of(article.text) == FIRST


def test_a_headline_in_the_text_is_known_by_the_title() -> None:
    article = article_in(line(title="What is next?", text="What is next?\n\nTalks."), "x.jsonl")

    assert article.part(PartKind.HEADLINE) is not None


def test_controls_that_arrive_as_escapes_never_reach_the_text() -> None:
    article = article_in(rb'{"text":"a\u001b[31mb\u0000\u202e\ud800","title":"x\u001b]0;y\n[/b]"}', "x.jsonl")

    assert (article.text, article.title) == ("x]0;y [/b]\n\na[31mb\ufffd", "x]0;y [/b]")


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    data = b"\n".join([line(text="One."), b"{bad", b"[1]", b'"x"', line(title="x"), b"\xff\xfe\x00", line(text="Two.")])
    read = items(data, "x.jsonl")

    assert [item.name for item in read if isinstance(item, Refused)] == [f"x.jsonl, line {n}" for n in range(2, 7)]
    assert [item.article.text for item in read if isinstance(item, Incoming)] == ["One.", "Two."]
    assert next(item.reason for item in read if isinstance(item, Refused)) == (
        "x.jsonl, line 2 is not a JSON object. Give each article as one, with the keys title and text."
    )


@pytest.mark.parametrize(
    "data",
    [
        b'[{"text": "One."}, {"text": "Two."}]',
        b'{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}',
        b'{\n "items": [{"text": "One."},\n {"text": "Two."}]}',
        b'{"text": "One."}\n{"text": "Two."}\n',
        '\ufeff[{"text": "One."}, {"text": "Two."}]'.encode(),
        '[{"text": "One."}, {"text": "Two."}]'.encode("utf-16"),
    ],
)
def test_a_json_file_holds_a_list_or_lines(data: bytes) -> None:
    read = items(data, "x.json")

    assert [item.article.text for item in read if isinstance(item, Incoming)] == ["One.", "Two."]


def test_a_json_file_may_be_one_article() -> None:
    [item] = items(b'{\n "title": "A",\n "text": "One."\n}', "x.json")

    assert isinstance(item, Incoming)
    assert (item.article.title, item.origin.place) == ("A", "")


def test_an_item_of_a_list_is_named_by_its_number() -> None:
    read = items(b'[{"text": "One."}, 2, {"text": "Three."}]', "x.json")

    assert [item.name for item in read if isinstance(item, Refused)] == ["x.json, item 2"]


@pytest.mark.parametrize(
    "data", [b"{", b"[" * 100_000, b'{"a":' * 100_000, b"null", b"nothing", b'[{"text": "One."}', b"9" * 5000]
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    assert refusal_of(data, "x.json").startswith("x.json is not JSON")


@pytest.mark.parametrize(
    "data", [b"[]", b"{}", b'{"articles": []}', b'"text"', b'["a", "b"]', b'[{"id": 1}, {"id": 2}]']
)
def test_a_file_without_articles_is_refused(data: bytes) -> None:
    assert refusal_of(data, "x.json").startswith("x.json ")


def test_lines_of_other_data_are_given_up() -> None:
    other = b'{"level": "info"}\n' * (HOPELESS * 3)
    read = items(other, "x.jsonl")

    assert len(read) == HOPELESS + 1
    assert read[-1] == Refused(
        "x.jsonl", f"The first {HOPELESS} lines of x.jsonl hold no article. The rest of it was not read."
    )
    assert len(items(line(text="One.") + b"\n" + other, "x.jsonl")) == HOPELESS * 3 + 1


def test_an_endless_line_is_refused_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LARGEST", 20)

    lines = list(jsonl.lines_of(io.BytesIO(b"a" * 100 + b"\n" + b"b\n" + b"c" * 1000), "x"))

    assert [(name, len(data)) for name, data in lines] == [("x, line 1", 21), ("x, line 2", 2), ("x, line 3", 21)]


def test_lines_of_wide_characters_are_refused_at_once() -> None:
    assert refusal_of('{"text": "One."}\n'.encode("utf-16") * 9, "x.jsonl") == "x.jsonl is in UTF-16. Save it as UTF-8."
