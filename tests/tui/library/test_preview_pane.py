"""What is told of an article beside the list."""

from reader.desk.incoming import incoming_text
from reader.desk.previews import Preview
from reader.model.value import replace
from reader.resources import seed
from reader.tui.widgets.preview_pane import PreviewPane
from tests.tui.library.pane import alone
from tests.tui.reading import ESCAPES, HOSTILE

ARTICLE = incoming_text(seed().decode()).article
SUMMARY = Preview(ARTICLE, 328, ("from menafn.com, seed.txt",), ("First.", "Second."), True, ("gaza",), ("Look here.",))


async def test_title_facts_origins_tags_summary_and_notes() -> None:
    pane = PreviewPane()
    async with alone(pane, size=(90, 30)) as (app, pilot):
        pane.show(SUMMARY)
        await pilot.pause()

        for words in (
            "Turkey, a NATO ally, has expressed",
            "MENAFN · 2023-11-08 · 328 words · 2 min",
            "from menafn.com, seed.txt",
            "#gaza",
            "Summary 1 First. 2 Second.",
            "Notes ▐ Look here.",
        ):
            assert words in app.words


async def test_an_opening_is_said_to_be_one() -> None:
    pane = PreviewPane()
    async with alone(pane) as (app, pilot):
        pane.show(replace(SUMMARY, is_summary=False))
        await pilot.pause()

        assert "Not analysed yet. It begins: First." in app.words
        assert "Summary" not in app.words


async def test_another_article_begins_at_its_top() -> None:
    pane = PreviewPane()
    async with alone(pane, size=(60, 8)) as (_, pilot):
        pane.show(SUMMARY)
        await pilot.pause()
        pane.scroll_lines(4)
        pane.show(replace(SUMMARY, article=replace(ARTICLE, id="another")))
        await pilot.pause()

        assert pane.scroll_offset.y == 0


async def test_hostile_words_are_words() -> None:
    pane = PreviewPane()
    raw = HOSTILE + ESCAPES.replace("\ud800", "")
    article = replace(ARTICLE, title=raw, source=raw, author=raw)
    async with alone(pane, size=(120, 40)) as (app, pilot):
        pane.show(Preview(article, 1, (raw,), (raw,), True, (raw,), (raw,)))
        await pilot.pause()

        assert app.words.count(HOSTILE) >= 6
        assert not set(app.words) & set("\x1b\x07\x9b\u202e\u2028")
        assert app.widths == {120}
