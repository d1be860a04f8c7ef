"""What holds for all rules on statements, in whatever order they come and whatever else was decided."""

from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.model.span import Span
from reader.model.statement import ACTS, Authority, SpeakerKind, Statement
from reader.model.value import replace
from reader.text.corrected import Rules, corrected
from reader.text.corrected_statements import words_of
from tests.spans import span_of

TEXT = "Ana Petrova said that talks go on. Reth hoped for calm, the Courier wrote. She denied that aid stops."
ARTICLE = "a" * 26
PETROVA = Entity("person:ana petrova", "Ana Petrova", "PERSON")
RETH = Entity("local:1", "Reth", "PERSON")
COURIER = Entity("org:courier", "Courier", "ORG")
OTHER = Entity("person:anna petrowa", "Anna Petrowa", "PERSON")
ENTITIES = (PETROVA, RETH, COURIER)


def said(speaker: str, cue: str, content: str, entity: Entity, within: int | None = None) -> Statement:
    return Statement(
        (span_of(TEXT, content),),
        (span_of(TEXT, speaker),),
        (span_of(TEXT, cue),),
        kind=SpeakerKind.ENTITY,
        entity=entity.id,
        antecedent=span_of(TEXT, "Ana Petrova") if speaker == "She" else None,
        authority=Authority.RECORD,
        within=within,
    )


STATEMENTS = (
    said("Ana Petrova", "said", "that talks go on", PETROVA),
    said("Courier", "wrote", "Reth hoped for calm", COURIER),
    said("Reth", "hoped", "for calm", RETH, within=1),
    said("She", "denied", "that aid stops", PETROVA),
)
FOUND = Analysis(
    "",
    entities=ENTITIES,
    mentions=tuple(Mention(span_of(TEXT, one.name), one.label, one.id) for one in ENTITIES),
    statements=STATEMENTS,
)


def rule(kind: RuleKind, number: int = 1, entity: Entity | None = None, **fields: Any) -> Rule:
    """A rule on an entity, or on whatever `words` tell."""
    now = datetime(2026, 1, 1, 0, number, tzinfo=UTC)
    key, name, label = (entity.id, entity.name, entity.label) if entity else ("", "", "")
    return Rule(UUID(int=number), kind, key, name, label, now, now, **fields)


def by(speaker: Entity, of: Statement, number: int = 1) -> Rule:
    """The rule that a statement is by somebody, as the desk makes it."""
    key = "" if speaker is RETH else speaker.id
    whom: dict[str, Any] = {"value": key, "value_name": speaker.name, "value_label": speaker.label}
    return rule(RuleKind.SAID_BY, number, words=words_of(of, TEXT), article=ARTICLE, **whom)


def ruled(*rules: Rule, found: Analysis = FOUND) -> Analysis:
    return corrected(found, TEXT, ARTICLE, Rules(rules)).analysis


@st.composite
def some_rules(draw: st.DrawFn) -> list[Rule]:
    """Rules on statements and on names, each of its own age."""
    rules = []
    for number in range(1, draw(st.integers(0, 7)) + 1):
        kind = draw(st.sampled_from(list(RuleKind)))
        entity, other = draw(st.sampled_from((PETROVA, COURIER))), draw(st.sampled_from((PETROVA, COURIER, OTHER)))
        target: dict[str, Any] = {"value": other.id, "value_name": other.name, "value_label": other.label}
        match kind:
            case RuleKind.SAID_TO:
                act = draw(st.sampled_from([*ACTS, "dance"]))
                words = words_of(draw(st.sampled_from(STATEMENTS)), TEXT)
                rules.append(rule(kind, number, words=words, article=ARTICLE, value=act))
            case RuleKind.SAID_BY | RuleKind.UNSAID:
                whom = target if kind is RuleKind.SAID_BY and draw(st.booleans()) else {}
                words = words_of(draw(st.sampled_from(STATEMENTS)), TEXT)
                rules.append(rule(kind, number, words=words, article=ARTICLE, **whom))
            case RuleKind.MERGE:
                rules.append(rule(kind, number, entity, **target))
            case RuleKind.ADD:
                rules.append(rule(kind, number, words=draw(st.sampled_from(("She", "calm", "Reth"))), **target))
            case RuleKind.SPLIT:
                rules.append(rule(kind, number, entity, words=entity.name))
            case RuleKind.RETYPE:
                rules.append(rule(kind, number, entity, value=draw(st.sampled_from(("MEDIA", "ORG")))))
            case _:
                rules.append(rule(kind, number, entity, value="Another Name"))
    return rules


