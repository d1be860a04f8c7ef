"""Who says what in the sample article."""

import pytest

from reader.model.analysis import Analysis
from reader.model.statement import Authority, SpeakerKind, Statement
from tests.analysis.conftest import Analyse

SPOKEN = [
    ("Hurriyet", "media:hurriyet", "report", "say"),
    ("Turkey, a NATO ally", "iso:TR", "express", "say"),
    ("Turkey, a NATO ally", "iso:TR", "assert", "say"),
    ("the Turkish delegation", None, "convey", "say"),
    ("the Turkish delegation", None, "underscore", "say"),
    ("Turkish President Recep Tayyip Erdogan", "person:recep tayyip erdogan", "accuse", "accuse"),
    ("Turkish President Recep Tayyip Erdogan", "person:recep tayyip erdogan", "condemn", "accuse"),
    ("Israel", "iso:IL", "maintain", "say"),
    ("Israel", "iso:IL", "assert", "say"),
    ("Hurriyet", "media:hurriyet", "report", "say"),
    ("They", None, "express", "say"),
    ("They", None, "contend", "say"),
    ("The delegation", None, "point out", "say"),
    ("Blinken", "person:antony blinken", "state", "say"),
    ("Blinken", "person:antony blinken", "emphasize", "say"),
]


@pytest.fixture(scope="module")
def body(seed_text: str) -> str:
    """The article without its wire header."""
    return seed_text[seed_text.index("Turkey,") :]


@pytest.fixture(scope="module")
def seed(analyse: Analyse, body: str) -> Analysis:
    return analyse(body)


def test_every_statement_has_its_speaker_and_act(seed: Analysis, body: str) -> None:
    told = [(one.speaker[0].of(body), one.entity, one.lemma, one.act) for one in seed.statements]
    assert told == SPOKEN


def test_delegation_is_one_group_by_whatever_word(seed: Analysis, body: str) -> None:
    def named(statement: Statement) -> str:
        return (statement.antecedent or statement.speaker[0]).of(body)

    groups = [one for one in seed.statements if one.kind is SpeakerKind.GROUP]
    assert {named(one) for one in groups} == {"the Turkish delegation"}
    assert {one.authority for one in groups} == {Authority.RECORD}


def test_paper_tells_what_others_said(seed: Analysis) -> None:
    assert [one.authority for one in seed.statements].count(Authority.MEDIA) == 2
    assert [one.within for one in seed.statements][:3] == [None, 0, 0]
