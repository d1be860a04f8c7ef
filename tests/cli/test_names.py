"""Names as verbs print them."""

from reader.cli.names import entity_object, grouped_names, mention_object, said_of
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.span import Span

TEXT = "Foreign Minister Hakan Fidan met Turks in Turkey. Ankara said that Jordan came. Turkey agreed."
TURKEY = Entity("iso:TR", "Turkey", "GPE", "TR")
FIDAN = Entity("person:hakan fidan", "Hakan Fidan", "PERSON", roles=(Span(0, 16),))
JORDAN = Entity("local:3", "Jordan", "PERSON", is_sure=False)


def mention(words: str, label: str, entity: Entity, *, is_government: bool = False, after: int = 0) -> Mention:
    start = TEXT.index(words, after)
    return Mention(Span(start, start + len(words)), label, entity.id, is_government)


ANALYSIS = Analysis(
    "",
    entities=(FIDAN, TURKEY, JORDAN),
    mentions=(
        mention("Hakan Fidan", "PERSON", FIDAN),
        mention("Turks", "NORP", TURKEY),
        mention("Turkey", "GPE", TURKEY),
        mention("Ankara", "GPE", TURKEY, is_government=True),
        mention("Jordan", "PERSON", JORDAN),
        mention("Turkey", "GPE", TURKEY, after=60),
    ),
)


def test_people_stand_with_their_roles_states_with_the_ways_they_are_named_and_doubt_with_its_sign() -> None:
    assert list(grouped_names(ANALYSIS, TEXT)) == [
        "",
        "People",
        "   1  Hakan Fidan · Foreign Minister",
        "   1  Jordan ?",
        "",
        "States and places",
        "   4  Turkey · 2 place · 1 people · 1 government",
    ]
    assert set(said_of(ANALYSIS, TEXT)) == {FIDAN.id, TURKEY.id}


def test_a_program_gets_only_what_there_is_to_say() -> None:
    assert [entity_object(entity) for entity in ANALYSIS.entities] == [
        {"id": FIDAN.id, "name": "Hakan Fidan", "type": "PERSON", "sure": True, "roles": [[0, 16]]},
        {"id": TURKEY.id, "name": "Turkey", "type": "GPE", "sure": True, "country": "TR"},
        {"id": JORDAN.id, "name": "Jordan", "type": "PERSON", "sure": False},
    ]
    assert [("government" in mention_object(mention)) for mention in ANALYSIS.mentions] == [False] * 3 + [
        True,
        False,
    ] + [False]
