import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.shorten import shorten
from tests.strategies import clean_texts


@pytest.mark.parametrize(
    ("length", "shortened"),
    [
        (40, "Turkey, a NATO ally, objected"),
        (29, "Turkey, a NATO ally, objected"),
        (28, "Turkey, a NATO ally…"),
        (21, "Turkey, a NATO ally…"),
        (18, "Turkey, a NATO…"),
        (15, "Turkey, a NATO…"),
        (9, "Turkey…"),
        (4, "Tur…"),
    ],
)
def test_a_text_is_cut_at_a_word(length: int, shortened: str) -> None:
    assert shorten("Turkey, a NATO ally, objected", length) == shortened


@given(clean_texts, st.integers(1, 80))
def test_what_is_shortened_fits_and_begins_alike(text: str, length: int) -> None:
    shortened = shorten(text, length)

    assert len(shortened) <= length
    assert text.startswith(shortened.removesuffix("…"))
