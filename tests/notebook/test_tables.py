import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import DamagedError
from reader.notebook.encoded import EncodedTable
from reader.notebook.tables import decode, encode
from tests.notebook.damages import DAMAGES
from tests.notebook.strategies import texts

PATH = Path("notes.json")

documents = st.dictionaries(texts, texts | st.integers() | st.none() | st.lists(texts, max_size=2), max_size=3)
tables = st.dictionaries(texts, st.dictionaries(st.integers(0, 2**128 - 1).map(str), documents, max_size=3), max_size=3)


def encoded(tables: dict[str, dict[str, dict[str, Any]]]) -> bytes:
    return b"".join(encode({name: tuple(EncodedTable(documents).pieces()) for name, documents in tables.items()}))


@given(tables)
def test_tables_come_back_as_they_were(tables: dict[str, dict[str, dict[str, Any]]]) -> None:
    assert tables == decode(encoded(tables), PATH)


def test_each_document_has_a_line_and_letters_stay_letters() -> None:
    content = encoded({"_default": {"1": {"a": "Erdoğan"}, "2": {"b": "\n"}}, "trash": {}})

    assert content.decode().splitlines() == [
        '{"_default": {',
        '"1": {"a":"Erdoğan"},',
        '"2": {"b":"\\n"}',
        "},",
        '"trash": {',
        "}}",
    ]


def test_a_document_with_a_lone_surrogate_is_written_in_escapes() -> None:
    content = encoded({"_default": {"1": {"a": "\ud800"}}})

    assert json.loads(content) == {"_default": {"1": {"a": "\ud800"}}}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_from_notes(damage: str) -> None:
    with pytest.raises(DamagedError, match=r"notes\.json"):
        decode(DAMAGES[damage](encoded({"_default": {"1": {"a": "é"}}})), PATH)


@given(st.binary(max_size=50))
def test_any_bytes_are_tables_or_damage(content: bytes) -> None:
    try:
        read = decode(content, PATH)
    except DamagedError:
        return

    assert read == decode(encoded(read), PATH)
