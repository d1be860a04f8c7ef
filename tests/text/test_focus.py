import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.text.focus import concerned, mentioned
from reader.text.sentences import sentences
from tests.spans import span_of

TEXT = (
    "Ana Petrova met envoys of Rovia. They signed nothing. Rovian troops stay in Orlo. The talks went on. "
    '"We shall see," she said. Petrova left for Petrovagrad. The Petrova Institute was silent on the talks.'
)
ENTITIES = (
    Entity("person:ana petrova", "Ana Petrova", "PERSON"),
    Entity("iso:RV", "Rovia", "GPE"),
    Entity("org:petrova institute", "The Petrova Institute", "ORG"),
)
MENTIONS = (
    Mention(span_of(TEXT, "Ana Petrova"), "PERSON", "person:ana petrova"),
    Mention(span_of(TEXT, "Rovia"), "GPE", "iso:RV"),
    Mention(span_of(TEXT, "Rovian"), "NORP", "iso:RV"),
    Mention(span_of(TEXT, "The Petrova Institute"), "ORG", "org:petrova institute"),
)
SAID = Statement(
    (span_of(TEXT, '"We shall see,"'),),
    (span_of(TEXT, "she"),),
    (span_of(TEXT, "said"),),
    kind=SpeakerKind.ENTITY,
    entity="person:ana petrova",
)
ANALYSIS = Analysis(
    "",
    sentences=tuple(sentences(TEXT, Span(0, len(TEXT)))),
    entities=ENTITIES,
    mentions=MENTIONS,
    statements=(SAID,),
)


def words_about(words: str) -> list[str]:
    return [span.of(TEXT) for span in mentioned(TEXT, ANALYSIS, words)]


@pytest.mark.parametrize("words", ["Rovia", "rovian", "iso:RV", "ISO:rv"])
def test_an_entity_goes_by_its_name_its_key_and_what_the_article_calls_it(words: str) -> None:
    assert words_about(words) == ["Rovia", "Rovian"]


def test_a_person_goes_by_the_surname_and_is_found_where_a_pronoun_speaks() -> None:
    assert words_about("Ana Petrova") == ["Ana Petrova", "she"]
    assert words_about("petrova") == ["Ana Petrova", "Petrova", "she", "Petrova", "Petrova"]


def test_other_words_are_found_whole_wherever_they_stand() -> None:
    assert words_about("talks") == ["talks", "talks"]
    assert words_about("the talks went") == ["The talks went"]


@pytest.mark.parametrize("words", ["Zanzibar", "Petrov", "", "  ", "…"])
def test_what_does_not_stand_there_is_not_found(words: str) -> None:
    assert words_about(words) == []


def test_sentences_tell_of_what_they_hold_and_of_what_they_lean_on() -> None:
    assert concerned(TEXT, ANALYSIS, mentioned(TEXT, ANALYSIS, "Rovia")) == (0, 1, 2)
    assert concerned(TEXT, ANALYSIS, mentioned(TEXT, ANALYSIS, "Orlo")) == (2,)


def test_what_stands_outside_of_the_sentences_concerns_none() -> None:
    headed = Analysis("", sentences=ANALYSIS.sentences[2:])
    assert concerned(TEXT, headed, mentioned(TEXT, ANALYSIS, "envoys")) == ()
    assert concerned(TEXT, ANALYSIS, ()) == ()


@given(st.text(max_size=20))
def test_any_words_may_be_asked_for(words: str) -> None:
    spans = mentioned(TEXT, ANALYSIS, words)
    assert list(spans) == sorted(spans, key=lambda span: span.start)
    numbers = concerned(TEXT, ANALYSIS, spans)
    assert list(numbers) == sorted(set(numbers))
    assert bool(spans) == bool(numbers)
