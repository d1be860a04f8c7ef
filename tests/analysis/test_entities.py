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


def test_surname_of_two_that_is_left_open_is_an_entity_of_its_own() -> None:
    names, keys = resolved(("Mara Venn", "PERSON"), ("Otto Venn", "PERSON"), ("Venn", "PERSON"))
    assert keys == ["person:mara venn", "person:otto venn", "local:1"]
    assert [entity.is_sure for entity in names.entities] == [True, True, False]


def test_people_of_a_state_count_for_it_under_their_own_label() -> None:
    text = "Turkish | Turkey"
    found = [
        Found(0, 7, "NORP", Known("Turkish", TURKEY, "NORP")),
        Found(10, 16, "GPE", Known("Turkey", TURKEY, "GPE")),
    ]
    names = resolve(text, found)
    assert [(e.id, e.name, e.label, e.country) for e in names.entities] == [("iso:TR", "Turkey", "GPE", "TR")]
    assert [(mention.label, mention.entity) for mention in names.mentions] == [("NORP", "iso:TR"), ("GPE", "iso:TR")]


def test_capital_that_speaks_is_the_government_of_its_state() -> None:
    text = "Ankara said so. A bomb in Ankara."
    known = Known("Ankara", Entry("place:ankara", "Ankara", "GPE", None, TURKEY), "GPE")
    names = resolve(text, [Found(0, 6, "GPE", known), Found(26, 32, "GPE", known)])
    assert [(mention.entity, mention.is_government) for mention in names.mentions] == [
        ("iso:TR", True),
        ("place:ankara", False),
    ]
    assert [(entity.name, entity.country) for entity in names.entities] == [("Turkey", "TR"), ("Ankara", None)]


def test_capital_that_is_a_surname_here_is_no_government() -> None:
    text = "Mara Ankara | Ankara said so."
    known = Known("Ankara", Entry("place:ankara", "Ankara", "GPE", None, TURKEY), "GPE")
    whole = [Found(0, 11, "PERSON"), Found(14, 20, "GPE", known)]
    halves = [Found(0, 4, "GPE"), Found(5, 11, "GPE", known), Found(14, 20, "GPE", known)]
    assert not any(mention.is_government for found in (whole, halves) for mention in resolve(text, found).mentions)


def test_state_that_speaks_is_a_government_and_stays_one_entity() -> None:
    text = "Turkey said so. Turkish officials went home to Turkey."
    state, people = Known("Turkey", TURKEY, "GPE"), Known("Turkish", TURKEY, "NORP")
    found = [Found(0, 6, "GPE", state), Found(16, 23, "NORP", people), Found(47, 53, "GPE", state)]
    names = resolve(text, found)
    assert len(names.entities) == 1
    assert [mention.is_government for mention in names.mentions] == [True, True, False]


def test_people_carry_their_roles() -> None:
    text = "Turkish Foreign Minister Hakan Fidan"
    found = [Found(0, 7, "NORP", Known("Turkish", TURKEY, "NORP")), Found(25, 36, "PERSON")]
    names = resolve(text, found)
    assert [[role.of(text) for role in entity.roles] for entity in names.entities] == [[], ["Turkish Foreign Minister"]]


def test_name_in_capitals_is_shown_as_written_elsewhere() -> None:
    names, _ = resolved(("MARA VENN", "PERSON"), ("Mara Venn", "PERSON"))
    assert [entity.name for entity in names.entities] == ["Mara Venn"]


@pytest.mark.parametrize("doubts", [(True, False), (False, True), (False, False)])
def test_thing_is_in_doubt_when_all_its_names_are(doubts: tuple[bool, bool]) -> None:
    names = resolve("Orlo | Orlo", [Found(0, 4, "GPE", None, doubts[0]), Found(7, 11, "GPE", None, doubts[1])])
    assert [entity.is_sure for entity in names.entities] == [any(doubts)]


def test_lone_name_of_a_firm_that_looks_like_a_person_is_the_firm() -> None:
    _, keys = resolved(("Orlo Oil", "ORG"), ("Orlo", "PERSON"))
    assert keys == ["org:orlo oil"] * 2


def test_local_keys_of_people_and_offices_differ() -> None:
    _, keys = resolved(("Venn", "PERSON"), ("Foreign Ministry", "ORG"), ("Ministry of Foreign Affairs", "ORG"))
    assert keys == ["local:1", "local:2", "local:2"]
