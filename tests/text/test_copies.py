import pytest
from hypothesis import given

from reader.text.copies import copy_likeness
from tests.strategies import clean_texts
from tests.wire import Wire

WIRE = Wire(11)
CAST = WIRE.cast()
STORY = WIRE.story(300, CAST)


def same(first: str, second: str) -> bool:
    return copy_likeness(first, second) is not None


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        WIRE.with_new_lead(STORY, CAST),
        WIRE.cut(STORY, 0.4),
        WIRE.reordered(STORY),
        WIRE.edited(STORY, 0.05),
        WIRE.with_extras(STORY),
        f"{STORY}\n\n{WIRE.footer(400)}",
        WIRE.edited(WIRE.cut(STORY, 0.6), 0.03),
    ],
    ids=["same", "capitals", "new lead", "cut", "reordered", "edited", "extras", "footer", "cut and edited"],
)
def test_what_editors_do_to_a_story_leaves_it_the_same_story(copy: str) -> None:
    assert same(STORY, copy)
    assert same(copy, STORY)


def test_a_cut_stands_in_the_whole_story_which_stands_in_it_in_part() -> None:
    found = copy_likeness(STORY, WIRE.cut(STORY, 0.5))
    assert found is not None
    assert found.of_second == 1
    assert 0.35 < found.of_first < 0.75


def test_the_first_lines_of_a_long_story_are_the_same_story() -> None:
    long = Wire(12).story(1500)
    assert same(WIRE.cut(long, 0.05), long)


def test_two_agencies_that_quote_the_same_statement_tell_two_stories() -> None:
    statement = " ".join(WIRE.quote(CAST) for _ in range(3))
    assert not same(f"{WIRE.story(250, CAST)}\n\n{statement}", f"{statement}\n\n{WIRE.story(250, CAST)}")


def test_a_readout_that_is_half_a_joint_statement_is_no_copy_of_the_story_that_quotes_all_of_it() -> None:
    statement = Wire(13).story(120)
    assert not same(f"{WIRE.story(100, CAST)}\n\n{statement}", f"{WIRE.story(600)}\n\n{statement}")


@pytest.mark.parametrize("words", [30, 60, 120])
def test_short_news_above_a_long_footer_are_two_stories(words: int) -> None:
    wire = Wire(words)
    footer = wire.footer(400)
    assert not same(f"{wire.story(words)}\n\n{footer}", f"{wire.story(words)}\n\n{footer}")


def test_yesterdays_report_with_other_names_and_numbers_is_another_story() -> None:
    briefing, report = WIRE.briefing(200), WIRE.market_report()
    assert not same(briefing(), briefing())
    assert not same(report(), report())


def test_readouts_in_the_same_turns_of_phrase_are_stories_of_their_own() -> None:
    formulas = WIRE.formulas()
    assert not same(WIRE.readout(formulas), WIRE.readout(formulas))


def test_one_story_of_a_round_up_is_not_the_round_up() -> None:
    stories = [Wire(seed).story(150) for seed in range(6)]
    assert not same("\n\n".join(stories), stories[3])


def test_a_text_that_is_shared_by_half_is_no_copy() -> None:
    background = WIRE.story(150)
    assert not same(f"{WIRE.story(150)}\n\n{background}", f"{WIRE.story(150)}\n\n{background}")


@given(clean_texts, clean_texts)
def test_whether_two_texts_are_the_same_story_does_not_depend_on_their_order(first: str, second: str) -> None:
    assert same(first, second) == same(second, first)
