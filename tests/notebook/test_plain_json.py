import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notebook.plain_json import from_json, to_json
from tests.notebook.strategies import texts

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(values)
def test_a_value_comes_back_as_it_was_here_and_from_pythons_own_reader(value: Any) -> None:
    assert from_json(to_json(value)) == value == json.loads(to_json(value))


@given(values)
def test_what_pythons_own_writer_writes_is_read(value: Any) -> None:
    assert from_json(json.dumps(value).encode()) == value


def test_a_value_takes_one_line() -> None:
    assert to_json({"a": "1\n2\u2028\u0085"}).count(b"\n") == 0


@pytest.mark.parametrize("content", [b"", b"{", b"\xef\xbb\xbf1", b'"\xe9"', b"1 2", "1".encode("utf-16")])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Extra data|BOM|codec"):
        from_json(content)


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(RecursionError):
        from_json(b"[" * 100 * sys.getrecursionlimit())


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(object())
