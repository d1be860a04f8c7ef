"""Names of days."""

from datetime import date, timedelta

from reader.model.dates import Period, Unit

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Not the reader's locale's: dates stand in one form everywhere."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_name(day: date, today: date) -> str:
    """A day as a reader thinks of it: `Today`, `Yesterday`, `Mon 2023-11-06`."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{DAYS[day.weekday()]} {day.isoformat()}"


def short_period(period: Period, year: int | None) -> str:
    """Days in a few cells: `7 Nov`, `6–12 Nov`, `Nov 2022`; with `?` where the words have other readings.

    Args:
        period: the days.
        year: of the article; others are told.
    """
    start, end = period.start, period.end
    is_elsewhere = {start.year, end.year} != {year}
    month = f"{MONTHS[end.month - 1]}{f' {end.year}' if is_elsewhere else ''}"
    doubt = "" if period.is_sure else "?"
    if start == end:
        return f"{end.day} {month}{doubt}"
    match period.unit:
        case Unit.YEAR | Unit.DECADE:
            return f"{start.year}{f'–{end.year}' if end.year != start.year else ''}{doubt}"
        case Unit.MONTH:
            return f"{month}{doubt}"
        case _ if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{end.day} {month}{doubt}"
    began = f"{start.day} {MONTHS[start.month - 1]}{f' {start.year}' if start.year != end.year else ''}"
    return f"{began} – {end.day} {month}{doubt}"
