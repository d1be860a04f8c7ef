from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import DEFAULT_METHOD, Analysis
from reader.model.length import Length, LengthUnit
from reader.model.span import Span
from reader.text.summary import summary
from reader.text.words import count_words

TEXT = "One two. One two three. One. One two three four."
ANALYSIS = Analysis("", sentences=(Span(0, 8), Span(9, 23), Span(24, 28), Span(29, 48)), orders={"kl": (3, 0, 2, 1)})


def chosen(amount: int, unit: LengthUnit) -> tuple[int, ...]:
    return summary(TEXT, ANALYSIS, "kl", Length(amount, unit))


def test_sentences_are_the_first_of_the_order_in_text_order() -> None:
    assert chosen(2, LengthUnit.SENTENCES) == (0, 3)


def test_words_hold_the_sentences_that_are_no_longer_together() -> None:
    assert chosen(6, LengthUnit.WORDS) == (0, 3)
    assert chosen(5, LengthUnit.WORDS) == (3,)


def test_a_share_is_one_of_the_words_of_all_sentences() -> None:
    assert chosen(60, LengthUnit.PERCENT) == (0, 3)
    assert chosen(59, LengthUnit.PERCENT) == (3,)
    assert chosen(100, LengthUnit.PERCENT) == (0, 1, 2, 3)


def test_a_summary_has_a_sentence_even_where_it_is_too_long() -> None:
    assert chosen(1, LengthUnit.WORDS) == chosen(1, LengthUnit.PERCENT) == (3,)


def test_before_a_method_has_chosen_there_is_no_summary() -> None:
    for unit in LengthUnit:
        assert summary(TEXT, ANALYSIS, DEFAULT_METHOD, Length(3, unit)) == ()


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(1, 100), st.sampled_from(LengthUnit), st.data()
)
def test_more_length_never_takes_a_sentence_away(
    counts: list[int], amount: int, unit: LengthUnit, data: st.DataObject
) -> None:
    sentences, text = [], ""
    for count in counts:
        start = len(text)
        text += "word " * count
        sentences.append(Span(start, len(text)))
    order = tuple(data.draw(st.permutations(range(len(counts)))))
    analysis = Analysis("", sentences=tuple(sentences), orders={"kl": order})
    shorter, longer = (summary(text, analysis, "kl", Length(n, unit)) for n in (amount, amount + 1))
    assert set(shorter) <= set(longer)
    if unit is LengthUnit.WORDS and len(shorter) > 1:
        assert sum(count_words(sentences[n].of(text)) for n in shorter) <= amount
