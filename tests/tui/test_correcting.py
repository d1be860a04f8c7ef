"""What the reader says of names in the reading room."""

from pathlib import Path
from typing import Any

import pytest

from reader.actions import Place
from reader.desk.desk import Known
from reader.model.rule import RuleKind
from reader.model.span import Span
from reader.model.value import replace
from reader.tui.screens.rules_screen import RulesScreen
from reader.tui.widgets.article_look import Layers
from tests.tui.reading import SIZES, Reading, analysis_of, reading


def names(now: Reading) -> list[str]:
    """The rows of the names, with counts, letters and signs."""
    return [" ".join(row.split()) for row in now.rows_of(now.entities)]


async def stand_on(now: Reading, key: str) -> None:
    await now.focus(Place.ENTITIES)
    now.entities.point_at(key)
    now.room.furniture.naming.choose(key)
    await now.pilot.pause()


async def test_a_name_and_its_type_are_corrected_and_undone(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:hurriyet")
        await now.press("e")
        await now.type("Hürriyet")
        await now.press("tab", "o", "enter")

        assert "› 2 O Hürriyet" in names(now)
        assert now.said == "Renamed “Hurriyet” to “Hürriyet” and changed its type."
        await now.press("u")
        assert "2 M Hurriyet" in " ".join(names(now)), "one act, undone by one key"
        await now.press("ctrl+r")
        assert "2 O Hürriyet" in " ".join(names(now))


async def test_a_type_takes_three_keys_and_its_letter(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:hamas")
        await now.press("e", "tab", "p", "enter")

        assert "› 3 P Hamas" in names(now)
        assert [(rule.kind, rule.value) for rule in now.desk.rules.all()] == [(RuleKind.RETYPE, "PERSON")]


async def test_what_is_the_same_is_merged_by_typing_its_name(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:hamas")
        await now.press("=")
        await now.type("gaz")
        await now.press("enter")

        assert "› 6 S Gaza" in names(now), "the cursor goes along"
        assert now.said == "Merged “Hamas” into “Gaza”."


async def test_what_is_no_name_goes_and_comes_back(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:nato")
        await now.press("R")
        assert not [row for row in names(now) if "NATO" in row]
        assert now.said == "“NATO” is no name. u brings it back."
        await now.press("u")
        assert [row for row in names(now) if "NATO" in row]


async def test_the_words_of_a_mention_are_split_off(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "iso:TR")
        while now.room.furniture.naming.mention is None or (
            now.room.furniture.naming.mention.span.of(now.room.article.text) != "Turkish"
        ):
            await now.press("enter")
        await now.press("-")

        assert "3 S Turkish" in " ".join(names(now))
        assert now.said == "Split “Turkish” off “Turkey”."


async def test_the_selection_is_made_a_name(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await now.focus(Place.ARTICLE)
        await now.press("g", "j", "j", "v")
        words = now.text.target.of(now.room.article.text)
        await now.press("=", "o", "enter")

        assert now.text.selection is None
        [rule] = now.desk.rules.all()
        assert (rule.kind, rule.words, rule.value_label) == (RuleKind.ADD, words, "ORG")


async def test_without_a_type_nothing_is_saved(home: Path) -> None:
    async with reading(home) as now:
        await now.focus(Place.ARTICLE)
        await now.press("v", "=", "enter")

        assert "What is it? A letter chooses the type." in now.shown
        assert now.desk.rules.all() == ()


async def test_in_the_text_one_is_asked_which_of_several_names_is_meant(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await now.focus(Place.ARTICLE)
        await now.press("W")
        assert "Which name?" in now.shown
        await now.press("enter")

        assert [rule.kind for rule in now.desk.rules.all()] == [RuleKind.WATCH]


async def test_what_is_watched_has_a_sign(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "iso:TR")
        await now.press("W")
        assert "› 6 S Turkey *" in names(now)
        await now.press("W")
        assert "› 6 S Turkey" in names(now)


async def test_a_correction_for_this_article_alone(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:hamas")
        await now.press("e")
        await now.type("Harakat")
        await now.press("tab", "tab", "right", "enter")

        [rule] = now.desk.rules.all()
        assert rule.article == now.room.article.id
        assert now.said == "Renamed “Hamas” to “Harakat” in this article."


async def test_only_sentences_with_the_chosen_name_stay_bright(home: Path) -> None:
    def layers() -> Layers:
        return now.text._layers

    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "person:antony blinken")
        await now.press("F")
        bright = layers().bright
        assert bright is not None
        text = now.room.article.text
        said = [span.of(text) for span, _ in bright.touching(0, len(text))]
        assert said
        assert all("Blinken" in sentence for sentence in said)
        assert now.said.startswith("F shows all again; bright is what names Antony Blinken.")
        await now.press("F")
        assert layers().bright is None
        await now.press("F", "escape", "escape")
        assert layers().bright is None


async def test_rules_that_were_made_before_hold_when_an_article_opens(home: Path) -> None:
    async with reading(home) as now:
        await stand_on(now, "iso:TR")
        await now.press("e")
        await now.type("Türkiye")
        await now.press("enter")
    async with reading(home, size=(200, 60)) as now:
        assert "6 S Türkiye" in " ".join(names(now))


async def test_what_only_the_article_knows_cannot_be_watched(home: Path) -> None:
    own = (("local:1", "Blinken", "PERSON", "Blinken"),)
    async with reading(home, names=own, size=(200, 60)) as now:
        await stand_on(now, "local:1")
        await now.press("W")
        assert now.said.startswith("Only this article knows “Blinken”.")
        await now.press("d")
        assert now.said.startswith("Only this article knows “Blinken”.")


@pytest.mark.parametrize("key", ["e", "=", "R", "W", "d"])
async def test_where_nothing_is_named_there_is_nothing_to_correct(home: Path, key: str) -> None:
    async with reading(home, "Nobody spoke.", names=()) as now:
        await now.focus(Place.ENTITIES)
        await now.press(key)

        assert now.said == "There is no name here. 3 goes to the names."


async def test_doubt_and_roles_are_shown(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        found = now.desk.analyses.known(now.room.article)
        assert found is not None
        start = now.room.article.text.index("Turkish Foreign Minister")
        changed: dict[str, dict[str, Any]] = {
            "org:nato": {"is_sure": False},
            "person:hakan fidan": {"roles": (Span(start, start + 24),)},
        }
        entities = tuple(replace(one, **changed.get(one.id, {})) for one in found.entities)
        now.room.furniture.analysing.fill(Known(replace(found, entities=entities), ()))
        await stand_on(now, "person:hakan fidan")

        assert "1 O NATO ?" in " ".join(names(now))
        assert "› 3 P Hakan Fidan Turkish Foreign Minister" in " ".join(names(now))


async def test_the_same_is_looked_for_in_other_articles_too(home: Path) -> None:
    async with reading(
        home, "Blinken spoke today.", "Antony Blinken was silent. Nobody else was.", size=(200, 60)
    ) as now:
        while now.desk.indexing.step():
            pass
        now.desk.analyses._cache.put(analysis_of(now.room.article, (("local:1", "Blinken", "PERSON", "Blinken"),)))
        known = now.desk.known(now.room.article)
        now.room.furniture.analysing.fill(known)
        await stand_on(now, "local:1")
        await now.press("=")
        await now.type("ant")
        await now.until(lambda: "person, in other articles" in now.shown)
        await now.press("enter")

        assert now.said == "Merged “Blinken” into “Antony Blinken” in this article."
        assert "› 1 P Antony Blinken" in names(now)


async def test_what_is_decided_on_another_screen_is_shown_on_the_way_back(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:nato")
        await now.press("R")
        now.room.act("rules.open")
        await now.until(lambda: isinstance(now.app.screen, RulesScreen) and "NATO" in now.shown)
        await now.press("X", "q")
        await now.until(lambda: "1 O NATO" in " ".join(names(now)))


@pytest.mark.parametrize("size", SIZES)
async def test_all_types_are_there_to_choose_from(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        await stand_on(now, "org:nato")
        await now.press("e")
        assert [word for word in ("P person", "O organisation", "M media", "E event") if word not in now.shown] == []
        assert "in this one only" in now.shown


async def test_in_the_text_a_mention_is_corrected_where_there_is_no_note(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await stand_on(now, "org:nato")
        await now.press("enter", "1", "e")
        await now.type("North Atlantic Treaty Organization")
        await now.press("enter")
        assert now.said == "Renamed “NATO” to “North Atlantic Treaty Organization”."

        await now.press("a")
        await now.type("Who else?")
        await now.press("ctrl+s", "e")
        assert "Note on" in now.shown
