"""The reader's rules on entities: made, kept, undone."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reader.desk.rules import EntityRules, Subject
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import RuleKind
from reader.model.span import Span
from tests.desk.articles import story, words

HURRIYET = Entity("person:hurriyet", "Hurriyet", "PERSON")
FIDAN = Entity("local:1", "Fidan", "PERSON")
TURKEY = Entity("iso:TR", "Turkey", "GPE", "TR")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def rules(folder: Path) -> EntityRules:
    return EntityRules(folder)


def content(folder: Path) -> str:
    """The file, byte for byte but for what tells that it was written."""
    text = (folder / "corrections.json").read_text()
    return re.sub(r',"(?:rev|modified|deleted)":(?:[0-9]+|"[^"]*")', "", text)


def test_a_rule_is_on_the_disk_when_it_is_told(rules: EntityRules, folder: Path) -> None:
    ruled = rules.retype(Subject(HURRIYET, None), "MEDIA", here=False)

    assert ruled.said == "Changed the type of “Hurriyet”."
    [kept] = EntityRules(folder).all()
    assert (kept.kind, kept.entity, kept.value) == (RuleKind.RETYPE, "person:hurriyet", "MEDIA")
    assert kept == ruled.rules[0]


def test_without_rules_there_is_no_file_and_nothing_changes(rules: EntityRules, folder: Path) -> None:
    found = Analysis("hash", entities=(TURKEY,), mentions=(Mention(Span(0, 6), "GPE", "iso:TR"),))

    assert rules.corrected("a", "Turkey", found) is found
    assert not folder.exists()


def test_to_decide_again_replaces_what_was_decided(rules: EntityRules) -> None:
    rules.rename(Subject(TURKEY, None), "Türkiye", here=False)
    rules.rename(Subject(TURKEY, None), "Republic of Türkiye", here=False)

    assert [rule.value for rule in rules.all()] == ["Republic of Türkiye"]


def test_a_decision_for_one_article_stands_beside_the_one_for_all(rules: EntityRules) -> None:
    here = story("Turkey spoke.")
    rules.rename(Subject(TURKEY, here), "Türkiye", here=False)
    rules.rename(Subject(TURKEY, here), "Ankara", here=True)

    assert [(rule.value, rule.article) for rule in rules.all()] == [("Türkiye", ""), ("Ankara", here.id)]


def test_what_only_an_article_knows_is_addressed_by_its_words(rules: EntityRules) -> None:
    rules.merge(Subject(FIDAN, story("Fidan left.")), Entity("person:hakan fidan", "Hakan Fidan", "PERSON"), here=True)

    [rule] = rules.all()
    assert (rule.entity, rule.words, rule.value) == ("", "Fidan", "person:hakan fidan")


def test_what_is_merged_into_a_surname_is_merged_the_other_way_round(rules: EntityRules) -> None:
    whole = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")

    ruled = rules.merge(Subject(whole, None), FIDAN, here=False)

    assert ruled.said == "Merged “Fidan” into “Hakan Fidan”."


def test_two_surnames_that_are_merged_get_a_key(rules: EntityRules) -> None:
    here = story("Fidan left. H. Fidan stayed.")
    found = Analysis(
        here.text_hash,
        entities=(FIDAN, Entity("local:2", "H. Fidan", "PERSON")),
        mentions=(Mention(Span(0, 5), "PERSON", "local:1"), Mention(Span(12, 20), "PERSON", "local:2")),
    )

    rules.merge(Subject(found.entities[1], here), FIDAN, here=True)

    assert [entity.id for entity in rules.corrected(here.id, here.text, found).entities] == ["person:fidan"]


def test_a_surname_that_gets_another_name_stays_one_entity(rules: EntityRules) -> None:
    here = story("Fidan left. The minister stayed.")
    found = Analysis(here.text_hash, entities=(FIDAN,), mentions=(Mention(Span(0, 5), "PERSON", "local:1"),))

    rules.add(here, words(here, "minister"), "PERSON", FIDAN, here=True)

    done = rules.corrected(here.id, here.text, found)
    assert [mention.span.of(here.text) for mention in done.mentions] == ["Fidan", "minister"]
    assert [entity.id for entity in done.entities] == ["person:fidan"]


@pytest.mark.parametrize(
    "act",
    [
        lambda rules: rules.retype(Subject(HURRIYET, None), "MEDIA", here=False),
        lambda rules: rules.rename(Subject(TURKEY, None), "Republic of Türkiye", here=False),
        lambda rules: rules.watch(TURKEY, False),
        lambda rules: rules.watch(HURRIYET, True),
        lambda rules: rules.write(TURKEY, "another note"),
        lambda rules: rules.write(TURKEY, ""),
        lambda rules: rules.revoke([rule.id for rule in rules.all()]),
        lambda rules: rules.revoke([rules.all()[0].id]),
        lambda rules: rules.import_roster("kind,name,type,key,value\nrename,Turkey,GPE,iso:TR,Türkei", "team.csv"),
    ],
)
def test_undo_restores_what_the_file_held_and_redo_does_it_again(rules: EntityRules, folder: Path, act: Any) -> None:
    rules.rename(Subject(TURKEY, None), "Türkiye", here=False)
    rules.watch(TURKEY, True)
    rules.write(TURKEY, "a note")
    before = content(folder)
    act(rules)
    after = content(folder)
    assert after != before

    undone = rules.undo()
    assert undone is not None
    assert undone.said.startswith("Undone: ")
    assert content(folder) == before

    assert rules.redo() is not None
    assert content(folder) == after


def test_what_was_revoked_is_in_the_trash(rules: EntityRules, folder: Path) -> None:
    rules.watch(TURKEY, True)
    rules.revoke([rules.all()[0].id])

    tables = json.loads((folder / "corrections.json").read_bytes())
    assert [document["name"] for document in tables["trash"].values()] == ["Turkey"]
    assert tables["_default"] == {}


def test_two_windows_see_and_keep_each_others_rules(rules: EntityRules, folder: Path) -> None:
    other = EntityRules(folder)
    rules.watch(TURKEY, True)
    other.watch(HURRIYET, True)

    assert rules.watched() == other.watched() == {"iso:TR", "person:hurriyet"}


def test_a_damaged_file_is_kept_aside_and_the_backup_restored(rules: EntityRules, folder: Path) -> None:
    rules.watch(TURKEY, True)
    rules.all()
    (folder / "corrections.json").write_bytes(b'{"_default": {"1"')

    assert EntityRules(folder).watched() == {"iso:TR"}
    assert len(list(folder.glob("corrections.json.corrupt-*"))) == 1


def test_a_file_of_a_later_program_is_read_and_not_written(rules: EntityRules, folder: Path) -> None:
    rules.watch(TURKEY, True)
    file = folder / "corrections.json"
    file.write_bytes(file.read_bytes().replace(b'"schema":1', b'"schema":2'))

    assert rules.watched() == {"iso:TR"}
    with pytest.raises(Exception, match="later version"):
        rules.watch(HURRIYET, True)


def test_a_roster_that_is_taken_in_twice_changes_nothing_the_second_time(rules: EntityRules, tmp_path: Path) -> None:
    theirs = EntityRules(tmp_path / "theirs")
    theirs.watch(TURKEY, True)
    theirs.rename(Subject(TURKEY, None), "Türkiye", here=False)

    assert rules.import_roster(theirs.export_roster(), "team.csv").said == "Took 2 corrections from “team.csv”."
    assert rules.import_roster(theirs.export_roster(), "team.csv").said == "Nothing in “team.csv” is new."
    assert rules.watched() == {"iso:TR"}


def test_of_a_roster_and_the_readers_own_the_newer_holds(rules: EntityRules) -> None:
    rules.rename(Subject(TURKEY, None), "Türkiye", here=False)
    header = "kind,name,type,key,value,modified"

    ruled = rules.import_roster(f"{header}\nrename,Turkey,GPE,iso:TR,Türkei,2023-11-08", "old.csv")
    assert ruled.said == "Nothing in “old.csv” is new. 1 left out: decided otherwise since."
    assert [rule.value for rule in ruled.rules] == ["Türkiye"]

    ruled = rules.import_roster(f"{header}\nrename,Turkey,GPE,iso:TR,Türkei,", "new.csv")
    assert ruled.said == "Took 1 correction from “new.csv”."
    assert [(rule.value, rule.origin) for rule in ruled.rules] == [("Türkei", "new.csv")]


def test_what_the_reader_has_revoked_does_not_come_back_with_a_roster(rules: EntityRules, tmp_path: Path) -> None:
    theirs = EntityRules(tmp_path / "theirs")
    theirs.watch(TURKEY, True)
    roster = theirs.export_roster()
    rules.import_roster(roster, "team.csv")
    rules.revoke([rules.all()[0].id])

    ruled = rules.import_roster(roster, "team.csv")

    assert ruled.said == "Nothing in “team.csv” is new. 1 left out: revoked here."
    assert ruled.rules == ()


def test_a_later_version_of_a_roster_updates_its_rules(rules: EntityRules, tmp_path: Path) -> None:
    theirs = EntityRules(tmp_path / "theirs")
    theirs.rename(Subject(TURKEY, None), "Türkiye", here=False)
    rules.import_roster(theirs.export_roster(), "team.csv")
    theirs.rename(Subject(TURKEY, None), "Republic of Türkiye", here=False)

    rules.import_roster(theirs.export_roster(), "team.csv")

    assert [rule.value for rule in rules.all()] == ["Republic of Türkiye"]


def test_lines_of_a_roster_that_make_no_sense_are_told_and_the_rest_is_one_act(rules: EntityRules) -> None:
    ruled = rules.import_roster("kind,name,type\nwatch,A,ORG\nwatchh,B,ORG\nwatch,C,ORG", "team.csv")

    assert ruled.problems == ("Line 3 was left out: there is no kind “watchh”.",)
    assert rules.watched() == {"org:a", "org:c"}
    assert rules.undo()
    assert rules.all() == ()


def test_an_undo_leaves_what_another_window_has_decided_since(rules: EntityRules, folder: Path) -> None:
    rules.rename(Subject(TURKEY, None), "Türkiye", here=False)
    EntityRules(folder).rename(Subject(TURKEY, None), "Turchia", here=False)

    undone = rules.undo()

    assert undone is not None
    assert undone.said == "Nothing changed: another window has decided otherwise since."
    assert [rule.value for rule in rules.all()] == ["Turchia"]


def test_many_acts_are_undone_and_done_again_in_turn(rules: EntityRules, folder: Path) -> None:
    states = []
    for name in ("Türkiye", "Turchia", "Türkei"):
        rules.rename(Subject(TURKEY, None), name, here=False)
        states.append(content(folder))

    for expected in (states[1], states[0]):
        assert rules.undo()
        assert content(folder) == expected
    for expected in states[1:]:
        assert rules.redo()
        assert content(folder) == expected
    assert rules.redo() is None


def test_changes_are_told_once_also_those_of_other_windows(rules: EntityRules, folder: Path) -> None:
    told: list[int] = []
    rules.listen(lambda: told.append(len(rules.prepared().all)))

    rules.watch(TURKEY, True)
    rules.prepared()
    assert told == [1]

    EntityRules(folder).watch(HURRIYET, True)
    rules.prepared()
    rules.prepared()
    assert told == [1, 2]


def test_to_watch_twice_is_to_watch_once(rules: EntityRules) -> None:
    rules.watch(TURKEY, True)

    assert rules.watch(TURKEY, True).said == "Nothing changed: “Turkey” is watched already."
    assert len(rules.all()) == 1


def test_the_watch_on_what_was_merged_is_taken_off_the_whole(rules: EntityRules) -> None:
    rules.watch(HURRIYET, True)
    rules.merge(Subject(HURRIYET, None), TURKEY, here=False)

    rules.watch(TURKEY, False)

    assert rules.watched() == frozenset()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda rules: rules.watch(FIDAN, True), "only this article knows who “Fidan” is; give the name in full first"),
        (lambda rules: rules.write(FIDAN, "x"), "only this article knows who “Fidan” is; give the name in full first"),
        (lambda rules: rules.watch(TURKEY, False), "it was so already"),
        (lambda rules: rules.write(TURKEY, " "), "it was so already"),
        (lambda rules: rules.revoke([]), "it was so already"),
        (lambda rules: rules.rename(Subject(TURKEY, None), " \n", here=False), "a name has letters"),
        (lambda rules: rules.merge(Subject(TURKEY, None), TURKEY, here=False), "it is the same already"),
        (lambda rules: rules.split(Subject(TURKEY, None), here=False), "choose the words that are split off"),
        (lambda rules: rules.add(story("a – b"), Span(1, 4), "ORG", None, here=False), "a name has letters"),
    ],
)
def test_what_makes_no_sense_changes_nothing(rules: EntityRules, folder: Path, act: Any, said: str) -> None:
    assert act(rules).said == f"Nothing changed: {said}."
    assert not (folder / "corrections.json").exists()
    assert rules.undo() is None


def test_what_is_selected_around_a_name_is_none_of_it(rules: EntityRules) -> None:
    article = story("He met “Sultan\nMurad”, they said.")

    ruled = rules.add(article, words(article, "“Sultan\nMurad”,"), "ORG", None, here=True)

    assert ruled.said == "“Sultan Murad” is a name of “Sultan Murad” in this article."
    assert (ruled.rules[0].words, ruled.rules[0].value) == ("Sultan Murad", "org:sultan murad")


def test_a_name_cannot_hide_escapes(rules: EntityRules) -> None:
    assert rules.rename(Subject(TURKEY, None), "\x1b[31mTürkiye\u202e", here=False).rules[0].value == "[31mTürkiye"


def test_what_holds_in_a_purged_article_is_gone(rules: EntityRules) -> None:
    here = story()
    rules.rename(Subject(TURKEY, here), "Türkiye", here=True)
    rules.watch(TURKEY, True)

    assert rules.purge(here.id) == ()
    assert [rule.kind for rule in rules.all()] == [RuleKind.WATCH]


def test_words_are_split_off_and_rejected_and_it_is_told_of_them(rules: EntityRules) -> None:
    here = story("Turkey met Ankara.")
    split = rules.split(Subject(TURKEY, here, "Ankara"), here=False)
    rejected = rules.reject(Subject(TURKEY, here, "Ankara"), here=True)
    whole = rules.reject(Subject(HURRIYET, None), here=False)

    assert split.said == "Split “Ankara” off “Turkey”."
    assert rejected.said == "“Ankara” is no name in this article. u brings it back."
    assert whole.said == "“Hurriyet” is no name. u brings it back."
    assert [(rule.words, rule.article) for rule in rules.all()] == [("Ankara", ""), ("Ankara", here.id), ("", "")]


def test_a_note_is_found_under_the_name_that_its_entity_is_merged_into(rules: EntityRules) -> None:
    rules.write(HURRIYET, "a paper")
    rules.merge(Subject(HURRIYET, None), TURKEY, here=False)

    assert (rules.note("iso:TR"), rules.note("person:hurriyet")) == ("a paper", "")


def test_twenty_corrections_are_undone_one_by_one_to_what_the_file_held(rules: EntityRules, folder: Path) -> None:
    rules.watch(HURRIYET, True)
    before = content(folder)
    for number in range(5):
        entity = Entity(f"org:group {number}", f"Group {number}", "ORG")
        rules.rename(Subject(entity, None), f"Party {number}", here=False)
        rules.retype(Subject(entity, None), "MEDIA", here=False)
        rules.merge(Subject(entity, None), TURKEY, here=False)
        rules.reject(Subject(entity, None, "Group"), here=False)
    assert len(rules.all()) == 21

    for _ in range(20):
        assert rules.undo()

    assert content(folder) == before


def test_what_was_mended_is_told_once(rules: EntityRules, folder: Path) -> None:
    rules.watch(TURKEY, True)
    (folder / "corrections.json").write_bytes(b"")
    rules.all()

    assert len(rules.take_notices()) == 1
    assert rules.take_notices() == ()
