"""Rules as documents of TinyDB, and back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from reader.model.rule import Rule, RuleKind

UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading a document that others made may raise."""

_TEXTS = ("entity", "name", "label", "words", "value", "value_name", "value_label", "article", "origin")


def to_document(rule: Rule) -> dict[str, Any]:
    """The document that stands for a rule."""
    return {
        "id": rule.id.urn,
        "kind": rule.kind.value,
        **{field: getattr(rule, field) for field in _TEXTS},
        "created": _to_time(rule.created),
        "modified": _to_time(rule.modified),
        "rev": rule.rev,
    }


def from_document(plain: Mapping[str, Any]) -> Rule:
    """The rule that a document stands for.

    Raises:
        UNREADABLE: it stands for none that we know.
    """
    return Rule(
        id=UUID(plain["id"]),
        kind=RuleKind(plain["kind"]),
        created=_from_time(plain["created"]),
        modified=_from_time(plain["modified"]),
        rev=int(plain["rev"]),
        **{field: _text(plain.get(field, "")) for field in _TEXTS},
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _to_time(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _from_time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
