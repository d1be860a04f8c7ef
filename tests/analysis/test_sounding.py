"""What spellings of one name have in common."""

import pytest

from reader.analysis.given_names import may_be_one
from reader.analysis.sounding import sound


@pytest.mark.parametrize(
    "spellings",
    [
        ("zelensky", "zelenskyy", "zelenskiy", "zelenskyi"),
        ("gaddafi", "qaddafi", "kadhafi", "gadhafi", "kadafi"),
        ("mohammed", "muhammad", "mohamed", "mohammad"),
        ("yanukovych", "yanukovich"),
        ("hussein", "hussain", "husayn"),
        ("nasrallah", "nasralla"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("hassan", "hussein"), ("maria", "mario"), ("julia", "julie"), ("tim", "tom"), ("kerry", "gerry")),
        *(("hansen", "hanson"), ("clark", "clarke"), ("daniel", "danielle"), ("putin", "patin")),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("joe", "joseph"), ("tony", "antony"), ("bill", "william"), ("sergei", "serhiy")]
)
def test_short_and_foreign_forms_may_be_one_given_name(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), [("joe", "john"), ("maria", "mario"), ("venn", "venn")])
def test_others_may_not(one: str, other: str) -> None:
    assert not may_be_one(one, other)
