"""Orders in which summary methods choose sentences."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.ranking import CAPS, LENGTH, IndexedSentence, order
from reader.errors import AnalysisError
from reader.model.analysis import METHODS

STORY = [
    "Envoys of Rovia and Orlo met in the harbour town on Monday to speak about the fishing dispute.",
    "The fishing dispute between Rovia and Orlo began when boats of Orlo were held in the harbour.",
    "It rained.",
    "They spoke for hours about fishing, boats and the harbour.",
    "In response, Orlo has maintained that none of its boats had crossed the line.",
    "A second meeting of the envoys about the dispute is planned.",
]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_orders_every_sentence_once(method: str) -> None:
    assert sorted(order(STORY, method)) == list(range(len(STORY)))


@pytest.mark.parametrize("method", METHODS)
def test_two_equal_sentences_are_two(method: str) -> None:
    assert sorted(order([*STORY, STORY[0], STORY[0]], method)) == list(range(len(STORY) + 2))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("sentences", [[], ["Rain."], ["…", "…"], ["a", "b", "c"], ["the of", "and to"], ["", " "]])
def test_texts_with_nothing_to_compare_keep_their_order(method: str, sentences: list[str]) -> None:
    assert sorted(order(sentences, method)) == list(range(len(sentences)))


@pytest.mark.parametrize("method", METHODS)
def test_order_of_a_long_text_ends(method: str) -> None:
    chosen = order([f"{STORY[n % 6]} {n}" for n in range(130)], method)
    assert len(set(chosen)) == len(chosen) == LENGTH
    assert max(chosen) < CAPS.get(method, 130)


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=8), st.sampled_from(list(METHODS)))
def test_any_sentences_can_be_ranked(sentences: list[str], method: str) -> None:
    assert sorted(order(sentences, method)) == list(range(len(sentences)))


@pytest.mark.parametrize("method", METHODS)
def test_a_method_chooses_among_some_sentences_only(method: str) -> None:
    assert set(order(STORY, method, among=(1, 4, 5))) == {1, 4, 5}
    assert order(STORY, method, among=()) == ()


@pytest.mark.parametrize("method", METHODS)
def test_what_tells_nothing_is_not_told_of_anything(method: str) -> None:
    assert order([*STORY, "Read more about the fishing dispute."], method, among=(3, 6)) == (3,)


@settings(max_examples=40)
@given(st.sets(st.integers(0, 5)), st.sampled_from(list(METHODS)))
def test_any_sentences_can_be_chosen_among(among: set[int], method: str) -> None:
    assert sorted(order(STORY, method, among=sorted(among))) == sorted(among)


def test_method_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(AnalysisError, match=r"'horoscope'.*centrality"):
        order(STORY, "horoscope")


@pytest.mark.parametrize("method", METHODS)
def test_order_is_the_same_in_every_process(method: str) -> None:
    """sumy goes over sets of words, whose order depends on the seed of the hash."""
    code = f"from reader.analysis.ranking import order; print(order({STORY * 2!r}, {method!r}))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert told == {f"{order(STORY * 2, method)}\n"}


def test_sentence_is_equal_only_to_itself() -> None:
    one, two = IndexedSentence("Rain.", 0), IndexedSentence("Rain.", 1)
    assert one != two
    assert len({one, two, IndexedSentence("Rain.", 0)}) == 2
    assert one != "Rain."


def test_words_have_neither_hyphens_nor_possessives() -> None:
    words = IndexedSentence("The U.S.'s envoy on the Israel-Hamas war: Orlo’s, don't.", 0).words
    assert words == ("The", "U.S", "envoy", "on", "the", "Israel", "Hamas", "war", "Orlo", "don't")
