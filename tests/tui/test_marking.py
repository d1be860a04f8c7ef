"""Highlights, notes and tags, from the key to the disk and back to the screen."""

from pathlib import Path

import pytest
from textual import events

from reader.desk.marks import Marks, PlacedMark
from reader.errors import StorageError
from reader.model.mark import MarkKind
from tests.tui.reading import Reading, reading

QUOTE = "“Turkey, a NATO ally, has…”"
FULL = "The disk is full: nothing was saved. Make room and try again."


def kept(now: Reading, home: Path) -> tuple[PlacedMark, ...]:
    """What another program finds on the disk."""
    return Marks(home / "notebook").of(now.room.article)


async def note(now: Reading, words: str, key: str = "a") -> None:
    await now.press(key)
    await now.type(words)
    await now.press("ctrl+s")


# Highlights


async def test_a_highlight_is_saved_shown_and_told(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        await now.press("H")
        assert now.said == f"Highlighted {QUOTE}."
        assert "saved ✓" in now.bottom
        assert "Notes · 1" in now.shown
        assert [placed.mark.kind for placed in kept(now, home)] == [MarkKind.HIGHLIGHT]
        assert [line for line in now.lines if line.startswith((" >1h▐", " >h"))] != []


async def test_a_second_time_takes_it_off_and_undo_brings_it_back(home: Path) -> None:
    async with reading(home) as now:
        await now.press("H", "H")
        assert now.said == f"Deleted highlight on {QUOTE}. u brings it back."
        assert kept(now, home) == ()
        await now.press("u")
        assert now.said == f"Undone: deleted highlight on {QUOTE}."
        assert len(kept(now, home)) == 1
        await now.press("ctrl+r")
        assert now.said == f"Done again: deleted highlight on {QUOTE}."
        assert kept(now, home) == ()


async def test_there_is_an_end_to_undo_and_redo(home: Path) -> None:
    async with reading(home) as now:
        await now.press("u")
        assert now.said == "Nothing to undo."
        await now.press("ctrl+r")
        assert now.said == "Nothing to redo."


# Notes


async def test_a_note_is_written_on_the_sentence_in_focus(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        await now.press("j")
        await note(now, "Same wording as in October")
        assert now.said.startswith("Saved note on “During a meeting")
        (placed,) = kept(now, home)
        assert placed.mark.body == "Same wording as in October"
        assert placed.span == now.text.focus_span
        assert "a During a meeting between" in now.shown
        assert "Same wording as in October" in now.shown


async def test_a_note_on_the_article_stands_before_the_others(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        await note(now, "Second")
        await note(now, "First", "A")
        assert now.said == "Saved note on the article."
        assert now.shown.index("First") < now.shown.index("Second")
        assert "on the article" in now.shown


async def test_a_note_is_edited_from_the_text_and_from_the_notes(home: Path) -> None:
    async with reading(home) as now:
        await note(now, "One")
        await note(now, " and two", "e")
        assert kept(now, home)[0].mark.body == "One and two"
        await now.press("4")
        await note(now, " and three", "e")
        await note(now, " and four", "a")
        assert [placed.mark.body for placed in kept(now, home)] == ["One and two and three and four"]


async def test_unsaved_words_come_back_with_the_same_key(home: Path) -> None:
    async with reading(home) as now:
        await now.press("a")
        await now.type("Half a thou")
        await now.press("escape")
        assert now.said == "Draft kept; a opens it again."
        assert kept(now, home) == ()
        await now.press("a")
        assert "Half a thou" in now.shown
        await now.type("ght")
        await now.press("ctrl+s")
        assert kept(now, home)[0].mark.body == "Half a thought"
        await now.press("a")
        assert "Half a" not in now.shown


async def test_the_key_that_brings_a_draft_back_is_the_one_that_was_pressed(home: Path) -> None:
    async with reading(home) as now:
        await note(now, "One")
        for key in ("e", "A"):
            await now.press(key, "x", "escape")
            assert now.said == f"Draft kept; {key} opens it again."


async def test_no_draft_is_told_of_where_there_are_no_words(home: Path) -> None:
    async with reading(home) as now:
        await now.press("a", "tab", "x", "escape")
        assert "Draft kept" not in now.said


async def test_a_deleted_note_comes_back_with_u(home: Path) -> None:
    async with reading(home) as now:
        await note(now, "One")
        await now.press("4", "X")
        assert now.said == f"Deleted note on {QUOTE}. u brings it back."
        assert "No notes yet." in now.shown
        await now.press("u")
        assert "One" in now.shown
        await now.press("1", "delete")
        assert kept(now, home) == ()


async def test_without_a_mark_there_is_nothing_to_delete_or_edit(home: Path) -> None:
    async with reading(home, names=()) as now:
        for number in ("1", "4"):
            await now.press(number, "X")
            assert now.said == "There is no mark here to delete."
            await now.press("e")
            assert now.said == "There is no note here to edit. a writes one."


async def test_the_note_of_the_sentence_is_taken_before_its_highlight(home: Path) -> None:
    async with reading(home) as now:
        await now.press("H")
        await note(now, "One")
        await now.press("X")
        assert [placed.mark.kind for placed in kept(now, home)] == [MarkKind.HIGHLIGHT]


# Tags


async def test_a_sentence_is_tagged(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        await now.press("t")
        await now.type("gaza")
        await now.press("ctrl+s")
        assert now.said == f"Tagged {QUOTE}."
        assert [(placed.mark.kind, placed.mark.tags) for placed in kept(now, home)] == [(MarkKind.TAGS, ("gaza",))]
        assert "#gaza" in now.shown


async def test_a_note_that_is_there_takes_the_tags(home: Path) -> None:
    async with reading(home) as now:
        await note(now, "One")
        await now.press("t")
        await now.type("gaza")
        await now.press("ctrl+s", "4", "t", "ctrl+s")
        assert [(placed.mark.body, placed.mark.tags) for placed in kept(now, home)] == [("One", ("gaza",))]


async def test_the_article_is_tagged_and_its_tags_stand_in_the_title(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        await now.press("T")
        await now.type("gaza")
        await now.press("ctrl+s")
        assert now.said == "Tagged the article."
        assert "Notes · #gaza" in now.shown
        await now.press("T", "escape")
        assert now.said == "Tagged the article.", "nothing was changed, nothing is told"


# Selecting


async def test_acts_are_done_to_what_is_selected(home: Path) -> None:
    async with reading(home) as now:
        await now.press("v")
        assert now.said.startswith("Selecting: j k sentence, w b word")
        await now.press("b", "b", "o", "w")
        selected = now.text.target.of(now.room.article.text)
        assert selected.startswith("a NATO ally")
        assert selected.endswith("reported by Hurriyet")
        await now.press("H")
        assert kept(now, home)[0].span is not None
        assert [placed.span.of(now.room.article.text) for placed in kept(now, home) if placed.span] == [selected]
        assert not now.text.selecting


async def test_a_selection_goes_by_sentence_and_paragraph(home: Path) -> None:
    async with reading(home) as now:
        await now.press("v", "j")
        two = now.text.target.of(now.room.article.text)
        assert two.startswith("Turkey, a NATO ally")
        assert two.endswith("in the Middle East.")
        await now.press("v")
        assert now.text.selection is None
        await now.press("v", "p")
        assert now.text.target.of(now.room.article.text) == two


@pytest.mark.parametrize("key", ["a", "t"])
async def test_a_sheet_on_a_selection_leaves_it_where_it_is(home: Path, key: str) -> None:
    async with reading(home) as now:
        await now.press("v", "b", "b")
        selected = now.text.target
        await now.press(key)
        await now.type("words")
        await now.press("ctrl+s")
        assert [placed.span for placed in kept(now, home)] == [selected]


# Copying


def copied(now: Reading) -> str:
    """What was sent to the terminal's clipboard."""
    return now.app.clipboard


async def test_a_passage_is_copied_with_its_citation(home: Path) -> None:
    async with reading(home) as now:
        await now.press("y")
        assert "Turkey, a NATO ally" in copied(now)
        assert "MENAFN" in copied(now)
        assert "2023-11-08" in copied(now)
        assert now.said == "Sent to your terminal. y again shows it to copy by hand."
        await now.press("y")
        assert now.app.screen is not now.room
        assert "Turkey, a NATO ally" in now.shown
        await now.press("escape")
        assert now.app.screen is now.room


async def test_the_sentence_under_the_cursor_of_the_summary_is_copied(home: Path) -> None:
    async with reading(home) as now:
        await now.press("2", "j", "y")
        assert "During a meeting" in copied(now)


# When it cannot be saved


def failing(*_: object) -> None:
    raise StorageError(FULL)


@pytest.mark.parametrize("key", ["H", "u"])
async def test_what_could_not_be_saved_is_told_until_a_key(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with reading(home) as now:
        await now.press("j", "H")
        with monkeypatch.context() as patched:
            patched.setattr(now.desk.marks._notebook, "change", failing)
            await now.press("k", key)
        assert FULL in now.bottom
        assert "saved" not in now.said.replace(FULL, "")
        assert len(kept(now, home)) == 1
        await now.press("j")
        assert "j k sentence" in now.bottom


async def test_a_note_that_could_not_be_saved_is_not_lost(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(home) as now:
        await now.press("a")
        await now.type("Words that took an hour")
        with monkeypatch.context() as patched:
            patched.setattr(now.desk.marks._notebook, "change", failing)
            await now.press("ctrl+s")
        assert FULL in now.bottom
        await now.press("a")
        assert "Words that took an hour" in now.shown
        await now.press("ctrl+s")
        assert kept(now, home)[0].mark.body == "Words that took an hour"


# Leaving


@pytest.mark.parametrize("key", ["Q", "ctrl+q"])
async def test_what_was_asked_for_is_done_before_the_end(home: Path, key: str) -> None:
    async with reading(home) as now:
        await now.pilot.press("H", "j", "H", "j", "H", key)
        await now.until(lambda: not now.app.is_running)
    assert len(kept(now, home)) == 3


async def test_unsaved_words_are_kept_when_the_program_is_ended(home: Path) -> None:
    async with reading(home) as now:
        await now.press("a")
        await now.type("Half a thou")
        now.app.quit()
        await now.until(lambda: not now.app.is_running)
    async with reading(home) as now:
        await now.press("a")
        assert "Half a thou" in now.shown


async def test_marks_and_place_are_there_at_the_next_start(home: Path) -> None:
    async with reading(home) as now:
        await now.press("j", "j")
        await note(now, "One")
        await now.press("j")
        left = now.focused
        await now.press("Q")
        await now.until(lambda: not now.app.is_running)
    async with reading(home, size=(160, 45)) as now:
        assert now.focused == left
        assert "Notes · 1" in now.shown


# From outside


async def test_a_pasted_text_becomes_an_article(home: Path) -> None:
    async with reading(home) as now:
        now.app.post_message(events.Paste("ANKARA, Nov 8 (Reuters) - Talks went on.\n\nNobody said when they end."))
        await now.until(lambda: now.app.screen is not now.room and "Talks went on." in now.shown)
        await now.press("ctrl+s")
        await now.until(lambda: now.app.screen is now.room)
        await now.settle()
        assert now.said == "Added “Talks went on.”."
        assert now.lines[0].strip().startswith("Reuters")
        assert now.lines[0].endswith("1 of 2 · 2 unread")
        assert "This is a sample" not in now.shown


async def test_the_same_text_again_is_opened_and_not_doubled(home: Path) -> None:
    async with reading(home, "Talks went on.", "Nobody came.") as now:
        now.app.post_message(events.Paste("Nobody came."))
        await now.until(lambda: now.app.screen is not now.room)
        await now.press("ctrl+s")
        await now.until(lambda: now.app.screen is now.room)
        await now.settle()
        assert now.said == "This text was here already."
        assert now.lines[0].endswith("2 of 2 · 2 unread")


async def test_a_file_that_cannot_be_added_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "[b].txt").write_bytes(b"\x00\x01" * 99)
    async with reading(home) as now:
        await now.press("i")
        await now.type(str(tmp_path / "[b]"))
        await now.type(".txt")
        await now.press("ctrl+s")
        await now.until(lambda: now.app.screen is now.room)
        await now.settle()
        assert "[b].txt" in now.said
        assert now.room.article.source == "MENAFN"
