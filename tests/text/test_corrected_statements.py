"""Statements after the reader's rules on them."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Analysis, Entity
from reader.model.rule import Rule, RuleKind
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.model.value import replace
from reader.text.corrected import Rules, corrected
from reader.text.corrected_statements import words_of
from tests.spans import span_of

TEXT = "The Courier reported that Petrova told allies that aid may stop. Officials hoped for calm."
PETROVA = Entity("person:ana petrova", "Ana Petrova", "PERSON")
COURIER = Entity("media:courier", "The Courier", "MEDIA")
ARTICLE = "a" * 26


def said(cue: str, content: str, within: int | None = None) -> Statement:
    return Statement(
        (span_of(TEXT, content),),
        (span_of(TEXT, "Petrova"),),
        (span_of(TEXT, cue),),
        kind=SpeakerKind.GROUP,
        within=within,
    )


REPORTED = said("reported", "that Petrova told allies that aid may stop")
TOLD = said("told", "that aid may stop", within=0)
HOPED = said("hoped", "for calm")
FOUND = Analysis("", entities=(PETROVA, COURIER), statements=(REPORTED, TOLD, HOPED))


def rule(kind: RuleKind, of: Statement, number: int = 1, article: str = ARTICLE, **values: str) -> Rule:
    now = datetime(2026, 1, 1, 0, number, tzinfo=UTC)
    words = words_of(of, TEXT)
    return Rule(UUID(int=number), kind, "", "", "", now, now, words=words, article=article, **values)  # type: ignore[arg-type]


def ruled(*rules: Rule, found: Analysis = FOUND, text: str = TEXT) -> tuple[Statement, ...]:
    return corrected(found, text, ARTICLE, Rules(rules)).analysis.statements


def test_what_is_no_statement_is_gone_and_the_others_keep_their_places() -> None:
    assert ruled(rule(RuleKind.UNSAID, HOPED)) == (REPORTED, TOLD)
    assert ruled(rule(RuleKind.UNSAID, REPORTED)) == (replace(TOLD, within=None), HOPED)


def test_a_statement_has_the_speaker_that_the_reader_gives_it() -> None:
    _, told, _ = ruled(rule(RuleKind.SAID_BY, TOLD, value=PETROVA.id, value_name=PETROVA.name))
    assert (told.kind, told.entity) == (SpeakerKind.ENTITY, PETROVA.id)


def test_a_statement_may_be_nobodys() -> None:
    *_, hoped = ruled(rule(RuleKind.SAID_BY, HOPED))
    assert (hoped.kind, hoped.speaker) == (SpeakerKind.NOBODY, ())


def test_a_speaker_who_is_not_named_any_more_changes_nothing() -> None:
    assert ruled(rule(RuleKind.SAID_BY, HOPED, value="person:gone", value_name="Gone")) == FOUND.statements


def test_what_is_done_by_a_statement_is_what_the_reader_says() -> None:
    *_, hoped = ruled(rule(RuleKind.SAID_TO, HOPED, value="request"))
    assert hoped.act == "request"
    assert ruled(rule(RuleKind.SAID_TO, HOPED, value="no act")) == FOUND.statements


def test_the_later_of_two_rules_holds() -> None:
    first, second = (rule(RuleKind.SAID_TO, HOPED, n, value=act) for n, act in ((1, "request"), (2, "intend")))
    assert ruled(second, first)[2].act == "intend"


def test_a_rule_knows_its_statement_in_another_version_of_the_article() -> None:
    text = f"Update. {TEXT}"
    moved = tuple(
        replace(
            one,
            content=tuple(Span(s.start + 8, s.end + 8) for s in one.content),
            speaker=(),
            cue=tuple(Span(s.start + 8, s.end + 8) for s in one.cue),
        )
        for one in FOUND.statements
    )
    left = ruled(rule(RuleKind.UNSAID, HOPED), found=replace(FOUND, statements=moved), text=text)
    assert left == moved[:2]


def test_a_rule_holds_in_its_article_only() -> None:
    assert ruled(rule(RuleKind.UNSAID, HOPED, article="b" * 26)) == FOUND.statements


def test_rules_that_had_an_effect_are_told() -> None:
    unsaid, other = rule(RuleKind.UNSAID, HOPED), rule(RuleKind.UNSAID, HOPED, 2, article="b" * 26)
    assert corrected(FOUND, TEXT, ARTICLE, Rules((unsaid, other))).used == {unsaid.id}


@given(
    st.lists(
        st.tuples(
            st.sampled_from((RuleKind.UNSAID, RuleKind.SAID_BY, RuleKind.SAID_TO)),
            st.sampled_from(FOUND.statements),
            st.sampled_from(("", PETROVA.id, "request", "x")),
        ),
        max_size=6,
    )
)
def test_rules_leave_statements_in_form(given_rules: list[tuple[RuleKind, Statement, str]]) -> None:
    rules = [rule(kind, of, n, value=value) for n, (kind, of, value) in enumerate(given_rules, 1)]
    left = ruled(*rules)
    assert len(left) <= len(FOUND.statements)
    for number, one in enumerate(left):
        assert one.within is None or one.within < number
        assert (one.kind is SpeakerKind.ENTITY) == (one.entity is not None)
    again = corrected(replace(FOUND, statements=left), TEXT, ARTICLE, Rules(tuple(rules))).analysis.statements
    assert again == left
