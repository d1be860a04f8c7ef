"""Dates in lines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model.dates import Dated, DateWords, Period, Unit
from reader.model.span import Span
from reader.text.dates.events import Event
from reader.tui.widgets.date_items import DAY_WIDTH, DateItems, short
from tests.spans import span_of

TEXT = "Talks began on Monday. They end in May. Later nobody knew when."


def event(words: str, sentence: str, period: Period | None) -> Event:
    return Event(Dated(DateWords(span_of(TEXT, words)), period), span_of(TEXT, sentence))


MAY = event("in May", "They end in May.", Period(date(2024, 5, 1), date(2024, 5, 31), Unit.MONTH))
MONDAY = event("Monday", "Talks began on Monday.", Period(date(2023, 11, 6), date(2023, 11, 6), is_sure=False))
LATER = event("Later", "Later nobody knew when.", None)


def rows(*events: Event, width: int = 60) -> list[str]:
    items = DateItems(TEXT, width).items(events)
    return ["".join(piece.text for piece in line) for item in items for line in item.lines]


def test_dates_stand_in_the_order_of_the_calendar_and_what_has_none_below() -> None:
    assert rows(MAY, LATER, MONDAY) == [
        "2023-11-06?  Talks began on Monday.",
        "2024-05      They end in May.",
        "",
        "Without a day",
        "             Later nobody knew when.",
    ]


def test_the_words_that_say_when_stand_out() -> None:
    (item,) = DateItems(TEXT, 60).items([MONDAY])
    assert [piece.text for piece in item.lines[0] if piece.look == "cue"] == ["Monday"]
    assert item.target == MONDAY.dated.words.span


def test_a_narrow_pane_puts_the_day_above() -> None:
    assert rows(MONDAY, width=26) == ["2023-11-06?", "  Talks began on Monday."]


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(date(2023, 11, 6), date(2023, 11, 6)), "2023-11-06"),
        (Period(date(2023, 11, 6), date(2023, 11, 12), Unit.WEEK), "2023-11-06…"),
        (Period(date(2023, 11, 1), date(2023, 11, 30), Unit.MONTH), "2023-11"),
        (Period(date(2023, 11, 1), date(2023, 11, 10), Unit.MONTH), "2023-11-01…"),
        (Period(date(2023, 1, 1), date(2023, 12, 31), Unit.YEAR), "2023"),
        (Period(date(1990, 1, 1), date(1999, 12, 31), Unit.DECADE), "1990s"),
    ],
)
def test_days_are_short(period: Period, shown: str) -> None:
    assert short(period) == shown
    assert len(f"{shown}?") < DAY_WIDTH


@given(st.integers(12, 80), st.integers(0, 300), st.integers(0, 300))
def test_no_line_is_wider_than_the_pane(width: int, before: int, behind: int) -> None:
    text = f"{'word ' * before}on Monday{' word' * behind}"
    one = Event(Dated(DateWords(span_of(text, "Monday")), MONDAY.dated.period), Span(0, len(text)))
    items = DateItems(text, width).items([one])
    for line in items[0].lines:
        assert cell_len("".join(piece.text for piece in line)) <= max(width, DAY_WIDTH)
    assert [piece.text for line in items[0].lines for piece in line if piece.look == "cue" and piece.text] == ["Monday"]
