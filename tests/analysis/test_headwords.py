"""The kind of thing that a word of a name tells."""

import pytest

from reader.analysis.headwords import told_by_words


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Orlo Freedom Party", "ORG"),
        ("Party", "PERSON"),
        ("Ministry of Rivers", "PERSON"),
        ("Orlo River", "LOC"),
        ("War of Orlo", "PERSON"),
        ("Orlo Civil War", "EVENT"),
        ("Treaty", "PERSON"),
        ("Orlo Treaty", "LAW"),
        ("Orlo Prize for Peace", "WORK_OF_ART"),
        ("Frente Orlo", "ORG"),
        ("Mara Venn", "PERSON"),
    ],
)
def test_head_word_tells_more_than_the_model(name: str, label: str) -> None:
    assert told_by_words(name, "PERSON") == label


def test_label_that_does_not_contradict_the_head_word_stays() -> None:
    assert told_by_words("Orlo Island", "GPE") == "GPE"
    assert told_by_words("Orlo Airport", "FAC") == "FAC"
