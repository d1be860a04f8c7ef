"""The reading room on an article whose statements were made by hand."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from reader.config import Config
from reader.model.intake import Origin
from reader.model.statement import Statement
from reader.tui.app import DiploreaderApp
from reader.tui.widgets.statement_pane import StatementPane
from tests.speaking import STATEMENTS, TEXT, analysis_of, article_of
from tests.tui.reading import Reading, desk_on


@contextmanager
def told(
    home: Path, text: str = TEXT, statements: Sequence[Statement] = STATEMENTS, config: Config | None = None
) -> Iterator[DiploreaderApp]:
    """The program on an article with these statements, not running yet."""
    with desk_on(home, "Another article.") as (desk, _):
        article = article_of(text)
        desk.library.add(article, text.encode(), Origin("paste", "text"))
        desk.analyses._cache.put(analysis_of(article, statements))
        opening = desk.opening(article.id)
        assert opening is not None
        yield DiploreaderApp(desk, opening, config or Config())


@asynccontextmanager
async def stating(
    home: Path,
    *keys: str,
    size: tuple[int, int] = (120, 40),
    text: str = TEXT,
    statements: Sequence[Statement] = STATEMENTS,
    config: Config | None = None,
) -> AsyncIterator[Reading]:
    """The program running, its statements in front, after these keys."""
    with told(home, text, statements, config) as app:
        async with app.run_test(size=size) as pilot:
            now = Reading(app, pilot)
            await pilot.pause()
            await now.settle()
            await now.press("5", *keys)
            yield now


def pane_of(now: Reading) -> StatementPane:
    """The pane of the statements."""
    return now.room.furniture.stating.pane


def rows_of(now: Reading) -> list[str]:
    """Its rows, single-spaced, without its title and the sign of the cursor."""
    return [" ".join(row.lstrip("› ").split()) for row in now.rows_of(pane_of(now))[1:]]


def title_of(now: Reading) -> str:
    """Its title."""
    return str(pane_of(now).border_title)
