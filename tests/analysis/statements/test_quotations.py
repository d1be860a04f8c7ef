"""Stretches between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.statements.quotations import quotations


def marked(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we agree” and left.", ["“we agree”"]),
        ('He said "we agree" and "we go".', ['"we agree"', '"we go"']),
        ("He said ''we agree'' and left.", ["''we agree''"]),
        ("Il dit «nous sommes là» hier.", ["«nous sommes là»"]),
        ("Er sagte „wir gehen“ gestern.", ["„wir gehen“"]),
        ("She said ‘we don’t agree’ and left.", ["‘we don’t agree’"]),
        ("The ministers’ plan isn’t new.", []),
        ("“The first paragraph goes on", ["“The first paragraph goes on"]),
        ("No quotation “” here.", []),
    ],
)
def test_marks_of_several_languages(text: str, found: list[str]) -> None:
    assert marked(text) == found


def test_a_quotation_without_its_closing_mark_is_open() -> None:
    assert [one.is_open for one in quotations("“The talks go on. “They do.”")] == [True, False]


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("on “The Morning Hour,” she said", True),
        ("on “The Morning Hour of Orlo” she said", True),
        ("“The talks have failed,” she said", False),
        ("“Go Home Now!” she cried", False),
        ("“Never,” she said", False),
    ],
)
def test_titles_are_told_from_what_is_said(text: str, is_title: bool) -> None:
    assert next(quotations(text)).is_title is is_title


def test_a_fragment_begins_in_small_letters() -> None:
    assert [one.is_fragment for one in quotations("a “grave mistake” and “A grave mistake.”")] == [True, False]


@given(st.text(alphabet="ab “”\"‘’'«»„`,.", max_size=60))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for one in quotations(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
