"""What is left of the names that the model saw."""

import pytest

from reader.analysis.mending import mended


def names(text: str, words: str, label: str) -> list[tuple[str, str]]:
    start = text.index(words)
    return [(text[one.start : one.end], one.label) for one in mended(text, [(start, start + len(words), label)])]


@pytest.mark.parametrize(
    ("words", "label", "left"),
    [
        ("Monday", "DATE", []),
        ("Group", "ORG", []),
        ("General Mara Venn", "ORG", [("Mara Venn", "PERSON")]),
        ("General Orlo Company", "ORG", [("General Orlo Company", "ORG")]),
        ("Venn 57", "PERSON", [("Venn", "PERSON")]),
        ("Orlo Convention 2016", "EVENT", [("Orlo Convention 2016", "EVENT")]),
        ("Orlofax news agency", "ORG", [("Orlofax", "ORG")]),
        ("Orlo Air / Venn Air", "ORG", [("Orlo Air", "ORG"), ("Venn Air", "ORG")]),
        ("Goalkeepers - Mara Venn", "PERSON", [("Mara Venn", "PERSON")]),
        ("Mara Venn - engineering", "PERSON", [("Mara Venn", "PERSON")]),
        ("Orlo - Venn", "GPE", [("Orlo - Venn", "GPE")]),
        ("In Orlo", "GPE", [("Orlo", "GPE")]),
    ],
)
def test_name_is_freed_of_what_does_not_belong_to_it(words: str, label: str, left: list[tuple[str, str]]) -> None:
    assert names(f"There was {words}, they said.", words, label) == left


def test_model_is_believed_little_in_a_line_of_capitals() -> None:
    assert names("GUNMEN LEAVE ORLOSK", "GUNMEN", "ORG") == []
    assert names("GUNMEN LEAVE ORLOSK", "ORLOSK", "GPE") == [("ORLOSK", "GPE")]
    assert names("ORF LEAVES", "ORF", "ORG") == [("ORF", "ORG")]
