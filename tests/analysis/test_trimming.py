"""Where names begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.trimming import follows_title, offices, trimmed, without_title


def shown(text: str) -> str:
    start, end = trimmed(text, 0, len(text))
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the United States's", "United States"),
        ("The Hague’s", "Hague"),
        ("“Reuters,”", "Reuters"),
        ("the U.S.", "U.S."),
        ("Boeing Inc.", "Boeing Inc"),
        ("- Hamas -", "Hamas"),
        ("(NATO)", "NATO"),
        ("Islamic State (ISIS)", "Islamic State (ISIS)"),
        ("Hakan Fidan", "Hakan Fidan"),
        ("the ", ""),
        ("…", ""),
    ],
)
def test_articles_possessives_and_stray_punctuation_go(text: str, name: str) -> None:
    assert shown(text) == name


@given(st.text(st.sampled_from("aB '’.(),s\"-\n"), max_size=30))
def test_trimming_twice_is_trimming_once(text: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert 0 <= start <= end <= len(text)
    assert trimmed(text, start, end) == (start, end)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Recep Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("Secretary of State Antony Blinken", "Antony Blinken"),
        ("Foreign Minister Hakan Fidan", "Hakan Fidan"),
        ("Mrs. Clinton", "Clinton"),
        ("Secretary-General Guterres", "Guterres"),
        ("Prince", "Prince"),
        ("Antony Blinken", "Antony Blinken"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    assert text[without_title(text, 0, len(text)) :] == name


@pytest.mark.parametrize("title", ["Foreign Minister", "Minister of Energy", "Secretary-General", "President", "Dr."])
def test_title_before_a_name_is_seen(title: str) -> None:
    text = f"They met {title} Mara Venn"
    assert follows_title(text, text.index("Mara"))


def test_common_word_before_a_name_is_no_title() -> None:
    assert not follows_title("They met Mara Venn", 9)


def test_offices_are_found_whole() -> None:
    text = "The Secretary of State and the Minister of Foreign Affairs spoke."
    assert [text[start:end] for start, end in offices(text)] == ["Secretary of State", "Minister of Foreign Affairs"]
