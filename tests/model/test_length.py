from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.length import LARGEST, Length, LengthUnit

lengths = st.sampled_from(LengthUnit).flatmap(
    lambda unit: st.builds(Length, st.integers(1, LARGEST[unit]), st.just(unit))
)


@given(lengths)
def test_what_a_length_is_written_as_is_read_as_it(length: Length) -> None:
    assert Length.parse(str(length)) == length


@pytest.mark.parametrize(("written", "length"), [(" 5 ", Length(5)), ("20 %", Length(20, LengthUnit.PERCENT))])
def test_blanks_around_it_say_nothing(written: str, length: Length) -> None:
    assert Length.parse(written) == length


@pytest.mark.parametrize("written", ["", "0", "41", "-1", "1.5", "w", "%", "0%", "101%", "10001w", "5s", "５", "5w%"])
def test_what_is_no_length_is_refused_and_the_forms_are_told(written: str) -> None:
    with pytest.raises(ValueError, match=r"120w.*20%"):
        Length.parse(written)


@given(st.text(max_size=6))
def test_any_text_is_a_length_or_refused(text: str) -> None:
    with suppress(ValueError):
        length = Length.parse(text)
        assert 1 <= length.amount <= LARGEST[length.unit]
