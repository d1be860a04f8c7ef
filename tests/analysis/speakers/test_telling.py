"""Who it is that says something, in texts with given names and sayings."""

import re
from collections.abc import Mapping, Sequence

import pytest

from reader.analysis.entities import resolve
from reader.analysis.found import Found
from reader.analysis.gazetteer import Gazetteer
from reader.analysis.speakers.telling import told
from reader.analysis.statements.sayings import Saying
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.text.sentences import sentences

LABELS = {
    "Mara Venn": "PERSON",
    "Venn": "PERSON",
    "Tomas Reth": "PERSON",
    "Reth": "PERSON",
    "Oona Lisk": "PERSON",
    "Lisk": "PERSON",
    "Orlo Tribune": "MEDIA",
    "Border Council": "ORG",
    "Rovia": "GPE",
    "Rovian": "NORP",
    "Sarn": "GPE",
    "Sarnian": "NORP",
}
GAZETTEER = Gazetteer.load()


def found(text: str) -> list[Found]:
    """The names above where they stand, and Turkey and its like from the gazetteer."""
    pattern = re.compile("|".join(rf"\b{name}\b" for name in sorted(LABELS, key=len, reverse=True)))
    here = [Found(match.start(), match.end(), LABELS[match.group()]) for match in pattern.finditer(text)]
    for match in re.finditer(r"[A-Z]\w+", text):
        known = GAZETTEER.at(text, match.start(), match.group())
        if known is not None:
            here.append(Found(match.start(), match.start() + len(known.name), known.label, known))
    return sorted(here, key=lambda one: one.start)


def statements(text: str, marked: Sequence[tuple[str, str, str]], within: Mapping[int, int] = {}) -> list[Statement]:
    """The statements of a text.

    Args:
        text: the words of each saying in it, parted by bars.
        marked: speaker, cue and content of each saying, in text order of the speakers.
        within: numbers of sayings that are told in others.
    """
    sayings, at = [], 0
    for number, (speaker, cue, content) in enumerate(marked):
        start = text.find(f"{speaker} ", at) if speaker else 0
        start = text.index(f"{speaker} ") if start < 0 else start
        spoken = (Span(start, start + len(speaker)),) if speaker else ()
        at = start + 1
        said = text.index(content)
        sayings.append(
            Saying(
                (Span(said, said + len(content)),),
                spoken,
                (Span(text.index(cue, start), text.index(cue, start) + len(cue)),) if cue else (),
                content[0] in '“"',
                cue,
                "say",
                False,
                False,
                within.get(number),
            )
        )
    return list(told(text, sayings, resolve(text, found(text)), list(sentences(text, Span(0, len(text))))))


def one(text: str, speaker: str, content: str = "") -> Statement:
    """The last statement of a text that ends with what somebody says."""
    start = text.rindex(f"{speaker} ")
    rest = text[start + len(speaker) + 1 :]
    cue, _, said = rest.partition(" ")
    before = text[:start]
    saying = Saying(
        (Span(len(text) - len(content or said), len(text)),),
        (Span(len(before), len(before) + len(speaker)),),
        (Span(start + len(speaker) + 1, start + len(speaker) + 1 + len(cue)),),
        False,
        cue,
        "say",
        False,
        False,
    )
    (statement,) = told(text, [saying], resolve(text, found(text)), list(sentences(text, Span(0, len(text)))))
    return statement


@pytest.mark.parametrize(
    ("text", "speaker", "entity"),
    [
        ("Rovian Foreign Minister Mara Venn said that talks go on", "Rovian Foreign Minister Mara Venn", "mara venn"),
        ("Secretary of State Mara Venn said that talks go on", "Secretary of State Mara Venn", "mara venn"),
        ("Rovia's foreign minister, Mara Venn, said it", "Rovia's foreign minister, Mara Venn,", "mara venn"),
        ("Mara Venn, the foreign minister of Rovia, said it", "Mara Venn, the foreign minister of Rovia,", "mara venn"),
        ("Reth's spokeswoman Mara Venn said it. Tomas Reth", "Reth's spokeswoman Mara Venn", "mara venn"),
        (
            "the head of the Border Council, Mara Venn, said it",
            "the head of the Border Council, Mara Venn,",
            "mara venn",
        ),
        ("Mara Venn of the Border Council said it", "Mara Venn of the Border Council", "mara venn"),
    ],
)
def test_person_who_heads_the_words_speaks(text: str, speaker: str, entity: str) -> None:
    statement = one(text, speaker)
    assert (statement.kind, statement.authority) == (SpeakerKind.ENTITY, Authority.RECORD)
    assert statement.entity == f"person:{entity}"


@pytest.mark.parametrize(
    ("speaker", "entity"),
    [
        ("Turkey", "iso:TR"),
        ("Turkey, a NATO ally,", "iso:TR"),
        ("Ankara", "iso:TR"),
        ("the Turkish government", "iso:TR"),
        ("the U.S. State Department", "org:us-state"),
        ("Hamas", "org:hamas"),
    ],
)
def test_states_and_bodies_speak_by_their_names(speaker: str, entity: str) -> None:
    statement = one(f"{speaker} said that talks go on", speaker)
    assert (statement.kind, statement.entity) == (SpeakerKind.ENTITY, entity)


