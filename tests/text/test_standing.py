"""Sentences that cannot stand alone."""

import pytest

from reader.model.analysis import Analysis
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.text.standing import antecedent, leans
from tests.spans import span_of


@pytest.mark.parametrize(
    "sentence",
    [
        "They expressed concern.",
        "He left.",
        "“They are wrong,” she said.",
        "These talks failed.",
        "However, they left.",
        "But this was denied.",
        "It was signed in May.",
        "Both left.",
    ],
)
def test_a_sentence_that_points_back_leans_on_another(sentence: str) -> None:
    assert leans(sentence, Span(0, len(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy left.",
        "However, the envoy left.",
        "It is unclear whether the envoy left.",
        "It remains unlikely that talks resume.",
        "This week the envoy left.",
        "Those who left were few.",
        "Item one was dropped.",
        "",
        "… ?",
    ],
)
def test_a_sentence_that_points_nowhere_stands_alone(sentence: str) -> None:
    assert not leans(sentence, Span(0, len(sentence)))


TEXT = "A delegation left Orlo. Rain fell. They expressed concern."
SENTENCES = (
    span_of(TEXT, "A delegation left Orlo."),
    span_of(TEXT, "Rain fell."),
    span_of(TEXT, "They expressed concern."),
)


def test_it_leans_on_the_sentence_before() -> None:
    assert antecedent(TEXT, Analysis("", sentences=SENTENCES), 2) == 1
    assert antecedent(TEXT, Analysis("", sentences=SENTENCES), 1) is None


def test_it_leans_on_the_sentence_that_names_whom_it_points_to() -> None:
    said = Statement(
        (span_of(TEXT, "concern"),),
        (span_of(TEXT, "They"),),
        kind=SpeakerKind.GROUP,
        antecedent=span_of(TEXT, "A delegation"),
    )
    assert antecedent(TEXT, Analysis("", sentences=SENTENCES, statements=(said,)), 2) == 0


def test_the_first_sentence_leans_on_nothing() -> None:
    text = "They left."
    assert antecedent(text, Analysis("", sentences=(Span(0, len(text)),)), 0) is None
