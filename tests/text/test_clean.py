import unicodedata

import pytest
from hypothesis import given

from reader.text.clean import clean
from tests.strategies import HOSTILE, raw_texts


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"one{end}two").text == "one\ntwo"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("\ufeffa\x00b\x1b[31mc\x7fd\x9be", "ab[31mcde"),
        ("co\xadoper\u200bate", "cooperate"),
        ("a\tb", "a\tb"),
    ],
    ids=["lone surrogate", "controls", "soft hyphen and zero-width space", "tab"],
)
def test_what_could_act_on_a_terminal_goes(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


def test_overrides_and_embeddings_go_and_are_counted() -> None:
    cleaned = clean("\u202aa\u202bb\u202cc\u202dd\u202ee")

    assert (cleaned.text, cleaned.hidden) == ("abcde", 5)


@pytest.mark.parametrize("mark", list("\u200e\u200f\u2066\u2067\u2068\u2069"))
def test_direction_marks_stay_beside_right_to_left_letters_only(mark: str) -> None:
    for text in (f"ש{mark} a", f"a {mark}ش", f"a {mark}\u200fش"):
        assert clean(text).text == text

    assert clean(f"a{mark}b {mark}").text == "ab "
    assert clean(f"ש {mark}a").text == "ש a"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "\U0001f469\u200d\U0001f52c",
        "\u0600\u0661\u06dd\u061c",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "e\u0301 é ﬁ ﷺ",
        "“quotes” – dashes — and\u00a0blanks…",
    ],
    ids=["non-joiner", "joiner", "Arabic format characters", "emoji tags", "not normalised", "typography"],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text


@given(raw_texts)
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    cleaned = clean(raw).text

    assert clean(cleaned).text == cleaned
    assert clean(cleaned).hidden == 0


@given(raw_texts)
def test_a_clean_text_holds_nothing_that_acts_on_a_terminal(raw: str) -> None:
    kinds = {unicodedata.category(character) for character in clean(raw).text if character not in "\n\t"}

    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(raw_texts)
def test_a_clean_text_can_be_written_anywhere(raw: str) -> None:
    clean(raw).text.encode()


def test_letters_of_escape_sequences_stay_as_text() -> None:
    """Deleting whole sequences would take an article's words along with an unfinished one."""
    assert clean("before \x1b]0;the rest of the article").text == "before ]0;the rest of the article"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_beside_hostile_pieces_stay(hostile: str) -> None:
    cleaned = clean(f"Ankara {hostile} said").text

    assert cleaned.startswith("Ankara ")
    assert cleaned.endswith(" said")
