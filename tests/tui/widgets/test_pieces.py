"""Texts in few cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.widgets.pieces import fit


@given(st.text(st.sampled_from("ab 漢é\u0301ع"), max_size=40), st.integers(1, 50))
def test_a_text_takes_no_more_cells_than_there_are_and_no_fewer_than_it_needs(text: str, cells: int) -> None:
    shown = fit(text, cells)

    assert cell_len(shown) <= cells
    assert shown == text or (shown.endswith("…") and cell_len(text) > cells and text.startswith(shown[:-1]))


@pytest.mark.parametrize(
    ("cells", "shown"), [(30, "Talks resume in Doha"), (19, "Talks resume in…"), (13, "Talks resume…"), (3, "Ta…")]
)
def test_a_text_is_cut_at_a_word_where_it_can_be(cells: int, shown: str) -> None:
    assert fit("Talks resume in Doha", cells) == shown
