import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.pages import Line, text_of_pages
from tests.ingest.documents import FIRST, SECOND, STORY, THIRD

OTHER = "The talks were held behind closed doors and no date was given for the next meeting of the two delegations."


def read(*pages: str) -> str:
    """The running text of pages; a line below a blank one stands apart."""
    return text_of_pages(
        [
            [
                Line(line, not before and n > 0)
                for n, (before, line) in enumerate(
                    pairwise(["", *(" ".join(line.split()) for line in page.split("\n"))])
                )
                if line
            ]
            for page in pages
        ]
    )


def printed(*paragraphs: str, width: int = 60) -> list[str]:
    """The lines of paragraphs on paper."""
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]


def test_lines_are_joined_to_paragraphs() -> None:
    assert read("\n".join(printed(FIRST, OTHER, THIRD, width=50))).split("\n\n") == [FIRST, OTHER, THIRD]


def test_a_paragraph_goes_on_behind_the_end_of_a_page() -> None:
    lines = printed(*STORY)

    assert FIRST in read("\n".join(lines[:2]), "\n".join(lines[2:]))


def test_a_heading_stands_alone() -> None:
    lines = [
        "The second round",
        *printed(FIRST),
        "",
        "What is next for the delegations of the two states",
        "",
        *printed(THIRD),
    ]

    assert read("\n".join(lines)).split("\n\n") == [lines[0], FIRST, lines[-4], THIRD]


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    lines = [
        *printed(FIRST),
        "• the exchange of prisoners, which both sides had asked for",
        "• the border",
        "(a) one",
        "2. two",
    ]
    paragraphs = read("\n".join(lines)).split("\n\n")

    assert paragraphs[1:] == lines[-4:]


def test_blank_lines_part_paragraphs_unless_a_sentence_goes_on() -> None:
    assert read("One is here\n\nTwo is here\n\nand goes on") == "One is here\n\nTwo is here and goes on"


def page(number: int, *, head: str = "The Example Review", foot: str = "Page {} of 5") -> str:
    """A page with a head and a foot around lines that no other page has."""
    body = [
        f"On the {word} of page {'abcdefg'[number]} there is a sentence of its own."
        for word in ("top", "middle", "end")
    ]
    return "\n".join([head, *body, foot.format(number + 1)])


def test_running_heads_and_page_numbers_are_dropped() -> None:
    text = read(*(page(number) for number in range(5)))

    assert text.count("The Example Review") == 1  # on the first page it may be the title
    assert text.startswith("The Example Review")
    assert "of 5" not in text
    assert text.count("sentence of its own") == 15


@pytest.mark.parametrize("foot", ["{}", "- {} -", "Page {}", "{}/5", "p. {}", "S/2024/77 {} 24-00417"])
def test_numbers_of_pages_are_known_in_many_forms(foot: str) -> None:
    text = read(*(page(number, foot=foot) for number in range(5)))

    assert text.endswith("its own.")


def test_heads_of_left_and_right_pages_differ() -> None:
    text = read(*(page(n, head=["Chapter One", "The Example Review"][n % 2]) for n in range(7)))

    assert text.count("Example Review") == 0
    assert text.count("Chapter One") == 1


def test_a_number_on_a_single_page_stays() -> None:
    assert read("The vote in favour was\n12") == "The vote in favour was 12"


def test_a_line_that_two_pages_share_stays() -> None:
    text = read(page(0, head="Annex"), page(1, head="Annex"), page(2, head="Other"))

    assert text.count("Annex") == 2


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["They spoke of the nego-", "tiations today"], "They spoke of the negotiations today"),
        (["It is a long-", "term plan, and long-term plans fail"], "It is a long-term plan, and long-term plans fail"),
        (["He is a Franco-", "German author"], "He is a Franco-German author"),
        (["In the years 2019-", "2024 it grew"], "In the years 2019- 2024 it grew"),
        (["A soft hy\u00ad", "phen is no hyphen"], "A soft hyphen is no hyphen"),
        (["They waited -", "and waited"], "They waited - and waited"),
    ],
)
def test_a_word_that_was_cut_is_whole_again(lines: list[str], text: str) -> None:
    assert read("\n".join(lines)) == text


@given(st.lists(st.text(st.sampled_from("ab A-.\n1•"), max_size=60), max_size=6))
def test_any_pages_give_text_without_blank_paragraphs(pages: list[str]) -> None:
    text = read(*pages)

    assert all(paragraph.strip() for paragraph in text.split("\n\n")) or text == ""


def test_nothing_but_one_word_takes_no_time() -> None:
    assert len(read("a" * 200_000 + "\n" + "b" * 200_000)) > 400_000


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert read("\n".join([*printed(SECOND, width=40), "", *printed(THIRD, width=40)])).split("\n\n")[0] == SECOND
