import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.layout import join_broken_lines, tidy
from tests.strategies import clean_texts

POLICY = (
    "Turkey, a NATO ally, has told the United States that its approach has cost it much of its good name, and that the"
    " region now stands on the edge of a wider conflict that nobody can want."
)
TALKS = (
    "The two ministers met in Ankara on Monday. Neither of them spoke to the press afterwards, which is unusual after"
    " talks of this kind; a statement was promised for the evening."
)
PARAGRAPHS = (POLICY, TALKS)


def test_blanks_at_the_edges_of_lines_and_runs_of_blank_lines_go() -> None:
    assert tidy("\n \n  One \t\n\n\n \n\nTwo\u00a0\nThree\n\n") == "One\n\nTwo\nThree"


@given(clean_texts)
def test_tidying_takes_nothing_but_blanks_and_does_it_once(text: str) -> None:
    tidied = tidy(text)

    assert tidied.split() == text.split()
    assert tidy(tidied) == tidied
    assert "\n\n\n" not in tidied
    assert all(line == line.strip() for line in tidied.split("\n"))


@pytest.mark.timeout(10)
def test_a_line_full_of_blanks_does_not_take_for_ever() -> None:
    assert len(tidy("a" + " " * 1_000_000 + "b")) == 1_000_002


@pytest.mark.parametrize("width", [60, 72, 80])
def test_paragraphs_broken_at_a_width_become_lines_again(width: int) -> None:
    page = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)

    assert join_broken_lines(page) == "\n\n".join(PARAGRAPHS)


def test_a_word_that_was_broken_at_its_hyphen_is_whole_again() -> None:
    page = (
        "Officials who were asked about the future of the ongoing Israel-\n"
        "Hamas conflict said that they could not tell; others, who would\n"
        "not be named, said that the talks had never been more difficult\n"
        "than now."
    )

    assert "Israel-Hamas conflict said" in join_broken_lines(page)


@pytest.mark.parametrize(
    "text",
    [
        "Turkey warns the United States over its policy in the region\nBy Jane Doe\n\nA short note on the meeting.",
        "\n".join(PARAGRAPHS),
        "- the first point of what the two ministers spoke about\n- the second\n- the third, which is longer than both",
        "A poem of lines\nthat end where\nthe poet wanted",
        "\n".join(f"{n}. The point numbered so, on which all of them have agreed at once" for n in range(1, 9)),
        "\n".join(f"Sentence number {n} is as long as each of its neighbours, and ends here." for n in range(10, 30)),
        "\n".join(f"2023-11-{n} 10:00:00 the minister met a delegation that came from Ankara" for n in range(10, 30)),
        "\n".join(f"votes for Ankara{n:>12}  votes against{n * 7:>14}  withheld{n * 9:>6}" for n in range(12, 15)),
    ],
    ids=[
        "headline and byline",
        "a line is a paragraph",
        "list",
        "short lines",
        "numbered list",
        "sentences of equal length",
        "log",
        "table",
    ],
)
def test_lines_that_the_writer_broke_stay(text: str) -> None:
    assert join_broken_lines(text) == text


def test_a_table_among_broken_paragraphs_stays() -> None:
    table = "\n".join(
        f"{state:<20}{votes:>40}" for state, votes in {"Turkey": 101, "Israel": 102, "Egypt": 103}.items()
    )
    page = f"{textwrap.fill(POLICY, 60)}\n\n{table}\n\n{textwrap.fill(TALKS, 60)}"

    assert join_broken_lines(page) == f"{POLICY}\n\n{table}\n\n{TALKS}"


def test_a_script_without_capitals_is_joined_too() -> None:
    paragraph = "قال وزير الخارجية التركي إن الاجتماع الذي عقد في أنقرة كان مثمرا للغاية. " * 4

    assert join_broken_lines(textwrap.fill(paragraph.strip(), 70)) == paragraph.strip()


@given(clean_texts, st.integers(45, 100))
def test_joining_changes_no_word(text: str, width: int) -> None:
    page = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (*PARAGRAPHS, *tidy(text).split("\n\n")))

    assert "".join(join_broken_lines(page).split()) == "".join(page.split())
