"""Moving through the text, from passage to passage, from article to article; finding; and the levels of Esc."""

from pathlib import Path

import pytest

from reader.actions import Place
from reader.config import Config
from reader.model.length import Length
from tests.tui.reading import Reading, reading

SECOND, THIRD = "During a meeting", "This discussion unfolded"


# In the text


async def test_keys_of_the_text_move_the_focus(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        for key, words in (
            ("j", SECOND),
            ("down", THIRD),
            ("k", SECOND),
            ("}", THIRD),
            ("{", "Turkey, a NATO"),
            ("G", "As the situation"),
            ("g", "Turkey, a NATO"),
            ("end", "As the situation"),
            ("home", "Turkey, a NATO"),
        ):
            await now.press(key)
            assert now.focused.startswith(words), key


async def test_pages_and_lines_scroll_and_the_bottom_line_tells_how_far(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        before = now.bottom
        await now.press("ctrl+e")
        assert now.text.top > 0
        await now.press("ctrl+y", "space")
        assert now.bottom.endswith("%")
        assert now.bottom != before
        await now.press("space", "pagedown", "ctrl+d")
        assert now.bottom.endswith("100%")
        await now.press("b", "pageup", "ctrl+u", "ctrl+u", "ctrl+u")
        assert now.text.top == 0


async def test_the_text_is_made_wider_and_narrower(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        line = now.lines[4]
        await now.press("-", "-", "-")
        assert len(now.lines[4]) < len(line)
        await now.press("+", "+", "+")
        assert now.lines[4] == line


# Jumps


async def test_a_jump_is_taken_back_and_made_again(home: Path) -> None:
    async with reading(home) as now:
        await now.press("2", "j", "enter", "j", "enter")
        assert now.focused.startswith(THIRD)
        await now.press("backspace")
        assert now.focused.startswith(SECOND)
        await now.press("ctrl+o")
        assert now.focused.startswith("Turkey")
        await now.press("backspace", "f3", "f3", "f3")
        assert now.focused.startswith(THIRD)


async def test_a_new_jump_ends_what_lay_ahead(home: Path) -> None:
    async with reading(home) as now:
        await now.press("2", "j", "enter", "backspace", "j", "enter", "f3")
        assert now.focused.startswith(THIRD)


async def test_a_jump_is_taken_back_into_another_article(home: Path) -> None:
    async with reading(home, "One came. Two came. Three came.", "Nobody came. They went.") as now:
        await now.press("2", "j", "j", "enter", "J", "2", "j", "enter")
        assert now.focused == "They went."
        await now.press("backspace", "backspace")
        assert now.focused == "One came."
        await now.press("f3", "f3")
        assert now.focused == "They went."


# From article to article


async def test_articles_follow_each_other_and_open_where_they_were_left(home: Path) -> None:
    async with reading(home, "One came. Two came.", "Nobody came. They went.") as now:
        assert now.lines[0].endswith("1 of 2 · 2 unread")
        await now.press("j", "J")
        assert now.lines[0].endswith("2 of 2 · 2 unread")
        assert now.focused == "Nobody came."
        await now.press("J")
        assert now.said == "This is the last article. i adds one."
        await now.press("K")
        assert now.focused == "Two came."
        await now.press("K")
        assert now.said == "This is the first article."


async def test_nothing_of_an_article_stays_when_another_opens(home: Path) -> None:
    async with reading(home, "One of Turkey came.", "Nobody came.", size=(160, 45)) as now:
        await now.press("H", "3", "enter")
        assert "S Turkey 1/1" in now.bottom
        await now.press("J")
        assert not [line for line in now.lines[:-1] if "Turkey" in line]
        assert "No names found." in now.shown
        assert "No notes yet." in now.shown


# Finding


async def test_words_are_found_while_they_are_typed_and_walked(home: Path) -> None:
    async with reading(home) as now:
        await now.press("/")
        await now.type("blinken")
        assert "Antony Blinken" in now.focused
        await now.press("enter")
        assert now.said == "3 matches. n next, N previous, Esc clears."
        await now.press("n")
        assert now.focused.startswith("Hurriyet reported")
        await now.press("n")
        assert now.focused.startswith("However, Blinken")
        await now.press("n")
        assert "Antony Blinken" in now.focused
        await now.press("N")
        assert now.focused.startswith("However, Blinken")
        await now.press("escape", "n")
        assert now.said.startswith("Nothing to walk yet.")


async def test_words_that_are_not_there_are_told(home: Path) -> None:
    async with reading(home) as now:
        await now.press("/")
        await now.type("oslo")
        await now.press("enter")
        assert now.said == "“oslo” is not in this text."
        await now.press("/", "enter")
        assert now.app.screen is now.room


async def test_without_a_search_n_walks_the_chosen_name(home: Path) -> None:
    async with reading(home) as now:
        await now.press("3", "j", "1", "n")
        assert "P Antony Blinken 1/3" in now.bottom
        await now.press("N")
        assert "P Antony Blinken 3/3" in now.bottom


async def test_a_find_that_is_left_finds_nothing(home: Path) -> None:
    async with reading(home) as now:
        await now.press("/")
        await now.type("gaza")
        await now.press("escape", "n")
        assert now.said.startswith("Nothing to walk yet.")


# Names and summary


def underlined(now: Reading) -> set[str]:
    strips = [now.text.render_line(y) for y in range(now.text.content_size.height)]
    return {segment.text for strip in strips for segment in strip if segment.style and segment.style.underline}


async def test_all_names_are_marked_and_not(home: Path) -> None:
    async with reading(home) as now:
        assert underlined(now) == set()
        await now.press("I")
        assert {"Turkey", "NATO", "Hurriyet", "Hakan Fidan"} <= underlined(now)
        await now.press("I")
        assert underlined(now) == set()


async def test_the_summary_grows_and_shrinks_from_what_is_known(home: Path) -> None:
    async with reading(home) as now:
        await now.press("2", "+")
        assert "Summary · 4 of 11" in now.shown
        await now.press("-", "-", "-", "-", "-")
        assert "Summary · 1 of 11" in now.shown
        await now.press(*["+"] * 20)
        assert "Summary · 11 of 11" in now.shown
        assert not (home / "worker.log").exists(), "no program was started for it"


async def test_the_length_holds_for_the_next_article_too(home: Path) -> None:
    text = "One came. Two came. Three came. Four came."
    async with reading(home, text, "A came. B came. C came. D came.") as now:
        await now.press("2", "-", "J")
        assert "Summary · 2 of 4" in now.shown


async def test_settings_say_how_long_a_summary_is(home: Path) -> None:
    async with reading(home, config=Config(summary_length=Length(5))) as now:
        assert "Summary · 5 of 11" in now.shown


# Analysis by a program


async def test_another_method_is_asked_for_and_told(home: Path) -> None:
    async with reading(home) as now:
        before = now.summary.target
        await now.press(":")
        await now.type("summary.method luhn")
        await now.press("enter")
        assert now.said == "Summary by Luhn."
        await now.until(lambda: "As the situation continues" in now.shown)
        assert now.summary.target not in (before, None)


async def test_a_method_is_chosen_from_a_list(home: Path) -> None:
    async with reading(home) as now:
        await now.press(":")
        await now.type("summary.method")
        await now.press("enter")
        assert "How the summary is made" in now.shown
        await now.press("j", "enter")
        assert now.said == "Summary by LexRank."


async def test_a_method_chosen_while_the_article_is_read_is_used_in_the_end(home: Path, tmp_path: Path) -> None:
    async with reading(home, "drip", "say it", analysed=False) as now:
        now.room.furniture.summarising.set_method("luhn")
        await now.press("J")
        await now.until(lambda: "Summary · 1 of 1" in now.shown)
        now.room.furniture.summarising.set_method("kl")
        await now.until(lambda: "Summary · 1 of 1" in now.shown)


async def test_an_analysis_is_stopped_and_done_again(home: Path) -> None:
    async with reading(home, "drip", analysed=False) as now:
        await now.until(lambda: "reading…" in now.shown)
        now.room.act("analysis.stop")
        await now.until(lambda: "The article was not read to its end." in now.shown)
        assert now.said == "Analysis stopped."
        now.room.act("analysis.again")
        await now.until(lambda: "reading…" in now.shown)


async def test_a_program_that_crashed_is_told_and_what_it_found_then_is_shown(home: Path, tmp_path: Path) -> None:
    async with reading(home, f"crash unless {tmp_path / 'marker'}", analysed=False) as now:
        await now.until(lambda: now.said == "The analysis stopped unexpectedly and was started again.")
        await now.until(lambda: "Summary · 1 of 1" in now.shown)


async def test_an_analysis_that_failed_says_why_and_the_text_stays(home: Path) -> None:
    async with reading(home, "fail", analysed=False) as now:
        await now.until(lambda: now.said == "The model is not there.")
        assert "fail" in now.shown
        await now.press("j")
        assert "The model is not there." not in now.bottom


# Levels


async def test_escape_clears_one_level_after_the_other_and_never_quits(home: Path) -> None:
    async with reading(home) as now:
        await now.press("z", "3")
        await now.press("1", "z", "/")
        await now.type("gaza")
        await now.press("enter", "I", "v")
        await now.press("escape")
        assert not now.text.selecting
        assert underlined(now)
        await now.press("escape", "n")
        assert "matches" not in now.said
        await now.press("escape")
        assert underlined(now) == set()
        assert now.room.has_class("-zen")
        await now.press("escape")
        assert not now.room.has_class("-zen")
        await now.press("escape", "escape")
        assert now.app.is_running


async def test_q_goes_back_one_level_to_the_library_and_quits_from_there(home: Path) -> None:
    async with reading(home) as now:
        await now.press("3", "q")
        assert now.place is Place.ARTICLE
        await now.press("v", "q")
        assert not now.text.selecting
        await now.press("q")
        assert now.app.below is now.app.library
        await now.pilot.press("q")
        await now.until(lambda: not now.app.is_running)
    assert now.app.return_code == 0


async def test_escape_and_a_key_right_behind_it_are_two_keys(home: Path) -> None:
    async with reading(home) as now:
        await now.press("3", "alt+j")
        assert now.place is Place.ARTICLE
        assert now.focused.startswith(SECOND)
        await now.press("g", "alt+J", "alt+K")
        assert now.said == "This is the first article."


async def test_escape_and_a_key_leave_a_sheet_and_act_on_the_text(home: Path) -> None:
    async with reading(home) as now:
        await now.press("/", "alt+j")
        assert now.app.screen is now.room
        assert now.focused.startswith(SECOND)


async def test_ctrl_c_clears_one_level_and_twice_quits(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [10.0]
    monkeypatch.setattr("reader.tui.app.monotonic", lambda: clock[-1])
    async with reading(home) as now:
        await now.press("v", "ctrl+c")
        assert not now.text.selecting
        clock.append(20.0)
        await now.press("ctrl+c")
        assert now.app.is_running
        clock.append(20.9)
        await now.pilot.press("ctrl+c")
        await now.until(lambda: not now.app.is_running)


# Over everything


async def test_help_shows_all_keys_and_goes(home: Path) -> None:
    async with reading(home) as now:
        for key in ("?", "f1"):
            await now.press(key)
            assert "All keys" in now.shown
            assert "Back to where the last jump" in now.shown
            await now.press("escape")
            assert now.app.screen is now.room


async def test_any_act_is_done_by_its_name(home: Path) -> None:
    async with reading(home) as now:
        await now.press(":")
        await now.type("item.last")
        await now.press("enter")
        assert now.focused.startswith("As the situation")


async def test_any_act_is_done_from_the_palette(home: Path) -> None:
    async with reading(home) as now:
        await now.press("ctrl+p")
        await now.type("to the bottom")
        await now.until(lambda: "To the bottom" in now.shown)
        await now.press("enter")
        await now.until(lambda: now.focused.startswith("As the situation"))
        assert now.app.screen is now.room


async def test_a_theme_is_tried_and_taken_or_not(home: Path) -> None:
    async with reading(home) as now:
        assert now.app.theme == "evening"
        for key, kept in (("escape", False), ("enter", True)):
            await now.press(":")
            await now.type("view.theme")
            await now.press("enter", "j")
            tried = now.app.theme
            assert tried != "evening"
            await now.press(key)
            assert now.app.theme == (tried if kept else "evening")


async def test_a_theme_of_the_settings_holds_from_the_start_and_an_unknown_one_does_no_harm(home: Path) -> None:
    for name, used in (("morning", "morning"), ("no such theme", "evening")):
        async with reading(home, config=Config(theme=name)) as now:
            assert now.app.theme == used


async def test_work_that_breaks_is_told_and_noted_down_without_words_of_the_reader(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "confidential".upper()

    def broken(*_: object) -> None:
        raise RuntimeError(words)

    async with reading(home) as now:
        monkeypatch.setattr(now.desk.marks, "toggle_highlight", broken)
        await now.pilot.press("H")
        await now.until(lambda: now.said.startswith("That did not work; your notes are safe."))
        await now.pilot.press("j")
        assert now.focused.startswith(SECOND)
    log = (home / "errors.log").read_text()
    assert "RuntimeError" in log
    assert words not in log
