"""Names known before reading."""

import re

import pytest

from reader.analysis.gazetteer import TABLE, Entry, Gazetteer, Known, first_word

KOREA = Entry("iso:KR", "South Korea", "GPE", "KR")
SUDAN = Entry("iso:SS", "South Sudan", "GPE", "SS")
SUDANESE = Known("South Sudanese", SUDAN, "NORP")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_longest_name_wins() -> None:
    both = Gazetteer([Known("South Sudan", SUDAN, "GPE"), SUDANESE, Known("South Korea", KOREA, "GPE")])
    assert both.at("South Sudanese troops", 0, "South") == SUDANESE


def test_name_must_end_where_a_word_ends() -> None:
    gazetteer = Gazetteer([Known("US", KOREA, "GPE")])
    assert gazetteer.at("US-led", 0, "US")
    assert gazetteer.at("US", 0, "US")
    assert not gazetteer.at("US$ 5", 0, "US")


@pytest.mark.parametrize(
    ("name", "key", "label", "country"),
    [
        ("Turkey", "iso:TR", "GPE", "TR"),
        ("Türkiye", "iso:TR", "GPE", "TR"),
        ("Turkish", "iso:TR", "NORP", "TR"),
        ("Turks", "iso:TR", "NORP", "TR"),
        ("U.S.", "iso:US", "GPE", "US"),
        ("Britain", "iso:GB", "GPE", "GB"),
        ("Azeri", "iso:AZ", "NORP", "AZ"),
        ("Chadian", "iso:TD", "NORP", "TD"),
        ("Germans", "iso:DE", "NORP", "DE"),
        ("Palestinian", "iso:PS", "NORP", "PS"),
        ("UKRAINE", "iso:UA", "GPE", "UA"),
        ("Oslo", "place:oslo", "GPE", None),
        ("Ramallah", "place:ramallah", "GPE", None),
        ("Gaza Strip", "place:gaza", "GPE", None),
        ("Middle East", "place:middle-east", "LOC", None),
        ("NATO", "org:nato", "ORG", None),
        ("Hamas", "org:hamas", "ORG", None),
        ("Hurriyet", "media:hurriyet", "MEDIA", None),
        ("MENAFN", "media:menafn", "MEDIA", None),
        ("al-Qaeda", "org:al-qaeda", "ORG", None),
    ],
)
def test_the_table_knows(gazetteer: Gazetteer, name: str, key: str, label: str, country: str | None) -> None:
    known = gazetteer.at(name, 0, first_word(name))
    assert known is not None
    assert (known.entry.key, known.label, known.entry.country) == (key, label, country)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Ankara", "iso:TR"),
        ("Washington", "iso:US"),
        ("Kiev", "iso:UA"),
        ("Kremlin", "iso:RU"),
        ("White House", "iso:US"),
    ],
)
def test_capitals_and_seats_tell_whose_government_they_may_stand_for(
    gazetteer: Gazetteer, name: str, state: str
) -> None:
    known = gazetteer.at(name, 0, first_word(name))
    assert known is not None
    assert known.entry.government is not None
    assert known.entry.government.key == state


@pytest.mark.parametrize("name", ["Brussels", "Cape Town", "Istanbul"])
def test_other_cities_stand_for_no_government(gazetteer: Gazetteer, name: str) -> None:
    known = gazetteer.at(name, 0, first_word(name))
    assert known is not None
    assert known.entry.government is None


@pytest.mark.parametrize("names", [("Kyiv", "Kiev"), ("Beijing", "Peking"), ("Tehran", "Teheran")])
def test_spellings_of_a_city_are_one_place(gazetteer: Gazetteer, names: tuple[str, str]) -> None:
    both = [gazetteer.at(name, 0, name) for name in names]
    assert len({known.entry.key for known in both if known}) == 1


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Chad", "America"])
def test_names_with_other_meanings_are_weak(gazetteer: Gazetteer, name: str) -> None:
    known = gazetteer.at(name, 0, name)
    assert known is not None
    assert known.is_weak


def test_each_key_and_each_name_has_one_line() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    keys = [row[0] for row in rows]
    names = [name.rstrip("?") for row in rows for name in (row[4] + "|" + row[5]).split("|") if name]
    assert len(keys) == len(set(keys))
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_state_has_its_code_as_key() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("iso:")]
    assert len(rows) > 190
    assert all(row[0] == f"iso:{row[3]}" and row[2] == "GPE" for row in rows)


@pytest.mark.parametrize("source", ["names.tsv", "peoples.tsv"])
def test_table_was_made_anew_after_its_sources_changed(source: str) -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    made = {field.rstrip("?") for row in rows for cell in row for field in cell.split("|")}
    written = [line for line in TABLE.with_name(source).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    words = {field.rstrip("?") for line in written for cell in line.split("\t")[1:] for field in re.split("[|;]", cell)}
    assert words <= made


WITHOUT_PEOPLE = {"CG", "DM", "VA"}
"""The words for their people are those for another's as well (Congolese, Dominican), or there are none."""

NOT_STATES = """
AI AS AW AX BL BM BQ BV CC CK CW CX FO GF GG GI GP GS GU HM IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC
TF TK VG VI WF YT
"""
"""Codes of ISO 3166 for parts of states, of which the press hardly names the people."""


def test_words_for_the_people_of_every_state_are_known() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("iso:")]
    without = {row[0].removeprefix("iso:") for row in rows if not row[5]}

    assert without - {*NOT_STATES.split()} == WITHOUT_PEOPLE
    assert len(rows) > 240
