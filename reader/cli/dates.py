"""Words of an article that say when, as verbs print them for programs."""

from typing import Any

from reader.model.dates import Dated, Period

DATE_KEYS = """\
{span, from, to, unit, sure}: words that say when, in text order; span is [start, end]; from and to are the first and \
the last day that they mean, and null where nobody can tell; sure is false where they may mean others"""
"""What `date_object` gives, for help."""


def date_object(one: Dated) -> dict[str, Any]:
    """JSON-ready form, see `DATE_KEYS`."""
    span = one.words.span
    return {"span": [span.start, span.end], **period_object(one.period)}


def period_object(period: Period | None) -> dict[str, Any]:
    """JSON-ready form of days, null where there are none."""
    return {
        "from": period.start.isoformat() if period else None,
        "to": period.end.isoformat() if period else None,
        "unit": period.unit.value if period else None,
        "sure": period is not None and period.is_sure,
    }
