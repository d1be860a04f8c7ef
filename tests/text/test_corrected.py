"""The reader's rules, applied to what was found."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import Rule, RuleKind
from reader.model.span import Span
from reader.model.value import replace
from reader.text.corrected import Rules, corrected

TEXT = "Hurriyet said Fidan met Blinken. Ankara denied it. Fidan left Ankara for Israel-Hamas talks, Hurriyet said."
TURKEY, ANKARA = Entity("iso:TR", "Turkey", "GPE", "TR"), Entity("place:ankara", "Ankara", "GPE")
HURRIYET, FIDAN = Entity("person:hurriyet", "Hurriyet", "PERSON"), Entity("local:1", "Fidan", "PERSON")
BLINKEN = Entity("person:blinken", "Blinken", "PERSON", is_sure=False)
ARTICLE = "a" * 26
DAY = timedelta(days=1)
_numbers = count(1)


def found(*entities: Entity) -> Analysis:
    """An analysis in which each entity is named wherever its name stands."""
    mentions = [
        Mention(Span(at, at + len(entity.name)), entity.label, entity.id)
        for entity in entities
        for at in range(len(TEXT))
        if TEXT.startswith(entity.name, at)
    ]
    in_order = tuple(sorted(mentions, key=lambda one: one.span.start))
    by_id = {entity.id: entity for entity in entities}
    return Analysis("hash", entities=tuple(by_id[key] for key in dict.fromkeys(map(_key, in_order))), mentions=in_order)


def _key(mention: Mention) -> str:
    return mention.entity


def rule(kind: RuleKind, about: Entity, **changes: Any) -> Rule:
    number = next(_numbers)
    when = datetime(2023, 11, 8, tzinfo=UTC) + timedelta(seconds=number)
    values = {"kind": kind, "entity": about.id, "name": about.name, "label": about.label, **changes}
    return Rule(id=UUID(int=number), created=when, modified=when, **values)


def merge(source: Entity, target: Entity, **changes: Any) -> Rule:
    values: dict[str, Any] = {"value": target.id, "value_name": target.name, "value_label": target.label, **changes}
    return rule(values.pop("kind", RuleKind.MERGE), source, **values)


def added(words: str, target: Entity, **changes: Any) -> Rule:
    return merge(target, target, kind=RuleKind.ADD, entity="", words=words, **changes)


def after(analysis: Analysis, *rules: Rule, article: str = ARTICLE) -> Analysis:
    return corrected(analysis, TEXT, article, Rules(rules)).analysis


def names(analysis: Analysis) -> dict[str, list[str]]:
    """By name and label of the entity, the words that name it."""
    told: dict[str, list[str]] = {f"{entity.name} {entity.label}": [] for entity in analysis.entities}
    by_id = {entity.id: f"{entity.name} {entity.label}" for entity in analysis.entities}
    for mention in analysis.mentions:
        told[by_id[mention.entity]].append(mention.span.of(TEXT))
    return told


def test_without_rules_nothing_is_changed() -> None:
    assert after(found(HURRIYET)) == found(HURRIYET)


def test_a_rule_on_something_else_changes_nothing() -> None:
    done = corrected(found(HURRIYET), TEXT, ARTICLE, Rules((rule(RuleKind.RENAME, TURKEY, value="Türkiye"),)))

    assert done.analysis == found(HURRIYET)
    assert not done.used


def test_a_type_is_changed_for_the_entity_and_its_mentions() -> None:
    done = after(found(HURRIYET), rule(RuleKind.RETYPE, HURRIYET, value="MEDIA"))

    assert names(done) == {"Hurriyet MEDIA": ["Hurriyet", "Hurriyet"]}
    assert {mention.label for mention in done.mentions} == {"MEDIA"}


def test_what_the_reader_named_is_no_longer_in_doubt() -> None:
    done = after(found(BLINKEN), rule(RuleKind.RENAME, BLINKEN, value="Antony Blinken"))

    assert done.entities == (Entity("person:blinken", "Antony Blinken", "PERSON"),)


def test_merged_entities_are_one_and_have_all_mentions() -> None:
    assert names(after(found(ANKARA, TURKEY), merge(ANKARA, TURKEY))) == {"Turkey GPE": ["Ankara", "Ankara"]}


def test_a_merge_brings_in_a_target_that_the_article_does_not_name() -> None:
    assert after(found(ANKARA), merge(ANKARA, TURKEY)).entities[0].id == "iso:TR"


def test_merges_lead_on() -> None:
    port = Entity("place:port", "Port", "GPE")

    assert names(after(found(ANKARA), merge(ANKARA, port), merge(port, TURKEY))) == {"Turkey GPE": ["Ankara", "Ankara"]}


def test_of_two_merges_in_a_circle_the_newer_holds() -> None:
    done = after(found(ANKARA, HURRIYET), merge(ANKARA, HURRIYET), merge(HURRIYET, ANKARA))

    assert [entity.name for entity in done.entities] == ["Ankara"]


def test_a_longer_circle_ends_too() -> None:
    done = after(found(ANKARA, HURRIYET), merge(ANKARA, HURRIYET), merge(HURRIYET, BLINKEN), merge(BLINKEN, ANKARA))

    assert [entity.name for entity in done.entities] == ["Ankara"]


def test_the_target_of_a_merge_can_be_renamed() -> None:
    done = after(found(ANKARA), merge(ANKARA, TURKEY), rule(RuleKind.RENAME, TURKEY, value="Türkiye"))

    assert [entity.name for entity in done.entities] == ["Türkiye"]


def test_rejected_entities_and_their_mentions_are_gone() -> None:
    assert names(after(found(ANKARA, HURRIYET), rule(RuleKind.REJECT, HURRIYET))) == {"Ankara GPE": ["Ankara"] * 2}


def test_words_can_be_rejected_where_other_names_stay() -> None:
    state = Analysis("hash", entities=(TURKEY,), mentions=tuple(_as(found(ANKARA, HURRIYET), "iso:TR")))

    assert names(after(state, rule(RuleKind.REJECT, TURKEY, words="Ankara"))) == {"Turkey GPE": ["Hurriyet"] * 2}


def _as(analysis: Analysis, key: str) -> list[Mention]:
    named = (Mention(mention.span, mention.label, key) for mention in analysis.mentions)
    return sorted(named, key=lambda one: one.span.start)


def test_words_that_were_split_off_are_an_entity_of_their_own() -> None:
    state = Analysis("hash", entities=(TURKEY,), mentions=tuple(_as(found(ANKARA, HURRIYET), "iso:TR")))

    done = after(state, rule(RuleKind.SPLIT, TURKEY, words="Ankara"))

    assert names(done) == {"Turkey GPE": ["Hurriyet"] * 2, "Ankara GPE": ["Ankara"] * 2}
    assert done.entities[1].id == "place:ankara"


def test_a_surname_that_only_the_article_knows_is_told_by_its_words() -> None:
    whole = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")

    done = after(found(FIDAN), merge(FIDAN, whole, entity="", words="Fidan"))

    assert names(done) == {"Hakan Fidan PERSON": ["Fidan", "Fidan"]}


def test_a_surname_that_gets_a_full_name_is_known_across_articles() -> None:
    done = after(found(FIDAN), rule(RuleKind.RENAME, FIDAN, entity="", words="Fidan", value="Hakan Fidan"))

    assert [entity.id for entity in done.entities] == ["person:hakan fidan"]


def test_words_that_the_reader_named_are_found_as_whole_words_only() -> None:
    hamas = Entity("org:hamas", "Hamas", "ORG")
    part = Entity("org:ham", "Ham", "ORG")

    assert names(after(found(), added("Hamas", hamas))) == {"Hamas ORG": ["Hamas"]}
    assert names(after(found(), added("Ham", part))) == {}


def test_the_readers_words_take_the_place_of_what_the_machine_saw_there() -> None:
    wide = Entity("org:israel hamas talks", "Israel-Hamas talks", "ORG")

    done = after(found(wide), added("Hamas", Entity("org:hamas", "Hamas", "ORG")))

    assert names(done) == {"Hamas ORG": ["Hamas"]}


def test_a_rule_for_an_article_holds_there_alone_and_before_others() -> None:
    here = rule(RuleKind.RENAME, HURRIYET, value="Hürriyet Daily", article=ARTICLE)
    everywhere = rule(RuleKind.RENAME, HURRIYET, value="Hürriyet")

    assert [entity.name for entity in after(found(HURRIYET), here, everywhere).entities] == ["Hürriyet Daily"]
    assert [entity.name for entity in after(found(HURRIYET), here, everywhere, article="b").entities] == ["Hürriyet"]


def test_what_had_an_effect_is_told() -> None:
    renamed, idle = rule(RuleKind.RENAME, HURRIYET, value="Hürriyet"), rule(RuleKind.REJECT, TURKEY)

    assert corrected(found(HURRIYET), TEXT, ARTICLE, Rules((renamed, idle))).used == {renamed.id}


@pytest.mark.parametrize("kind", [RuleKind.WATCH, RuleKind.NOTE])
def test_what_the_reader_follows_and_writes_changes_nothing(kind: RuleKind) -> None:
    assert after(found(HURRIYET), rule(kind, HURRIYET, value="x")) == found(HURRIYET)


def test_who_is_watched_is_watched_under_the_name_that_it_is_merged_into() -> None:
    rules = Rules((rule(RuleKind.WATCH, ANKARA), merge(ANKARA, TURKEY)))

    assert rules.watched() == {"iso:TR"}
    assert rules.merged_into("iso:TR") == {"iso:TR", "place:ankara"}


def test_a_newer_split_stands_against_the_merge_that_it_takes_back() -> None:
    split = rule(RuleKind.SPLIT, TURKEY, words="Ankara")
    older, newer = merge(ANKARA, TURKEY), merge(ANKARA, TURKEY)
    before = replace(split, id=UUID(int=next(_numbers)), modified=newer.modified + timedelta(seconds=-0.5))

    done = corrected(found(ANKARA), TEXT, ARTICLE, Rules((older, replace(split, modified=older.modified + DAY))))
    assert names(done.analysis) == {"Ankara GPE": ["Ankara"] * 2}
    assert done.used == {split.id}
    assert names(after(found(ANKARA), newer, before)) == {"Turkey GPE": ["Ankara"] * 2}


def test_words_that_were_rejected_stay_so_when_the_entity_is_merged_later() -> None:
    state = Analysis("hash", entities=(TURKEY,), mentions=tuple(_as(found(ANKARA, HURRIYET), "iso:TR")))

    done = after(state, rule(RuleKind.REJECT, TURKEY, words="Ankara"), merge(TURKEY, HURRIYET))

    assert names(done) == {"Hurriyet PERSON": ["Hurriyet"] * 2}


def test_a_surname_that_the_reader_joined_can_be_split_off_again() -> None:
    whole = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")

    done = after(
        found(FIDAN), merge(FIDAN, whole, entity="", words="Fidan"), rule(RuleKind.SPLIT, whole, words="Fidan")
    )

    assert [entity.id for entity in done.entities] == ["person:fidan"]


def test_what_the_reader_names_after_rejecting_it_is_a_name() -> None:
    rejected, named = rule(RuleKind.REJECT, HURRIYET), added("Hurriyet", HURRIYET)

    assert names(after(found(HURRIYET), rejected, named)) == {"Hurriyet PERSON": ["Hurriyet"] * 2}
    assert names(after(found(HURRIYET), named, replace(rejected, modified=named.modified + DAY))) == {}


def test_a_longer_name_of_the_same_thing_is_not_cut() -> None:
    whole = Entity("person:blinken ankara", "Blinken. Ankara", "PERSON")

    assert names(after(found(whole), added("Blinken", whole))) == {"Blinken. Ankara PERSON": ["Blinken. Ankara"]}


def test_what_is_left_of_a_name_that_was_cut_is_one_where_it_is_a_name_elsewhere() -> None:
    wide, hamas = Entity("org:x", "Ankara for Israel-Hamas", "ORG"), Entity("org:hamas", "Hamas", "ORG")
    israel = Mention(Span(33, 39), "GPE", ANKARA.id)  # Ankara's first mention
    text = replace(found(wide), entities=(ANKARA, *found(wide).entities), mentions=(israel, *found(wide).mentions))

    assert names(after(text, added("for Israel-Hamas", hamas))) == {
        "Ankara GPE": ["Ankara", "Ankara"],
        "Hamas ORG": ["for Israel-Hamas"],
    }


def test_a_state_that_the_article_did_not_name_has_its_country() -> None:
    assert after(found(ANKARA), merge(ANKARA, TURKEY)).entities == (TURKEY,)


def test_words_for_a_government_stand_for_none_where_they_name_no_state() -> None:
    state = Analysis("hash", entities=(TURKEY,), mentions=(Mention(Span(33, 39), "GPE", "iso:TR", is_government=True),))

    done = after(state, rule(RuleKind.SPLIT, TURKEY, words="Ankara"))

    assert [mention.is_government for mention in done.mentions] == [False]


def test_roles_go_with_an_entity_that_is_merged_but_not_with_words_that_are_split_off() -> None:
    role = Span(0, 8)
    official = replace(BLINKEN, roles=(role,), is_sure=True)

    assert after(found(official), merge(official, FIDAN, value="person:fidan")).entities[0].roles == (role,)
    assert after(found(official), rule(RuleKind.SPLIT, official, words="Blinken")).entities[0].roles == ()


def test_the_machines_doubt_ends_where_the_reader_names_the_same_elsewhere() -> None:
    done = after(found(BLINKEN, ANKARA), merge(ANKARA, BLINKEN))

    assert [(entity.name, entity.is_sure) for entity in done.entities] == [("Blinken", True)]


def test_roles_are_told_in_the_words_of_the_text_the_same_once() -> None:
    official = replace(BLINKEN, roles=(Span(0, 8), Span(93, 101)))

    assert corrected(found(official, ANKARA), TEXT, ARTICLE, Rules()).roles(TEXT) == {BLINKEN.id: ("Hurriyet",)}


def test_a_surname_whose_type_was_changed_can_be_named_in_full() -> None:
    retyped = rule(RuleKind.RETYPE, FIDAN, entity="", words="Fidan", value="ORG")
    renamed = rule(RuleKind.RENAME, FIDAN, entity="", words="Fidan", label="ORG", value="Fidan Group")

    assert names(after(found(FIDAN), retyped)) == {"Fidan ORG": ["Fidan"] * 2}
    assert names(after(found(FIDAN), retyped, renamed)) == {"Fidan Group ORG": ["Fidan"] * 2}


ENTITIES = (TURKEY, ANKARA, HURRIYET, FIDAN, BLINKEN)


@st.composite
def any_rule(draw: st.DrawFn) -> Rule:
    entity, target = draw(st.sampled_from(ENTITIES)), draw(st.sampled_from(ENTITIES))
    kind = draw(st.sampled_from(RuleKind))
    words = draw(st.sampled_from(["", "Ankara", "Fidan", "Fidan met", "said", "Hurriyet"]))
    local = entity.id.startswith("local:")
    values: dict[str, Any] = {"words": words or (entity.name if local else ""), "entity": "" if local else entity.id}
    values["value"] = draw(st.sampled_from(["PERSON", "ORG"])) if kind is RuleKind.RETYPE else "Name"
    if kind in (RuleKind.MERGE, RuleKind.ADD):
        values |= {"value": target.id, "value_name": target.name, "value_label": target.label}
    if kind is RuleKind.ADD:
        values |= {"words": words or "Blinken", "entity": ""}
    return rule(kind, entity, article=draw(st.sampled_from(["", ARTICLE])), **values)


@given(st.lists(any_rule(), max_size=8), st.lists(st.sampled_from(ENTITIES), unique=True))
def test_whatever_the_rules_mentions_stay_in_order_and_entities_are_those_that_are_named(
    rules: list[Rule], entities: list[Entity]
) -> None:
    done = after(found(*entities), *rules)

    ends = [0]
    for mention in done.mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(TEXT)
        ends.append(mention.span.end)
    assert [entity.id for entity in done.entities] == list(dict.fromkeys(one.entity for one in done.mentions))


KNOWN = tuple(entity for entity in ENTITIES if not entity.id.startswith("local:"))


@given(st.lists(st.tuples(st.sampled_from(KNOWN), st.sampled_from(KNOWN)), max_size=8))
def test_whatever_is_merged_all_names_lead_to_one_end_and_the_newest_merge_holds(
    pairs: list[tuple[Entity, Entity]],
) -> None:
    rules = Rules(tuple(merge(source, target) for source, target in pairs if source != target))

    for mention in found(*KNOWN).mentions:
        [named] = corrected(replace(found(*KNOWN), mentions=(mention,)), TEXT, ARTICLE, rules).analysis.mentions
        assert named.entity == rules.final(mention.entity) == rules.final(rules.final(mention.entity))
    if rules.all:
        assert rules.final(rules.all[-1].entity) == rules.final(rules.all[-1].value)


@given(st.permutations([merge(ANKARA, HURRIYET), merge(HURRIYET, TURKEY), rule(RuleKind.RENAME, TURKEY, value="T")]))
def test_the_order_in_which_rules_are_listed_does_not_count(rules: list[Rule]) -> None:
    assert names(after(found(ANKARA, HURRIYET, TURKEY), *rules)) == {
        "T GPE": ["Hurriyet", "Ankara", "Ankara", "Hurriyet"]
    }
