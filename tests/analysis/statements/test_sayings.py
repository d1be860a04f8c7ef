"""Who says what, in sentences that the model parses."""

from collections.abc import Callable

import pytest

from reader.analysis.analyst import Analyst
from reader.analysis.cues import Cues
from reader.analysis.pieces import pieces
from reader.analysis.statements.sayings import Saying, Sayings
from reader.model.article import Part, PartKind
from reader.model.span import Span

Find = Callable[[str], list[Saying]]


@pytest.fixture(scope="module")
def find(analyst: Analyst) -> Find:
    """Finds what is said in a text."""

    def sayings(text: str) -> list[Saying]:
        found = Sayings(text, Cues.load())
        for piece in pieces(text, (Part(PartKind.BODY, Span(0, len(text))),)):
            found.add(piece, next(iter(analyst._nlp.pipe([piece.text]))))
        return list(found.found())

    return sayings


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


def plain(text: str, saying: Saying) -> tuple[str, str, str]:
    return words(text, saying.speaker), words(text, saying.cue), words(text, saying.content)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "“We will not accept the plan,” Foreign Minister Mara Venn told reporters in Orlo on Monday.",
            "Foreign Minister Mara Venn",
            "told",
            "“We will not accept the plan,”",
        ),
        ("“The border is closed,” said Prime Minister Tomas Reth.", "Prime Minister Tomas Reth", "said", None),
        (
            "“The agreement,” Venn said, “is a first step.”",
            "Venn",
            "said",
            "“The agreement,” … “is a first step.”",
        ),
        ("“Why now?” asked Venn.", "Venn", "asked", "“Why now?”"),
        (
            "Reth’s spokesman told the Tribune: “We have seen no such letter.”",
            "Reth’s spokesman",
            "told",
            "“We have seen no such letter.”",
        ),
        ("“It is a gift to the aggressor.” — Mara Venn", "Mara Venn", "", "“It is a gift to the aggressor.”"),
    ],
)
def test_direct_quotations(find: Find, text: str, speaker: str, cue: str, content: str | None) -> None:
    (saying,) = find(text)
    assert saying.is_direct
    assert plain(text, saying)[:2] == (speaker, cue)
    assert content is None or plain(text, saying)[2] == content


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Venn said that the ceasefire would hold.", "Venn", "said", "that the ceasefire would hold"),
        ("The talks, Venn said, would go on until Friday.", "Venn", "said", "The talks … would go on until Friday"),
        (
            "According to the Finnish foreign ministry, two ships were turned back.",
            "the Finnish foreign ministry",
            "According to",
            "two ships were turned back",
        ),
        (
            "Two ships were turned back, as reported by the Tribune on Tuesday.",
            "the Tribune",
            "reported",
            "Two ships were turned back",
        ),
        (
            "Norway accused Russia of jamming satellite signals.",
            "Norway",
            "accused",
            "Russia of jamming satellite signals",
        ),
        (
            "Estonia condemned the raid as a breach of the treaty.",
            "Estonia",
            "condemned",
            "the raid as a breach of the treaty",
        ),
        (
            "President Ilse Marn urged both sides to return to the table.",
            "President Ilse Marn",
            "urged",
            "both sides to return to the table",
        ),
        ("Hungary refused to sign the declaration.", "Hungary", "refused", "to sign the declaration"),
        (
            "Poland’s demand to reopen the talks was dismissed by Berlin.",
            "Berlin",
            "was dismissed",
            "Poland’s demand to reopen the talks",
        ),
        ("Japan’s claim that the island is empty has been disputed for years.", "Japan’s", "claim", None),
        ("Venn: Talks will resume in May", "Venn", ":", "Talks will resume in May"),
    ],
)
def test_indirect_speech(find: Find, text: str, speaker: str, cue: str, content: str | None) -> None:
    (saying,) = find(text)
    assert not saying.is_direct
    assert plain(text, saying)[:2] == (speaker, cue)
    assert content is None or plain(text, saying)[2] == content


def test_a_quotation_goes_on_after_its_speaker(find: Find) -> None:
    text = "“The border is closed,” said Tomas Reth. “It will stay closed until the talks resume.”"
    (saying,) = find(text)
    assert words(text, saying.content) == "“The border is closed,” … “It will stay closed until the talks resume.”"


