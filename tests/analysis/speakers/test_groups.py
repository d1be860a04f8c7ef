"""Phrases for people without a name."""

import pytest

from reader.analysis.speakers.groups import groups
from reader.model.analysis import Mention
from reader.model.span import Span


@pytest.mark.parametrize(
    ("text", "phrase", "is_several"),
    [
        ("He met the Rovian delegation.", "the Rovian delegation", True),
        ("He met three senior Rovian officials.", "three senior Rovian officials", True),
        ("He met Rovian's negotiators.", "Rovian's negotiators", True),
        ("He met his aides.", "his aides", True),
        ("He asked workers.", "workers", True),
        ("He met a senior Rovian diplomat.", "a senior Rovian diplomat", False),
        ("He met with officials.", "officials", True),
    ],
)
def test_phrase_begins_with_what_belongs_to_the_noun(text: str, phrase: str, is_several: bool) -> None:
    start = text.find("Rovian")
    mentions = [Mention(Span(start, start + len("Rovian")), "NORP", "iso:RV")] if start >= 0 else []
    (group,) = groups(text, 0, len(text), mentions)
    assert group.span.of(text) == phrase
    assert group.is_several is is_several
    assert group.entities == ({"iso:RV"} if mentions else set())


def test_other_words_are_no_group() -> None:
    assert list(groups("The talks about the border went on.", 0, 35, [])) == []
