"""Where the words stand that the reader said are names."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.rule import Rule, RuleKind
from reader.text.occurrences import Occurrences


def says(*words: str) -> Occurrences:
    when = datetime(2023, 11, 8, tzinfo=UTC)
    return Occurrences(
        [Rule(UUID(int=n), RuleKind.ADD, "", each, "ORG", when, when, words=each) for n, each in enumerate(words)]
    )


def found(text: str, *words: str) -> list[str]:
    return [span.of(text) for span, _ in says(*words).find(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Hamas", "Hamas, Hamas’s, (Hamas) and Hamasite", ["Hamas"] * 3),
        ("Hamas", "HAMAS said hamas", ["HAMAS"]),
        ("WHO", "WHO knows who? Who?", ["WHO"]),
        ("HURRIYET", "Hurriyet said: HURRIYET, hurriyet", ["Hurriyet", "HURRIYET"]),
        ("TALKS ON GAZA", "Talks on Gaza and talks on Gaza", ["Talks on Gaza"]),
        (
            "Foreign Ministry",
            "Foreign\nMinistry, Foreign  Ministry, Foreign\n\nMinistry",
            ["Foreign\nMinistry", "Foreign  Ministry"],
        ),
        ("U.S.", "The U.S. and the U.S.A.", ["U.S."]),
        ("“Sultan Murad” brigade", "the “Sultan Murad” brigade", ["“Sultan Murad” brigade"]),
        ("a+b (c)", "a+b (c), aab", ["a+b (c)"]),
        ("外交部", "中国外交部发言人", ["外交部"]),
        ("★", "a ★ b", ["★"]),
        (" ", "a b", []),
    ],
)
def test_words_are_found_whole(words: str, text: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_longer_words_have_the_place() -> None:
    assert found("Bank of Israel and Israel", "Israel", "Bank of Israel", "of") == ["Bank of Israel", "Israel"]


def test_of_two_rules_on_the_same_words_the_stronger_holds() -> None:
    assert [rule.id for _, rule in says("Hamas", "Hamas").find("Hamas")] == [UUID(int=1)]


LETTERS = st.text("aA .-\nß’", max_size=12)


@given(st.lists(LETTERS, max_size=4), st.text("aA .-\nß’", max_size=60))
def test_whatever_is_sought_what_is_found_lies_in_the_text_and_apart(words: list[str], text: str) -> None:
    end = 0
    for span, rule in says(*words).find(text):
        assert end <= span.start < span.end <= len(text)
        assert " ".join(span.of(text).split()).casefold() == " ".join(rule.words.split()).casefold()
        end = span.end


@given(LETTERS.filter(lambda words: words[:1].isalpha() and "\n" not in words), LETTERS, LETTERS)
def test_words_between_blanks_are_always_found(words: str, before: str, after: str) -> None:
    assert found(f"{before} {words} {after}", words)
