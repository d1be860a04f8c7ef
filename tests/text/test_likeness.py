from hypothesis import given
from hypothesis import strategies as st

from reader.text.likeness import Likeness, likeness

STORY = (
    "The foreign ministers of Turkey and Egypt met in Cairo on Tuesday and agreed to reopen the joint economic "
    "commission before the end of March, the Egyptian ministry said in a statement."
)
WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five", "six", "seven"]), max_size=40).map(" ".join)


def test_a_text_stands_wholly_in_itself() -> None:
    assert likeness(STORY, STORY) == Likeness(1, 1)


def test_texts_on_other_matters_share_nothing() -> None:
    other = "Oil prices fell for a third day as traders weighed weak demand in Asia against supply cuts by producers."
    assert likeness(STORY, other) == Likeness(0, 0)


def test_a_cut_stands_wholly_in_the_long_text_which_stands_in_it_in_part() -> None:
    words = STORY.split()
    half = likeness(" ".join(words[: len(words) // 2]), STORY)
    assert half.of_first == 1
    assert 0.45 < half.of_second < 0.55


def test_one_word_changed_costs_one_word() -> None:
    changed = likeness(STORY, STORY.replace("Cairo", "Alexandria"))
    assert changed.of_first == changed.of_second == 1 - 1 / len(STORY.split())


def test_paragraphs_in_another_order_are_still_the_same_text() -> None:
    paragraphs = [f"{name} said that {STORY}" for name in ("Hakan", "Badr", "Ahmed")]
    assert likeness("\n\n".join(paragraphs), "\n\n".join(reversed(paragraphs))) == Likeness(1, 1)


def test_case_accents_and_punctuation_do_not_count() -> None:
    assert likeness("Erdoğan met “El-Sisi” in İstanbul, again.", "ERDOGAN MET EL SISI IN ISTANBUL: AGAIN") == Likeness(
        1, 1
    )


def test_a_phrase_that_everybody_uses_is_no_likeness() -> None:
    assert likeness("He spoke on condition of anonymity today", "On condition of secrecy she left") == Likeness(0, 0)


def test_texts_shorter_than_a_run_are_compared_as_they_are() -> None:
    assert likeness("Ceasefire agreed", "Ceasefire agreed") == Likeness(1, 1)
    assert likeness("Ceasefire agreed", "Talks broken off") == Likeness(0, 0)


def test_text_without_words_is_like_nothing_but_itself() -> None:
    assert likeness("", "...") == Likeness(1, 1)
    assert likeness("", STORY) == Likeness(0, 0)


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    text = "土耳其外长星期二在开罗会见埃及外长"
    assert likeness(text, text.replace("星期二", "星期三")).of_first == 1 - 1 / len(text)


@given(WORDS, WORDS)
def test_likeness_turned_round_is_the_same(first: str, second: str) -> None:
    there, back = likeness(first, second), likeness(second, first)
    assert (there.of_first, there.of_second) == (back.of_second, back.of_first)
    assert 0 <= there.of_first <= 1


@given(WORDS, WORDS)
def test_a_text_stands_wholly_in_what_it_is_the_beginning_of(first: str, more: str) -> None:
    if len(first.split()) >= 4:
        assert likeness(first, f"{first} {more}").of_first == 1
