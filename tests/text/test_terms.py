import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.terms import find_terms, searchable, terms
from tests.strategies import clean_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Recep Erdoğan’s cease-fire_talks", ["recep", "erdogan", "s", "cease", "fire", "talks"]),
        ("他来了。abcガザ", ["他", "来", "了", "abc", "ガ", "ザ"]),
        ("서울에서", ["서", "울", "에", "서"]),
        ("می‌خواهم", ["ميخواهم"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("U.S. in ٢٠٢٣", ["u", "s", "in", "2023"]),
        ("“—” 😀", []),
    ],
)
def test_terms_are_folded_words_and_the_characters_of_scripts_without_blanks(text: str, found: list[str]) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Mr. Erdoğan, ERDOGAN and Erdogans", "erdogan", ["Erdoğan", "ERDOGAN"]),
        ("a cease-fire; Cease fire, ceasefire", "cease fire", ["cease-fire", "Cease fire"]),
        ("In İstanbul’s port", "istanbul s port", ["İstanbul’s port"]),
        ("他来了，来了", "来了", ["来了", "来了"]),
        ("rere\u0301 re", "re", ["re"]),
        ("cafe\u0301!", "cafe", ["cafe\u0301"]),
        ("word", "", []),
    ],
)
def test_terms_are_found_one_after_the_other(text: str, sought: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_terms(text, terms(sought))] == found


def test_a_word_that_may_go_on_is_found_whole() -> None:
    text = "Gaza, Gazans: a gaz"

    assert [span.of(text) for span in find_terms(text, ["gaz"], is_prefix=True)] == ["Gaza", "Gazans", "gaz"]
    assert [span.of(text) for span in find_terms(text, ["a", "ga"], is_prefix=True)] == ["a gaz"]


@given(clean_texts)
def test_what_was_found_reads_as_what_was_sought(text: str) -> None:
    found = terms(text)
    for first in range(min(4, len(found))):
        sought = found[first : first + 2]
        spans = find_terms(text, sought)

        assert spans
        # A ligature may hold more than the letters that were sought, never less.
        assert all(" ".join(sought) in " ".join(terms(span.of(text))) for span in spans)


@given(clean_texts)
def test_searchable_text_stays_as_it_is(text: str) -> None:
    assert terms(searchable(text)) == terms(text)


@given(st.text() | clean_texts)
def test_full_text_takes_a_searchable_text_apart_into_the_same_terms(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'ascii')")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5vocab (texts, instance)")
    connection.execute("INSERT INTO texts VALUES (?)", [searchable(text)])

    assert [term for (term,) in connection.execute("SELECT term FROM found ORDER BY offset")] == terms(text)
    connection.close()
