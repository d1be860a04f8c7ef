"""Documents as they came, beside the texts that were read from them."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.originals import packed, unpacked


@given(st.text(), st.one_of(st.binary(max_size=200), st.binary(min_size=9_000, max_size=9_200)))
def test_a_document_comes_back_as_it_came(text: str, original: bytes) -> None:
    assert unpacked(packed(original, text), text) == original


@given(st.text(min_size=1), st.sampled_from([b"", b"\n", b"\r\n\r\n", b" " * 64, b" " * 65, b"\0"]))
def test_a_plain_text_comes_back_with_what_ended_it(text: str, end: bytes) -> None:
    original = text.encode() + end
    assert unpacked(packed(original, text), text) == original


def test_a_plain_text_is_not_kept_twice() -> None:
    text = "Talks went on. " * 100
    assert len(packed(f"{text}\n".encode(), text)) == 2


def test_what_earlier_versions_kept_is_read() -> None:
    assert unpacked(zlib.compress(b"Talks"), "other") == b"Talks"


def test_what_is_no_document_is_said() -> None:
    with pytest.raises(zlib.error):
        unpacked(b"garbage", "text")
