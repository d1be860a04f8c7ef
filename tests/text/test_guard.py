import unicodedata

import pytest
from hypothesis import given

from reader.text.guard import STAND_IN, guard
from tests.strategies import clean_texts, raw_texts


@given(raw_texts)
def test_one_character_comes_out_for_one(text: str) -> None:
    guarded = guard(text)

    assert len(guarded) == len(text)
    assert all(after in (before, STAND_IN) for before, after in zip(text, guarded, strict=True))


@given(raw_texts)
def test_nothing_that_acts_on_a_terminal_comes_out(text: str) -> None:
    guarded = guard(text)

    assert not {unicodedata.category(c) for c in guarded if c not in "\n\t"} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(guarded) & set("\u202a\u202b\u202c\u202d\u202e")


@given(clean_texts)
def test_a_clean_text_passes_unchanged(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\r", "\x7f", "\u202e", "\ud800", "\u2028"])
def test_dangerous_characters_get_a_stand_in(character: str) -> None:
    assert guard(f"a{character}b") == f"a{STAND_IN}b"
