"""What happened when, beside the text."""

from collections.abc import Iterable
from pathlib import Path

from reader.model.span import Span
from reader.text.dates.events import Event
from reader.tui.widgets.date_pane import DatePane
from tests.speaking import TEXT
from tests.tui.reading import Reading
from tests.tui.stating import stating


def pane_of(now: Reading) -> DatePane:
    """The pane of the dates."""
    return now.room.furniture.dating.pane


def event_of(now: Reading) -> Event:
    """What its cursor stands on."""
    event = pane_of(now).event
    assert event is not None
    return event


def told(now: Reading) -> Iterable[tuple[Span, str]]:
    """Words that stand out in the text."""
    return now.text._layers.told.touching(0, len(TEXT))


async def test_dates_stand_under_the_date_of_the_article(home: Path) -> None:
    async with stating(home, "6") as now:
        assert str(pane_of(now).border_title) == "Dates · 1 · from 2023-11-08"
        assert now.rows_of(pane_of(now))[1].startswith("› 2023-11-07")


async def test_enter_goes_to_the_words(home: Path) -> None:
    async with stating(home, "6") as now:
        event = event_of(now)
        await now.press("enter")
        assert now.room.text.focus_span.overlaps(event.dated.words.span)


async def test_copying_takes_the_sentence_with_its_day(home: Path) -> None:
    async with stating(home, "6") as now:
        told = now.room.furniture.dating.quotation() or ""
        assert told.startswith(f"2023-11-07: “{event_of(now).told(TEXT)}”")
        assert "“Tuesday”; “Aid in doubt”" in told


async def test_marks_of_the_pane_are_on_the_sentence(home: Path) -> None:
    async with stating(home, "6", "H") as now:
        (placed,) = now.room.desk.marks.of(now.room.article)
        assert placed.span == event_of(now).sentence


async def test_an_article_without_dates_says_so(home: Path) -> None:
    async with stating(home, "6", text="Nothing happened there.", statements=()) as now:
        assert "No dates found." in "\n".join(now.rows_of(pane_of(now)))


async def test_the_words_stand_out_in_the_text_while_the_pane_has_the_focus(home: Path) -> None:
    async with stating(home, "6") as now:
        assert list(told(now)) == [(event_of(now).dated.words.span, "cue")]
        await now.press("1")
        assert list(told(now)) == []
