from typing import Protocol

import pytest
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.pilot import Pilot

from reader.model.mark import MarkKind
from reader.model.span import Span
from reader.tui.widgets.article_canvas import MARGIN
from reader.tui.widgets.article_view import ArticleView, MarkSpan
from tests.tui.widgets.articles import HEADER, ArticleApp, article, long_article, seed

SIZES = [(80, 24), (120, 40), (200, 60)]
LETTERS_FROM_THE_RIGHT = [
    ("قال هاكان فيدان إن المحادثات كانت بناءة", "هاكان فيدان"),
    ("אמר הקאן פידאן כי השיחות היו פוריות", "הקאן פידאן"),
    ("هاکان فیدان گفت که نگرانی‌ها منتقل شده‌اند", "هاکان فیدان"),
]


def place(app: ArticleApp, words: str) -> Span:
    """Where these words first stand in the article."""
    start = app.view._article.text.index(words)
    return Span(start, start + len(words))


def segments(app: ArticleApp, y: int) -> list[Segment]:
    return list(app.view.render_line(y))


def segment_with(app: ArticleApp, words: str) -> Segment:
    """The segment that shows these words."""
    height = app.view.content_size.height
    return next(segment for y in range(height) for segment in segments(app, y) if words in segment.text)


def focused(app: ArticleApp) -> str:
    return app.view.focus_span.of(app.view._article.text)


def pointed_at(app: ArticleApp) -> list[str]:
    """Rows with the sign of the focus."""
    return [row for row in app.rows if row.startswith(">")]


async def pause(pilot: Pilot[None]) -> None:
    await pilot.pause()


# Opening


async def test_an_article_opens_at_its_body_with_the_header_above() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)):
        assert app.rows[0] == " " * MARGIN + HEADER
        assert app.rows[1].startswith(">    Turkey, a NATO ally, has expressed")
        assert focused(app).startswith("Turkey, a NATO ally")


async def test_a_headline_is_bold_and_the_header_quiet() -> None:
    app = ArticleApp(article("One sentence.", "header", "A headline", "By someone"))
    async with app.run_test(size=(80, 24)):
        assert [row.strip() for row in app.rows[:5]] == ["header", "A headline", "By someone", "", ">    One sentence."]
        headline, header, body = (segment_with(app, words).style for words in ("A headline", "header", "One"))
        assert headline is not None
        assert header is not None
        assert body is not None
        assert headline.bold
        assert not body.bold
        assert header.color != body.color


async def test_it_opens_again_where_it_was_left() -> None:
    shown = long_article()
    app = ArticleApp(shown)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.page(3)
        app.view.next()
        await pause(pilot)
        focus, top, rows = app.view.focus_span, app.view.top, app.rows
    again = ArticleApp(shown, focus=focus, top=top)
    async with again.run_test(size=(80, 24)):
        assert again.rows == rows


async def test_a_second_article_takes_the_place_of_the_first() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.last()
        app.view.find("ministers")
        app.view.show(article("Another one. It is short."))
        await pause(pilot)
        assert "".join(app.rows).strip() == ">    Another one. It is short."


# Moving


@pytest.mark.parametrize("size", SIZES)
async def test_the_focus_is_always_in_sight(size: tuple[int, int]) -> None:
    app = ArticleApp(long_article())
    view = app.view
    async with app.run_test(size=size) as pilot:
        moves = [view.next] * 14 + [lambda: view.page(1)] * 2 + [view.previous] * 16 + [view.next_paragraph] * 4
        moves += [view.previous_paragraph] * 5 + [lambda: view.page(-0.5)] * 2 + [lambda: view.scroll_lines(15)] * 3
        moves += [lambda: view.scroll_lines(-15)] * 4 + [view.last, view.previous, view.first]
        for move in moves:
            move()
            await pause(pilot)
            assert len(pointed_at(app)) == 1


async def test_sentences_are_walked_forth_and_back() -> None:
    app = ArticleApp(long_article(3))
    async with app.run_test(size=(80, 24)):
        seen = [focused(app)]
        for _ in range(20):
            app.view.next()
            seen.append(focused(app))
        assert [words.split()[1] for words in seen] == [str(min(n, 11)) for n in range(21)]
        for _ in range(20):
            app.view.previous()
        assert focused(app) == seen[0]


async def test_a_sentence_taller_than_the_pane_is_scrolled_first() -> None:
    app = ArticleApp(article("It began " + "and went on " * 300 + "to its end. Then came another."))
    async with app.run_test(size=(80, 12)) as pilot:
        before = app.view.focus_span
        presses = 0
        while app.view.focus_span == before:
            await pause(pilot)
            last_rows = app.rows
            app.view.next()
            presses += 1
        assert "to its end. Then came another." in " ".join(" ".join(last_rows).split())
        assert presses > 4


