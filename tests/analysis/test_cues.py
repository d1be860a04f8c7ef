"""The table of words of saying."""

from collections import defaultdict

import pytest

from reader.analysis.cues import TABLE, Cue, Cues, forms
from reader.model.statement import ACTS

ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
CUES = Cues.load()
KINDS = ("verb", "noun", "adjective", "phrase")
CLASSES_OF_CAMEO = 20
FRAMES = frozenset(("clause", "quote", "to", "hearer", "object", "as"))
PREPOSITIONS_WORDS = "about against at between for from in of on out over to toward towards upon with whether that"
PREPOSITIONS = frozenset(PREPOSITIONS_WORDS.split())
DIPLOMATIC_WORDS = """
accuse affirm appeal assert call condemn contend convey decry demand denounce deny deplore emphasise emphasize express
hail maintain pledge press protest reaffirm rebuff rebuke reiterate reject stress threaten underline underscore urge
voice vow warn welcome
"""


def test_each_row_has_a_kind_an_act_a_code_of_cameo_and_frames() -> None:
    wrong = [
        row
        for row in ROWS
        if row[1] not in KINDS
        or row[2] not in ACTS
        or not row[3].isdigit()
        or not 1 <= int(row[3][:2]) <= CLASSES_OF_CAMEO
        or not row[4]
        or not set(row[4].split()) <= FRAMES | PREPOSITIONS
    ]
    assert wrong == []


def test_each_form_belongs_to_one_word_of_its_kind() -> None:
    lemmas = defaultdict(set)
    for lemma, kind, _, _, _, irregular in ROWS:
        for form in forms(lemma, kind, irregular.split()):
            lemmas[kind, form].add(lemma)
    assert {form: words for form, words in lemmas.items() if len(words) > 1} == {}


def test_the_table_is_in_order() -> None:
    kinds = {"verb": 0, "noun": 1, "adjective": 2, "phrase": 3}
    assert sorted(ROWS, key=lambda row: (kinds[row[1]], row[0])) == ROWS


def test_there_are_enough_verbs_and_every_act_has_one() -> None:
    verbs = [row for row in ROWS if row[1] == "verb"]
    assert len(verbs) >= 350
    assert {row[2] for row in verbs} == ACTS.keys()


@pytest.mark.parametrize("verb", DIPLOMATIC_WORDS.split())
def test_verbs_of_diplomacy_are_known(verb: str) -> None:
    assert CUES.verb(verb) is not None


@pytest.mark.parametrize(
    ("form", "lemma", "act"),
    [
        ("accused", "accuse", "accuse"),
        ("condemns", "condemn", "accuse"),
        ("denied", "deny", "reject"),
        ("denies", "deny", "reject"),
        ("conveyed", "convey", "say"),
        ("agreeing", "agree", "agree"),
        ("threatened", "threaten", "threaten"),
        ("warning", "warn", "threaten"),
        ("told", "tell", "say"),
        ("forbidding", "forbid", "request"),
        ("regretted", "regret", "believe"),
        ("planned", "plan", "intend"),
        ("vetoes", "veto", "reject"),
        ("signalled", "signal", "say"),
        ("pressed for", "press for", "request"),
        ("calling on", "call on", "request"),
        ("called for", "call for", "request"),
    ],
)
def test_form_tells_the_verb_and_what_is_done(form: str, lemma: str, act: str) -> None:
    cue = CUES.verb(form)
    assert cue is not None
    assert (cue.lemma, cue.act) == (lemma, act)


@pytest.mark.parametrize("form", ["telled", "sayed", "planed", "agreing", "denyed", "admited", "forbided"])
def test_form_that_does_not_exist_is_unknown(form: str) -> None:
    assert CUES.verb(form) is None


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        (CUES.noun("accusations"), "accuse"),
        (CUES.noun("pleas"), "request"),
        (CUES.noun("replies"), "say"),
        (CUES.adjective("confident"), "believe"),
        (CUES.adjective("reluctant"), "reject"),
        (CUES.phrase("in the words of"), "say"),
    ],
)
def test_nouns_adjectives_and_phrases_are_known(cue: Cue | None, act: str) -> None:
    assert cue is not None
    assert cue.act == act


def test_other_words_are_no_cues() -> None:
    assert CUES.verb("confident") is CUES.noun("wall") is CUES.adjective("blue") is CUES.phrase("in front of") is None
