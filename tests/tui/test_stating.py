"""The pane of statements: who said what, limited, copied, marked, and shown in the text."""

from pathlib import Path

import pytest

from reader.actions import Place
from reader.config import Config
from reader.desk.incoming import incoming_text
from reader.model.span import Span
from reader.model.statement import Statement
from reader.model.value import replace
from tests.speaking import STATEMENTS, TEXT, analysis_of, article_of
from tests.tui.reading import SIZES, Reading
from tests.tui.stating import pane_of, rows_of, stating, title_of

ALL = "Statements · 8 · 2 quotations without a speaker"


def marked(now: Reading) -> dict[str, str]:
    """What stands out as a part of a statement in the text, by its words."""
    return {span.of(now.room.article.text): part for span, part in now.text._layers.told.touching(0, len(TEXT))}


# What it shows.


async def test_statements_stand_under_who_makes_them(home: Path) -> None:
    async with stating(home, size=(160, 45)) as now:
        assert rows_of(now) == [
            "Ana Petrova Foreign Minister",
            "accuse 7 Nov the rebels … of a \"cold war\"",
            "say \"We will not pay,\"",
            "not say whether talks would go on",
            "Officials unnamed",
            "hope for calm",
            "The report document",
            "warn of hunger",
            "The Courier media",
            "report that Ms Petrova told allies that aid may stop",
            "Ana Petrova Foreign Minister",
            "tell that aid may stop",
            "Left open who speaks",
            "may announce “They” a plan",
            "No speaker named",
            "quoted \"Nobody knows what comes next,\"",
            "quoted \"This is the end of it.\"",
        ]  # fmt: skip


@pytest.mark.parametrize("size", [*SIZES, (140, 40)])
async def test_the_title_states_how_much_there_is_and_what_has_no_speaker(home: Path, size: tuple[int, int]) -> None:
    async with stating(home, size=size) as now:
        assert title_of(now) == ALL
        assert ALL in now.shown


@pytest.mark.parametrize(
    ("statements", "title", "words"),
    [
        (STATEMENTS[:1], "Statements · 1", "accuse"),
        (STATEMENTS[8:9], "Statements · 0 · 1 quotation without a speaker", "quoted"),
        ((), "Statements", "No statements found."),
    ],
)
async def test_one_and_none_are_told_as_such(
    home: Path, statements: tuple[Statement, ...], title: str, words: str
) -> None:
    async with stating(home, statements=statements) as now:
        assert title_of(now) == title
        assert words in now.shown


async def test_the_strip_counts_statements_before_they_are_looked_at(home: Path) -> None:
    async with stating(home, "1", size=(80, 24)) as now:
        assert "5 Said (8)" in now.lines[1]


async def test_while_the_article_is_read_what_is_there_is_shown_above_one_quiet_line(home: Path) -> None:
    async with stating(home) as now:
        analysing = now.room.furniture.analysing
        analysing._state = "reading… 40%"
        analysing.show()
        await now.pilot.pause()
        assert rows_of(now)[-1] == "reading… 40%"
        assert "hope for calm" in rows_of(now)


# Going to passages.


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_what_is_said_and_back_space_returns(home: Path, size: tuple[int, int]) -> None:
    async with stating(home, "j", "j", "j", "enter", size=size) as now:
        assert now.focused.startswith("Officials hoped for calm")
        assert now.place is (Place.ARTICLE if size == SIZES[0] else Place.STATEMENTS)
        await now.press("backspace")
        assert now.focused.startswith("Foreign Minister")


async def test_the_parts_of_the_statement_under_the_cursor_are_told_apart_in_the_text(home: Path) -> None:
    async with stating(home) as now:
        assert marked(now) == {
            "Foreign Minister Ana Petrova": "speaker",
            "accused": "cue",
            "the rebels": "content",
            'of a "cold war"': "content",
        }
        await now.press("j")
        assert marked(now) == {"she": "speaker", "said": "cue", '"We will not pay,"': "content"}
        await now.press("enter", "escape")
        assert now.place is Place.ARTICLE
        await now.press("escape")
        assert marked(now) == {}


async def test_all_parts_can_be_marked_without_looking_at_the_pane(home: Path) -> None:
    async with stating(home, "escape", "escape", "M") as now:
        assert {"Officials", "hoped", "for calm", "The report", "warned"} <= set(marked(now))
        await now.press("M")
        assert marked(now) == {}
        await now.press("M", "escape")
        assert marked(now) == {}


