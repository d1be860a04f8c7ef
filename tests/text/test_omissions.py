"""What a summary leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.text.omissions import MOST, OmissionKind, omissions
from reader.text.sentences import sentences
from tests.spans import span_of

TEXT = (
    "Rovia closed the harbour. Orlo protested. Mara Venn of Orlo said that 300 people were stranded. "
    "Rovia and Orlo did not sign the treaty. Orlo paid $5 million. Boats left Zend and Zend again."
)
SENTENCES = tuple(sentences(TEXT, Span(0, len(TEXT))))


def mentions(words: str, label: str, entity: str) -> list[Mention]:
    found, start = [], TEXT.find(words)
    while start >= 0:
        found.append(Mention(Span(start, start + len(words)), label, entity))
        start = TEXT.find(words, start + 1)
    return found


ENTITIES = (
    Entity("iso:RO", "Rovia", "GPE", "RO"),
    Entity("iso:OO", "Orlo", "GPE", "OO"),
    Entity("person:mara venn", "Mara Venn", "PERSON"),
    Entity("place:zend", "Zend", "GPE"),
)
MENTIONS = sorted(
    [
        *mentions("Rovia", "GPE", "iso:RO"),
        *mentions("Orlo", "GPE", "iso:OO"),
        *mentions("Mara Venn", "PERSON", "person:mara venn"),
        *mentions("Zend", "GPE", "place:zend"),
    ],
    key=lambda mention: mention.span,
)
VENN = Statement(
    (span_of(TEXT, "that 300 people were stranded"),),
    (span_of(TEXT, "Mara Venn"),),
    (span_of(TEXT, "said"),),
    kind=SpeakerKind.ENTITY,
    entity="person:mara venn",
    authority=Authority.RECORD,
)
OFFICIALS = Statement(
    (span_of(TEXT, "Zend and Zend again"),),
    (span_of(TEXT, "Boats"),),
    (span_of(TEXT, "left"),),
    kind=SpeakerKind.GROUP,
    authority=Authority.UNNAMED,
)
ANALYSIS = Analysis(
    "", sentences=SENTENCES, entities=ENTITIES, mentions=tuple(MENTIONS), statements=(VENN, OFFICIALS), complete=True
)


def told(chosen: list[int], kind: OmissionKind) -> list[tuple[str, int]]:
    return [(one.what, one.sentence) for one in omissions(TEXT, ANALYSIS, chosen) if one.kind is kind]


def test_a_party_that_no_chosen_sentence_names_is_left_out() -> None:
    assert told([0], OmissionKind.PARTY) == [("Orlo", 1)]
    assert told([0, 1], OmissionKind.PARTY) == []


def test_places_that_are_no_states_are_no_parties() -> None:
    assert "Zend" not in [what for what, _ in told([0], OmissionKind.PARTY)]


def test_somebody_on_record_who_is_not_heard_is_left_out() -> None:
    assert told([0], OmissionKind.SPEAKER) == [("Mara Venn", 2)]
    assert told([2], OmissionKind.SPEAKER) == []


def test_what_others_say_is_left_out_with_who_says_it() -> None:
    assert told([0], OmissionKind.STATEMENT) == [("Boats: Zend and Zend again", 5)]


def test_figures_that_mean_something_are_left_out() -> None:
    assert told([0], OmissionKind.FIGURE) == [("300 people", 2), ("$5 million", 4)]
    assert told([2], OmissionKind.FIGURE) == [("$5 million", 4)]


def test_what_is_denied_is_left_out() -> None:
    assert [number for _, number in told([0], OmissionKind.DENIAL)] == [3]


@pytest.mark.parametrize(
    "sentence",
    ["Never.", "It was not raining.", "Orlo asks whether or not it rains.", "Orlo is not alone.", "Orlo left."],
)
def test_a_no_that_denies_nothing_of_anybody_is_not_told(sentence: str) -> None:
    text = f"Rovia left. {sentence}"
    named = [Mention(span_of(text, "Orlo"), "GPE", "iso:OO")] if "Orlo" in sentence else []
    spans = tuple(sentences(text, Span(0, len(text))))
    analysis = Analysis("", sentences=spans, entities=ENTITIES, mentions=tuple(named))
    assert [one for one in omissions(text, analysis, [0]) if one.kind is OmissionKind.DENIAL] == []


@pytest.mark.parametrize(("who", "what"), [("Nobody", "that it would rain"), ("Officials", "it"), ("Most", "so much")])
def test_what_nobody_in_particular_says_or_a_word_or_two_are_not_told(who: str, what: str) -> None:
    text = f"Rovia left. {who} said {what}."
    statement = Statement(
        (span_of(text, what),),
        (span_of(text, who),),
        (span_of(text, "said"),),
        kind=SpeakerKind.GROUP,
        authority=Authority.UNNAMED,
    )
    analysis = Analysis("", sentences=tuple(sentences(text, Span(0, len(text)))), statements=(statement,))
    assert omissions(text, analysis, [0]) == ()


def test_the_medium_of_the_article_is_no_party() -> None:
    assert all(one.entity != "iso:OO" for one in omissions(TEXT, ANALYSIS, [0], own="iso:OO"))


def test_nothing_is_left_out_of_no_summary_and_of_the_whole() -> None:
    assert omissions(TEXT, ANALYSIS, []) == ()
    assert omissions(TEXT, ANALYSIS, range(len(SENTENCES))) == ()


def test_no_kind_fills_the_screen() -> None:
    text = " ".join(f"{number},000 people left." for number in range(1, 40))
    spans = tuple(sentences(text, Span(0, len(text))))
    assert len(omissions(text, Analysis("", sentences=spans), [0])) == MOST


@given(st.sets(st.integers(0, len(SENTENCES) - 1), min_size=1))
def test_all_that_is_left_out_stands_in_a_sentence_that_is_not_chosen(chosen: set[int]) -> None:
    for one in omissions(TEXT, ANALYSIS, sorted(chosen)):
        assert one.sentence not in chosen
        assert SENTENCES[one.sentence].overlaps(one.span)
