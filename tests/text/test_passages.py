from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.passages import passages
from reader.text.query import parse_query
from tests.strategies import clean_texts

TEXT = (
    "Talks on Gaza go on\n\n"
    "Mr. Erdoğan met Mr. Blinken. They spoke of a cease-fire. Gaza was named, and Gazans were.\n\n"
    "The talks go on in Cairo. Nobody spoke of Gaza's cease fire talks."
)


def found(query: str, limit: int = 9) -> list[tuple[str, list[str]]]:
    """Passages of TEXT, each with its hits."""
    return [
        (passage.span.of(TEXT), [hit.of(TEXT) for hit in passage.hits])
        for passage in passages(TEXT, parse_query(query, date.min), limit)
    ]


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("erdogan", [("Mr. Erdoğan met Mr. Blinken.", ["Erdoğan"])]),
        (
            '"cease fire"',
            [
                ("They spoke of a cease-fire.", ["cease-fire"]),
                ("Nobody spoke of Gaza's cease fire talks.", ["cease fire"]),
            ],
        ),
        ("gazan*", [("Gaza was named, and Gazans were.", ["Gazans"])]),
        ('"talks go"', [("The talks go on in Cairo.", ["talks go"])]),
        ("title:talks -gaza", [
            ("Talks on Gaza go on", ["Talks"]),
            ("The talks go on in Cairo.", ["talks"]),
            ("Nobody spoke of Gaza's cease fire talks.", ["talks"]),
        ]),
        ('"Erdogan met" "met Mr. Blinken"', [("Mr. Erdoğan met Mr. Blinken.", ["Erdoğan met Mr. Blinken"])]),
        ("source:gaza is:unread -talks", []),
        ("ankara", []),
        ("", []),
    ],
)  # fmt: skip
def test_passages_are_the_sentences_with_the_hits(query: str, sentences: list[tuple[str, list[str]]]) -> None:
    assert found(query) == sentences


def test_where_few_are_wanted_those_with_most_of_the_words_are_taken_in_text_order() -> None:
    assert [sentence for sentence, _ in found("gaza talks", 2)] == [
        "Talks on Gaza go on",
        "Nobody spoke of Gaza's cease fire talks.",
    ]
    assert [sentence for sentence, _ in found("talks", 1)] == ["Talks on Gaza go on"]


def test_a_phrase_that_goes_on_in_the_next_sentence_is_marked_in_both() -> None:
    assert found('"blinken they"') == [
        ("Mr. Erdoğan met Mr. Blinken.", ["Blinken."]),
        ("They spoke of a cease-fire.", ["They"]),
    ]


@given(clean_texts, st.sampled_from(["turkey OR 来了", "mr* united", '"the united"', "al* OR ist*"]), st.integers(1, 3))
def test_hits_lie_in_order_within_their_passages(text: str, query: str, limit: int) -> None:
    shown = passages(text, parse_query(query, date.min), limit)

    assert len(shown) <= limit
    assert [passage.span for passage in shown] == sorted(passage.span for passage in shown)
    for passage in shown:
        assert passage.hits
        assert all(passage.span.covers(hit) and len(hit) for hit in passage.hits)
        assert all(one.end <= other.start for one, other in zip(passage.hits, passage.hits[1:], strict=False))
