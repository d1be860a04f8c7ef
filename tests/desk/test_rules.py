"""The reader's rules on entities: made, kept, undone."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.desk.rules import EntityRules, Subject
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import RuleKind
from reader.model.span import Span
from tests.desk.articles import story

HURRIYET = Entity("person:hurriyet", "Hurriyet", "PERSON")
FIDAN = Entity("local:1", "Fidan", "PERSON")
TURKEY = Entity("iso:TR", "Turkey", "GPE", "TR")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def rules(folder: Path) -> EntityRules:
    return EntityRules(folder)


def content(folder: Path) -> Any:
    """What the file holds, but for what tells that it was written."""
    tables = json.loads((folder / "corrections.json").read_bytes())
    for document in (*tables.get("_default", {}).values(), *tables.get("trash", {}).values()):
        for told in ("rev", "modified", "deleted"):
            document.pop(told, None)
    return {name: table for name, table in tables.items() if table}


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

    assert [document["name"] for document in content(folder)["trash"].values()] == ["Turkey"]


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
