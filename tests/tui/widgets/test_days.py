from datetime import date

import pytest

from reader.model.dates import Period, Unit
from reader.tui.widgets.days import short_period


@pytest.mark.parametrize(
    ("start", "end", "unit", "shown"),
    [
        ("2023-11-07", "2023-11-07", Unit.DAY, "7 Nov"),
        ("2021-11-07", "2021-11-07", Unit.DAY, "7 Nov 2021"),
        ("2023-10-30", "2023-11-05", Unit.WEEK, "30 Oct – 5 Nov"),
        ("2023-11-06", "2023-11-12", Unit.WEEK, "6–12 Nov"),
        ("2023-10-01", "2023-10-31", Unit.MONTH, "Oct"),
        ("2022-10-01", "2022-10-31", Unit.MONTH, "Oct 2022"),
        ("2022-01-01", "2022-12-31", Unit.YEAR, "2022"),
        ("1990-01-01", "1999-12-31", Unit.DECADE, "1990–1999"),
        ("2022-12-31", "2023-01-02", Unit.RANGE, "31 Dec 2022 – 2 Jan 2023"),
    ],
)
def test_days_are_told_in_a_few_cells(start: str, end: str, unit: Unit, shown: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end), unit)

    assert short_period(period, 2023) == shown


def test_doubt_is_told() -> None:
    assert short_period(Period(date(2023, 11, 7), date(2023, 11, 7), is_sure=False), 2023) == "7 Nov?"
