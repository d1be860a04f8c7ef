from hypothesis import given

from reader.model.span import Span
from reader.text.paragraphs import paragraphs
from tests.spans import hold_all_visible, stand_apart
from tests.strategies import clean_texts


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "One.\n\n  Two. \n\t\nThree."

    assert [span.of(text) for span in paragraphs(text, Span(0, len(text)))] == ["One.", "Two.", "Three."]


def test_only_the_asked_stretch_is_read() -> None:
    text = "One.\nTwo.\nThree."

    assert [span.of(text) for span in paragraphs(text, Span(2, 9))] == ["e.", "Two."]


@given(clean_texts)
def test_paragraphs_hold_every_visible_character_in_order(text: str) -> None:
    spans = list(paragraphs(text, Span(0, len(text))))

    assert stand_apart(spans)
    assert hold_all_visible(spans, text, Span(0, len(text)))
    assert not any("\n" in span.of(text) for span in spans)
