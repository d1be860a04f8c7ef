"""What the summary leaves out, under it, and the sentences that the reader puts in."""

from pathlib import Path

from reader.actions import Place
from reader.model.length import Length
from reader.model.span import Span
from reader.text.omissions import OmissionKind
from reader.tui.screens.summarising import LENGTHS, USUAL_LENGTHS
from reader.tui.widgets.summary_pane import SINGULAR
from tests.tui.reading import Reading
from tests.tui.stating import stating


def rows(now: Reading) -> list[str]:
    """Rows of the summary, single-spaced, without title and cursor."""
    return [" ".join(row.lstrip("› ").split()) for row in now.rows_of(now.summary)[1:]]


async def test_the_summary_tells_how_much_it_leaves_out(home: Path) -> None:
    async with stating(home, "2", size=(160, 60)) as now:
        assert "Leaves out" in " ".join(rows(now))
        assert "o lists them." in " ".join(rows(now))


async def test_what_is_left_out_is_listed_and_can_be_gone_to(home: Path) -> None:
    async with stating(home, "2", "o", size=(160, 60)) as now:
        assert "Negations" in rows(now)
        assert now.summary.omission_at(now.summary.target) is not None, "the cursor is where there is more to read"
        await now.press("G", "enter")
        omission = now.summary.omission_at(now.summary.target)
        assert omission is not None
        assert omission.span.start in range(now.text.focus_span.start, now.text.focus_span.end)
        await now.press("o")
        assert "Negations" not in rows(now)


async def test_a_sentence_can_be_put_in_and_taken_out(home: Path) -> None:
    async with stating(home, "2", "o", "G", size=(160, 60)) as now:
        omission = now.summary.omission_at(now.summary.target)
        assert omission is not None
        sentence = now.room.furniture.analysing.analysis.sentences[omission.sentence]  # type: ignore[union-attr]
        await now.press("p")
        assert now.summary.count == 2
        assert any(row.startswith("2+ ") for row in rows(now))
        now.summary.point_at(sentence)
        await now.press("p")
        assert now.summary.count == 1
        await now.press("p")
        assert now.summary.count == 1, "its method chose the other one"


async def test_another_article_has_only_what_is_chosen(home: Path) -> None:
    async with stating(home, "2", "o", "G", "p") as now:
        here = now.room.opening
        now.room.go_on_with(here)
        await now.settle()
        assert now.summary.count == 1


async def test_the_summary_is_on_a_name_until_it_is_on_all_again(home: Path) -> None:
    async with stating(home, "3", size=(160, 60)) as now:
        name = now.room.furniture.analysing.entities[0].name
        await now.press("S")
        await now.until(lambda: f"Summary · on {name}" in now.shown)
        await now.until(lambda: bool(now.summary.count))
        await now.press("S")
        assert f"on {name}" not in str(now.summary.border_title)
        await now.press("S")
        await now.until(lambda: f"Summary · on {name}" in now.shown)
        await now.press("2", "escape")
        assert f"on {name}" not in str(now.summary.border_title)
        assert now.room.place is Place.SUMMARY


async def test_the_length_is_given_in_sentences_words_or_as_a_share(home: Path) -> None:
    async with stating(home, "2", size=(160, 60)) as now:
        for written, said in (("5", "5 sentences"), ("60w", "at most 60 words"), ("20%", "at most 20% of the text")):
            await now.press(":")
            await now.type(f"summary.length {written}")
            await now.press("enter")
            assert now.said == f"Summary of {said}."


async def test_a_length_is_chosen_from_a_list(home: Path) -> None:
    async with stating(home, "2", size=(160, 60)) as now:
        now.room.act("summary.length")
        await now.settle()
        await now.press("g", "enter")
        assert now.said == "Summary of 1 sentence."


async def test_a_name_in_the_title_is_data(home: Path) -> None:
    async with stating(home, "2", size=(160, 60)) as now:
        now.summary.show("One.", (Span(0, 4),), 1, "", "[/b] [red]Oops")
        await now.settle()
        assert "on [/b] [red]Oops · 1 of 1" in now.shown


def test_every_length_of_the_command_line_is_one() -> None:
    assert {str(Length.parse(written)) for written in (*LENGTHS, *USUAL_LENGTHS)} == {*LENGTHS}


def test_every_kind_of_omission_has_a_word_for_one() -> None:
    assert set(SINGULAR) == {str(kind) for kind in OmissionKind}


async def test_reading_the_article_again_lets_go_of_what_was_put_in_and_of_the_name(home: Path) -> None:
    async with stating(home, "2", "o", "p", "3", "S", size=(160, 60)) as now:
        now.room.furniture.analysing._start()
        summarising = now.room.furniture.summarising
        assert (summarising.about, summarising.among, summarising.added) == (None, None, set())
