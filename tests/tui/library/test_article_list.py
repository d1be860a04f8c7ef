"""The list as a widget: over rows that no library stands behind."""

from datetime import datetime, timedelta

import pytest
from rich.cells import cell_len
from textual.message import Message
from textual.strip import Strip

from reader.model.span import Span
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_row import Found
from reader.tui.widgets.list_lines import ListLines
from reader.tui.widgets.listed import KEPT
from tests.tui.library.listing import listing
from tests.tui.library.rows import rank_of, ranks_of
from tests.tui.reading import ESCAPES, HOSTILE

TODAY = datetime.now().astimezone().date()
MANY = ListLines(ranks_of(100_000, last=TODAY, a_day=17), by_day=True)
FEW = ranks_of(12, last=TODAY, a_day=5)


def few() -> ListLines:
    return ListLines(FEW, by_day=True)


async def test_of_a_hundred_thousand_articles_only_those_around_the_screen_are_asked_for() -> None:
    async with listing(MANY, size=(100, 24)) as (app, pilot):
        asked = {rank for ranks in app.asked for rank in ranks}
        assert set(MANY.ranks[:20]) <= asked <= set(MANY.ranks[:50])

        app.asked.clear()
        app.list.last()
        await pilot.pause()

        assert {rank for asked in app.asked for rank in asked} <= set(MANY.ranks[-60:])
        assert app.cursor_row.strip("› ")


async def test_one_who_runs_through_the_list_waits_for_no_row() -> None:
    async with listing(MANY) as (app, pilot):
        app.answers = False
        asked = len(app.asked)

        for _ in range(200):
            app.list.next()
        await pilot.pause()

        assert len(app.asked) == asked + 1, "the next is asked for when the last is answered"
        assert app.list.rank == MANY.ranks[200]
        app.answers = True
        app.answer()
        await pilot.pause()
        assert app.cursor_row.strip("› ")


