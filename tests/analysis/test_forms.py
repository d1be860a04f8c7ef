"""Names that are known by how they are written."""

import pytest

from reader.analysis.forms import with_forms
from reader.analysis.found import Found


def forms(text: str, *model: Found) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.label) for one in sorted(with_forms(text, model))]


@pytest.mark.parametrize(
    ("text", "election"),
    [
        ("He won the 2031 Rovia general election easily.", "2031 Rovia general election"),
        ("since the May 2031 Rovian presidential election,", "May 2031 Rovian presidential election"),
        ("the 2031 Assembly election in East Rovia was", "2031 Assembly election in East Rovia"),
    ],
)
def test_election_is_an_event_and_no_mention_of_its_country(text: str, election: str) -> None:
    rovia = Found(text.index("Rovia"), text.index("Rovia") + 5, "GPE")
    assert forms(text, rovia) == [(election, "EVENT")]


def test_election_of_no_one_is_no_name() -> None:
    assert forms("the 2031 general election") == []


def test_acronym_in_brackets_is_a_body_whatever_the_model_says() -> None:
    text = "the Orlo Relief Fund (ORF) said"
    assert forms(text, Found(22, 25, "PERSON")) == [("ORF", "ORG")]
    assert forms("Mara Venn (MP) said") == []


def test_word_in_capitals_names_a_body_but_not_in_a_line_of_capitals() -> None:
    assert forms("The talks were led by the ORF in May.") == [("ORF", "ORG")]
    assert forms("TALKS LED BY ORF") == []
    assert forms("Growth of the GDP and the 3 ICBM.") == []


@pytest.mark.parametrize(
    "text",
    ["ORLOSK, Nov 3 (Wire) - It rained.", "ORLOSK 1996-12-06", "ORLOSK (Wire) — It rained.", "ORLOSK -- It rained."],
)
def test_dateline_names_a_place(text: str) -> None:
    assert forms(text) == [("ORLOSK", "GPE")]


def test_topic_before_a_headline_in_capitals_is_no_dateline() -> None:
    assert forms("TENNIS - RAIN STOPS PLAY") == []


def test_title_tells_a_person_where_the_model_saw_none() -> None:
    assert forms("He asked Mr Venn and Foreign Minister Mara Orlo's aide.") == [
        ("Venn", "PERSON"),
        ("Mara Orlo", "PERSON"),
    ]
    assert forms("the President General spoke") == []


def test_what_the_model_saw_after_a_title_stays() -> None:
    assert forms("in Prince Orlo", Found(3, 14, "GPE")) == [("Prince Orlo", "GPE")]


def test_what_something_is_near_is_a_place() -> None:
    assert forms("strikes near Ayn Orlo and the town of Venn") == [("Ayn Orlo", "GPE"), ("Venn", "GPE")]


def test_common_word_with_a_capital_inside_a_sentence_is_short_for_a_name() -> None:
    assert forms("forces of the Coalition, said the Commission.") == [("Coalition", "ORG"), ("Commission", "ORG")]
    assert forms("Commission officials left.") == []
