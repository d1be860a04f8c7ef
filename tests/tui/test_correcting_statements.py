"""Correcting statements in their pane."""

from pathlib import Path

from tests.tui.stating import rows_of, stating


async def test_a_rejected_statement_is_gone_and_comes_back(home: Path) -> None:
    async with stating(home) as now:
        before = rows_of(now)
        await now.press("R")
        assert len(rows_of(now)) < len(before)
        assert "is no statement" in now.shown
        await now.press("u")
        assert rows_of(now) == before


async def test_a_statement_is_given_to_somebody_else(home: Path) -> None:
    async with stating(home, "e") as now:
        assert "Who says it" in now.shown
        await now.press("enter")
        assert "The Courier" in now.shown
        await now.press("j", "enter")
        assert "“The Courier” says" in now.shown


async def test_what_is_done_by_a_statement_is_corrected(home: Path) -> None:
    async with stating(home, "e", "j", "enter") as now:
        assert "asks, urges, demands" in now.shown
        await now.press("g", "enter")
        statement = now.room.furniture.stating.statement
        assert statement is not None
        assert statement.act == "say"


async def test_leaving_the_sheet_changes_nothing(home: Path) -> None:
    async with stating(home) as now:
        before = rows_of(now)
        await now.press("e", "escape")
        assert rows_of(now) == before