@given(some_rules())
def test_whoever_speaks_after_all_rules_is_an_entity_that_is_still_there(rules: list[Rule]) -> None:
    analysis = ruled(*rules)
    there = {entity.id for entity in analysis.entities}
    for number, one in enumerate(analysis.statements):
        assert one.entity is None or one.entity in there
        assert (one.kind is SpeakerKind.ENTITY) == (one.entity is not None)
        assert one.within is None or one.within < number
        assert one.act in ACTS


@given(some_rules(), st.randoms(use_true_random=False))
def test_in_which_order_rules_are_given_makes_no_difference(rules: list[Rule], random: Random) -> None:
    shuffled = random.sample(rules, len(rules))
    assert ruled(*shuffled) == ruled(*rules)


@given(some_rules(), st.text(alphabet="ab \n", max_size=9), st.integers(0, 3))
def test_statements_stay_corrected_when_the_article_is_read_anew(rules: list[Rule], ahead: str, gone: int) -> None:
    """Another analyst found one statement less, at other places, of a version that begins otherwise."""
    on_statements = [one for one in rules if one.kind in ON_STATEMENTS]
    kept = tuple(one for number, one in enumerate(STATEMENTS[:4]) if number != gone and one.within is None)
    before = ruled(*on_statements, found=replace(FOUND, statements=kept))
    moved = tuple(_moved(one, len(ahead)) for one in kept)
    after = corrected(replace(FOUND, statements=moved), ahead + TEXT, ARTICLE, Rules(tuple(on_statements))).analysis
    assert after.statements == tuple(_moved(one, len(ahead)) for one in before.statements)


def _moved(statement: Statement, by: int) -> Statement:
    def later(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        statement,
        content=tuple(map(later, statement.content)),
        speaker=tuple(map(later, statement.speaker)),
        cue=tuple(map(later, statement.cue)),
        antecedent=later(statement.antecedent) if statement.antecedent else None,
    )


def test_a_speaker_who_is_merged_later_speaks_under_the_other_name() -> None:
    added = rule(RuleKind.ADD, 3, words="She", value=OTHER.id, value_name=OTHER.name, value_label=OTHER.label)
    whole: dict[str, Any] = {"value": OTHER.id, "value_name": OTHER.name, "value_label": OTHER.label}
    analysis = ruled(by(PETROVA, STATEMENTS[2]), rule(RuleKind.MERGE, 2, PETROVA, **whole), added)
    assert analysis.statements[2].entity == OTHER.id


def test_a_speaker_whom_only_the_article_knew_speaks_under_the_full_name_given_later() -> None:
    full = replace(rule(RuleKind.RENAME, 2, words="Reth", value="Ilan Reth"), name="Reth", label="PERSON")
    analysis = ruled(by(RETH, STATEMENTS[0]), full)
    assert analysis.statements[0].entity == "person:ilan reth"


def test_a_speaker_whom_only_the_article_knows_is_the_same_when_the_next_analysis_numbers_others_so() -> None:
    number = {RETH.id: "local:2", COURIER.id: RETH.id}
    other = replace(
        FOUND,
        entities=tuple(replace(one, id=number.get(one.id, one.id)) for one in ENTITIES),
        mentions=tuple(replace(one, entity=number.get(one.entity, one.entity)) for one in FOUND.mentions),
        statements=tuple(replace(one, entity=number.get(one.entity or "", one.entity)) for one in STATEMENTS),
    )
    assert ruled(by(RETH, STATEMENTS[0]), found=other).statements[0].entity == "local:2"


def test_a_speaker_whose_name_is_rejected_later_makes_no_statement() -> None:
    analysis = ruled(by(PETROVA, STATEMENTS[2]), rule(RuleKind.REJECT, 2, PETROVA))
    assert PETROVA.id not in {one.entity for one in analysis.statements}


def test_words_that_named_the_speaker_before_name_the_one_whom_the_reader_gives_no_longer() -> None:
    assert ruled(by(PETROVA, STATEMENTS[3])).statements[3].antecedent == STATEMENTS[3].antecedent
    assert ruled(by(COURIER, STATEMENTS[3])).statements[3].antecedent is None