def test_media_speak_as_media() -> None:
    assert one("Hurriyet reported that talks go on", "Hurriyet").authority is Authority.MEDIA


@pytest.mark.parametrize(
    ("speaker", "authority"),
    [
        ("the Turkish delegation", Authority.RECORD),
        ("Venn's spokesman", Authority.RECORD),
        ("a spokesman for Foreign Minister Mara Venn", Authority.RECORD),
        ("officials", Authority.UNNAMED),
        ("Turkish officials", Authority.UNNAMED),
        ("a senior diplomat", Authority.UNNAMED),
        ("an aide to Foreign Minister Mara Venn", Authority.UNNAMED),
        ("two people familiar with the talks", Authority.UNNAMED),
        ("Israelis", Authority.UNNAMED),
        ("local media", Authority.MEDIA),
        ("the state news agency", Authority.MEDIA),
        ("Mara Venn and Tomas Reth", Authority.RECORD),
        ("Venn and her delegation", Authority.RECORD),
    ],
)
def test_people_without_a_name_are_a_group(speaker: str, authority: Authority) -> None:
    statement = one(f"{speaker} said that talks go on", speaker)
    assert (statement.kind, statement.entity) == (SpeakerKind.GROUP, None)
    assert statement.authority is authority


def test_whoever_asks_not_to_be_named_is_unnamed() -> None:
    text = "The delegation's spokesman, who spoke on condition of anonymity, said that talks go on"
    statement = statements(text, [("The delegation's spokesman,", "said", "that talks go on")])[0]
    assert statement.authority is Authority.UNNAMED


def test_reason_for_namelessness_is_that_of_the_same_sentence() -> None:
    text = "A ministry spokesman said that talks go on. An official, who asked not to be named, said it too"
    (statement,) = statements(text, [("A ministry spokesman", "said", "that talks go on")])
    assert statement.authority is Authority.RECORD


def test_name_that_nobody_knows_is_on_record() -> None:
    assert one("On Monday Oskbar said that talks go on", "Oskbar").authority is Authority.RECORD
    assert one("Officials said that talks go on", "Officials").authority is Authority.UNNAMED


@pytest.mark.parametrize("speaker", ["the report", "a statement by the ministry", "the treaty", "Venn's letter"])
def test_documents_speak_on_record(speaker: str) -> None:
    statement = one(f"{speaker} says that talks go on", speaker)
    assert (statement.kind, statement.authority) == (SpeakerKind.DOCUMENT, Authority.RECORD)


def test_what_only_shows_something_says_nothing() -> None:
    text = "The talks between Rovia and Sarn underscored that war goes on. Mara Venn said that it ends"
    marked = [
        ("The talks between Rovia and Sarn", "underscored", "that war goes on"),
        ("Mara Venn", "said", "that it ends"),
    ]
    assert [statement.entity for statement in statements(text, marked)] == ["person:mara venn"]


@pytest.mark.parametrize(
    ("text", "speaker", "antecedent"),
    [
        ("Mara Venn spoke in Orlo on Monday. She said it is over", "She", "Mara Venn"),
        ("Mr. Venn met Ms. Lisk on Monday. She said it is over", "She", "Lisk"),
        ("Mr. Venn met Mr. Reth on Monday. He said it is over", "He", "Venn"),
        ("On Monday, Mr. Venn left. He met nobody. He said it is over", "He", "Venn"),
        ("After Mr. Venn left for Orlo, he said it is over", "he", "Venn"),
        ("Rovia welcomed the vote. It said the war is over", "It", "Rovia"),
        ("The Border Council met on Monday. It said the war is over", "It", "Border Council"),
        ("Venn and Reth met on Monday. They said it is over", "They", "Venn and Reth"),
        ("The Rovian delegation met Mr. Reth on Monday. They said it is over", "They", "The Rovian delegation"),
        ("Rovian Foreign Minister Mara Venn spoke. The minister said it is over", "The minister", "Mara Venn"),
        ("Rovian President Mara Venn spoke. The Rovian leader said it is over", "The Rovian leader", "Mara Venn"),
        (
            "The Rovian delegation came to Orlo. The delegation said it is over",
            "The delegation",
            "The Rovian delegation",
        ),
        ("The Border Council met on Monday. The council said it is over", "The council", "Border Council"),
        ("Praise came from Mara Venn, who said it is over", "who", "Mara Venn"),
        ("The envoy asked workers. They said it is over", "They", "workers"),
        ("Praise came from Rovian officials who said it is over", "who", "Rovian officials"),
    ],
)
def test_pronouns_and_descriptions_point_to_whom_the_text_named(text: str, speaker: str, antecedent: str) -> None:
    statement = one(text, speaker)
    assert statement.antecedent is not None
    assert statement.antecedent.of(text) == antecedent
    assert statement.kind in (SpeakerKind.ENTITY, SpeakerKind.GROUP)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He said it is over", "He"),
        ("Snow fell in Orlo. It said the war is over", "It"),
        ("At the talks of Mr. Venn with Mr. Reth all was calm. He said it is over", "He"),
        ("Mr. Venn left for Orlo. She said it is over", "She"),
        ("Officials met diplomats on Monday. They said it is over", "They"),
        ("Rovia and Sarn met. It said the war is over", "It"),
        ("This said it is over", "This"),
    ],
)
def test_what_the_text_does_not_tell_is_left_open(text: str, speaker: str) -> None:
    statement = one(text, speaker)
    assert (statement.kind, statement.entity, statement.authority) == (SpeakerKind.OPEN, None, Authority.NONE)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Mara Venn and Vice President Tomas Reth left. The minister said it is over", "The minister"),
        ("Rovian President Mara Venn spoke. The Sarnian president said it is over", "The Sarnian president"),
        ("Rovian President Mara Venn spoke. A president said it is over", "A president"),
        ("President Mara Venn spoke. The vice president said it is over", "The vice president"),
        ("President Mara Venn spoke. The president of a bank said it is over", "The president of a bank"),
    ],
)
def test_office_that_nobody_named_has_is_nobody_named(text: str, speaker: str) -> None:
    assert one(text, speaker).entity is None


