"""Names of a document, from what a model says and what is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.found import Found
from reader.analysis.gazetteer import Entry, Gazetteer, Known
from reader.analysis.names import Register
from reader.analysis.pieces import Piece, pieces
from reader.model.article import Part, PartKind
from reader.model.span import Span

ISRAEL = Entry("iso:IL", "Israel", "GPE", "IL")
HAMAS = Entry("org:hamas", "Hamas", "ORG")
GEORGIA = Entry("iso:GE", "Georgia", "GPE", "GE")
AMERICA = Entry("iso:US", "United States", "GPE", "US")
GAZETTE = Entry("media:gazette", "Gazette", "MEDIA")
GAZETTEER = Gazetteer(
    [
        Known("Israel", ISRAEL, "GPE"),
        Known("Israeli", ISRAEL, "NORP"),
        Known("Hamas", HAMAS, "ORG"),
        Known("Georgia", GEORGIA, "GPE", is_weak=True),
        Known("Georgians", GEORGIA, "NORP"),
        Known("America", AMERICA, "GPE"),
        Known("Gazette", GAZETTE, "MEDIA"),
    ]
)


def names(text: str, *seen: tuple[str, str], headline: str = "") -> list[tuple[str, str]]:
    """Names of a text in which the model saw, one after the other, these words under these labels."""
    return [one[:2] for one in doubts(text, *seen, headline=headline)]


def doubts(text: str, *seen: tuple[str, str], headline: str = "") -> list[tuple[str, str, bool]]:
    """The same, and whether each is sure."""
    whole = f"{headline}\n{text}" if headline else text
    register = Register(whole, GAZETTEER)
    if headline:
        register.add(Piece(0, headline, False), ())
    spans, at = [], 0
    for words, label in seen:
        at = text.index(words, at)
        spans.append((at, at + len(words), label))
        at += len(words)
    for piece in pieces(whole, [Part(PartKind.BODY, Span(len(whole) - len(text), len(whole)))]):
        at = piece.start - len(whole) + len(text)
        end = at + len(piece.text)
        register.add(piece, [(start - at, stop - at, label) for start, stop, label in spans if at <= start < end])
    return [(whole[one.start : one.end], one.label, one.is_sure) for one in register.names()]


def test_dates_and_numbers_name_nothing() -> None:
    assert names("On Monday 7 envoys met.", ("Monday", "DATE"), ("7", "CARDINAL")) == []


def test_lower_case_words_name_nothing() -> None:
    assert names("a jihadist cell", ("jihadist", "NORP")) == []


def test_hyphened_pair_names_both() -> None:
    """Whether the model sees nothing there, or one name."""
    assert names("the Israel-Hamas war") == [("Israel", "GPE"), ("Hamas", "ORG")]
    assert names("the Israel-Hamas war", ("Israel-Hamas", "ORG")) == [("Israel", "GPE"), ("Hamas", "ORG")]


def test_places_that_the_model_takes_together_are_two() -> None:
    text = "in North and Israel, Orlo"
    assert names(text, ("North and Israel, Orlo", "GPE")) == [("Israel", "GPE"), ("Orlo", "GPE")]


def test_known_name_inside_a_longer_one_is_a_part_of_it() -> None:
    assert names("the Bank of Israel said", ("Bank of Israel", "ORG")) == [("Bank of Israel", "ORG")]


def test_place_after_a_body_is_a_part_of_its_name_even_if_the_model_misses_that() -> None:
    assert names("The Progress Party of Israel won.") == [("Progress Party of Israel", "ORG")]
    assert names("The Church of Israel won.") == []


def test_gazetteer_knows_better_than_the_model() -> None:
    assert names("Gazette reported it.", ("Gazette", "PERSON")) == [("Gazette", "MEDIA")]


def test_weak_name_needs_the_model_to_see_one_of_its_kind() -> None:
    assert names("Georgia spoke.", ("Georgia", "GPE")) == [("Georgia", "GPE")]
    assert names("Georgia spoke.", ("Georgia", "PERSON")) == [("Georgia", "PERSON")]
    assert names("Georgia spoke.") == []


def test_weak_name_with_an_office_is_a_state() -> None:
    assert names("Georgia's Prime Minister left.", ("Georgia", "PERSON")) == [("Georgia", "GPE")]


def test_stray_name_out_of_an_office_is_no_name() -> None:
    assert names("the Secretary of State spoke", ("State", "ORG")) == []


def test_name_after_an_office_is_freed_of_it() -> None:
    text = "Minister of Energy Mara Venn spoke."
    assert names(text, ("Energy Mara Venn", "ORG")) == [("Mara Venn", "PERSON")]


def test_lone_surname_is_a_person_and_never_a_place() -> None:
    text = "Mara Venn arrived. Later Venn left."
    assert names(text, ("Mara Venn", "PERSON"), ("Venn", "GPE")) == [("Mara Venn", "PERSON"), ("Venn", "PERSON")]


def test_surname_that_comes_first_is_a_person_too() -> None:
    assert names("Venn Mara left. Venn spoke.", ("Venn Mara", "PERSON"), ("Venn", "ORG"))[1] == ("Venn", "PERSON")


def test_document_agrees_on_one_label() -> None:
    text = "Orlo won. Orlo lost. Orlo drew."
    assert {label for _, label in names(text, ("Orlo", "ORG"), ("Orlo", "GPE"), ("Orlo", "ORG"))} == {"ORG"}


def test_country_is_not_taken_for_a_person_of_that_surname() -> None:
    text = "Mara Israel spoke of Israel."
    assert names(text, ("Mara Israel", "PERSON"), ("Israel", "GPE"))[1] == ("Israel", "GPE")


def test_name_is_found_again_where_the_model_missed_it() -> None:
    text = "Mara Venn arrived. Later Venn left the Orlo Institute. The Orlo Institute is small."
    found = names(text, ("Mara Venn", "PERSON"), ("Orlo Institute", "ORG"))
    assert found.count(("Venn", "PERSON")) == 1
    assert found.count(("Orlo Institute", "ORG")) == 2


def test_repeated_name_inside_a_longer_one_is_left_alone() -> None:
    found = names("Mara Venn left. Then Venn Harbour closed.", ("Mara Venn", "PERSON"))
    assert found == [("Mara Venn", "PERSON")]


def test_surname_in_a_headline_is_found_from_the_body() -> None:
    found = names("Mara Venn arrived.", ("Mara Venn", "PERSON"), headline="Call With Foreign Minister Venn")
    assert found == [("Venn", "PERSON"), ("Mara Venn", "PERSON")]


def test_surname_in_a_line_of_capitals_is_found_from_the_body() -> None:
    found = names("VENN ARRIVES IN ORLO\nMara Venn arrived.", ("Mara Venn", "PERSON"))
    assert found[0] == ("VENN", "PERSON")


def test_acronym_is_found_from_the_name_that_it_shortens() -> None:
    text = "The Orlo Relief stays. OR said so, or not."
    assert names(text, ("Orlo Relief", "ORG")) == [("Orlo Relief", "ORG"), ("OR", "ORG")]


def test_short_name_of_a_company_is_an_organisation() -> None:
    text = "Orlo Mining Corp rose. Orlo fell."
    assert names(text, ("Orlo Mining Corp", "ORG"), ("Orlo", "PERSON"))[1] == ("Orlo", "ORG")


def test_person_in_a_place_is_a_place() -> None:
    assert names("It rained in Orlo.", ("Orlo", "PERSON")) == [("Orlo", "GPE")]


def test_weak_name_means_the_same_wherever_the_document_is_agreed() -> None:
    text = "Georgia spoke. Georgia left. Georgia won."
    found = doubts(text, ("Georgia", "GPE"), ("Georgia", "GPE"), ("Georgia", "PERSON"))
    assert found == [("Georgia", "GPE", True)] * 3


def test_name_is_in_doubt_where_as_much_speaks_for_one_kind_as_for_another() -> None:
    assert doubts("Orlo won. Orlo lost.", ("Orlo", "ORG"), ("Orlo", "PERSON")) == [("Orlo", "ORG", False)] * 2
    assert doubts("Orlo won. Orlo lost.", ("Orlo", "GPE"), ("Orlo", "LOC"))[0][2]


def test_weak_name_is_in_doubt_where_somebody_bears_it() -> None:
    found = doubts("Mara Georgia spoke of Georgia.", ("Mara Georgia", "PERSON"), ("Georgia", "GPE"))
    assert found == [("Mara Georgia", "PERSON", True), ("Georgia", "GPE", False)]


def test_country_that_may_be_an_american_state_is_in_doubt_where_the_document_speaks_of_america() -> None:
    assert doubts("Georgia spoke.", ("Georgia", "GPE")) == [("Georgia", "GPE", True)]
    assert doubts("Georgia and America spoke.", ("Georgia", "GPE"))[0] == ("Georgia", "GPE", False)
    assert doubts("Georgia and America met Georgians.", ("Georgia", "GPE"))[0] == ("Georgia", "GPE", True)


def test_surname_is_found_with_its_particles() -> None:
    text = "Mara von der Venn arrived. Then von der Venn left with al-Orlo, whom Tarik al-Orlo knew."
    found = names(text, ("Mara von der", "PERSON"), ("Venn", "GPE"), ("Venn", "GPE"), ("Tarik al-Orlo", "PERSON"))
    assert [name for name, _ in found] == ["Mara von der Venn", "von der Venn", "al-Orlo", "Tarik al-Orlo"]
    assert {label for _, label in found} == {"PERSON"}


def test_two_neighbouring_people_are_one() -> None:
    assert names("Mara Le Venn left.", ("Mara Le", "PERSON"), ("Venn", "PERSON")) == [("Mara Le Venn", "PERSON")]


@pytest.mark.parametrize(("source", "label"), [("Gazette", "MEDIA"), ("Orlo Wire", "MEDIA"), ("Hamas", "ORG")])
def test_source_is_a_medium_unless_it_is_known_as_something_else(source: str, label: str) -> None:
    text = f"({source}) It rained."
    register = Register(text, GAZETTEER)
    register.add_source(Span(1, 1 + len(source)))
    assert [found[:3] for found in register.names()] == [(1, 1 + len(source), label)]


def test_names_do_not_overlap_however_the_model_and_the_gazetteer_disagree() -> None:
    text = "Israeli Gazette Hamas"
    register = Register(text, GAZETTEER)
    register.add(Piece(0, text, True), [(0, 15, "ORG"), (8, 21, "PERSON")])
    found = register.names()
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(isinstance(one, Found) for one in found)


@given(st.data())
def test_names_are_exact_whatever_the_model_sees(data: st.DataObject) -> None:
    """They do not overlap, hold no line break, have no blank edge, and name something."""
    words = "Israel Hamas Georgia Orlo von al-Venn and of Party (OR) 2031 general election President , - / VENN \n"
    text = " ".join(data.draw(st.lists(st.sampled_from(words.split(" ")), min_size=1, max_size=25)))
    register = Register(text, GAZETTEER)
    for piece in pieces(text, [Part(PartKind.BODY, Span(0, len(text)))]):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(piece.text)), max_size=8)))
        labels = st.sampled_from(("PERSON", "ORG", "GPE", "NORP", "EVENT"))
        register.add(piece, [(start, end, data.draw(labels)) for start, end in pairwise(cuts)])
    found = register.names()
    assert all(one.end <= two.start for one, two in pairwise(found))
    for one in found:
        name = text[one.start : one.end]
        assert name == name.strip() != ""
        assert "\n" not in name
