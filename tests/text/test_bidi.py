import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.bidi import has_rtl, widen

ARABIC, HEBREW, PERSIAN = "قال هاكان فيدان", "אמר הקאן פידאן", "گفت نگرانی‌های کشور"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN, f"Fidan ({ARABIC})"])
def test_letters_from_the_right_are_seen(text: str) -> None:
    assert has_rtl(text)


@pytest.mark.parametrize("text", ["Hakan Fidan", "Erdoğan", "外交部長", ""])
def test_other_letters_are_not_taken_for_them(text: str) -> None:
    assert not has_rtl(text)


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN])
@given(data=st.data())
def test_a_stretch_never_cuts_a_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    first, last = widen(text, start, end)

    assert first <= start <= end <= last
    for edge in (first, last):
        assert not 0 < edge < len(text) or text[edge - 1 : edge + 1].strip() != text[edge - 1 : edge + 1]


def test_a_stretch_that_cuts_nothing_stays_as_it_is() -> None:
    assert widen("Turkey, Israel", 2, 9) == (2, 9)
    assert widen("قال هاكان", 4, 9) == (4, 9)


def test_a_letter_keeps_its_marks() -> None:
    assert widen("Erdog\u0306an", 0, 5) == (0, 6)
