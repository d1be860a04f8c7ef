"""What the reading room looks like."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config import Config
from reader.tui.app import DiploreaderApp
from tests.tui.reading import Reading, desk_on
from tests.tui.stating import told

Compare = Callable[..., bool]
Opened = Callable[..., DiploreaderApp]


@pytest.fixture
def room(home: Path) -> Iterator[Callable[[], DiploreaderApp]]:
    """The program on the seed, not running yet."""
    with desk_on(home) as (desk, opening):
        yield lambda: DiploreaderApp(desk, opening, Config())


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """What is done before one looks."""

    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DiploreaderApp)
        await pilot.pause()
        now = Reading(pilot.app, pilot)
        await now.settle()
        for key in keys:
            await now.press(key)
        pilot.app.room.bottom.clear_message()
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 45), (200, 60)])
def test_the_room(room: Opened, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(room(), terminal_size=size, run_before=pressing())


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
def test_notes(room: Opened, snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ["j", "a", *"Who", "tab", *"gaza", "ctrl+s", "j", "H", "T", *"talks", "ctrl+s", "4"]
    assert snap_compare(room(), terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_chosen_name(room: Opened, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(room(), terminal_size=size, run_before=pressing("3", "j", "enter", "3"))


def test_all_names_while_selecting(room: Opened, snap_compare: Compare) -> None:
    assert snap_compare(room(), terminal_size=(120, 40), run_before=pressing("I", "j", "v", "b"))


def test_without_colour(room: Opened, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(room(), terminal_size=(120, 40), run_before=pressing("j", "H", "3", "j"))


def test_by_day(home: Path, snap_compare: Compare) -> None:
    with desk_on(home) as (desk, opening):
        app = DiploreaderApp(desk, opening, Config(theme="morning"))
        assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("j", "H"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_correcting_a_name(room: Opened, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(room(), terminal_size=size, run_before=pressing("3", "j", "e"))


def test_choosing_what_a_name_is_the_same_as(room: Opened, snap_compare: Compare) -> None:
    assert snap_compare(room(), terminal_size=(80, 24), run_before=pressing("3", "j", "=", "i"))


def test_only_what_names_the_chosen_one_is_bright(room: Opened, snap_compare: Compare) -> None:
    assert snap_compare(room(), terminal_size=(120, 40), run_before=pressing("3", "j", "F"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (140, 40), (200, 60)])
def test_statements(home: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    with told(home) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing("5", "j"))


def test_choosing_whose_statements_are_shown(home: Path, snap_compare: Compare) -> None:
    with told(home) as app:
        assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("5", "w", "j"))


def test_who_says_what_without_colour(home: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with told(home) as app:
        assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("5", "M"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (140, 40), (200, 60)])
def test_what_the_summary_leaves_out(home: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    with told(home) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing("2", "o", "j"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (140, 40), (200, 60)])
def test_dates(home: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    with told(home) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing("6"))
