"""What documents say of themselves, read with doubt: programs fill it in, and people forget it."""

import re
from datetime import UTC, date, datetime, timedelta

_PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint) - |Print(?:ing)? )", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:docx?|rtf|odt|pdf|indd|pptx?|xlsx?|txt|html?|tmp|wpd|qxd|eps|tex|dvi)$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:untitled|document|doc|title|unknown|slide|presentation|press release)\W*\d*$", re.IGNORECASE
)
_NO_AUTHOR = re.compile(r"microsoft|office|user|admin|python-docx|unknown|author|@|\\|\d", re.IGNORECASE)
_DAY = re.compile(r"(?:D:)?(\d{4})(-?)(\d{2})\2(\d{2})")
LATEST = timedelta(days=2)
"""From now, for clocks and time zones that differ."""

_MILLISECONDS = 10**11
"""Seconds since 1970 that no date of ours has: they are thousandths."""


def likely_title(written: str | None) -> str | None:
    """The title in a file's properties; None where it is a file's name, one word, or what a program put there."""
    title = _PROGRAM.sub("", " ".join(written.split())) if written else ""
    if " " not in title or _FILE_NAME.search(title) or _NO_TITLE.match(title):
        return None
    return title


def likely_author(written: str | None) -> str | None:
    """The author in a file's properties; None where it is a log-in or a program."""
    author = " ".join(written.split()) if written else ""
    return author if " " in author and _NO_AUTHOR.search(author) is None else None


def day_of(written: object) -> date | None:
    """The day that a date names: ISO 8601, the form of mails (RFC 5322), of PDF, or seconds since 1970.

    A day that is still to come is none: what it is of would stand above all news until then.
    """
    day = _named_day(written)
    return day if day is not None and day <= datetime.now(UTC).date() + LATEST else None


def _named_day(written: object) -> date | None:
    if isinstance(written, int | float) and not isinstance(written, bool):
        return _of_timestamp(written)
    if not isinstance(written, str):
        return None
    text = written.strip()
    try:
        if match := _DAY.match(text):
            return date(int(match[1]), int(match[3]), int(match[4]))
        return _of_mail(text)
    except (ValueError, OverflowError):
        return None


def _of_timestamp(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _of_mail(text: str) -> date | None:
    # Most dates are not of this form.
    from email.utils import parsedate

    fields = parsedate(text)
    return date(*fields[:3]) if fields else None
