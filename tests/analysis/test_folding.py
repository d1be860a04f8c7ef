"""Names made comparable."""

import pytest

from reader.analysis.folding import comparable
from reader.text.names import folded_name


@pytest.mark.parametrize("name", ["Erdoğan", "ERDOGAN", "erdogan"])
def test_case_and_accents_do_not_count(name: str) -> None:
    assert folded_name(name) == "erdogan"


@pytest.mark.parametrize(("name", "form"), [("U.S.", "us"), ("al-Thani", "al thani"), ("Orlo  Oil", "orlo oil")])
def test_dots_hyphens_and_blanks_do_not_count(name: str, form: str) -> None:
    assert folded_name(name) == form


@pytest.mark.parametrize(
    ("name", "label", "form"),
    [
        ("Martin King Jr.", "PERSON", "martin king"),
        ("Orlo Oil Inc.", "ORG", "orlo oil"),
        ("U.S. Navy", "ORG", "navy"),
        ("US Coast", "LOC", "us coast"),
        ("Ministry of Foreign Affairs", "ORG", "foreign ministry"),
        ("Rovian Ministry of Defence", "ORG", "rovian defense ministry"),
        ("Ministry of the Interior of Rovia", "ORG", "rovia interior ministry"),
        ("Foreign Ministry", "ORG", "foreign ministry"),
    ],
)
def test_suffixes_and_forms_of_offices_do_not_count(name: str, label: str, form: str) -> None:
    assert comparable(name, label) == form
