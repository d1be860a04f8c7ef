"""Statements of an article, as verbs print them for programs."""

from collections.abc import Sequence
from typing import Any

from reader.model.span import Span
from reader.model.statement import Statement

STATEMENT_KEYS = """\
{speaker, cue, content, direct, entity, kind, authority, act, lemma, negated?, modal?, within?, antecedent?}: in text \
order; speaker, cue and content are [[start, end], ...]; entity is an id or null; within is the number, from 0, of the \
statement in which it is told; antecedent is [start, end] of the words that name whom the speaker's words point to"""
"""What `statement_object` gives, for help."""


def statement_object(statement: Statement) -> dict[str, Any]:
    """JSON-ready form, see `STATEMENT_KEYS`."""
    plain: dict[str, Any] = {
        "speaker": _pairs(statement.speaker),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "direct": statement.is_direct,
        "entity": statement.entity,
        "kind": statement.kind.value,
        "authority": statement.authority.value,
        "act": statement.act,
        "lemma": statement.lemma,
    }
    if statement.is_negated:
        plain["negated"] = True
    if statement.is_modal:
        plain["modal"] = True
    if statement.within is not None:
        plain["within"] = statement.within
    if statement.antecedent is not None:
        plain["antecedent"] = [statement.antecedent.start, statement.antecedent.end]
    return plain


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
