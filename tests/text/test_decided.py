from datetime import UTC, datetime
from uuid import UUID

import pytest

from reader.model.rule import Rule, RuleKind
from reader.model.value import replace
from reader.text.decided import in_words

NOW = datetime(2026, 5, 1, tzinfo=UTC)
BIBI = Rule(UUID(int=1), RuleKind.WATCH, "person:bibi", "Bibi", "PERSON", NOW, NOW)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (BIBI, "“Bibi” is watched"),
        (replace(BIBI, kind=RuleKind.RENAME, value="Benjamin Netanyahu"), "“Bibi” is called “Benjamin Netanyahu”"),
        (replace(BIBI, kind=RuleKind.RETYPE, value="ORG"), "“Bibi” is an organisation"),
        (replace(BIBI, kind=RuleKind.RETYPE, value="GPE"), "“Bibi” is a state or place"),
        (replace(BIBI, kind=RuleKind.MERGE, value="x:y", value_name="Y"), "“Bibi” is the same as “Y”"),
        (replace(BIBI, kind=RuleKind.MERGE, words="bibi", value="x:y", value_name="Y"), "“bibi” is the same as “Y”"),
        (replace(BIBI, kind=RuleKind.SPLIT, words="Jordan"), "“Jordan” is not “Bibi”"),
        (replace(BIBI, kind=RuleKind.REJECT), "“Bibi” is no name"),
        (replace(BIBI, kind=RuleKind.REJECT, words="bibi"), "“bibi” is no name"),
        (replace(BIBI, kind=RuleKind.ADD, words="PM", value="x:y", value_name="Y"), "“PM” names “Y”"),
        (replace(BIBI, kind=RuleKind.NOTE, value="Ask about the visit."), "Note on “Bibi”: Ask about the visit."),
    ],
)
def test_a_rule_is_said_in_words(rule: Rule, said: str) -> None:
    assert in_words(rule) == said


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        (RuleKind.UNSAID, {}, "is no statement"),
        (RuleKind.SAID_BY, {"value_name": "Ana Petrova"}, "is said by “Ana Petrova”"),
        (RuleKind.SAID_TO, {"value": "threaten"}, "somebody warns, threatens"),
    ],
)
def test_what_was_decided_is_seen_behind_the_words_of_a_long_statement(
    kind: RuleKind, values: dict[str, str], said: str
) -> None:
    rule = replace(BIBI, kind=kind, words="warned that " + "nothing is agreed until all is agreed and " * 9, **values)
    assert in_words(rule).endswith(said)
    assert len(in_words(rule)) <= 80
