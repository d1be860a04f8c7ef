"""A hostile article, hostile tags and names: all of it is shown as words, none of it acts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from reader.config import Config
from reader.desk.incoming import incoming_text
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.intake import Origin
from reader.model.span import Span
from reader.model.value import replace
from reader.tui.app import DiploreaderApp
from tests.tui.reading import ESCAPES, HOSTILE, SIZES, Reading, analysis_of, desk_on

ARABIC = "قال هاكان فيدان إن المحادثات كانت بناءة."
LONG = "Donaudampfschifffahrtsgesellschaft" * 9
BODY = f"""{HOSTILE} was said by {HOSTILE}. {ESCAPES}Then [b]nothing[/b] more was said.

{LONG} came. {ARABIC} Tabs\tstay\there.

They [not] accept: [link=file:///etc/passwd]this[/link]."""
"""As it comes in; what is dangerous in it is taken out there."""

RAW = HOSTILE + ESCAPES.replace("\ud800", "") + "\t\n" + LONG
"""As a damaged or foreign file may hold it: the last guard is the screen's own."""


def hostile_article() -> Article:
    article = incoming_text(BODY, title=HOSTILE, source=f"[/i]{HOSTILE}").article
    return replace(article, title=RAW)


def hostile_analysis(article: Article) -> Analysis:
    known = analysis_of(article, ())
    start = article.text.index(HOSTILE)
    labels = ("PERSON", "GPE", "ORG", "MEDIA", "EVENT")
    return replace(
        known,
        entities=tuple(Entity(f"{RAW} {label}", RAW, label) for label in labels),
        mentions=tuple(
            Mention(Span(start + n, start + n + 5), label, f"{RAW} {label}") for n, label in enumerate(labels)
        ),
    )


@asynccontextmanager
async def hostile(home: Path, size: tuple[int, int]) -> AsyncIterator[Reading]:
    """The program on the hostile article, with a hostile note, hostile tags and hostile names."""
    with desk_on(home, "Another.") as (desk, _):
        article = hostile_article()
        desk.library.add(article, BODY.encode("utf-8", "replace"), Origin("paste", RAW))
        desk.analyses._cache.put(hostile_analysis(article))
        tags = (HOSTILE, RAW)
        desk.marks.write(article, None, Span(0, 40), RAW, tags)
        desk.marks.set_tags(article, None, None, tags)
        opening = desk.opening(article.id)
        assert opening is not None
        app = DiploreaderApp(desk, opening, Config())
        async with app.run_test(size=size) as pilot:
            now = Reading(app, pilot)
            await pilot.pause()
            await now.settle()
            yield now


def check(now: Reading, words: str = HOSTILE) -> None:
    """Nothing that acts is on the screen, each row has its width, and the words can be read."""
    assert now.unsafe() == []
    widths = {sum(cell_len(segment.text) for segment in strip) for strip in now.app.screen._compositor.render_strips()}
    assert widths == {now.app.size.width}
    assert words in now.shown
    assert now.app.is_running


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2]])
async def test_every_pane_and_line_shows_words_only(home: Path, size: tuple[int, int]) -> None:
    async with hostile(home, size) as now:
        for number in "1234":
            await now.press(number)
            check(now)
            for key in ("j", "pagedown", "G", "enter", "g"):
                await now.press(key)
                check(now, "")
        await now.press("1", "I", "G")
        check(now, "They [not] accept: [link=file:///etc/passwd]this[/link].")


@pytest.mark.parametrize("keys", [["a"], ["A"], ["4", "e"], ["t"], ["T"], ["/"], [":"], ["i"], ["y", "y"]])
async def test_every_sheet_shows_words_only(home: Path, keys: list[str]) -> None:
    async with hostile(home, (120, 40)) as now:
        await now.press(*keys)
        assert now.app.screen is not now.room
        check(now)
        await now.type("[/b]")
        check(now, "[/b]" if keys != ["y", "y"] else HOSTILE)


async def test_every_message_shows_words_only(home: Path) -> None:
    async with hostile(home, (160, 45)) as now:
        for keys in (["H"], ["H"], ["u"], ["ctrl+r"], ["4", "X"], ["u"]):
            await now.press(*keys)
            assert "[not] [/b]" in now.said
            check(now, now.said[:20])
        now.room.say(RAW + "\ud800", error=True)
        await now.pilot.pause()
        check(now)


async def test_a_click_on_what_looks_like_a_link_quits_nothing(home: Path) -> None:
    async with hostile(home, (120, 40)) as now:
        for y, line in enumerate(now.lines):
            if (x := line.find("@click")) >= 0:
                await now.pilot.click(offset=(x, y))
                await now.pilot.click(offset=(line.index("x", x + 6), y))
        await now.settle()
        check(now)


async def test_nothing_hostile_reaches_the_terminal_where_it_is_found_or_typed(home: Path) -> None:
    async with hostile(home, (80, 24)) as now:
        await now.press("/")
        await now.type("[not] [")
        await now.press("enter")
        assert now.said.startswith("2 matches.")
        check(now)


async def test_names_from_the_right_stay_whole(home: Path) -> None:
    async with hostile(home, (120, 40)) as now:
        await now.press("/")
        await now.type("فيدان")
        await now.press("enter")
        check(now, "هاكان فيدان")
