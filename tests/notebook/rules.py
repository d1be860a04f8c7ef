"""Rules for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.notebook.uuid7 import uuid7
from reader.text.names import key_of

NOON = datetime(2023, 11, 8, 12, tzinfo=UTC)
ARTICLE = "ab" * 13


def rule(name: str = "Hurriyet", kind: RuleKind = RuleKind.WATCH, **changes: Any) -> Rule:
    """A new rule on a person."""
    values = {"created": NOON, "modified": NOON, "entity": key_of("PERSON", name), **changes}
    return Rule(id=values.pop("id", None) or uuid7(), kind=kind, name=name, label="PERSON", **values)


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).filter(lambda name: key_of("", name) != ":")
"""Names on one line, with something in them to know them by."""

TIMES = st.integers(0, 10**15).map(lambda microseconds: NOON - timedelta(microseconds=microseconds))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule on names that the desk makes."""
    kind = draw(st.sampled_from([kind for kind in RuleKind if kind not in ON_STATEMENTS]))
    name, words, other = draw(NAMES), draw(NAMES), draw(NAMES)
    is_of_words = kind is RuleKind.ADD or (kind not in (RuleKind.WATCH, RuleKind.NOTE) and draw(st.booleans()))
    value = {
        RuleKind.RENAME: other,
        RuleKind.RETYPE: "MEDIA",
        RuleKind.NOTE: other + draw(st.sampled_from(["", "\n=1+1"])),
    }
    has_target = kind in (RuleKind.MERGE, RuleKind.ADD)
    created = draw(TIMES)
    return Rule(
        id=draw(st.uuids()),
        kind=kind,
        entity="" if is_of_words else key_of("ORG", name),
        name=name,
        label="ORG",
        words=words if is_of_words or kind is RuleKind.SPLIT else "",
        value=key_of("GPE", other) if has_target else value.get(kind, ""),
        value_name=other if has_target else "",
        value_label="GPE" if has_target else "",
        article=draw(st.sampled_from(["", ARTICLE])),
        created=created,
        modified=min(created + timedelta(microseconds=draw(st.integers(0, 10**12))), NOON),
    )