async def test_the_end_of_a_page_is_shown_again_on_the_next() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.rows
        app.view.page(1)
        await pause(pilot)
        assert before[-1][1:] in [row[1:] for row in app.rows[:3]]


async def test_paging_ends_at_the_last_sentence_and_at_the_first() -> None:
    app = ArticleApp(long_article(8))
    async with app.run_test(size=(80, 24)):
        for _ in range(10):
            app.view.page(1)
        assert focused(app).startswith("Sentence 31 ")
        for _ in range(10):
            app.view.page(-1)
        assert focused(app).startswith("Sentence 0 ")


async def test_scrolling_keeps_the_focus_until_it_would_be_lost() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)):
        for _ in range(6):
            app.view.next()
        before = app.view.focus_span
        app.view.scroll_lines(1)
        assert app.view.focus_span == before
        app.view.scroll_lines(40)
        assert app.view.focus_span.start > before.start


async def test_a_passage_that_was_jumped_to_has_text_above_it() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.go_to(place(app, "Sentence 120 "))
        await pause(pilot)
        row = next(y for y, row in enumerate(app.rows) if "Sentence 120 " in row)
        assert row > 2
        assert focused(app).startswith("Sentence 120 ")


async def test_better_sentences_leave_the_focus_where_it_is() -> None:
    app = ArticleApp(article("One goes. Two goes. Three goes."))
    async with app.run_test(size=(80, 24)):
        app.view.next()
        app.view.next()
        app.view.set_sentences([Span(0, 9)])
        assert focused(app) == "Three goes."
        app.view.set_sentences([Span(0, 9), Span(10, 31)], complete=True)
        assert focused(app) == "Two goes. Three goes."
        app.view.next()
        assert focused(app) == "Two goes. Three goes."


@pytest.mark.parametrize("width", [30, 50, 120])
async def test_another_width_keeps_what_was_at_the_top(width: int) -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.page(4)
        top = app.view.top
        await pilot.resize_terminal(width, 24)
        await pause(pilot)
        assert app.view._view.rows[0] == app.view._view.lines.row_at(top)
        assert len(pointed_at(app)) == 1
        await pilot.resize_terminal(80, 24)
        await pause(pilot)
        assert app.view.top == top


async def test_lines_can_be_made_wider_and_narrower() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(120, 24)) as pilot:
        widths = []
        for by in (0, 8, -40, 400):
            app.view.widen(by)
            await pause(pilot)
            widths.append(max(map(len, app.rows)) - MARGIN)
        assert 60 <= widths[0] <= 66 < widths[1] <= 74
        assert widths[2] <= 40
        assert 100 < widths[3] <= 113


async def test_the_position_is_told() -> None:
    messages: list[Message] = []
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24), message_hook=messages.append) as pilot:
        app.view.last()
        await pause(pilot)
        app.view.first()
        await pause(pilot)
    percents = [message.percent for message in messages if isinstance(message, ArticleView.PositionChanged)]
    assert percents[0] == percents[-1] < 10
    assert 100 in percents


# What is marked


async def test_the_summary_is_numbered_in_the_margin() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_summary([app.view.focus_span])
        await pause(pilot)
        assert app.rows[1].startswith(">1▌  Turkey")
        assert app.rows[2].startswith("  ▌  States")


