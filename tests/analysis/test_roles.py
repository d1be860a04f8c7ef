"""Offices and titles that a text gives to people."""

import re

import pytest

from reader.analysis.found import Found
from reader.analysis.roles import Roles, gender
from reader.model.span import Span

LABELS = {"Venn": "PERSON", "Rovian": "NORP"}


def named(text: str, *names: tuple[str, str]) -> list[Found]:
    """These names under these labels, in text order."""
    found, at = [], 0
    for words, label in names:
        at = text.index(words, at)
        found.append(Found(at, at + len(words), label))
        at += len(words)
    return found


def roles(text: str) -> list[str]:
    """The roles of `Venn` in a text that speaks of Rovian things, too."""
    found = [Found(m.start(), m.end(), LABELS[m[0]]) for m in re.finditer("Venn|Rovian", text)]
    return [span.of(text) for span in Roles(text, found).of([one for one in found if one.label == "PERSON"])]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rovian Foreign Minister Venn spoke.", "Rovian Foreign Minister"),
        ("the Rovian foreign minister Venn spoke", "Rovian foreign minister"),
        ("Rovian's Prime Minister Venn left.", "Rovian's Prime Minister"),
        ("Secretary of State Venn spoke.", "Secretary of State"),
        ("former President Venn", "former President"),
        ("then-President Venn", "then-President"),
        ("Secretary-General Venn", "Secretary-General"),
        ("Sen. Venn voted.", "Sen."),
        ("Brig. Gen. Venn", "Brig. Gen."),
        ("President and Commander Venn", "Commander"),
        ("a director for Senator Venn", "Senator"),
        ("Venn, the Rovian foreign minister, spoke.", "Rovian foreign minister"),
        ("Venn, the Rovian minister of health, spoke.", "Rovian minister of health"),
        ("Venn, Rovian president.", "Rovian president"),
    ],
)
def test_office_before_or_behind_a_name_is_a_role_with_its_state(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Venn spoke.",
        "They spoke in general Venn said.",
        "He is a counselor to Venn.",
        "She met the president. Venn was late.",
        "Foreign Minister\nVenn",
        "Venn, the president and others",
        "Venn, leader, left.",
        "Venn, Foreign Minister Orlo and others",
        "Venn said the minister was ill.",
    ],
)
def test_what_is_no_clear_office_is_no_role(text: str) -> None:
    assert roles(text) == []


def test_role_may_hold_the_name_of_a_body() -> None:
    text = "President of the Orlo Union Venn and Venn, spokesman for the Orlo Union, spoke."
    union = ("Orlo Union", "ORG")
    found = named(text, union, ("Venn", "PERSON"), ("Venn", "PERSON"), union)
    told = Roles(text, found).of([one for one in found if one.label == "PERSON"])
    assert [span.of(text) for span in told] == ["President of the Orlo Union", "spokesman for the Orlo Union"]


def test_the_same_role_is_told_once_and_as_fully_as_it_stands() -> None:
    text = "Foreign Minister Venn said. FOREIGN MINISTER Venn. Rovian Foreign Minister Venn."
    assert roles(text) == ["Rovian Foreign Minister"]


def test_roles_come_in_text_order() -> None:
    text = "Minister Venn, then Senator Venn"
    assert roles(text) == ["Minister", "Senator"]


def test_spans_point_into_the_text() -> None:
    text = "Today President Venn"
    assert Roles(text, []).of(named(text, ("Venn", "PERSON"))) == (Span(6, 15),)


@pytest.mark.parametrize(
    ("before", "told"), [("Mr. ", "m"), ("Mrs ", "f"), ("Queen ", "f"), ("President ", ""), ("", "")]
)
def test_some_titles_tell_the_gender(before: str, told: str) -> None:
    assert gender(f"{before}Venn", len(before)) == told
