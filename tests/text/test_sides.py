"""Whose own words each sentence tells."""

from reader.model.analysis import Entity, Mention, Names
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.text.sides import sides
from tests.spans import span_of

TEXT = "Orlese Minister Mara Venn accused Rovia. Rovia denied it. The Tribune reported that talks go on."
SENTENCES = (Span(0, 40), Span(41, 57), Span(58, 96))


def names() -> Names:
    venn = Entity("person:mara venn", "Mara Venn", "PERSON", roles=(span_of(TEXT, "Minister"),))
    entities = (
        Entity("iso:OO", "Orlo", "GPE", "OO"),
        venn,
        Entity("iso:RO", "Rovia", "GPE", "RO"),
        Entity("media:tribune", "Tribune", "MEDIA"),
    )
    mentions = (
        Mention(span_of(TEXT, "Orlese"), "NORP", "iso:OO"),
        Mention(span_of(TEXT, "Mara Venn"), "PERSON", "person:mara venn"),
    )
    return Names(entities, mentions)


def said(cue: str, entity: str | None, authority: Authority = Authority.RECORD) -> Statement:
    kind = SpeakerKind.ENTITY if entity else SpeakerKind.GROUP
    return Statement(
        (span_of(TEXT, "talks go on"),), cue=(span_of(TEXT, cue),), kind=kind, entity=entity, authority=authority
    )


def test_who_serves_a_state_speaks_for_it() -> None:
    told = sides(TEXT, SENTENCES, names(), [said("accused", "person:mara venn"), said("denied", "iso:RO")])
    assert told == (frozenset({"iso:OO"}), frozenset({"iso:RO"}), frozenset())


def test_media_and_people_without_a_name_are_no_side() -> None:
    told = sides(TEXT, SENTENCES, names(), [said("reported", "media:tribune", Authority.MEDIA), said("denied", None)])
    assert told == (frozenset(),) * 3
