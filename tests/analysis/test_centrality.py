"""The summarizer of our own."""

from collections.abc import Sequence

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph

from reader.analysis.centrality import CentralitySummarizer
from reader.analysis.ranking import IndexedSentence

LEAD = "The treaty between Rovia and Orlo about the harbour failed on Monday in the capital."


def document(sentences: Sequence[str]) -> ObjectDocumentModel:
    return ObjectDocumentModel([Paragraph([IndexedSentence(text, n) for n, text in enumerate(sentences)])])


def chosen(*sentences: str, count: int = 40) -> list[int]:
    return CentralitySummarizer().order(document(sentences), count)


def test_shorter_summary_begins_the_longer_one() -> None:
    sentences = [f"{LEAD} {'again ' * (n % 5)}" for n in range(12)]
    whole = chosen(*sentences)
    assert all(chosen(*sentences, count=k) == whole[:k] for k in range(13))


def test_like_any_summarizer_it_returns_sentences_in_text_order() -> None:
    model = document(["One envoy left.", LEAD, "Rovia and Orlo signed no treaty about the harbour yet."])
    summary = CentralitySummarizer()(model, 2)
    assert [sentence.index for sentence in summary] == sorted(sentence.index for sentence in summary)
    assert len(summary) == 2


def test_earlier_of_two_equal_sentences_is_chosen_and_its_repetition_last() -> None:
    assert chosen(LEAD, LEAD, "Ministers of both states will meet again about the treaty next week.") == [0, 2, 1]


def by_weight(*sentences: str) -> list[int]:
    """The order when repetition is no matter, so that only a sentence's own weight counts."""
    summarizer = CentralitySummarizer()
    summarizer.redundancy = 0
    return summarizer.order(document(sentences), 40)


FILLER = ("Envoys of Rovia met envoys of Orlo in the harbour.", "The treaty between Rovia and Orlo was on the table.")


def test_central_sentence_comes_before_one_that_shares_no_words() -> None:
    aside = "Seven little ducks swam slowly over quiet ponds today."
    order = by_weight(*FILLER, aside, "Rovia blamed Orlo for the end of the treaty.")
    assert order.index(3) < order.index(2)


def test_lead_is_chosen_first_unless_it_is_a_fragment() -> None:
    central = "Rovia and Orlo ended the treaty on the harbour, and Orlo rejected a new treaty."
    assert chosen("Seven little ducks swam slowly over quiet ponds today.", central, *FILLER)[0] == 0
    assert chosen("Seven ducks.", central, *FILLER)[0] == 1


def test_fragment_is_chosen_after_sentences() -> None:
    order = by_weight(*FILLER, "Rovia and Orlo.", "Rovia said that the treaty with Orlo ended.")
    assert order.index(3) < order.index(2)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Rovia said the treaty on the harbour was dead.", "They said the treaty on the harbour was dead."),
        ("Rovia denied that the treaty on the harbour died.", "Rovia learned that the treaty on the harbour died."),
    ],
)
def test_sentence_that_stands_alone_or_replies_comes_first(better: str, worse: str) -> None:
    """Though it stands later."""
    order = by_weight(*FILLER, *FILLER, worse, better)
    assert order.index(5) < order.index(4)


def test_five_thousand_sentences_need_no_square_of_memory() -> None:
    import tracemalloc

    model = document([f"Envoy {n % 97} of state {n % 89} met envoy {n % 83} in town {n % 79}." for n in range(5000)])
    tracemalloc.start()
    CentralitySummarizer().order(model, 40)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5000 * 5000 * 4  # bytes of the smallest full matrix of likeness


ANSWER = "Rovia denied that the treaty on the harbour died."
NEWS = (*FILLER, *FILLER, "Rovia learned that the treaty on the harbour died.", ANSWER)


def by_weight_of_sides(sentences: Sequence[str], sides: Sequence[frozenset[str]]) -> list[int]:
    summarizer = CentralitySummarizer()
    summarizer.redundancy = summarizer.unheard = 0
    summarizer.sides = sides
    return summarizer.order(document(sentences), 40)


def test_an_answer_is_one_of_a_side_that_has_not_spoken_before() -> None:
    silent, rovia = frozenset[str](), frozenset(("rovia",))
    told_first = by_weight_of_sides(NEWS, [silent] * 5 + [rovia])
    assert told_first.index(5) < told_first.index(4)
    told_again = by_weight_of_sides(NEWS, [rovia] + [silent] * 4 + [rovia])
    assert told_again.index(4) < told_again.index(5)
    nobody_speaks = by_weight_of_sides(NEWS, [silent] * 6)
    assert nobody_speaks.index(4) < nobody_speaks.index(5)


def test_an_answer_says_so_where_it_begins() -> None:
    late = f"{'The harbour treaty between Rovia and Orlo failed, ' * 2}which Rovia denied."
    plain = late.replace("denied", "learned")
    order = by_weight(*FILLER, plain, late)
    assert order.index(2) < order.index(3)
