from reader.model.analysis import Analysis, Entity, Mention
from reader.model.span import Span
from reader.text.aspects import aspects

TURKEY, IRAN = Entity("iso:TR", "Turkey", "GPE"), Entity("iso:IR", "Iran", "GPE")


def named(entity: Entity, label: str, *, is_government: bool = False) -> Mention:
    return Mention(Span(0, 1), label, entity.id, is_government)


def test_states_that_are_named_in_several_ways_are_told_apart_the_most_frequent_way_first() -> None:
    mentions = (
        *(named(TURKEY, "NORP"), named(TURKEY, "NORP"), named(TURKEY, "GPE")),
        *(named(TURKEY, "GPE", is_government=True), named(TURKEY, "GPE"), named(TURKEY, "GPE")),
        *(named(IRAN, "GPE"), named(IRAN, "GPE")),
    )
    found = Analysis("", entities=(TURKEY, IRAN), mentions=mentions)
    assert aspects(found) == {"iso:TR": "3 place · 2 people · 1 government"}


def test_others_than_states_are_named_in_one_way() -> None:
    party = Entity("org:x", "X", "ORG")
    assert aspects(Analysis("", entities=(party,), mentions=(named(party, "ORG"), named(party, "NORP")))) == {}
