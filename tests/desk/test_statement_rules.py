"""What the reader decides on statements is kept, undone and listed."""

from pathlib import Path

import pytest

from reader.desk.rules import EntityRules, Said
from reader.export.roster import from_roster
from reader.model.rule import RuleKind
from reader.text.decided import in_words
from tests.speaking import ENTITIES, STATEMENTS, analysis_of, article_of

ARTICLE = article_of()
FOUND = analysis_of(ARTICLE)
HOPED = next(one for one in STATEMENTS if one.lemma == "hope")


@pytest.fixture
def rules(tmp_path: Path) -> EntityRules:
    return EntityRules(tmp_path)


def left(rules: EntityRules) -> list[str]:
    ruled = rules.corrected(ARTICLE.id, ARTICLE.text, FOUND)
    return [one.lemma for one in ruled.statements]


def test_a_rejected_statement_stays_rejected(rules: EntityRules, tmp_path: Path) -> None:
    said = rules.reject_statement(Said(HOPED, ARTICLE, "Officials")).said
    assert said == "“for calm” is no statement. u brings it back."
    assert "hope" not in left(rules)
    assert "hope" not in left(EntityRules(tmp_path))


def test_undoing_brings_it_back_and_redoing_takes_it_again(rules: EntityRules) -> None:
    rules.reject_statement(Said(HOPED, ARTICLE))
    rules.undo()
    assert "hope" in left(rules)
    rules.redo()
    assert "hope" not in left(rules)


def test_a_speaker_and_an_act_are_kept(rules: EntityRules) -> None:
    rules.attribute(Said(HOPED, ARTICLE), ENTITIES[0])
    rules.classify(Said(HOPED, ARTICLE), "request")
    hoped = next(one for one in rules.corrected(ARTICLE.id, ARTICLE.text, FOUND).statements if one.lemma == "hope")
    assert (hoped.entity, hoped.act) == (ENTITIES[0].id, "request")


def test_decisions_are_told_in_words(rules: EntityRules) -> None:
    said = Said(HOPED, ARTICLE)
    for ruled in (rules.reject_statement(said), rules.attribute(said, ENTITIES[0]), rules.attribute(said, None)):
        assert ruled.said
    rules.classify(said, "request")
    assert [in_words(rule) for rule in rules.all()] == [
        "“hoped for calm” is no statement",
        "“hoped for calm” is said by nobody who is named",
        "In “hoped for calm” somebody asks, urges, demands",
    ]


def test_a_decision_is_revoked(rules: EntityRules) -> None:
    (rule,) = rules.reject_statement(Said(HOPED, ARTICLE)).rules
    rules.revoke([rule.id])
    assert "hope" in left(rules)


def test_a_roster_holds_names_only(rules: EntityRules) -> None:
    rules.reject_statement(Said(HOPED, ARTICLE))
    (rule,) = rules.all()
    assert "hoped" not in rules.export_roster()
    told = from_roster(f"kind,words\n{RuleKind.UNSAID},x\n", "theirs", rule.created)
    assert told.rules == ()
    assert len(told.problems) == 1


def test_purging_an_article_forgets_what_was_decided_in_it(rules: EntityRules, tmp_path: Path) -> None:
    rules.reject_statement(Said(HOPED, ARTICLE))
    rules.purge(ARTICLE.id)
    assert rules.all() == ()
    assert b"hoped" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*.json"))