async def test_parts_can_be_told_apart_without_colour(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with stating(home) as now:
        strips = [now.text.render_line(y) for y in range(12)]
        styles = {segment.text.strip(): segment.style for strip in strips for segment in strip if segment.style}
        told = [styles[words] for words in ("Foreign Minister Ana Petrova", "accused", "the rebels")]
        assert len({(style.bold, style.italic, style.underline) for style in told}) == 3


# Limits.


async def test_statements_of_one_speaker(home: Path) -> None:
    async with stating(home, "w", "j", "enter") as now:
        assert title_of(now) == "Statements · 4 of 8 · Ana Petrova"
        assert rows_of(now)[-1] == "tell via The Courier that aid may stop"
        await now.press("escape")
        assert (title_of(now), now.place) == (ALL, Place.STATEMENTS)
        await now.press("escape")
        assert (title_of(now), now.place) == (ALL, Place.ARTICLE)


async def test_statements_of_one_kind(home: Path) -> None:
    async with stating(home, "c") as now:
        assert "accuses, criticises, condemns" in now.shown
        assert "rejects" not in now.shown, "nobody does here"
        await now.press("G", "enter")
        assert title_of(now) == "Statements · 1 of 8 · warns, threatens"
        assert rows_of(now) == ["The report document", "warn of hunger"]


async def test_limits_meet_and_only_what_is_left_can_be_chosen(home: Path) -> None:
    async with stating(home, "w", "j", "enter", "c", "G", "enter") as now:
        assert title_of(now) == "Statements · 1 of 8 · Ana Petrova · accuses, criticises, condemns"
        await now.press("w", "g", "enter", "c", "g", "enter")
        assert title_of(now) == ALL


async def test_quotations_without_a_speaker_open_as_a_list(home: Path) -> None:
    async with stating(home, "U") as now:
        assert title_of(now) == "Statements · only 2 quotations without a speaker"
        assert len(rows_of(now)) == 3
        await now.press("U")
        assert title_of(now) == ALL


async def test_where_every_quotation_has_a_speaker_it_says_so(home: Path) -> None:
    async with stating(home, "U", statements=STATEMENTS[:3]) as now:
        assert now.said == "Every quotation has a speaker."


async def test_another_article_begins_without_limits(home: Path) -> None:
    async with stating(home, "U") as now:
        here, other = now.room.opening, now.desk.add(incoming_text("Another article."))
        now.room.go_on_with(other)
        await now.settle()
        assert title_of(now) == "Statements"
        assert marked(now) == {}
        now.room.go_on_with(here)
        await now.settle()
        assert title_of(now) == ALL


# Acts on a statement.


async def test_a_copy_holds_the_exact_words_and_who_says_them_when_and_where(home: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    async with stating(home, "y", config=Config(copy_command=f"tee {copied}")) as now:
        await now.until(lambda: now.said == "Copied.")
        assert copied.read_text() == (
            '“the rebels … of a "cold war"”\n'
            "— Foreign Minister Ana Petrova, “accused”, 2023-11-07; “Aid in doubt”, Gazette, 2023-11-08"
        )


async def test_marks_are_made_on_what_is_said(home: Path) -> None:
    async with stating(home, "j", "H", "j", "a") as now:
        await now.type("Ask again")
        await now.press("ctrl+s")
        assert [placed.span.of(TEXT) for placed in now.room.furniture.marking._marks if placed.span] == [
            '"We will not pay,"',
            "whether talks would go on",
        ]


async def test_names_can_be_asked_about_from_what_they_say(home: Path) -> None:
    async with stating(home, "W") as now:
        assert "Ana Petrova" in now.said


# Hostile and long.

ARABIC = "قال الوزير إن المحادثات كانت بناءة"
HOSTILE = "[not] [/b] [@click=app.quit]x said “[/i] yes” of \x1b[2J \u202eevil\u202c " + "Donaudampfschiff" * 30


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_statements_are_words_only(home: Path, size: tuple[int, int]) -> None:
    text = article_of(f"{HOSTILE}. {ARABIC}. She spoke.").text
    names = ("[not] [/b] [@click=app.quit]x", "said", ARABIC, "She")
    spans = [analysis_of(article_of(text)).sentences[0], *(_span(text, words) for words in names)]
    statements = tuple(
        replace(
            STATEMENTS[3], content=(content,), speaker=(speaker,), cue=(cue,), lemma="[/b]" * 9, entity=None, within=n
        )
        for n, (content, speaker, cue) in enumerate([spans[:3], (spans[3], spans[1], spans[3]), (spans[3],) * 3])
    )
    async with stating(home, size=size, text=text, statements=statements) as now:
        for key in ("j", "enter", "5", "M", "w", "escape", "c", "escape", "y"):
            await now.press(key)
            assert now.unsafe() == []
            assert now.app.is_running
        await now.press("5")
        assert "[@click=app.quit]x" in now.shown


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


async def test_thousands_of_statements_are_shown_and_walked(home: Path) -> None:
    sentence = "Envoy said that the talks of the two sides would go on for as long as anybody wished. "
    text = (sentence * 2000).strip()
    each = [
        replace(
            STATEMENTS[5],
            speaker=(Span(at, at + 5),),
            cue=(Span(at + 6, at + 10),),
            content=(Span(at + 11, at + len(sentence) - 2),),
        )
        for at in range(0, 2000 * len(sentence), len(sentence))
    ]
    async with stating(home, "G", text=text, statements=each) as now:
        assert title_of(now) == "Statements · 2000"
        assert pane_of(now).target == each[-1].key
