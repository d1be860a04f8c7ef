from datetime import UTC, datetime
from uuid import UUID

import pytest

from reader.model.rule import Rule, RuleKind
from reader.model.value import replace
from reader.text.decided import decided

NOW = datetime(2026, 5, 1, tzinfo=UTC)
BIBI = Rule(UUID(int=1), RuleKind.WATCH, "person:bibi", "Bibi", "PERSON", NOW, NOW)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (BIBI, "Bibi"),
        (replace(BIBI, kind=RuleKind.RENAME, value="Benjamin Netanyahu"), "Bibi → Benjamin Netanyahu"),
        (replace(BIBI, kind=RuleKind.RETYPE, value="ORG"), "Bibi → ORG"),
        (replace(BIBI, kind=RuleKind.MERGE, value="x:y", value_name="Y"), "Bibi → Y"),
        (replace(BIBI, kind=RuleKind.MERGE, entity="", words="bibi", value="x:y", value_name="Y"), "“bibi” → Y"),
        (replace(BIBI, kind=RuleKind.SPLIT, words="Jordan"), "“Jordan” ≠ Bibi"),
        (replace(BIBI, kind=RuleKind.REJECT), "Bibi"),
        (replace(BIBI, kind=RuleKind.REJECT, words="bibi"), "“bibi”"),
        (replace(BIBI, kind=RuleKind.ADD, words="PM", value="x:y", value_name="Y"), "“PM” → Y"),
        (replace(BIBI, kind=RuleKind.NOTE, value="Ask about the visit."), "Bibi: Ask about the visit."),
    ],
)
def test_a_rule_is_said_in_a_few_words(rule: Rule, said: str) -> None:
    assert decided(rule) == said
