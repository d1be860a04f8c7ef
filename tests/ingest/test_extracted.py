from datetime import date

import pytest

from reader.ingest.extracted import Facts, headed


def test_facts_come_before_those_that_they_are_laid_over() -> None:
    facts = Facts(title="a", published=date(2024, 3, 5)).over(Facts(title="b", source="c"))

    assert facts == Facts(title="a", source="c", published=date(2024, 3, 5))


@pytest.mark.parametrize(
    ("text", "headline", "result"),
    [
        ("The text.", "The headline", "The headline\n\nThe text."),
        ("The text.", None, "The text."),
        ("The text.", " ", "The text."),
        ("The  Headline\n\nThe text.", "the headline", "The  Headline\n\nThe text."),
        ("World\n\nThe headline\n\nThe text.", "The headline", "World\n\nThe headline\n\nThe text."),
        ("The text is long.", "The text is…", "The text is long."),
        ("The headline: The text.", "The headline", "The headline: The text."),
        ("", "The headline", ""),
    ],
)
def test_a_headline_is_put_above_a_text_that_lacks_it(text: str, headline: str | None, result: str) -> None:
    assert headed(text, headline) == result