async def test_rows_out_of_sight_are_let_go() -> None:
    async with listing(MANY) as (app, pilot):
        for _ in range(2 * KEPT // 24):
            app.list.page(1)
            await pilot.pause()

        assert len(app.list.listed._rows) < KEPT + 200


async def test_days_stand_above_their_articles() -> None:
    async with listing(few()) as (app, _):
        assert [row.strip() for row in app.shown if row and not row.startswith(("›", "   "))] == [
            "Today",
            "Yesterday",
            f"{(TODAY - timedelta(2)):%a %Y-%m-%d}",
        ]


async def test_moving_tells_where_the_cursor_is_and_stays_at_the_ends() -> None:
    async with listing(few()) as (app, _):
        app.list.previous()
        assert app.list.rank == FEW[0]
        app.list.next()
        assert app.list.place == 2
        app.list.last()
        app.list.next()
        assert app.list.place == 12


async def test_the_terminals_cursor_stands_on_the_focused_row() -> None:
    async with listing(few()) as (app, pilot):
        app.list.next()
        await pilot.pause()

        assert app.shown[app.cursor_position.y].startswith("›")


async def test_selecting_goes_on_to_the_next_and_shows_a_sign() -> None:
    async with listing(few()) as (app, pilot):
        app.list.select()
        app.list.select()
        await pilot.pause()

        assert app.list.listed.selected == set(FEW[:2])
        assert sum("✓" in row for row in app.shown) == 2
        app.list.clear_selection()
        app.list.select_all()
        assert app.list.listed.selected == set(FEW)
        app.list.select_all()
        assert app.list.listed.selected == set()


async def test_what_is_taken_out_leaves_the_cursor_on_the_next() -> None:
    async with listing(few()) as (app, pilot):
        app.list.next()
        app.list.take_out({FEW[1], FEW[2], FEW[7]})
        await pilot.pause()

        assert app.list.rank == FEW[3]
        assert app.list.place == 2
        app.list.last()
        app.list.take_out({FEW[-1]})
        assert app.list.rank == FEW[-2]
        app.list.take_out(set(FEW))
        assert app.list.rank is None


async def test_a_story_unfolds_below_its_first_article_and_folds_from_any_of_its_rows() -> None:
    copies = {rank_of(TODAY, 900): "same words", rank_of(TODAY, 901): "3% differs"}
    async with listing(few(), changes={FEW[1]: {"copies": 2}}) as (app, pilot):
        app.list.next()
        app.list.unfold(FEW[1], copies)
        await pilot.pause()

        rows = [row for row in app.shown if "└" in row]
        assert ["same words" in rows[0], "3% differs" in rows[1]] == [True, True]
        app.list.next()
        app.list.next()
        assert app.list.place == 2, "a story counts once"
        assert app.list.fold()
        await pilot.pause()
        assert app.list.rank == FEW[1]
        assert list(app.list.listed.lines.ranks) == list(FEW)


async def test_the_same_list_again_keeps_cursor_and_unfolded_stories() -> None:
    async with listing(few()) as (app, pilot):
        app.list.unfold(FEW[0], {rank_of(TODAY, 900): "same words"})
        app.list.go_to(FEW[4])
        newer = rank_of(TODAY, 500)

        app.list.show(ListLines([newer, *FEW], by_day=True), rank=app.list.rank, again=True)
        await pilot.pause()

        assert app.list.rank == FEW[4]
        assert any("└" in row for row in app.shown)


async def test_signs_do_not_need_colour() -> None:
    changes: dict[int, dict[str, object]] = {
        FEW[0]: {"is_read": False, "is_starred": True, "notes": 2},
        FEW[1]: {"is_read": True, "is_starred": False, "is_archived": True},
    }
    async with listing(few(), changes=changes) as (app, _):
        first, second = app.shown[2 - 1 + 1], app.shown[3]
        assert ["●" in first, "★" in first, "▐2" in first] == [True, True, True]
        assert ["●" in second, "×" in second] == [False, True]


@pytest.mark.parametrize("width", [50, 80, 100, 132, 200])
async def test_columns_stand_one_below_the_other_and_every_line_has_its_width(width: int) -> None:
    async with listing(few(), size=(width, 24)) as (app, _):
        strips = app.screen._compositor.render_strips()
        assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {width}
        sources = {row.index(name) for row in app.shown for name in ("MENAFN", "Reuters", "Al Jazeera") if name in row}
        assert len(sources) == 1


async def test_a_hostile_title_is_words() -> None:
    title = HOSTILE + ESCAPES
    changes = {FEW[0]: {"title": title, "source": title, "tags": (title,)}}
    async with listing(few(), size=(160, 24), changes=changes) as (app, _):
        assert HOSTILE in app.cursor_row
        assert "\x1b" not in "".join(app.shown)
        assert app.is_running


async def test_the_passage_stands_below_with_what_was_sought_in_sight() -> None:
    text = "In the first place, and at great length before anything else of note was said, the talks in Doha resumed."
    hit = Span(text.index("Doha"), text.index("Doha") + 4)
    async with listing(ListLines(FEW, by_day=True, height=2), size=(80, 24)) as (app, pilot):
        app.list.renew()
        app.answers = False
        app.list.put([FEW[0]], {FEW[0]: app.row(FEW[0])}, {FEW[0]: Found(text, (hit,), Span(0, len(text)))})
        await pilot.pause()

        line = next(row for row in app.shown if "Doha resumed" in row)
        assert line.strip().startswith("…")


async def test_an_empty_list_says_what_to_do() -> None:
    from reader.tui.widgets.pieces import Piece

    async with listing(ListLines()) as (app, pilot):
        app.list.explain([(Piece("Nothing here."),), (Piece("i adds something."),)])
        for move in (app.list.next, app.list.last, app.list.select, app.list.choose, app.list.select_all):
            move()
        app.list.page(1)
        await pilot.pause()

        assert [row.strip() for row in app.shown if row.strip()] == ["Nothing here.", "i adds something."]


async def test_a_click_moves_a_double_click_opens_and_the_signs_select() -> None:
    heard: list[Message] = []
    async with listing(few(), hook=heard.append) as (app, pilot):
        await pilot.click(app.list, offset=(20, 4))
        assert app.list.place == 3
        assert not any(isinstance(message, ArticleList.Chosen) for message in heard)
        await pilot.click(app.list, offset=(20, 4), times=2)
        assert any(isinstance(message, ArticleList.Chosen) for message in heard)
        await pilot.click(app.list, offset=(3, 5))
        assert app.list.listed.selected == {FEW[3]}


async def test_a_moved_cursor_draws_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listing(MANY) as (app, pilot):
        await pilot.pause()
        drawn: list[int] = []
        draw = ArticleList.render_line

        def watched(self: ArticleList, y: int) -> Strip:
            drawn.append(y)
            return draw(self, y)

        monkeypatch.setattr(ArticleList, "render_line", watched)

        app.list.next()
        await pilot.pause()

        assert len(set(drawn)) == 2
