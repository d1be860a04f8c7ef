"""Whole names of parties and other bodies."""

from reader.analysis.bodies import with_bodies
from reader.analysis.found import Found


def bodies(text: str, *model: tuple[str, str], known: str = "") -> list[tuple[str, str]]:
    """Names of a text in which the model saw these words under these labels."""
    seen = [Found(text.index(words), text.index(words) + len(words), label) for words, label in model]
    told = [Found(text.index(known), text.index(known) + len(known), "GPE")] if known else []
    return [(text[one.start : one.end], one.label) for one in sorted(with_bodies(text, seen, told))]


def test_place_that_a_body_is_of_belongs_to_its_name() -> None:
    text = "The Workers Party of South Rovia Chairman left."
    whole = [("Workers Party of South Rovia", "ORG")]
    assert bodies(text, ("Workers Party", "ORG"), ("South Rovia", "GPE")) == whole
    assert bodies(text, ("Workers Party", "ORG"), known="South Rovia") == whole


def test_unknown_word_after_a_body_is_left_to_itself() -> None:
    assert bodies("the Workers Party for Friday", ("Workers Party", "ORG")) == [("Workers Party", "ORG")]


def test_two_adjectives_before_a_party_make_one_name() -> None:
    text = "the Social Democratic and Farmers Party"
    model = (("Social Democratic", "ORG"), ("Farmers Party", "ORG"))
    assert bodies(text, *model) == [("Social Democratic and Farmers Party", "ORG")]


def test_two_bodies_side_by_side_stay_two() -> None:
    text = "Orlo Watch and Farmers Party"
    model = (("Orlo Watch", "ORG"), ("Farmers Party", "ORG"))
    assert bodies(text, *model) == list(model)


def test_known_country_beside_a_party_is_no_half_of_its_name() -> None:
    assert bodies("the Rovia and Farmers Party", ("Farmers Party", "ORG"), known="Rovia") == [("Farmers Party", "ORG")]


def test_person_before_a_party_is_no_part_of_its_name() -> None:
    model = (("Mara Venn", "PERSON"), ("Farmers Party", "ORG"))
    assert bodies("Mara Venn Farmers Party", *model) == list(model)


def test_owner_of_a_party_is_no_part_of_its_name() -> None:
    model = (("Venn", "PERSON"), ("Farmers Party", "ORG"))
    assert bodies("Venn's Farmers Party", *model) == list(model)


def test_party_is_found_where_the_model_saw_nothing() -> None:
    assert bodies("the Orlo Farmers Party won") == [("Orlo Farmers Party", "ORG")]
    assert bodies("The Party won") == []