def test_office_that_two_have_is_left_open() -> None:
    text = "Foreign Minister Mara Venn met Foreign Minister Tomas Reth. The foreign minister said it is over"
    assert one(text, "The foreign minister").kind is SpeakerKind.OPEN


def test_pronoun_goes_on_with_whoever_spoke_last() -> None:
    text = "“It is over,” Mr. Venn said of Mr. Reth. He added that it was late"
    marked = [("Mr. Venn", "said", "“It is over,”"), ("He", "added", "that it was late")]
    first, second = statements(text, marked)
    assert first.entity is not None
    assert first.entity == second.entity
    assert second.antecedent is not None
    assert second.antecedent.of(text) == "Mr. Venn"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A senior diplomat said it is near. The diplomat said it is over", "A senior diplomat", "The diplomat"),
        ("The state news agency said it is near. The agency said it is over", "The state news agency", "The agency"),
        ("Reth's office said it is near. It said it is over", "Reth's office", "It"),
        ("Rovian officials said it is near. They said it is over", "Rovian officials", "They"),
        ("The report said it is near. It said it is over", "The report", "It"),
        ("Ms. Venn said it is near. She said it is over", "Ms. Venn", "She"),
    ],
)
def test_whoever_spoke_is_named_by_a_shorter_word(text: str, first: str, second: str) -> None:
    marked = [(first, "said", "it is near"), (second, "said", "it is over")]
    one, other = statements(text, marked)
    assert (other.kind, other.entity, other.authority) == (one.kind, one.entity, one.authority)
    assert other.antecedent is not None
    assert other.antecedent.of(text) == first


def test_group_is_the_body_for_which_somebody_spoke() -> None:
    text = "A spokesman for the Border Council said it is near. The group said it is over"
    marked = [("A spokesman for the Border Council", "said", "it is near"), ("The group", "said", "it is over")]
    assert statements(text, marked)[1].antecedent == Span(text.index("Border"), text.index(" said"))


def test_office_points_past_another_speaker_to_its_holder_just_before() -> None:
    text = "Mr. Reth met envoy Mara Venn and said it is near. The envoy said it is over"
    marked = [("Mr. Reth", "said", "it is near"), ("The envoy", "said", "it is over")]
    assert statements(text, marked)[1].entity == "person:mara venn"


def test_pronoun_in_what_somebody_says_is_that_one() -> None:
    text = "Mr. Venn told Mr. Reth that he believed in peace"
    marked = [("Mr. Venn", "told", "that he believed in peace"), ("he", "believed", "in peace")]
    first, second = statements(text, marked, {1: 0})
    assert second.within == 0
    assert second.entity == first.entity


def test_first_person_in_a_quotation_is_whoever_is_quoted() -> None:
    text = "“I believe in peace,” Mr. Venn said."
    marked = [("Mr. Venn", "said", "“I believe in peace,”"), ("I", "believe", "in peace")]
    outer, inner = statements(text, marked, {1: 0})
    assert inner.entity == outer.entity
    assert inner.kind is SpeakerKind.ENTITY


def test_numbers_of_statements_around_others_stay_right_where_one_is_left_out() -> None:
    text = "The talks showed that war goes on. Mr. Venn said that Rovia claimed that it won"
    marked = [
        ("The talks", "showed", "that war goes on"),
        ("Mr. Venn", "said", "that Rovia claimed that it won"),
        ("Rovia", "claimed", "that it won"),
    ]
    assert [statement.within for statement in statements(text, marked, {2: 1})] == [None, 0]


def test_quotation_of_nobody_has_no_speaker() -> None:
    text = "“We are done with all of this.”"
    (statement,) = statements(text, [("", "", text)])
    assert (statement.kind, statement.authority) == (SpeakerKind.NOBODY, Authority.NONE)
