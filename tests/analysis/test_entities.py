"""Which names name the same thing."""

import pytest

from reader.analysis.entities import resolve
from reader.analysis.found import Found
from reader.analysis.gazetteer import Entry, Known
from reader.model.analysis import Names

TURKEY = Entry("iso:TR", "Turkey", "GPE", "TR")


def resolved(*named: tuple[str, str]) -> tuple[Names, list[str]]:
    """Entities of a text that consists of these names under these labels, and the key of each name."""
    text = " | ".join(words for words, _ in named)
    found, at = [], 0
    for words, label in named:
        at = text.index(words, at)
        found.append(Found(at, at + len(words), label))
        at += len(words)
    names = resolve(text, found)
    return names, [mention.entity for mention in names.mentions]


@pytest.mark.parametrize(
    "named",
    [
        [("Hakan Fidan", "PERSON"), ("Fidan", "PERSON")],
        [("Fidan", "PERSON"), ("Hakan Fidan", "PERSON")],
        [("Recep Tayyip Erdogan", "PERSON"), ("Tayyip Erdoğan", "PERSON"), ("Erdogan", "PERSON")],
        [("Mara A. Venn", "PERSON"), ("Mara Venn", "PERSON"), ("M. Venn", "PERSON")],
        [("Saddam Hussein", "PERSON"), ("Saddam", "PERSON")],
        [("Martin King Jr.", "PERSON"), ("King", "PERSON")],
        [("Orlo Rescue Institute", "ORG"), ("ORI", "ORG")],
        [("Institute of the Orlo Coast", "ORG"), ("IOC", "ORG")],
        [("Orlo Oil Co", "ORG"), ("Orlo Oil", "ORG"), ("Orlo", "ORG")],
        [("U.S. Navy", "ORG"), ("Navy", "ORG")],
        [("Rovians", "NORP"), ("Rovian", "NORP")],
        [("São Tião", "GPE"), ("Sao Tiao", "GPE")],
    ],
)
def test_these_are_one(named: list[tuple[str, str]]) -> None:
    names, keys = resolved(*named)
    assert len(names.entities) == 1
    assert len(set(keys)) == 1


@pytest.mark.parametrize(
    "named",
    [
        [("Hakan Fidan", "PERSON"), ("Antony Blinken", "PERSON")],
        [("Mara Venn", "PERSON"), ("Otto Venn", "PERSON")],
        [("Orlo", "GPE"), ("Orlo Institute", "ORG")],
        [("Orlo Oil", "ORG"), ("Orlo Gas", "ORG"), ("Orlo", "ORG")],
    ],
)
def test_these_are_not(named: list[tuple[str, str]]) -> None:
    names, _ = resolved(*named)
    assert len(names.entities) == len(named)


def test_entity_bears_the_fullest_name_and_comes_where_it_first_appears() -> None:
    names, _ = resolved(("Venn", "PERSON"), ("Orlo", "GPE"), ("Mara Venn", "PERSON"))
    assert [(entity.id, entity.name) for entity in names.entities] == [
        ("person:mara venn", "Mara Venn"),
        ("place:orlo", "Orlo"),
    ]


def test_lone_surname_gets_no_key_across_articles() -> None:
    names, keys = resolved(("Venn", "PERSON"), ("Orlo", "PERSON"), ("Venn", "PERSON"))
    assert keys == ["local:1", "local:2", "local:1"]
    assert [entity.name for entity in names.entities] == ["Venn", "Orlo"]


def test_surname_of_two_is_that_of_the_one_named_first() -> None:
    _, keys = resolved(("Mara Venn", "PERSON"), ("Otto Venn", "PERSON"), ("Venn", "PERSON"))
    assert keys[2] == "person:mara venn"


def test_surname_of_two_before_both_is_nobody_yet() -> None:
    _, keys = resolved(("Venn", "PERSON"), ("Mara Venn", "PERSON"), ("Otto Venn", "PERSON"))
    assert keys[0] == "local:1"


def test_people_of_a_state_count_for_it_under_their_own_label() -> None:
    text = "Turkish | Turkey"
    found = [
        Found(0, 7, "NORP", Known("Turkish", TURKEY, "NORP")),
        Found(10, 16, "GPE", Known("Turkey", TURKEY, "GPE")),
    ]
    names = resolve(text, found)
    assert [(e.id, e.name, e.label, e.country) for e in names.entities] == [("iso:TR", "Turkey", "GPE", "TR")]
    assert [(mention.label, mention.entity) for mention in names.mentions] == [("NORP", "iso:TR"), ("GPE", "iso:TR")]
