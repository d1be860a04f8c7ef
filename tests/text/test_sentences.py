import pytest
from hypothesis import given

from reader.model.span import Span
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences
from tests.spans import hold_all_visible, stand_apart
from tests.strategies import clean_texts


@pytest.mark.parametrize(
    "expected",
    [
        ["Turkey objected.", "The United States did not."],
        ["The U.S. Senate met in Washington, D.C. on Monday.", "It adjourned."],
        ["It left the U.S.", "The talks ended at 5 p.m.", "He agreed."],
        ["Mr. J. R. Smith of St. Louis met Gen. Milley.", "They spoke."],
        ["Sen. John McCain, R-Ariz., spoke on Nov. 8 about 3.5 billion dollars.", "Nobody answered."],
        ["Brig. Gen. Ryder met Messrs. Smith and Jones.", "See Sec. 5 of the Act."],
        ["He said no.", "Then he saw the sun.", "It set."],
        ["Resolution No. 242 holds.", "Art. 51 does too."],
        ["“We will not accept this.”", "He left."],
        ["“Will you?” he asked.", "“No!” she said."],
        ["Wait... what?", "Yes…", "Then nothing."],
        ["(He left.)", "She stayed [until Monday].", "‘Why?’"],
        ["The Group of 7 met.", "World War I.", "The end."],
        ["هل تقبل؟", "نعم.", "قال الوزير لا."],
        ["کیا آپ آئیں گے؟", "جی ہاں۔", "شکریہ۔"],
        ["¿Quién?", "¡Nadie!", "Él."],
    ],
    ids=lambda expected: expected[0],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(expected: list[str]) -> None:
    text = " ".join(expected)

    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == expected


def test_chinese_stops_need_no_blank() -> None:
    text = "他来了。她说：“好！”我走了。"

    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == ["他来了。", "她说：“好！”", "我走了。"]


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    assert list(sentences("Title\n\nOne. Two.", Span(7, 16))) == [Span(7, 11), Span(12, 16)]


@given(clean_texts)
def test_sentences_hold_every_visible_character_of_their_paragraph_in_order(text: str) -> None:
    for paragraph in paragraphs(text, Span(0, len(text))):
        spans = list(sentences(text, paragraph))

        assert all(paragraph.covers(span) for span in spans)
        assert stand_apart(spans)
        assert hold_all_visible(spans, text, paragraph)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", [".", '."', "؟", ". ", "A.", "。", '"'])
def test_a_text_of_nothing_but_stops_does_not_take_for_ever(piece: str) -> None:
    text = "a" + piece * 100_000 + "a"

    spans = list(sentences(text, Span(0, len(text))))

    assert (spans[0].start, spans[-1].end) == (0, len(text))
