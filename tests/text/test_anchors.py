import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.source import article_from_text
from reader.model.article import Article
from reader.model.span import Span
from reader.model.value import replace
from reader.text.anchors import CONTEXT, anchor, resolve
from tests.strategies import articles, spans_in

TEXT = "Turkey objected to the policy on Monday. The United States replied. Then Turkey objected again, on Tuesday."


@pytest.fixture
def article() -> Article:
    return article_from_text(TEXT)


def where(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@given(st.data(), articles)
def test_a_passage_is_found_in_the_version_it_was_made_on(data: st.DataObject, article: Article) -> None:
    span = data.draw(spans_in(article.text))

    assert resolve(anchor(article, span), article) == span


def test_an_anchor_holds_the_words_and_what_stands_around_them(article: Article) -> None:
    made = anchor(article, where("United States"))

    assert made.version == article.text_hash
    assert made.exact == "United States"
    assert TEXT.endswith(made.prefix + made.exact + made.suffix, 0, made.span.end + CONTEXT)
    assert (len(made.prefix), len(made.suffix)) == (CONTEXT, CONTEXT)


def test_the_passage_is_found_in_a_version_where_it_moved(article: Article) -> None:
    later = article_from_text("A correction was made to this text. " + TEXT)

    found = resolve(anchor(article, where("Then Turkey objected")), later)

    assert found is not None
    assert found.of(later.text) == "Then Turkey objected"
    assert found.start == where("Then Turkey objected").start + 36


@pytest.mark.parametrize(
    "later",
    [TEXT.replace("United States", "US"), f"{TEXT}\n\n{TEXT}", TEXT.replace("policy", "war"), "Something else."],
    ids=["words changed", "stands there twice", "context changed", "gone"],
)
def test_nothing_is_guessed_where_the_place_is_not_certain(article: Article, later: str) -> None:
    assert resolve(anchor(article, where("United States")), article_from_text(later)) is None


def test_a_position_that_does_not_hold_the_words_is_no_place(article: Article) -> None:
    made = anchor(article, where("Turkey objected"))

    assert resolve(replace(made, exact="Turkey agreed"), article) is None
    assert resolve(replace(made, exact="", span=Span(5_000, 5_000)), article) is None


def test_an_empty_passage_has_no_place_in_another_version(article: Article) -> None:
    assert resolve(anchor(article, Span(7, 7)), article_from_text(TEXT + " More.")) is None
