"""The file of the reader's rules: whole, safe, and nobody's rules lost."""

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from reader.errors import StorageError
from reader.model.rule import Rule, RuleKind
from reader.model.value import replace
from reader.notebook.corrections import Corrections
from reader.notebook.rule_document import from_document, to_document
from tests.notebook.damages import DAMAGES
from tests.notebook.faults import CHECKOUT, ENDLESS
from tests.notebook.rules import ARTICLE, rule, rules
from tests.notebook.ruling import CHANGED, MADE, REVOKED, command

FOREIGN = {
    "a new store": b"{}",
    "another program's store": b'{"_default": {"1": {"mine": "not a rule"}}}',
    "notes on an article": b'{"_default": {}, "article": {"1": {"id": "ab"}}}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "corrections.json"


@pytest.fixture
def made(folder: Path) -> tuple[Rule, ...]:
    """Three rules, made one after the other and seen by the reader."""
    corrections = Corrections(folder)
    for name in ("Blinken", "Erdoğan", "Fidan"):
        corrections.change((), (rule(name),))
    return corrections.rules()


def tables(path: Path) -> Any:
    return json.loads(path.read_bytes())


@given(rules())
def test_a_rule_is_the_same_after_it_was_written(made: Rule) -> None:
    assert from_document(json.loads(json.dumps(to_document(made)))) == made


def test_what_is_told_to_be_kept_is_on_the_disk(folder: Path) -> None:
    (stored,) = Corrections(folder).change((), (rule(),))

    assert Corrections(folder).rules() == (stored,)


def test_stock_tinydb_reads_the_rules(path: Path, made: tuple[Rule, ...]) -> None:
    with TinyDB(path, encoding="utf-8") as db:
        assert [(document.doc_id, document["name"]) for document in db] == [(one.id.int, one.name) for one in made]


def test_each_change_has_a_revision_of_its_own(folder: Path) -> None:
    corrections = Corrections(folder)
    (first,) = corrections.change((), (rule(),))
    (second,) = corrections.change((first,), (first,))
    corrections.change((second,), ())
    (third,) = corrections.change((), (second,))

    assert [first.rev, second.rev, third.rev] == [1, 2, 3]


def test_rules_are_the_same_object_until_the_file_changes(folder: Path, made: tuple[Rule, ...]) -> None:
    corrections = Corrections(folder)
    rules = corrections.rules()
    assert corrections.rules() is rules

    Corrections(folder).change((), (rule("Lavrov"),))
    assert [one.name for one in corrections.rules()] == [*(one.name for one in made), "Lavrov"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(gone=st.sets(st.integers(0, 2), min_size=1))
def test_bringing_rules_back_brings_back_the_same_file(
    path: Path, folder: Path, made: tuple[Rule, ...], gone: set[int]
) -> None:
    corrections = Corrections(folder)
    before = _but_for_revisions(path)
    revoked = tuple(made[number] for number in gone)
    corrections.change(revoked, ())
    assert corrections.revoked() == {one.id for one in revoked}

    corrections.change((), revoked, keep=False)

    assert _but_for_revisions(path) == before


def _but_for_revisions(path: Path) -> bytes:
    lines = path.read_bytes().splitlines()
    return b"\n".join(line.partition(b',"rev":')[0] for line in lines)


@pytest.mark.parametrize("damage", [*DAMAGES, *FOREIGN])
@pytest.mark.parametrize("is_read", [True, False], ids=["read", "written"])
def test_no_rule_is_missing_after_damage_to_the_file(
    folder: Path, path: Path, made: tuple[Rule, ...], damage: str, is_read: bool
) -> None:
    damaged = FOREIGN[damage] if damage in FOREIGN else DAMAGES[damage](path.read_bytes())
    path.write_bytes(damaged)
    corrections = Corrections(folder)

    added = () if is_read else corrections.change((), (rule("Lavrov"),))

    assert corrections.rules() == (*made, *added)
    (aside,) = folder.glob("corrections.json.corrupt-*")
    assert aside.read_bytes() == damaged
    (notice,) = corrections.take_notices()
    assert notice == (
        "Your corrections of names were damaged, or replaced by another file; 3 rules were restored from the backup. "
        f"What was found is kept as {aside}."
    )


def test_a_damaged_file_without_a_backup_is_kept_and_told(folder: Path, path: Path) -> None:
    folder.mkdir()
    path.write_bytes(b"\x00")
    corrections = Corrections(folder)

    assert corrections.rules() == ()
    assert "there is no backup" in corrections.take_notices()[0]
    assert len(list(folder.glob("corrections.json.corrupt-*"))) == 1


def test_a_file_of_a_later_program_is_read_and_not_written(path: Path, folder: Path, made: tuple[Rule, ...]) -> None:
    later = tables(path)
    later["article"]["1"]["schema"] = 2
    path.write_text(json.dumps(later))
    content = path.read_bytes()

    assert Corrections(folder).rules() == made
    with pytest.raises(StorageError, match="a later version of diploreader made it"):
        Corrections(folder).change((), (rule(),))
    assert path.read_bytes() == content


def test_what_a_later_program_wrote_is_kept(path: Path, folder: Path, made: tuple[Rule, ...]) -> None:
    later = tables(path)
    later["_default"]["7"] = {"kind": "doodle"}
    later["_default"][str(made[0].id.int)]["colour"] = "red"
    path.write_text(json.dumps(later))
    corrections = Corrections(folder)

    assert corrections.rules() == made
    corrections.change((made[0],), (replace(made[0], value="x"),))
    corrections.change(corrections.rules(), ())
    corrections.change((), made, keep=False)

    assert tables(path)["_default"]["7"] == {"kind": "doodle"}
    assert tables(path)["_default"][str(made[0].id.int)]["colour"] == "red"


@pytest.mark.parametrize("change", [{"value": 7}, {"kind": "doodle"}, {"created": "yesterday"}, {"id": "urn:uuid:7"}])
def test_a_rule_that_makes_no_sense_is_passed_over(
    path: Path, folder: Path, made: tuple[Rule, ...], change: dict[str, object]
) -> None:
    spoiled = tables(path)
    spoiled["_default"][str(made[1].id.int)] |= change
    path.write_text(json.dumps(spoiled))

    assert Corrections(folder).rules() == (made[0], made[2])


def test_nothing_is_left_of_what_held_in_a_purged_article(folder: Path, made: tuple[Rule, ...]) -> None:
    corrections = Corrections(folder)
    here, thrown = rule("Kazakhstan", article=ARTICLE), rule("Astana", article=ARTICLE)
    corrections.change((), (here, thrown))
    corrections.change((thrown,), ())
    corrections.rules()
    aside = folder / "corrections.json.corrupt-20260101T000000.000000Z"
    aside.write_text(f"damaged {ARTICLE}")
    (folder / "corrections.json.corrupt-20260102T000000.000000Z").write_text("damaged")

    assert corrections.purge(ARTICLE) == (aside,)

    assert corrections.rules() == made
    assert not corrections.revoked()
    assert [path for path in folder.rglob("*") if path.is_file() and ARTICLE in path.read_text()] == [aside]


def test_purging_where_there_are_no_rules_makes_nothing(folder: Path) -> None:
    assert Corrections(folder).purge(ARTICLE) == ()
    assert not folder.exists()


def test_nothing_that_was_told_is_lost_when_a_program_is_killed(folder: Path) -> None:
    random = Random(20231108)
    for _ in range(8):
        with subprocess.Popen(command(folder, ENDLESS), cwd=CHECKOUT, stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline() for _ in range(random.randint(1, 40))]
            for _ in range(random.randint(0, 20_000)):
                pass
            program.kill()
            told = _told(b"".join(lines) + program.stdout.read())
        assert _lost(folder, told) == []
        assert told


def test_two_programs_at_once_lose_and_mix_nothing(folder: Path) -> None:
    programs = [subprocess.Popen(command(folder, 60), cwd=CHECKOUT, stdout=subprocess.PIPE) for _ in range(2)]
    told = [_told(program.communicate()[0]) for program in programs]

    assert [program.returncode for program in programs] == [0, 0]
    assert [_lost(folder, each) for each in told] == [[], []]
    assert len(Corrections(folder).rules()) == 60


def _told(output: bytes) -> dict[UUID, str]:
    """What a program told last of each rule; a last line without an end was not told."""
    return {UUID(line.split()[0]): line.split()[1] for line in output.decode().split("\n")[:-1]}


def _lost(folder: Path, told: dict[UUID, str]) -> list[str]:
    corrections = Corrections(folder)
    there = {one.id: one.value for one in corrections.rules() if one.kind is RuleKind.RENAME}
    after = {MADE: (MADE, CHANGED), CHANGED: (CHANGED, None), REVOKED: (None,)}
    wrong = [f"{id_} {act}, found {there.get(id_)}" for id_, act in told.items() if there.get(id_) not in after[act]]
    return wrong + list(corrections.take_notices())
