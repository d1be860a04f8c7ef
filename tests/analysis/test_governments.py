"""Where a state, a people or a capital stand for a government."""

import pytest

from reader.analysis.governments import stands_for_government


def stands(text: str, name: str, label: str = "GPE") -> bool:
    start = text.index(name)
    return stands_for_government(text, start, start + len(name), label)


@pytest.mark.parametrize(
    "text",
    [
        "Orlo said on Friday that it would wait.",
        "Orlo has repeatedly denied this.",
        "Orlo and New Venn signed a treaty.",
        "Orlo would not accept it",
        "Talks between Orlo and Venn failed.",
        "relations with Orlo soured",
        "pressure on Orlo grew",
        "according to Orlo, nothing happened",
        "The minister urged Orlo to wait.",
        "Orlo-backed forces",
        "pro-Orlo parties",
        "Orlo’s foreign policy",
        "in Venn on Friday, Orlo warned the others",
    ],
)
def test_what_speaks_or_acts_as_states_do_is_a_government(text: str) -> None:
    assert stands(text, "Orlo")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Orlo.",
        "people in Orlo said they were afraid",
        "ORLO, May 3 (Reuters)",
        "He flew to Orlo on Monday.",
        "Orlo is a city of a million.",
        "Orlo has a harbour.",
        "Orlo will host the games.",
        "the Orlo marathon",
        "near Orlo, soldiers said",
        "Orlo",
    ],
)
def test_where_something_happens_is_a_place(text: str) -> None:
    assert not stands(text, "Orlo" if "Orlo" in text else "ORLO")


def test_people_stand_for_the_government_before_its_offices() -> None:
    assert stands("Rovian officials said", "Rovian", "NORP")
    assert stands("the Rovian foreign ministry", "Rovian", "NORP")
    assert not stands("Rovian farmers said", "Rovian", "NORP")
    assert not stands("Rovians said they were afraid", "Rovians", "NORP")


def test_seat_of_a_government_stands_for_it_in_its_speakers_too() -> None:
    assert stands("a White Palace spokesman", "White Palace", "ORG")
    assert stands("The White Palace said", "White Palace", "ORG")
    assert not stands("tourists at the White Palace said", "White Palace", "ORG")
    assert not stands("the White Palace garden", "White Palace", "ORG")
