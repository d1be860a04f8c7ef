"""The note editor."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual import events

import reader.tui.sheets.note
from reader.errors import UsageError
from reader.tui.sheets.note import Kept, NoteSheet, NoteText
from tests.tui.sheets.showing import HOSTILE, VISIBLE, Showing, has_raw_controls, showing, type_text

KNOWN = {"gaza": 8, "mediation": 4, "media": 2, "Erdoğan": 1}


def sheet(body: str = "", tags: tuple[str, ...] = (), *, quote: str = "a passage", **others: Any) -> NoteSheet:
    given: dict[str, Any] = {"known_tags": KNOWN, "keep_draft": lambda _: None} | others
    return NoteSheet("Note on", quote, body=body, tags=tags, **given)


async def test_words_and_tags_are_saved() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "Same wording?\nYes.")
        await pilot.press("tab")
        await type_text(pilot, "gaza,Ankara ")
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Same wording?\nYes.", ("gaza", "Ankara"))


async def test_keys_of_the_reading_room_are_letters_here() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "qXju?:")
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("qXju?:", ())


async def test_a_tag_that_is_still_being_typed_is_saved_too() -> None:
    async with showing(sheet("Words.")) as (app, pilot):
        await pilot.press("tab")
        await type_text(pilot, "gaza #Talks")
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ("gaza", "Talks"))


async def test_tab_completes_the_most_used_tag() -> None:
    async with showing(sheet("Words.")) as (app, pilot):
        await pilot.press("tab")
        await type_text(pilot, "me")
        await pilot.pause()
        assert "me Tab mediation 4 media 2" in app.shown()
        await pilot.press("tab")
        assert "Tags mediation" in app.shown()
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ("mediation",))


async def test_completion_does_not_ask_for_accents() -> None:
    async with showing(sheet("Words.")) as (app, pilot):
        await pilot.press("tab")
        await type_text(pilot, "erdog")
        await pilot.press("tab", "ctrl+s")
        assert app.answer == NoteText("Words.", ("Erdoğan",))


async def test_backspace_before_a_tag_takes_the_last_one_back() -> None:
    async with showing(sheet("Words.", ("gaza", "nato"))) as (app, pilot):
        await pilot.press("tab", "x", "backspace", "backspace", "ctrl+s")
        assert app.answer == NoteText("Words.", ("gaza",))


async def test_a_tag_is_not_set_twice() -> None:
    async with showing(sheet("Words.", ("Gaza",))) as (app, pilot):
        await pilot.press("tab")
        await type_text(pilot, "gaza ")
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ("Gaza",))


async def test_tab_goes_from_the_words_to_the_tags_and_back() -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press("tab", "tab")
        await type_text(pilot, "Words.")
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ())


async def test_escape_keeps_what_is_unsaved() -> None:
    async with showing(sheet("Old.")) as (app, pilot):
        await type_text(pilot, " New.")
        await pilot.press("escape")
        assert app.answer == Kept("Old. New.", ())


async def test_escape_keeps_changed_tags() -> None:
    async with showing(sheet("Old.")) as (app, pilot):
        await pilot.press("tab", "x", "escape")
        assert app.answer == Kept("Old.", ("x",))


async def test_escape_without_a_change_gives_nothing() -> None:
    async with showing(sheet("Old.", ("gaza",))) as (app, pilot):
        await pilot.press("escape")
        assert app.answer is None


async def test_an_empty_note_is_not_saved() -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press("space", "ctrl+s")
        assert app.open
        assert "There is nothing to save yet" in app.shown()
        await pilot.press("x")
        assert "ctrl+s save" in app.shown()


async def test_a_draft_is_kept_when_the_reader_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.tui.sheets.note, "KEEP_SECONDS", 0.01)
    kept: asyncio.Queue[str] = asyncio.Queue()
    async with showing(sheet(keep_draft=kept.put_nowait)) as (_, pilot):
        await pilot.press("x")
        assert await kept.get() == "x"


async def test_what_is_kept_already_is_not_kept_again() -> None:
    kept: list[str] = []
    note = sheet(keep_draft=kept.append)
    async with showing(note) as (_, pilot):
        await pilot.press("x")
        note.keep()
        note.keep()
        assert kept == ["x"]


async def test_words_taken_back_leave_no_draft_of_them() -> None:
    kept: list[str] = []
    note = sheet("Old.", keep_draft=kept.append)
    async with showing(note) as (app, pilot):
        await pilot.press("x")
        note.keep()
        await pilot.press("backspace", "escape")
        assert app.answer is None
        assert kept == ["Old.x", "Old."]


async def test_control_characters_are_not_saved() -> None:
    async with showing(sheet()) as (app, pilot):
        app.post_message(events.Paste(HOSTILE + "\r\nsecond"))
        await pilot.pause()
        assert VISIBLE in app.shown()
        assert not has_raw_controls(app)
        await pilot.press("ctrl+s")
        assert app.answer == NoteText(VISIBLE + " [2J31m\nsecond", ())


async def test_hostile_words_are_only_shown() -> None:
    hostile = sheet(HOSTILE, (HOSTILE.split()[0], "[/b]"), quote=HOSTILE, known_tags={"[/b]x\x1b[2J": 3})
    async with showing(hostile, size=(120, 40)) as (app, pilot):
        await pilot.press("tab", "left_square_bracket")
        await pilot.pause()
        assert app.shown().count(VISIBLE) == 2
        assert "Tags [not] [/b] [ Tab [/b]x" in app.shown()
        assert not has_raw_controls(app)


async def test_a_long_note_leaves_the_passage_in_view() -> None:
    async with showing(sheet("line\n" * 200)) as (app, pilot):
        await pilot.press("tab")
        await pilot.pause()
        assert "date 2023-11-08" in app.lines()[0]
        assert "ctrl+s save" in app.lines()[-1]


async def test_many_tags_are_all_in_view() -> None:
    tags = tuple(f"subject-{number}" for number in range(20))
    async with showing(sheet("Words.", tags)) as (app, _):
        assert all(f"{tag} " in app.shown() for tag in tags)


async def test_arabic_words_are_saved_as_they_are() -> None:
    async with showing(sheet("قال وزير الخارجية", ("غزة",))) as (app, pilot):
        assert "قال وزير الخارجية" in app.shown()
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("قال وزير الخارجية", ("غزة",))


async def test_the_terminals_cursor_stands_where_one_writes() -> None:
    async with showing(sheet("Words.")) as (app, pilot):
        await pilot.press("x")
        assert app.lines()[app.cursor_position.y][: app.cursor_position.x].strip() == "Words.x"


@pytest.mark.parametrize("field", ["#body", "#tag"])
async def test_escape_and_a_letter_right_behind_it_are_no_letter(field: str) -> None:
    """They arrive as one key, `alt+j`; the app takes it apart."""
    note = sheet("Words.")
    async with showing(note) as (app, pilot):
        note.query_one(field).focus()
        app.post_message(events.Key("alt+j", "j"))
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ())


async def test_nothing_blinks() -> None:
    note = sheet("Words.")
    async with showing(note) as (_, _pilot):
        assert not note.query_one("#body").cursor_blink  # type: ignore[attr-defined]
        assert not note.query_one("#tag").cursor_blink  # type: ignore[attr-defined]


def failing(_: str) -> str:
    raise UsageError("Cannot run the editor ed.")


async def test_the_readers_editor_changes_the_words() -> None:
    async with showing(sheet("Words.", edit_outside=str.upper)) as (app, pilot):
        await pilot.press("ctrl+g", "ctrl+s")
        assert app.answer == NoteText("WORDS.", ())


async def test_an_editor_that_fails_leaves_the_words() -> None:
    async with showing(sheet("Words.", edit_outside=failing)) as (app, pilot):
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "Cannot run the editor ed." in app.shown()
        await pilot.press("ctrl+s")
        assert app.answer == NoteText("Words.", ())


async def test_what_an_editor_changed_can_be_undone() -> None:
    async with showing(sheet("Words.", edit_outside=str.upper)) as (app, pilot):
        await pilot.press("ctrl+g", "ctrl+z", "ctrl+s")
        assert app.answer == NoteText("Words.", ())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_look(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def type_tag(pilot: Any) -> None:
        await pilot.press("tab", "m", "e", "d")

    note = NoteSheet(
        "Note on",
        "the Turkish delegation conveyed these concerns",
        body="Same wording as 31 Oct readout?",
        tags=("gaza",),
        known_tags=KNOWN,
        keep_draft=lambda _: None,
    )
    assert snap_compare(Showing(note), terminal_size=size, run_before=type_tag)
