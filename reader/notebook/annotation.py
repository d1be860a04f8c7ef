"""Marks as annotations of the W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/, and back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from reader.model.mark import Anchor, Mark, MarkKind
from reader.model.span import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading an annotation that others made may raise."""

_URN = "urn:uuid:"
_TAGGING = MarkKind.TAGS.value
_COMMENTING = MarkKind.NOTE.value


def to_annotation(mark: Mark) -> dict[str, Any]:
    """The annotation that stands for a mark; `rev` and the target's `version` are our own."""
    return {
        "@context": CONTEXT,
        "id": mark.id.urn,
        "type": "Annotation",
        "motivation": mark.kind.value,
        "created": _to_time(mark.created),
        "modified": _to_time(mark.modified),
        "body": [_body(_COMMENTING, mark.body)] * bool(mark.body) + [_body(_TAGGING, tag) for tag in mark.tags],
        "target": {"source": f"urn:diploreader:article:{mark.article_id}"} | _selectors(mark.anchor),
        "rev": mark.rev,
    }


def from_annotation(article_id: str, plain: Mapping[str, Any]) -> Mark:
    """The mark that an annotation on this article stands for.

    Raises:
        UNREADABLE: it stands for none that can be shown.
    """
    bodies = [(body["purpose"], _text(body["value"])) for body in plain["body"]]
    return Mark(
        id=UUID(plain["id"].removeprefix(_URN)),
        article_id=article_id,
        kind=MarkKind(plain["motivation"]),
        created=_from_time(plain["created"]),
        modified=_from_time(plain["modified"]),
        anchor=_anchor(plain["target"]),
        body="".join(value for purpose, value in bodies if purpose == _COMMENTING),
        tags=tuple(value for purpose, value in bodies if purpose == _TAGGING),
        rev=int(plain["rev"]),
    )


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _selectors(anchor: Anchor | None) -> dict[str, Any]:
    if anchor is None:
        return {}
    return {
        "version": anchor.version,
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
    }


def _anchor(target: Mapping[str, Any]) -> Anchor | None:
    if "selector" not in target:
        return None
    selectors = {selector["type"]: selector for selector in target["selector"]}
    position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    return Anchor(
        version=_text(target["version"]),
        span=Span(int(position["start"]), int(position["end"])),
        exact=_text(quote["exact"]),
        prefix=_text(quote["prefix"]),
        suffix=_text(quote["suffix"]),
    )


def _to_time(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _from_time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
