"""Names of days."""

from datetime import date, timedelta

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Not the reader's locale's: dates stand in one form everywhere."""


def day_name(day: date, today: date) -> str:
    """A day as a reader thinks of it: `Today`, `Yesterday`, `Mon 2023-11-06`."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{DAYS[day.weekday()]} {day.isoformat()}"