async def test_two_numbers_on_a_line_show_the_first_and_a_sign() -> None:
    app = ArticleApp(article("One goes. Two goes. Three goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_summary([Span(0, 9), Span(10, 19)])
        await pause(pilot)
        assert app.rows[0].startswith(">1+  One")


@pytest.mark.parametrize(("kind", "letter"), [(MarkKind.NOTE, "a"), (MarkKind.HIGHLIGHT, "h"), (MarkKind.TAGS, "t")])
async def test_a_mark_has_its_letter_a_bar_and_a_ground(kind: MarkKind, letter: str) -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        span = place(app, "This discussion unfolded")
        app.view.set_marks([MarkSpan(span, letter, kind)])
        await pause(pilot)
        assert any(row.startswith(f" {letter} ▐ This discussion") for row in app.rows)
        marked, other = segment_with(app, "This discussion unfolded").style, segment_with(app, " against a").style
        assert marked is not None
        assert other is not None
        assert marked.bgcolor != other.bgcolor


async def test_a_number_and_a_letter_stand_side_by_side() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_summary([app.view.focus_span])
        app.view.set_marks([MarkSpan(app.view.focus_span, "a", MarkKind.NOTE)])
        await pause(pilot)
        assert app.rows[1].startswith(">1a▐ Turkey")
        assert app.rows[2].startswith("  ▌▐ States")


async def test_mentions_of_the_chosen_name_are_bold_and_underlined() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        fidan, blinken = place(app, "Hakan Fidan"), place(app, "Antony Blinken")
        app.view.set_mentions([fidan, blinken], blinken, None)
        await pause(pilot)
        one, current = segment_with(app, "Hakan Fidan").style, segment_with(app, "Antony Blinken").style
        assert one is not None
        assert current is not None
        assert one.bold
        assert one.underline
        assert not one.reverse
        assert current.reverse


async def test_all_names_are_underlined_when_asked_for() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_mentions((), None, [(place(app, "Hakan Fidan"), "PERSON"), (place(app, "Monday"), "EVENT")])
        await pause(pilot)
        for words in ("Hakan Fidan", "Monday"):
            style = segment_with(app, words).style
            assert style is not None
            assert style.underline
            assert not style.bold


# Finding


async def test_matches_are_counted_and_walked_around_the_end() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.view.find("ERDOĞAN") == 1
        count = app.view.find("blinken")
        places = []
        for _ in range(count + 1):
            await pause(pilot)
            places.append(app.view._layers.match)
            assert any(segment.style and segment.style.reverse for y in range(24) for segment in segments(app, y))
            app.view.next_match()
        assert len(set(places)) == count > 2
        assert places[0] == places[-1]
        app.view.previous_match()
        assert app.view._layers.match == places[0]


async def test_clearing_the_search_leaves_no_trace() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.find("Turkey")
        app.view.find("")
        await pause(pilot)
        assert not any(
            segment.style and (segment.style.reverse or segment.style.underline)
            for y in range(22)
            for segment in segments(app, y)
        )
        app.view.next_match()


# Selecting


async def test_a_selection_is_the_target_until_it_is_let_go() -> None:
    messages: list[Message] = []
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24), message_hook=messages.append) as pilot:
        sentence = app.view.target
        app.view.start_selecting()
        app.view.next()
        app.view.select_word_previous()
        assert app.view.selecting
        assert app.view.target.of(app.view._article.text).startswith("Sentence 0 ")
        assert app.view.target.of(app.view._article.text).endswith("held after the")
        app.view.stop_selecting()
        assert app.view.selection is None
        assert app.view.target == Span(len(sentence) + 1, app.view.focus_span.end)
        await pause(pilot)
    told = [message.span for message in messages if isinstance(message, ArticleView.SelectionChanged)]
    assert told[0] == sentence
    assert told[-1] is None


