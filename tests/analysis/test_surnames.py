"""Surnames that begin with particles."""

import pytest

from reader.analysis.surnames import last_word, lone_names, surname_end, surname_start


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Later von der Venn left.", "Venn", "von der Venn"),
        ("Later al-Venn left.", "Venn", "al-Venn"),
        ("Mara von der Venn left.", "Mara von der", "Mara von der Venn"),
        ("Mara bin Orlo al-Venn left.", "Mara bin Orlo", "Mara bin Orlo al-Venn"),
        ("Mara de la Rovia left.", "Mara", "Mara de la Rovia"),
        ("Mara Venn left.", "Mara", "Mara"),
        ("metal Venn left.", "Venn", "Venn"),
        ("Mara von der said", "Mara von der", "Mara von der"),
    ],
)
def test_name_that_is_cut_at_a_particle_is_made_whole(text: str, seen: str, whole: str) -> None:
    start = text.index(seen)
    assert text[surname_start(text, start) : surname_end(text, start, start + len(seen))] == whole


@pytest.mark.parametrize(
    ("name", "last"),
    [("Mara Venn", "Venn"), ("Mara al-Venn", "Venn"), ("Mara Orlo-Venn", "Orlo-Venn"), ("Venn", "Venn")],
)
def test_last_word_of_a_name_leaves_out_its_article(name: str, last: str) -> None:
    assert last_word(name) == last


def test_first_and_last_word_and_surname_with_its_particles_name_somebody_alone() -> None:
    assert list(lone_names(["mara", "von", "der", "venn"])) == ["mara", "venn", "von der venn"]
