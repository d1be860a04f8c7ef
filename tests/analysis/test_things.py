"""Which names of organisations, places and peoples are names of the same thing."""

import pytest

from reader.analysis.things import Name, Things, brackets, is_acronym, singular


def keys(*named: tuple[str, ...], bracketed: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """The key of each of these: words, label and, where the gazetteer knows it, key."""
    names = [Name(words.lower(), label, "".join(key), words.lower(), is_acronym(words)) for words, label, *key in named]
    things = Things(names, bracketed)
    return [things.key(name.form) for name in names]


@pytest.mark.parametrize(
    "named",
    [
        [("Orlo Rescue Institute", "ORG"), ("ORI", "ORG")],
        [("ORI", "ORG"), ("Orlo Rescue Institute", "ORG")],
        [("Institute of the Orlo Coast", "ORG"), ("IOC", "ORG")],
        [("Orlo Oil", "ORG"), ("Orlo", "ORG")],
        [("Council of Orlo", "ORG"), ("Council", "ORG")],
        [("Northern Orlo Wanderers", "ORG"), ("Wanderers", "PRODUCT")],
        [("Orlo Rescue Institute", "ORG"), ("Rescue Institute", "ORG"), ("Institute", "ORG")],
        [("North Rovia", "GPE", "iso:NR"), ("North", "LOC")],
        [("South Rovia", "GPE", "iso:SR"), ("Rovia", "GPE")],
        [("Orlo Council", "ORG", "org:orlo"), ("Council", "ORG")],
        [("ORA", "ORG"), ("Administration", "ORG")],
        [("Victoria", "GPE"), ("Victorian", "NORP")],
        [("Orlo", "GPE"), ("Orloan", "NORP")],
        [("Orlo", "GPE"), ("State of Orlo", "GPE")],
    ],
)
def test_these_are_one(named: list[tuple[str, ...]]) -> None:
    assert len(set(keys(*named))) == 1


@pytest.mark.parametrize(
    "named",
    [
        [("Orlo", "GPE"), ("Orlo Institute", "ORG")],
        [("Orlo Oil", "ORG"), ("Orlo Gas", "ORG"), ("Orlo", "ORG")],
        [("Orlo Rescue Institute", "ORG"), ("Orlo Reading Institute", "ORG"), ("ORI", "ORG")],
        [("Orlo Rescue Institute", "ORG"), ("Ori", "ORG")],
        [("ORA", "ORG"), ("VIA", "ORG"), ("Agency", "ORG")],
        [("East Orlo", "GPE"), ("Orlo", "GPE")],
        [("Orlo Space Centre", "FAC"), ("Orlo Space Centre Museum", "FAC")],
        [("North Rovia", "GPE", "iso:NR"), ("South Rovia", "GPE", "iso:SR"), ("Rovia", "GPE")],
    ],
)
def test_these_are_not(named: list[tuple[str, ...]]) -> None:
    assert len(set(keys(*named))) == len(named)


def test_brackets_make_one_what_has_no_initials() -> None:
    named = [("Workers of Rovia", "ORG"), ("PKR", "ORG")]
    assert len(set(keys(*named))) == 2
    assert keys(*named, bracketed=(("workers of rovia", "pkr"),)) == ["org:workers of rovia"] * 2


def test_what_the_gazetteer_knows_is_the_fuller_name() -> None:
    named = [("Orlo Institute", "ORG"), ("OIX", "ORG", "org:oix")]
    assert keys(*named, bracketed=(("orlo institute", "oix"),)) == ["org:oix", "org:oix"]


def test_office_that_every_state_has_gets_no_key_across_articles() -> None:
    assert keys(("Foreign Ministry", "ORG"), ("Rovian Navy", "ORG")) == ["", "org:rovian navy"]


def test_office_is_known_by_its_fuller_name() -> None:
    assert keys(("Rovian Foreign Ministry", "ORG"), ("Foreign Ministry", "ORG")) == ["org:rovian foreign ministry"] * 2


def test_firm_is_called_by_its_first_word() -> None:
    things = Things([Name("orlo oil", "ORG", "", "orlo oil"), Name("venn family", "ORG", "", "venn family")], ())
    assert (things.firm("orlo"), things.firm("venn"), things.firm("nobody")) == ("orlo oil", "", "")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Orlo Institute (OI) said", (0, 1)),
        ("OI (Orlo Institute) said", (1, 0)),
        ("Orlo Institute (Venn) said", None),
        ("Orlo (OI) said", None),
        ("Orlo Institute and OI said", None),
    ],
)
def test_brackets_hold_the_acronym_of_a_name_of_several_words(text: str, pair: tuple[int, int] | None) -> None:
    names = ["Orlo Institute", "OI", "Venn"] if "Institute" in text else ["Orlo", "OI"]
    spans = sorted((text.index(name), text.index(name) + len(name)) for name in names if name in text)
    assert list(brackets(text, spans)) == ([pair] if pair else [])


@pytest.mark.parametrize(("word", "one"), [("rovians", "rovian"), ("swiss", "swiss"), ("rovian", "rovian")])
def test_peoples_are_compared_in_the_singular(word: str, one: str) -> None:
    assert singular(word) == one
