"""Tags as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import fold
from reader.tui.sheets.tagging import by_use, completions, has_tag, tags_in, with_tags, without_tag

TAGS = st.lists(st.text(alphabet="aAbBçÇéığ-", min_size=1, max_size=3), max_size=8)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("gaza", ["gaza"]),
        ("#gaza", ["gaza"]),
        ("  gaza, mediation\n#un ", ["gaza", "mediation", "un"]),
        ("Two-State", ["Two-State"]),
        ("a#b", ["a", "b"]),
        ("غزة", ["غزة"]),
        ("ga\x1bza", ["gaza"]),
        ("# , ##", []),
        ("", []),
    ],
)
def test_tags_are_told_apart(typed: str, tags: list[str]) -> None:
    assert tags_in(typed) == tags


@given(st.text())
def test_no_tag_holds_blanks_commas_or_number_signs(typed: str) -> None:
    for tag in tags_in(typed):
        assert tag
        assert not any(character.isspace() or character in ",#" for character in tag)


@given(TAGS, TAGS)
def test_each_tag_is_there_once(tags: list[str], added: list[str]) -> None:
    result = with_tags((), [*tags, *added])
    assert len({fold(tag) for tag in result}) == len(result)
    assert all(has_tag(result, tag) for tag in tags + added)


@given(TAGS, TAGS)
def test_adding_keeps_the_order(tags: list[str], added: list[str]) -> None:
    before = with_tags((), tags)
    assert with_tags(before, added)[: len(before)] == before


@given(TAGS)
def test_a_tag_that_is_taken_off_is_gone(tags: list[str]) -> None:
    for tag in tags:
        assert not has_tag(without_tag(tags, tag), tag)


def test_a_known_tag_is_written_as_it_is_known() -> None:
    assert with_tags(("un",), ["gaza", "new"], {"Gaza": 1}) == ("un", "Gaza", "new")


def test_tags_are_compared_without_case_and_accents() -> None:
    assert has_tag(["Erdoğan"], "ERDOGAN")


def test_the_most_used_come_first_then_the_names() -> None:
    assert by_use({"b": 1, "c": 2, "A": 1}) == ["c", "A", "b"]


def test_completions_that_begin_with_it_come_first() -> None:
    known = {"media": 9, "intermediate": 12, "mediation": 10, "un": 50}
    assert completions("MED", known) == ["mediation", "media", "intermediate"]
