"""Reports by adjectives, phrases and nouns, in sentences that the model parses."""

import pytest

from reader.analysis.analyst import Analyst
from reader.analysis.cues import Cues
from reader.analysis.pieces import Piece
from reader.analysis.statements.sayings import Saying, Sayings


def find(analyst: Analyst, text: str) -> list[Saying]:
    """What is said in a paragraph."""
    found = Sayings(text, Cues.load())
    found.add(Piece(0, text, True), next(iter(analyst._nlp.pipe([text]))))
    return list(found.found())


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "act"),
    [
        ("Venn is confident that talks will resume.", "Venn", "is confident", "that talks will resume", "believe"),
        ("Venn was convinced that Rovia won.", "Venn", "was convinced", "that Rovia won", "believe"),
        ("Turkey is ready to host the talks.", "Turkey", "is ready", "to host the talks", "intend"),
        (
            "In the view of the ministry, the truce is overdue.",
            "the ministry",
            "In the view of",
            "the truce is overdue",
            "believe",
        ),
        ("In the words of Venn, the talks were frank.", "Venn", "In the words of", "the talks were frank", "say"),
        ("The council took note of the report.", "The council", "note", "the report", "say"),
        ("Iran threatened to close the strait.", "Iran", "threatened", "to close the strait", "threaten"),
        (
            "The ministry said in a statement that Turkey rejects the plan.",
            "The ministry",
            "said",
            "that Turkey rejects the plan",
            "say",
        ),
        (
            "The ministry said in a statement Turkey had left Sarn.",
            "The ministry",
            "said",
            "Turkey had left Sarn",
            "say",
        ),
    ],
)
def test_what_is_said_with_its_act(analyst: Analyst, text: str, speaker: str, cue: str, content: str, act: str) -> None:
    saying = find(analyst, text)[0]
    assert [saying.speaker[0].of(text), saying.cue[0].of(text), saying.content[0].of(text)] == [speaker, cue, content]
    assert saying.act == act


def test_neither_says_what_is_told_then(analyst: Analyst) -> None:
    (saying,) = find(analyst, "Neither the ministry nor the embassy responded to the claim.")
    assert saying.is_negated


def test_quotation_belongs_to_the_report_not_to_what_is_told_about_its_speaker(analyst: Analyst) -> None:
    text = '"We will not stop," an official, who asked not to be named, told reporters.'
    (saying,) = [one for one in find(analyst, text) if one.is_direct]
    assert saying.lemma == "tell"
    assert saying.speaker[0].of(text) == "an official"


def test_what_is_said_ends_where_the_next_report_begins(analyst: Analyst) -> None:
    text = "Mara Venn said the plan had failed and said that nobody was to blame."
    said = [(one.speaker[0].of(text), one.content[0].of(text)) for one in find(analyst, text)]
    assert said == [("Mara Venn", "the plan had failed"), ("Mara Venn", "that nobody was to blame")]


def test_whoever_is_asked_does_not_ask(analyst: Analyst) -> None:
    text = "Asked whether Turkey would attend, Mara Venn said it would come."
    assert [one.lemma for one in find(analyst, text)] == ["say"]


def test_it_is_clear_is_nobodys_word(analyst: Analyst) -> None:
    assert find(analyst, "It is clear that talks will resume.") == []
