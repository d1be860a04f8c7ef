import pytest
from hypothesis import given

from reader.model.span import Span
from reader.text.words import count_words, reading_minutes, words
from tests.spans import stand_apart
from tests.strategies import clean_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey's “pro-Western” ally, no?", ["Turkey's", "pro-Western", "ally", "no"]),
        ("the U.S. has 3.5 billion", ["the", "U.S", "has", "3.5", "billion"]),
        ("وزير الخارجية", ["وزير", "الخارجية"]),
        ("— …", []),
    ],
)
def test_words_keep_what_stands_inside_them(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in words(text, Span(0, len(text)))] == found


@given(clean_texts)
def test_words_stand_apart_and_in_order(text: str) -> None:
    spans = list(words(text, Span(0, len(text))))

    assert stand_apart(spans)
    assert all(span.of(text).split() == [span.of(text)] for span in spans)


def test_words_are_counted_between_blanks() -> None:
    assert count_words("Turkey's  ally —\n\tthe U.S.") == 5


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (1, 1), (230, 1), (231, 2), (100_000, 435)])
def test_begun_minutes_count_and_there_is_at_least_one(count: int, minutes: int) -> None:
    assert reading_minutes(count) == minutes
