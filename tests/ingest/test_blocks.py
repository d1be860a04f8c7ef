import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.blocks import text_of
from reader.ingest.html import parse_html
from tests.strategies import HOSTILE

PIECES = [
    "<p>",
    "</p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<pre>",
    "<td>",
    "<tr>",
    "<table>",
    "<br>",
    "<script>",
    "<",
    "&#27;",
    "x",
    " ",
]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Only words.", "Only words."),
        ("<p>One\n two.</p>\n<p>Three.</p>", "One two.\n\nThree."),
        ("a<br>b<br/><br/>c", "a\nb\n\nc"),
        ("<p>He <b>said</b>, <a href='http://x.example'>in a letter</a>, no.</p>", "He said, in a letter, no."),
        ("<ul><li>one</li><li><p>two</p></li><li></li></ul>end", "- one\n- two\n\nend"),
        ("<ol><li>one<ul><li>inner</ul><li>two</ol>", "- one\n- inner\n- two"),
        ("<h2>Head</h2>text<div>more</div>", "Head\n\ntext\n\nmore"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "a | b\nc | d"),
        ("<table><tr><td><p>One</p><p>two</p></td><td>three</td></tr></table>", "One\n\ntwo\n\nthree"),
        ("<pre>a\nb</pre>c  d", "a\nb\n\nc d"),
        ("a<script>f(1)</script>b<style>p{}</style>c<!-- d -->e<?php f ?>g", "abceg"),
        ("AT&amp;T &lt;b&gt; &eacute; &#8220;q&#8221; &bogus; a & b", "AT&T <b> é “q” &bogus; a & b"),
        ("<?xml version='1.0' encoding='utf-16'?><p>x</p>", "x"),
        ("a</p></body></html><p>b", "a\n\nb"),
        ("<img src=x alt=y>text<iframe>z</iframe>", "text"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<q>yes</q>", "“yes”"),
        ("<p>seen</p><p hidden>not</p><p style='color: red; Display :none'>nor</p><span>this</span>", "seen\n\nthis"),
        ("<html><head><title>no</title></head><body>yes</body></html>", "yes"),
        ("a&#27;[31m b&#x9b;c", "a[31m b›c"),  # a browser reads 9B as of Windows-1252 (HTML Standard, 13.2.5.80)
    ],
)
def test_a_page_says_what_people_read(page: str, text: str) -> None:
    assert text_of(parse_html(page)) == text


@given(st.lists(st.sampled_from([*HOSTILE, *PIECES]), min_size=1))
def test_any_page_gives_text_without_blank_lines_at_its_edges(pieces: list[str]) -> None:
    tree = parse_html("".join(pieces))
    text = "" if tree is None else text_of(tree)

    assert text == text.strip()
    assert "\n\n\n" not in text
    assert "\x1b" not in text


def test_a_page_of_endless_depth_is_read_as_far_as_it_is_sensible() -> None:
    assert text_of(parse_html("a" + "<div>" * 100_000 + "b")).startswith("a")


def test_blanks_without_end_take_no_time() -> None:
    assert text_of(parse_html(f"<pre>a{' ' * 300_000}b</pre><ul><li>{'<br>' * 1000} x</ul>")).endswith("b\n\n- x")
