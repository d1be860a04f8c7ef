from datetime import date

import pytest

from reader.model.article import PartKind
from tests.ingest.documents import FIRST, HEADLINE, SECOND
from tests.ingest.reading import article_in, refusal_of

NOTE = f"""---
title: "{HEADLINE}"
author: [Jane Doe, 'John Roe']
date: 2024-03-05
source: The Example Courier
url: https://courier.example/talks
lang: en
tags: [a, b]
---

# {HEADLINE}

{FIRST}

{SECOND}
"""


def test_front_matter_tells_what_is_known() -> None:
    article = article_in(NOTE.encode(), "x.md")

    assert (article.title, article.author) == (HEADLINE, "Jane Doe, John Roe")
    assert (article.source, article.published) == ("The Example Courier", date(2024, 3, 5))
    assert (article.url, article.language) == ("https://courier.example/talks", "en")
    assert article.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert [part.kind for part in article.parts] == [PartKind.HEADLINE, PartKind.BODY]


def test_a_first_heading_is_the_title_where_nothing_else_is() -> None:
    article = article_in(b"# What is *next*?\n\nTalks.", "x.md")

    assert (article.title, article.text) == ("What is next?", "What is next?\n\nTalks.")
    assert article.part(PartKind.HEADLINE) is not None


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("a **b** _c_ `d` ~~e~~", "a b c d e"),
        ("[the text](https://x.example 'title') ![pic](y.png)", "the text"),
        ("One\ntwo\nthree", "One two three"),
        ("- one\n- two\n  - inner\n\nend", "- one\n- two\n- inner\n\nend"),
        ("> quoted\n\nsaid", "quoted\n\nsaid"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\nc | d"),
        ("Title\n=====\n\nText", "Title\n\nText"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("<div>block</div>\n\n<script>no()</script>\n\nin<b>line</b>", "block\n\ninline"),
        ("&copy; 5 \\* 6 &lt;tag&gt;", "© 5 * 6 <tag>"),
        ("    code here\n", "code here"),
        ("---\nnot: closed\n\ntext", "not: closed\n\ntext"),
        ("---\n---\ntext", "text"),
        ("ESC &#27;[31m", "ESC \ufffd[31m"),
    ],
)
def test_marks_are_read_and_not_shown(marked: str, text: str) -> None:
    assert article_in(marked.encode(), "x.md").text == text


@pytest.mark.parametrize("marked", ["[x]: y", "<!-- only -->", "---\ntitle: x\n---\n"])
def test_markdown_without_words_is_refused(marked: str) -> None:
    assert refusal_of(marked.encode(), "x.md") == "x.md holds no text."


def test_windows_line_ends_and_encodings_are_read() -> None:
    article = article_in("---\r\ntitle: Café\r\n---\r\nÇa va “bien”.\r\n".encode("cp1252"), "x.md")

    assert (article.title, article.text) == ("Café", "Ça va “bien”.")


def test_a_hostile_title_is_words() -> None:
    article = article_in(b'---\ntitle: "[@click=app.quit]x[/] \\e]0;"\ndate: never\n---\ntext', "x.md")

    assert article.title == "[@click=app.quit]x[/] \\e]0;"
    assert article.published is None
