"""What the library looks like."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config import Config
from reader.desk.desk import Desk
from reader.tui.app import DiploreaderApp
from tests.tui.library.morning import MORNING, furnished
from tests.tui.library.using import Using, desk_with

Compare = Callable[..., bool]


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A library in the middle of a morning."""
    with desk_with(home, MORNING, analysed=True) as desk:
        furnished(desk)
        yield desk


def pressing(*keys: str, typing: str = "") -> Callable[[Pilot[None]], Awaitable[None]]:
    """What is done before one looks: keys, then words that are typed."""

    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DiploreaderApp)
        now = Using(pilot.app, pilot)
        await now.settle()
        await now.press(*keys)
        if typing:
            await now.type(typing)
        now.screen.bottom.clear_message()
        await pilot.pause()

    return press


@pytest.mark.parametrize("theme", ["evening", "morning"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_the_inbox(desk: Desk, snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    app = DiploreaderApp(desk, None, Config(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=pressing("j", "j"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_what_is_found(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = DiploreaderApp(desk, None, Config())
    assert snap_compare(app, terminal_size=size, run_before=pressing("f", typing="gaza mediation"))


def test_an_error_in_the_query(desk: Desk, snap_compare: Compare) -> None:
    app = DiploreaderApp(desk, None, Config())
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("f", typing="gaza sorce:reuters"))


def test_a_selection_and_an_unfolded_story(desk: Desk, snap_compare: Compare) -> None:
    app = DiploreaderApp(desk, None, Config())
    run_before = pressing("+", "j", "j", "j", "space", "space")
    assert snap_compare(app, terminal_size=(120, 40), run_before=run_before)


@pytest.mark.parametrize("key", ["2", "3"])
def test_panes_over_the_list(desk: Desk, snap_compare: Compare, key: str) -> None:
    app = DiploreaderApp(desk, None, Config())
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(key))


def test_without_colour(desk: Desk, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = DiploreaderApp(desk, None, Config())
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("j", "space"))


def test_an_empty_library(home: Path, snap_compare: Compare) -> None:
    with desk_with(home, ()) as desk:
        app = DiploreaderApp(desk, None, Config())
        assert snap_compare(app, terminal_size=(120, 40), run_before=pressing())
