"""Which names of people are names of the same person."""

from collections.abc import Iterable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.people import People, Who


def asked(*forms: str, genders: Iterable[str] = ()) -> list[Who]:
    """Who is named by each of these folded names, in text order."""
    told = [*genders] or [""] * len(forms)
    named = list(zip(forms, told, strict=True))
    people = People(named, count(1))
    return [people.who(form, gender) for form, gender in named]


@pytest.mark.parametrize(
    "forms",
    [
        ["hakan fidan", "fidan"],
        ["fidan", "hakan fidan"],
        ["recep tayyip erdogan", "tayyip erdogan", "erdogan"],
        ["mara a venn", "mara venn", "m venn"],
        ["saddam hussein", "saddam"],
        ["ursula von der leyen", "von der leyen", "leyen"],
        ["mohammed bin salman", "bin salman"],
        ["mohammed al thani", "al thani", "thani"],
        ["bashar al assad", "assad"],
        ["gustavo petro urrego", "petro"],
        ["volodymyr zelensky", "zelenskyy", "volodymyr zelenskiy"],
        ["muammar gaddafi", "qaddafi", "muammar kadhafi"],
        ["mohammed venn", "muhammad venn"],
        ["kristen wilkins", "kristin wilkins", "wilkins"],
        ["antony blinken", "tony blinken"],
        ["joe venn", "joseph r venn"],
        ["sergei lavrov", "sergey lavrov"],
    ],
)
def test_these_are_one_person(forms: list[str]) -> None:
    assert len({who.key for who in asked(*forms)}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ["hakan fidan", "antony blinken"],
        ["mara venn", "otto venn"],
        ["mohammed bin salman", "salman"],
        ["hassan venn", "hussein venn"],
        ["maria venn", "mario venn"],
        ["julia venn", "julie venn"],
        ["tim venn", "tom venn"],
        ["george h w bush", "george w bush"],
        ["joe venn", "joseph venn", "mara venn"],
        ["kerry", "gerry"],
        ["hansen", "hanson"],
    ],
)
def test_these_are_not(forms: list[str]) -> None:
    assert len({who.key for who in asked(*forms)}) == len(forms)


def test_initials_in_the_middle_are_not_in_the_key() -> None:
    assert asked("antony j blinken") == asked("antony blinken") == [Who("person:antony blinken")]


def test_initials_stay_where_they_tell_two_apart() -> None:
    keys = [who.key for who in asked("george h w bush", "george w bush")]
    assert keys == ["person:george h w bush", "person:george w bush"]


def test_surname_alone_gets_no_key_across_articles() -> None:
    assert [who.key for who in asked("venn", "orlo", "venn", "von venn")] == [
        "local:1",
        "local:2",
        "local:1",
        "local:1",
    ]


def test_surname_of_two_is_that_of_the_only_one_named_so_far() -> None:
    assert asked("mara venn", "venn", "otto venn")[1] == Who("person:mara venn")


def test_surname_of_two_goes_on_meaning_whom_it_meant() -> None:
    assert asked("mara venn", "venn", "otto venn", "venn")[3] == Who("person:mara venn")


def test_surname_of_two_who_are_both_named_is_left_open() -> None:
    assert asked("mara venn", "otto venn", "venn")[2] == Who("local:1", is_sure=False)


def test_surname_before_the_two_who_bear_it_is_left_open() -> None:
    assert asked("venn", "mara venn", "otto venn")[0] == Who("local:1", is_sure=False)


def test_titles_tell_a_couple_apart() -> None:
    forms = ["mara venn", "otto venn", "venn", "venn"]
    assert asked(*forms, genders=["f", "m", "f", "m"])[2:] == [Who("person:mara venn"), Who("person:otto venn")]


def test_surname_goes_before_a_first_name() -> None:
    assert asked("james venn", "orlo james", "james")[2] == Who("person:orlo james")


NAMES = st.lists(st.text(st.sampled_from("abkmnoiry"), min_size=1, max_size=7), min_size=1, max_size=4).map(" ".join)


@given(st.lists(NAMES, max_size=12))
def test_the_same_full_name_is_always_the_same_person(forms: list[str]) -> None:
    by_form: dict[str, set[str]] = {}
    for form, who in zip(forms, asked(*forms), strict=True):
        by_form.setdefault(form, set()).add(who.key)
    assert all(len(keys) == 1 for form, keys in by_form.items() if " " in form)


@given(st.lists(NAMES, max_size=12))
def test_everybody_has_a_key_of_one_of_the_two_kinds(forms: list[str]) -> None:
    assert all(who.key.startswith(("person:", "local:")) for who in asked(*forms))
