from reader.model.span import Span
from reader.tui.widgets.article_sentences import ArticleSentences

TEXT = "One is first. Two is here. Three ends.\n\nFour begins. Five ends."
PARAGRAPHS = (Span(0, 38), Span(40, 63))
QUICK = ("One is first.", "Two is here.", "Three ends.", "Four begins.", "Five ends.")


def sentences() -> ArticleSentences:
    return ArticleSentences(TEXT, PARAGRAPHS)


def walk(found: ArticleSentences) -> list[str]:
    spans = [found.at(0)]
    while (span := found.after(spans[-1].start)) is not None:
        spans.append(span)
    back = [spans[-1]]
    while (span := found.before(back[-1].start)) is not None:
        back.append(span)
    assert back[::-1] == spans
    return [span.of(TEXT) for span in spans]


def test_the_quick_rule_finds_them_until_there_are_better_ones() -> None:
    assert walk(sentences()) == [*QUICK]


def test_better_ones_take_their_place_as_far_as_they_come() -> None:
    found = sentences()

    found.know([Span(0, 26)], complete=False)

    assert walk(found) == ["One is first. Two is here.", "Three ends.", "Four begins.", "Five ends."]


def test_a_quick_one_that_a_better_one_reaches_into_is_not_one_any_more() -> None:
    found = sentences()

    found.know([Span(0, 13), Span(14, 32)], complete=False)

    assert walk(found) == ["One is first.", "Two is here. Three", "Four begins.", "Five ends."]


def test_when_all_are_known_no_quick_one_follows() -> None:
    found = sentences()

    found.know([Span(0, 38)], complete=True)

    assert walk(found) == [TEXT[:38]]


def test_blanks_belong_to_the_sentence_before_them() -> None:
    assert sentences().at(39).of(TEXT) == "Three ends."
    assert sentences().at(10_000).of(TEXT) == "Five ends."


def test_the_first_to_end_after_a_place_may_begin_after_it() -> None:
    found = sentences()

    assert found.ending_after(5) == Span(0, 13)
    assert found.ending_after(13) == Span(14, 26)
    assert found.ending_after(63) is None
