"""Setting tags from a list."""

from collections.abc import Callable

import pytest

from reader.tui.sheets.tags import TagSheet
from tests.tui.sheets.showing import HOSTILE, VISIBLE, Showing, has_raw_controls, showing, type_text

KNOWN = {"gaza": 8, "mediation": 4, "media": 2, "turkey": 12, "nato": 3}


def sheet(*tags: str) -> TagSheet:
    return TagSheet("Tags of “a passage”", tags, KNOWN)


async def test_set_tags_stand_first_with_a_sign_then_the_most_used() -> None:
    async with showing(sheet("nato")) as (app, _):
        assert "✓ nato 3 turkey 12 gaza 8 mediation 4 media 2" in app.shown()


async def test_enter_sets_what_the_typed_letters_find() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "med")
        await pilot.pause()
        assert "med › mediation 4 media 2 med new tag" in app.shown()
        await pilot.press("enter", "enter")
        assert app.answer == ("mediation",)


async def test_enter_takes_a_set_tag_off() -> None:
    async with showing(sheet("gaza", "nato")) as (app, pilot):
        await type_text(pilot, "gaza")
        await pilot.press("enter", "escape")
        assert app.answer == ("nato",)


async def test_the_list_can_be_walked() -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press("down", "enter", "down", "down", "enter", "up", "enter", "escape")
        assert app.answer == ("turkey", "mediation", "gaza")


async def test_what_nobody_knows_yet_becomes_a_new_tag() -> None:
    async with showing(sheet("gaza")) as (app, pilot):
        await type_text(pilot, "#Ceasefire")
        await pilot.press("enter", "escape")
        assert app.answer == ("gaza", "Ceasefire")


async def test_a_new_tag_may_begin_a_known_one() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "med")
        await pilot.press("up", "down", "down", "enter", "escape")
        assert app.answer == ("med",)


async def test_several_tags_may_be_typed_at_once() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "un, GAZA talks")
        await pilot.press("enter", "enter")
        assert app.answer == ("un", "gaza", "talks")


async def test_tab_takes_the_first_completion() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "tur")
        await pilot.press("tab", "enter")
        assert app.answer == ("turkey",)


async def test_the_typed_tag_is_not_lost_when_saved() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "new")
        await pilot.press("ctrl+s")
        assert app.answer == ("new",)


async def test_escape_clears_the_letters_first_and_closes_then() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "med")
        await pilot.press("escape")
        assert app.open
        await pilot.press("escape")
        assert app.answer is None


@pytest.mark.parametrize("key", ["escape", "enter", "ctrl+s"])
async def test_no_change_gives_nothing(key: str) -> None:
    async with showing(sheet("gaza")) as (app, pilot):
        await pilot.press(key)
        assert app.answer is None


async def test_all_tags_can_be_taken_off() -> None:
    async with showing(sheet("gaza")) as (app, pilot):
        await pilot.press("down", "enter", "escape")
        assert app.answer == ()


async def test_a_click_sets_a_tag() -> None:
    async with showing(sheet()) as (app, pilot):
        row = next(number for number, line in enumerate(app.lines()) if "gaza" in line)
        await pilot.click(offset=(8, row))
        await pilot.press("escape")
        assert app.answer == ("gaza",)


async def test_a_long_list_scrolls_with_the_cursor() -> None:
    known = {f"tag-{number:03}": 1 for number in range(100)}
    async with showing(TagSheet("Tags", (), known)) as (app, pilot):
        rows = app.lines()[:-1]
        assert any("↓" in row for row in rows)
        assert not any("↑" in row for row in rows)
        await pilot.press(*["down"] * 50)
        await pilot.pause()
        assert "› tag-049" in app.shown()
        assert any("↑" in row for row in app.lines()[:-1])
        assert "tag-000" not in app.shown()


async def test_hostile_tags_are_only_shown() -> None:
    async with showing(TagSheet(f"Tags of {HOSTILE}", [HOSTILE], {"[/b]\x1b[2J": 3})) as (app, _):
        assert app.shown().count(VISIBLE) == 2
        assert "[/b]\ufffd[2J 3" in app.shown()
        assert not has_raw_controls(app)


async def test_arabic_tags_are_found() -> None:
    async with showing(TagSheet("Tags", (), {"غزة": 3, "gaza": 1})) as (app, pilot):
        await pilot.press("غ", "enter", "escape")
        assert app.answer == ("غزة",)


async def test_without_any_tags_one_can_be_made() -> None:
    async with showing(TagSheet("Tags", (), {})) as (app, pilot):
        await pilot.press("down", "tab", "x", "enter", "enter")
        assert app.answer == ("x",)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_look(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    tags = TagSheet("Tags of “the Turkish delegation conveyed these concerns”", ("mediation", "nato"), KNOWN)
    assert snap_compare(Showing(tags), terminal_size=size, press=["m", "e", "down"])
