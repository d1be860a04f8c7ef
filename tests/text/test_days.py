from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.days import is_begun, period

TODAY = date(2023, 11, 8)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2023-11-08", date(2023, 11, 8), date(2023, 11, 9)),
        ("2023-1-5", date(2023, 1, 5), date(2023, 1, 6)),
        ("2023-11", date(2023, 11, 1), date(2023, 12, 1)),
        ("2023-12", date(2023, 12, 1), date(2024, 1, 1)),
        ("2023", date(2023, 1, 1), date(2024, 1, 1)),
        ("9999", date(9999, 1, 1), None),
        ("9999-12-31", date(9999, 12, 31), None),
        ("today", date(2023, 11, 8), date(2023, 11, 9)),
        ("yesterday", date(2023, 11, 7), date(2023, 11, 8)),
        ("0d", date(2023, 11, 8), date(2023, 11, 9)),
        ("7d", date(2023, 11, 1), date(2023, 11, 2)),
        ("2w", date(2023, 10, 25), date(2023, 10, 26)),
        ("3m", date(2023, 8, 8), date(2023, 8, 9)),
        ("11m", date(2022, 12, 8), date(2022, 12, 9)),
        ("1y", date(2022, 11, 8), date(2022, 11, 9)),
        ("999999d", date.min, date(1, 1, 2)),
        ("999999m", date.min, date(1, 1, 2)),
    ],
)
def test_a_text_stands_for_a_stretch_of_days(text: str, first: date, end: date | None) -> None:
    assert period(text, TODAY) == (first, end)


@pytest.mark.parametrize(
    ("today", "there"), [(date(2023, 5, 31), date(2023, 2, 28)), (date(2024, 5, 31), date(2024, 2, 29))]
)
def test_months_ago_end_with_the_month(today: date, there: date) -> None:
    assert period("3m", today)[0] == there


@pytest.mark.parametrize(
    "text", ["", "2023-13", "2023-02-30", "20231108", "0000", "monday", "7", "-1d", "1234567d", "٧d"]
)
def test_other_texts_stand_for_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- of the calendar or of ours
        period(text, TODAY)


@given(st.text() | st.from_regex(r"[0-9]{0,5}[-dwmy0-9]{0,8}"), st.dates())
def test_any_text_is_a_stretch_of_days_or_a_value_error(text: str, today: date) -> None:
    try:
        first, end = period(text, today)
    except ValueError:
        return
    assert end is None or first < end


@pytest.mark.parametrize("text", ["2023-11-08", "today", "7d", "yesterday"])
def test_the_beginning_of_a_day_may_become_one(text: str) -> None:
    assert all(is_begun(text[:length]) for length in range(1, len(text)))
