"""From a text to findings, with the real model."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.analysis.analyst import Analyst
from reader.analysis.version import analyst_version, model_folder
from reader.errors import AnalysisError
from reader.model.analysis import (
    Analysis,
    Dates,
    Finding,
    Missing,
    Names,
    Order,
    Progress,
    Sentences,
    Statements,
)
from reader.model.analysis_plain import finding_from_plain, finding_to_plain
from reader.model.article import Part, PartKind
from reader.model.dates import Period
from reader.model.span import Span
from reader.model.statement import ACTS, SpeakerKind
from reader.text.dates.resolve import resolve
from reader.text.sides import sides
from tests.analysis.conftest import Analyse

HOSTILE = "Turkey \x1b]52;c;eA==\x07 met\u202e Israel\u2028NATO [not] [/b] ‏السيسي \x00 …\t(((((( '’s Hakan Fidan's U.S."
"""Escapes, overrides, markup, separators, right-to-left letters, a null."""


def check(text: str, analysis: Analysis) -> None:
    """The form that everything after the analysis relies on."""
    spans = [mention.span for mention in analysis.mentions]
    keys = [entity.id for entity in analysis.entities]
    for found in (spans, analysis.sentences):
        assert all(0 <= span.start < span.end <= len(text) for span in found)
        assert all(one.end <= two.start for one, two in pairwise(found))
        assert all(span.of(text) == span.of(text).strip() and "\n" not in span.of(text) for span in found)
    assert len(keys) == len(set(keys))
    assert {mention.entity for mention in analysis.mentions} == set(keys)
    assert keys == list(dict.fromkeys(mention.entity for mention in analysis.mentions))
    for order in analysis.orders.values():
        assert sorted(order) == list(range(len(analysis.sentences))) or len(set(order)) == len(order) == 40
    check_statements(text, analysis, set(keys))


def check_statements(text: str, analysis: Analysis, keys: set[str]) -> None:
    """The form of the statements among it."""
    for number, statement in enumerate(analysis.statements):
        assert statement.content
        for span in (*statement.content, *statement.speaker, *statement.cue):
            assert 0 <= span.start < span.end <= len(text)
        assert statement.entity is None or statement.entity in keys
        assert (statement.kind is SpeakerKind.ENTITY) == (statement.entity is not None)
        assert (statement.kind is SpeakerKind.NOBODY) == (not statement.speaker)
        assert statement.act in ACTS
        assert statement.within is None or 0 <= statement.within < number


def test_seed_names_each_thing_once_under_its_type(seed: Analysis) -> None:
    assert {(entity.name, entity.label) for entity in seed.entities} == {
        ("MENAFN", "MEDIA"),
        ("Hurriyet", "MEDIA"),
        ("Turkey", "GPE"),
        ("United States", "GPE"),
        ("Israel", "GPE"),
        ("Gaza", "GPE"),
        ("Palestine", "GPE"),
        ("Middle East", "LOC"),
        ("NATO", "ORG"),
        ("Hamas", "ORG"),
        ("Hakan Fidan", "PERSON"),
        ("Antony Blinken", "PERSON"),
        ("Recep Tayyip Erdogan", "PERSON"),
    }
    assert len({entity.name for entity in seed.entities}) == len(seed.entities)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [
        ("Hakan Fidan", ["Hakan Fidan", "Fidan", "Fidan"]),
        ("Antony Blinken", ["Antony Blinken", "Blinken", "Blinken"]),
        ("Hamas", ["Hamas", "Hamas", "Hamas"]),
        ("Turkey", ["Turkey", "Turkish", "Turkish", "Turkey", "Turkish", "Turkey"]),
        ("United States", ["United States"] * 6),
    ],
)
def test_seed_mentions(seed: Analysis, seed_text: str, name: str, mentions: list[str]) -> None:
    key = next(entity.id for entity in seed.entities if entity.name == name)
    assert [mention.span.of(seed_text) for mention in seed.mentions if mention.entity == key] == mentions


@pytest.mark.parametrize(
    ("length", "begins"),
    [
        (3, ["Turkey, a NATO ally", "In response, Israel has maintained"]),
        (4, ["Turkey, a NATO ally", "In response, Israel has maintained", "However, Blinken stated"]),
    ],
)
def test_seed_summary_has_the_lead_and_the_words_of_each_side(
    seed: Analysis, seed_text: str, length: int, begins: list[str]
) -> None:
    summary = [seed.sentences[number].of(seed_text) for number in seed.orders["centrality"][:length]]
    assert all(any(sentence.startswith(words) for sentence in summary) for words in begins)


def test_seed_summary_has_the_filler_last(seed: Analysis, seed_text: str) -> None:
    last = seed.orders["centrality"][-1]
    assert seed.sentences[last].of(seed_text).startswith("As the situation continues")


def test_seed_says_when(seed: Analysis, seed_text: str) -> None:
    found = {one.span.of(seed_text): resolve(seed_text, one, date(2023, 11, 8)) for one in seed.dates}
    assert found == {
        "Tuesday": Period(date(2023, 11, 7), date(2023, 11, 7)),
        "Monday": Period(date(2023, 11, 6), date(2023, 11, 6)),
        "October 7": Period(date(2023, 10, 7), date(2023, 10, 7)),
    }


def test_seed_is_in_form(seed: Analysis, seed_text: str) -> None:
    check(seed_text, seed)
    assert len(seed.sentences) == 11


def test_headline_is_read_for_names_and_not_for_sentences(analyse: Analyse) -> None:
    headline = "Secretary Venn’s Call with Orlo"
    text = f"{headline}\n\nSecretary of State Mara Venn spoke with envoys of Orlo on Friday."
    analysis = analyse(text, headline=len(headline))
    assert [mention.span.of(text) for mention in analysis.mentions if mention.entity == "person:mara venn"] == [
        "Venn",
        "Mara Venn",
    ]
    assert len(analysis.sentences) == 1


def test_findings_survive_the_wire(analyst: Analyst, seed_text: str, seed_parts: tuple[Part, ...]) -> None:
    for finding in analyst.analyse(seed_text, seed_parts):
        assert finding_from_plain(json.loads(json.dumps(finding_to_plain(finding)))) == finding


def told(analyst: Analyst, text: str, methods: Sequence[str] = ()) -> list[Finding]:
    return list(analyst.analyse(text, (Part(PartKind.BODY, Span(0, len(text))),), None, methods))


def test_long_text_is_told_in_pieces_that_grow_to_the_whole(analyst: Analyst) -> None:
    text = "\n\n".join(f"Envoy Mara Venn of Rovia met minister number {n} in Ankara. Venn left." for n in range(400))
    findings = told(analyst, text)
    names = [finding for finding in findings if isinstance(finding, Names)]
    progress = [finding.done for finding in findings if isinstance(finding, Progress)]
    assert 3 <= len(names) <= 10
    assert all(set(one.mentions) <= set(two.mentions) for one, two in pairwise(names))
    assert progress == sorted(progress)
    assert progress[-1] == len(text)
    assert sum(len(finding.spans) for finding in findings if isinstance(finding, Sentences)) == 800


def test_reading_stops_when_nobody_asks_on(analyst: Analyst) -> None:
    text = "\n\n".join(f"Envoy number {n} left." for n in range(2000))
    findings = analyst.analyse(text, (Part(PartKind.BODY, Span(0, len(text))),))
    first = next(findings)
    assert isinstance(first, Sentences)
    assert len(first.spans) < 2000


def test_one_order_is_told_for_each_method_that_is_asked_for(analyst: Analyst) -> None:
    findings = told(analyst, "Rovia spoke. Orlo answered.", ["luhn", "centrality"])
    assert [finding.method for finding in findings if isinstance(finding, Order)] == ["luhn", "centrality"]
    assert [type(finding) for finding in findings[-5:-2]] == [Names, Statements, Dates]


def test_rank_gives_the_order_that_reading_gave(analyst: Analyst, seed: Analysis, seed_text: str) -> None:
    speaking = sides(seed_text, seed.sentences, Names(seed.entities, seed.mentions), seed.statements)
    order = analyst.rank(seed_text, seed.sentences, "centrality", speaking)
    assert order.sentences == seed.orders["centrality"]


def test_paragraph_without_end_is_read(analyse: Analyse) -> None:
    text = "Turkey and Israel spoke about the harbour of Orlo again " * 800
    analysis = analyse(text)
    check(text, analysis)
    assert [entity.name for entity in analysis.entities[:2]] == ["Turkey", "Israel"]


@pytest.mark.parametrize("character", ["(", "'", ".", "-", "A", "'s ", "1", "漢", "\u200d", "/"])
def test_one_character_without_end_is_read(analyse: Analyse, character: str) -> None:
    text = character * 7000
    check(text, analyse(text))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@example(HOSTILE)
@example(f"{HOSTILE}\n{HOSTILE}")
@example("the 's the 's")
@given(st.text(max_size=120) | st.text(st.sampled_from("Turkish Israel-Hamas NATO's Fidan.\n(“the”) "), max_size=200))
def test_any_text_is_analysed_in_form(analyse: Analyse, text: str) -> None:
    check(text, analyse(text))


FRENCH = (
    "Le président de la République a reçu le ministre des Affaires étrangères de la Turquie à Paris. "
    "Les deux hommes ont parlé de la situation en Ukraine et de l'ONU, selon un communiqué de l'Élysée. "
    "Une conférence est prévue pour la semaine prochaine."
)


def test_of_another_language_what_is_missing_is_said_and_the_rest_is_found(analyst: Analyst) -> None:
    findings = list(analyst.analyse(FRENCH, [Part(PartKind.BODY, Span(0, len(FRENCH)))]))

    [missing] = [finding for finding in findings if isinstance(finding, Missing)]
    assert "another language (fr)" in missing.sentence
    sentences = [span.of(FRENCH) for finding in findings if isinstance(finding, Sentences) for span in finding.spans]
    assert len(sentences) == 3
    [*_, names] = [finding for finding in findings if isinstance(finding, Names)]
    assert "iso:UA" in {entity.id for entity in names.entities}
    assert any(isinstance(finding, Order) and len(finding.sentences) == 3 for finding in findings)


def test_nothing_is_missing_in_english(analyst: Analyst) -> None:
    text = "Turkey has expressed its concerns to the United States, and the talks in Ankara have been put off."

    findings = analyst.analyse(text, [Part(PartKind.BODY, Span(0, len(text)))])

    assert not [finding for finding in findings if isinstance(finding, Missing)]


def test_a_folder_can_be_named_as_the_model() -> None:
    chosen = Analyst(str(model_folder()))

    assert chosen.version == analyst_version()


def test_a_model_that_is_not_there_is_told_with_what_to_do() -> None:
    with pytest.raises(AnalysisError, match=r"There is no model xx_none: install it, or set another one"):
        Analyst("xx_none")


def test_a_folder_that_holds_no_model_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("nonsense")
    (tmp_path / "meta.json").write_text("{}")

    with pytest.raises(AnalysisError, match="cannot be used"):
        Analyst(str(tmp_path))


def test_a_pipeline_without_names_or_sentences_does_what_it_can(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    text = "Turkey spoke to Hakan Fidan and the others in the room. It was silent then, and the talks were off."

    findings = list(Analyst(str(tmp_path)).analyse(text, [Part(PartKind.BODY, Span(0, len(text)))]))

    assert [finding.sentence for finding in findings if isinstance(finding, Missing)] == [
        f"The model {tmp_path} finds no names: only those of the gazetteer are shown."
    ]
    assert sum(len(finding.spans) for finding in findings if isinstance(finding, Sentences)) == 2


def test_foreign_names_do_not_make_a_text_foreign(analyst: Analyst) -> None:
    text = (
        "European Commission President Ursula von der Leyen met Crown Prince Mohammed bin Salman in Riyadh. Von der "
        "Leyen said bin Salman had agreed. Later Sheikh Mohammed bin Abdulrahman al-Thani thanked Ms. von der Leyen."
    )

    findings = list(analyst.analyse(text, [Part(PartKind.BODY, Span(0, len(text)))]))

    assert not [finding for finding in findings if isinstance(finding, Missing)]
    [*_, names] = [finding for finding in findings if isinstance(finding, Names)]
    assert {"Ursula von der Leyen", "Mohammed bin Salman"} <= {entity.name for entity in names.entities}


def test_a_given_name_before_an_initial_belongs_to_the_name(analyst: Analyst) -> None:
    text = "The below is attributable to the Office:\n\nSecretary of State Antony J. Blinken spoke today with Mr. Otto."

    [*_, names] = [
        finding
        for finding in analyst.analyse(text, [Part(PartKind.BODY, Span(0, len(text)))])
        if isinstance(finding, Names)
    ]

    assert "Antony J. Blinken" in {entity.name for entity in names.entities}
