import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.fragment import text_of
from tests.strategies import HOSTILE


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", ""),
        ("Only words.", "Only words."),
        ("<p>One\n two.</p>\n<p>Three.</p>", "One two.\n\nThree."),
        ("a<br>b<br/><br/>c", "a\nb\n\nc"),
        ("<p>He <b>said</b>, <a href='http://x.example'>in a letter</a>, no.</p>", "He said, in a letter, no."),
        ("<ul><li>one</li><li><p>two</p></li><li></li></ul>end", "- one\n- two\n\nend"),
        ("<h2>Head</h2>text<div>more</div>", "Head\n\ntext\n\nmore"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "a b\nc d"),
        ("<pre>a\n  b</pre>c  d", "a\nb\n\nc d"),
        ("a<script>alert(1)</script>b<style>p{}</style>c<!-- d -->e<?php f ?>g", "abceg"),
        ("AT&amp;T &lt;b&gt; &eacute;&nbsp;x &#8220;q&#8221; &bogus; a & b", "AT&T <b> é x “q” &bogus; a & b"),
        ("<?xml version='1.0' encoding='utf-16'?><p>x</p>", "x"),
        ("a</div></p></body></html>b<p>c", "a\n\nb\n\nc"),
        ("<img src=x alt=y>text<iframe>z</iframe>", "text"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ],
)
def test_a_fragment_says_what_people_read(fragment: str, text: str) -> None:
    assert text_of(fragment) == text


@given(st.lists(st.sampled_from([*HOSTILE, "<p>", "</p>", "<li>", "<pre>", "<script>", "<", "&#27;", "x", " "])))
def test_any_fragment_can_be_read(pieces: list[str]) -> None:
    text = text_of("".join(pieces))

    assert text == text.strip("\n")


def test_a_fragment_of_endless_depth_is_read_as_far_as_it_is_sensible() -> None:
    assert text_of("a" + "<div>" * 100_000 + "b").startswith("a")