async def test_the_selection_has_a_ground_of_its_own() -> None:
    app = ArticleApp(article("One goes. Two goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.start_selecting()
        await pause(pilot)
        selected, other = segment_with(app, "One goes.").style, segment_with(app, "Two goes.").style
        assert selected is not None
        assert other is not None
        assert selected.bgcolor != other.bgcolor


# Drawing


class Counting(ArticleView):
    """Notes which rows it asks to have drawn."""

    drawn: list[int]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "Counting":
        if regions:
            self.drawn = [*getattr(self, "drawn", []), *(region.y for region in regions)]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


async def test_a_moved_focus_draws_only_the_rows_of_both_sentences() -> None:
    app = ArticleApp(long_article())
    app.view = Counting()
    async with app.run_test(size=(80, 24)) as pilot:
        await pause(pilot)
        app.view.drawn = []
        app.view.next()
        await pause(pilot)
        assert app.view.drawn == [0, 1, 2]


async def test_moves_before_a_frame_are_drawn_once() -> None:
    app = ArticleApp(long_article())
    app.view = Counting()
    async with app.run_test(size=(80, 24)) as pilot:
        await pause(pilot)
        app.view.drawn = []
        for _ in range(200):
            app.view.next()
        await pause(pilot)
        assert len(app.view.drawn) == len(set(app.view.drawn))


async def test_the_terminals_cursor_stands_on_the_focus() -> None:
    app = ArticleApp(article("One goes. Two goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.next()
        await pause(pilot)
        x, y = app.cursor_position
        origin = app.view.content_region.offset
        assert (x - origin.x, y - origin.y) == (MARGIN + len("One goes. "), 0)


async def test_without_colour_the_focus_is_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ArticleApp(article("One goes. Two goes."))
    async with app.run_test(size=(80, 24)):
        focus, other = segment_with(app, "One goes.").style, segment_with(app, "Two goes.").style
        assert focus is not None
        assert other is not None
        assert focus.bold
        assert not other.bold


async def test_the_focus_is_seen_in_every_theme() -> None:
    app = ArticleApp(article("One goes. Two goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in app.available_themes:
            app.theme = theme
            await pause(pilot)
            focus, other = segment_with(app, "One goes.").style, segment_with(app, "Two goes.").style
            assert focus is not None
            assert other is not None
            assert (focus.bgcolor, focus.bold) != (other.bgcolor, other.bold)


async def test_a_pane_without_the_focus_dims_its_cursor() -> None:
    app = ArticleApp(article("One goes. Two goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        before = segment_with(app, "One goes.").style
        app.set_focus(None)
        await pause(pilot)
        after = segment_with(app, "One goes.").style
        assert before != after
        assert pointed_at(app)


# Text from the right


@pytest.mark.parametrize(("text", "name"), LETTERS_FROM_THE_RIGHT)
async def test_a_name_from_the_right_is_one_segment(text: str, name: str) -> None:
    app = ArticleApp(article(text))
    async with app.run_test(size=(80, 24)) as pilot:
        found = place(app, name)
        app.view.set_mentions([Span(found.start + 1, found.end - 1)], None, None)
        await pause(pilot)
        segment = segment_with(app, name)
        assert segment.text == name
        assert segment.style is not None
        assert segment.style.underline


@pytest.mark.parametrize(("text", "name"), LETTERS_FROM_THE_RIGHT)
async def test_margin_and_neighbours_keep_their_place_beside_it(text: str, name: str) -> None:
    """Marks of the left-to-right direction stand at both ends; they take no cell."""
    app = ArticleApp(article(text))
    async with app.run_test(size=(80, 24)):
        shown = app.view.render_line(0)
        assert shown.text.rstrip() == f">    \u200e{text}\u200e"
        assert shown.cell_length == app.view.content_size.width


# Hostile text


async def test_hostile_text_is_drawn_and_not_obeyed() -> None:
    hostile = "[not] [/b] [@click=app.quit]x \x1b]0;title\x07 \x9b31m \u202e end"
    app = ArticleApp(article(hostile, headline=hostile))
    async with app.run_test(size=(80, 24)):
        drawn = "[not] [/b] [@click=app.quit]x \ufffd]0;title\ufffd \ufffd31m \ufffd end"
        assert [row.strip(" >") for row in app.rows[:3]] == [drawn, "", drawn]


# Mouse


async def test_a_click_focuses_a_sentence() -> None:
    app = ArticleApp(article("One goes. 外交部长 goes. Three goes."))
    async with app.run_test(size=(80, 24)) as pilot:
        left = app.view.content_region.x - app.view.region.x + MARGIN
        top = app.view.content_region.y - app.view.region.y
        for cell, words in ((12, "外"), (25, "Three"), (0, "One"), (70, "Three")):
            await pilot.click(app.view, offset=(left + cell, top))
            assert focused(app).startswith(words)


async def test_the_wheel_scrolls() -> None:
    app = ArticleApp(long_article())
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.view.top
        await pilot._post_mouse_events([events.MouseScrollDown], app.view, (10, 10))
        assert app.view.top > before


async def test_the_mouse_selects_text_as_it_stands_in_the_article() -> None:
    app = ArticleApp(seed())
    async with app.run_test(size=(80, 24)) as pilot:
        origin = app.view.content_region.offset
        await pilot.mouse_down(offset=(origin.x + MARGIN, origin.y + 1))
        await pilot.hover(offset=(origin.x + MARGIN + 5, origin.y + 2))
        await pilot.mouse_up(offset=(origin.x + MARGIN + 5, origin.y + 2))
        text = app.view._article.text
        start = text.index("Turkey, a NATO")
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected == text[start : start + len(selected)]
        assert selected.endswith("States")


# Looks


class Compare(Protocol):
    """The snapshot fixture."""

    def __call__(self, app: ArticleApp, *, terminal_size: tuple[int, int]) -> bool: ...


class MarkedApp(ArticleApp):
    """Everything that can be marked is marked."""

    def on_mount(self) -> None:
        super().on_mount()
        view = self.view
        first = view.focus_span
        view.next()
        second = view.focus_span
        view.next()
        view.set_summary([first, view.focus_span])
        view.set_marks(
            [
                MarkSpan(second, "a", MarkKind.NOTE),
                MarkSpan(place(self, "heightened tensions between Turkey"), "h", MarkKind.HIGHLIGHT),
            ]
        )
        names = [(place(self, "NATO"), "ORG"), (place(self, "Hurriyet"), "MEDIA"), (place(self, "Gaza"), "GPE")]
        view.set_mentions([place(self, "Israel")], None, names)


@pytest.mark.parametrize("size", SIZES)
def test_the_pane_looks_as_it_did(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(MarkedApp(seed()), terminal_size=size)
