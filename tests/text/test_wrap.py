import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.wrap import clusters, wrap

PARAGRAPHS = st.text(
    st.one_of(st.sampled_from("ab c de- \t"), st.sampled_from("العربية שלום"), st.sampled_from("外交部長é👩‍🚀🇹🇷")),
    max_size=80,
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, cell_len)]


def test_lines_break_at_blanks_which_stay_behind() -> None:
    assert lines("no joint statement was held", 10) == ["no joint ", "statement ", "was held"]


def test_a_word_that_just_fits_stays() -> None:
    assert lines("abc def", 3) == ["abc ", "def"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh ", "ij"]


def test_wide_letters_take_two_cells() -> None:
    assert lines("外交部長表示", 5) == ["外交", "部長", "表示"]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert all(not line.startswith("。") for line in lines("外交部長表示。外交部。", 6))


@pytest.mark.parametrize(
    "text", ["قال وزير الخارجية التركي هاكان فيدان", "שר החוץ של טורקיה הקאן פידאן", "وزیر خارجهٔ ترکیه هاکان فیدان گفت"]
)
def test_words_written_from_the_right_stay_whole(text: str) -> None:
    words = set(text.split())

    assert {word for line in lines(text, 12) for word in line.split()} == words


@pytest.mark.parametrize("seen", ["é", "👩‍🚀", "👍🏽", "🇹🇷", "🏴\U000e0067\U000e0062\U000e007f", "חֵ"])
def test_what_people_see_as_one_character_is_one(seen: str) -> None:
    assert [seen[start:end] for start, end in clusters(seen)] == [seen]


def test_two_flags_are_two() -> None:
    assert [end - start for start, end in clusters("🇹🇷🇺🇸")] == [2, 2]


@given(PARAGRAPHS, st.integers(2, 40))
def test_lines_together_are_the_text(text: str, width: int) -> None:
    assert "".join(lines(text, width)) == text
    assert all(lines(text, width))


@given(PARAGRAPHS, st.integers(4, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """Blanks at the end of a line need no room."""
    assert all(cell_len(line.rstrip(" \t")) <= width for line in lines(text, width))


@given(PARAGRAPHS, st.integers(2, 40))
def test_no_character_is_cut(text: str, width: int) -> None:
    edges = {start for start, _ in clusters(text)}

    assert {start for start, _ in wrap(text, width, cell_len)} <= edges