def test_a_quotation_over_paragraphs_keeps_its_speaker(find: Find) -> None:
    text = "“The border is closed,” said Tomas Reth.\n\n“It will stay closed until the talks have been resumed.”"
    assert [words(text, saying.speaker) for saying in find(text)] == ["Tomas Reth", "Tomas Reth"]


def test_a_speaker_announces_the_next_paragraph(find: Find) -> None:
    text = "After the talks Mara Venn said:\n\n“We have found a way to end this war.”"
    assert ("Mara Venn", "“We have found a way to end this war.”") in [
        (words(text, saying.speaker), words(text, saying.content)) for saying in find(text)
    ]


def test_a_quotation_that_nobody_says_has_no_speaker(find: Find) -> None:
    text = "The streets were empty in the morning.\n\n“Nobody here has seen a soldier for days.”"
    (saying,) = find(text)
    assert saying.speaker == saying.cue == ()
    assert saying.is_direct


def test_scare_quotes_belong_to_the_statement_around_them(find: Find) -> None:
    text = "Erdogan accused Israel of “war crimes” in Gaza."
    (saying,) = find(text)
    assert words(text, saying.content) == "Israel of “war crimes” in Gaza"


def test_scare_quotes_without_a_statement_are_none(find: Find) -> None:
    assert find("The so-called “peace corridor” was shelled again on Sunday.") == []


def test_a_report_in_a_report_is_told_with_what_it_stands_in(find: Find) -> None:
    text = "The Tribune reported that Mara Venn told lawmakers that the deal was dead."
    outer, inner = find(text)
    assert plain(text, outer)[:2] == ("The Tribune", "reported")
    assert plain(text, inner) == ("Mara Venn", "told", "that the deal was dead")
    assert (outer.within, inner.within) == (None, 0)


def test_what_somebody_says_of_his_own_words_is_told_once(find: Find) -> None:
    text = "Mara Venn said she hoped that the ceasefire would hold."
    (saying,) = find(text)
    assert words(text, saying.content) == "she hoped that the ceasefire would hold"


def test_what_a_speaker_adds_is_a_statement_of_its_own(find: Find) -> None:
    text = "Israel maintained that its aim was to stop the group, asserting that it had no other choice."
    first, second = find(text)
    assert words(text, first.content) == "that its aim was to stop the group"
    assert plain(text, second) == ("Israel", "asserting", "that it had no other choice")


@pytest.mark.parametrize(
    ("text", "negated", "modal"),
    [
        ("Venn said that talks go on.", False, False),
        ("Venn did not say when the envoys would meet.", True, False),
        ("No one said that the war was over.", True, False),
        ("Venn may announce new sanctions.", False, True),
        ("Venn is expected to announce new sanctions.", False, True),
    ],
)
def test_negated_and_modal_cues(find: Find, text: str, negated: bool, modal: bool) -> None:
    (saying,) = find(text)
    assert (saying.is_negated, saying.is_modal) == (negated, modal)


@pytest.mark.parametrize(
    ("text", "lemma", "act"),
    [
        ("Marn called for an immediate ceasefire.", "call for", "request"),
        ("The delegation pointed out that the risk was real.", "point out", "say"),
        ("Iran threatened to leave the treaty.", "threaten", "threaten"),
        ("Berlin rejected the demand.", "reject", "reject"),
        ("The leaders welcomed the ceasefire.", "welcome", "support"),
    ],
)
def test_what_is_done_by_saying(find: Find, text: str, lemma: str, act: str) -> None:
    (saying,) = find(text)
    assert (saying.lemma, saying.act) == (lemma, act)


@pytest.mark.parametrize("text", ["", "\n\n", "““““", "”", '" " "', "said said said", ": :", "“x", "(R-OH), said,"])
def test_any_text_is_borne(find: Find, text: str) -> None:
    for saying in find(text):
        assert saying.content
        assert 0 <= saying.span.start < saying.span.end <= len(text)


def test_titles_of_broadcasts_are_not_said(find: Find) -> None:
    text = "On “The Morning Hour,” the minister said that talks would go on."
    (saying,) = find(text)
    assert words(text, saying.content) == "that talks would go on"
