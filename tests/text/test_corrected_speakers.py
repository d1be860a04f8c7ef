"""Who speaks in statements, after the reader's rules on names."""

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import replace
from reader.text.corrected_speakers import corrected_speakers
from tests.spans import span_of

TEXT = "Ana Petrova said that talks go on. She denied it. Reth left, sources said. The Courier wrote it."
PETROVA = Entity("person:ana petrova", "Ana Petrova", "PERSON")
COURIER = Entity("org:courier", "The Courier", "ORG")


def mention(words: str, entity: Entity) -> Mention:
    return Mention(span_of(TEXT, words), entity.label, entity.id)


def said(speaker: str, entity: str | None = None, antecedent: str = "") -> Statement:
    return Statement(
        (span_of(TEXT, "talks go on"),),
        (span_of(TEXT, speaker),),
        kind=SpeakerKind.ENTITY if entity else SpeakerKind.GROUP,
        entity=entity,
        antecedent=span_of(TEXT, antecedent) if antecedent else None,
        authority=Authority.RECORD if entity else Authority.UNNAMED,
    )


FOUND = Analysis(
    "",
    entities=(PETROVA, COURIER),
    mentions=(mention("Ana Petrova", PETROVA), mention("The Courier", COURIER)),
    statements=(
        said("Ana Petrova", PETROVA.id),
        said("She", PETROVA.id, "Ana Petrova"),
        said("The Courier", COURIER.id),
        said("Reth"),
    ),
)


def ruled(*entities: Entity, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    return corrected_speakers(FOUND, replace(FOUND, entities=entities, mentions=mentions))


def test_without_a_rule_nothing_changes() -> None:
    assert corrected_speakers(FOUND, FOUND) == FOUND.statements


def test_who_was_merged_speaks_under_the_other_key() -> None:
    other = Entity("person:a p", "A. P.", "PERSON")
    there = (mention("Ana Petrova", other), mention("The Courier", COURIER))
    assert [one.entity for one in ruled(other, COURIER, mentions=there)] == [other.id, other.id, COURIER.id, None]


def test_a_rejected_name_leaves_a_speaker_without_one() -> None:
    first, second, *_ = ruled(COURIER, mentions=(mention("The Courier", COURIER),))
    assert (first.kind, first.entity) == (second.kind, second.entity) == (SpeakerKind.GROUP, None)


def test_a_medium_by_the_rules_tells_as_one() -> None:
    medium = replace(COURIER, label="MEDIA")
    there = (mention("Ana Petrova", PETROVA), mention("The Courier", medium))
    assert ruled(PETROVA, medium, mentions=there)[2].authority is Authority.MEDIA


def test_added_words_speak_for_what_they_name() -> None:
    reth = Entity("person:reth", "Reth", "PERSON")
    there = (*FOUND.mentions[:1], Mention(span_of(TEXT, "Reth"), "PERSON", reth.id), FOUND.mentions[1])
    last = ruled(PETROVA, reth, COURIER, mentions=there)[3]
    assert (last.kind, last.entity, last.authority) == (SpeakerKind.ENTITY, reth.id, Authority.RECORD)


def test_no_place_outside_of_the_text_is_asked_for() -> None:
    empty = Analysis("", statements=(said("Reth"), Statement((Span(0, 3),))))
    assert corrected_speakers(empty, empty) == empty.statements
