"""Names cut to the person whom they hold."""

import pytest

from reader.analysis.cutting import cut
from reader.analysis.found import Found


def cut_out(words: str, label: str, person: str = "Mara Venn") -> tuple[str, str]:
    """What is left of a name, and its label, in a text that gives the full name of a person, too."""
    text = f"{person} | {words}"
    start = len(person) + 3
    one = list(cut(text, [Found(0, len(person), "PERSON"), Found(start, len(text), label)]))[1]
    return text[one.start : one.end], one.label


@pytest.mark.parametrize("label", ["ORG", "PRODUCT", "WORK_OF_ART"])
def test_full_name_of_a_person_is_cut_out_of_what_is_no_body(label: str) -> None:
    assert cut_out("Mara Venn Photographic Legacy Programme", label) == ("Mara Venn", "PERSON")


@pytest.mark.parametrize(
    "words",
    [
        "Mara Venn Foundation",
        "Mara Venn Photographic Museum",
        "Mara Venn & Sons Oil",
        "Mara Vennson Deep Oil",
        "Venn Deep Oil",
    ],
)
def test_what_is_named_after_a_person_stays_whole(words: str) -> None:
    assert cut_out(words, "ORG") == (words, "ORG")


def test_person_ends_before_what_is_hers() -> None:
    assert cut_out("Otto Orlo’s Meeting", "PERSON") == ("Otto Orlo", "PERSON")
    assert cut_out("Otto Orlo's Meeting", "ORG") == ("Otto Orlo's Meeting", "ORG")
