"""The table of acts and the reading room: what the one names the other does."""

from pathlib import Path

import pytest

from reader.actions import PANES, Place, available_in, available_on
from tests.tui.reading import SIZES, Reading, reading

ENDS = {"app.quit", "app.back", "app.suspend", "app.interrupt"}
"""Acts that leave the program."""


async def test_every_act_has_a_verb_and_every_verb_an_act(home: Path) -> None:
    async with reading(home) as now:
        assert now.verbs == {action.id for action in available_on(Place.ROOM)}


@pytest.mark.parametrize("place", PANES)
async def test_every_key_does_its_act_in_its_pane(home: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(home) as now:
        await now.focus(place)
        acts: list[str] = []
        monkeypatch.setattr(now.room, "act", acts.append)
        expected = [(key, action.id) for action in available_in(place) for key in action.keys]
        for key, _ in expected:
            await now.press(key)
        assert list(zip([key for key, _ in expected], acts, strict=True)) == expected


async def test_keys_of_a_selection_hold_while_there_is_one(home: Path) -> None:
    async with reading(home) as now:
        await now.press("v")
        before = now.text.target
        await now.press("b")
        assert now.text.target.end < before.end, "a word back, not a page up"
        await now.press("v")
        await now.press("G", "b")
        assert now.text.selection is None
        assert "Following the meeting" not in now.focused, "a page up again"


async def ask_for_everything(now: Reading, place: Place) -> None:
    """Do every act once, each from this pane, and leave the sheets that open."""
    for action in available_on(Place.ROOM):
        if action.id in ENDS:
            continue
        now.room.furniture.arrangement.focus(place)
        now.room.act(action.id)
        await now.app.workers.wait_for_complete()
        while now.app.screen is not now.room:
            await now.pilot.pause()
            await now.app.pop_screen()
    await now.settle()


@pytest.mark.parametrize(("place", "size"), zip(PANES, (*SIZES, *SIZES[1:3]), strict=True))
async def test_every_act_can_be_asked_for_at_any_time(home: Path, place: Place, size: tuple[int, int]) -> None:
    """Without marks, without a selection, without words to look for: nothing breaks."""
    async with reading(home, size=size) as now:
        await ask_for_everything(now, place)
        assert not (home / "errors.log").exists()
        assert "Turkey, a NATO ally" in now.shown


async def test_every_act_can_be_asked_for_before_anything_is_known(home: Path) -> None:
    async with reading(home, "hang", analysed=False) as now:
        await ask_for_everything(now, Place.SUMMARY)
        assert not (home / "errors.log").exists()
