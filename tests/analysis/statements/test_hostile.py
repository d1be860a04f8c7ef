"""Paragraphs that nobody writes."""

import pytest

from reader.model.analysis import Analysis
from tests.analysis.conftest import Analyse

CROWDED = ("he said that ", "“a b c d e” said X. ", "A said B said C said ", '"no one said ', "as told by X, ")


@pytest.mark.parametrize("words", CROWDED)
def test_a_paragraph_of_nothing_but_reports_has_few_statements(analyse: Analyse, words: str) -> None:
    analysis: Analysis = analyse(words * 300)
    assert len(analysis.statements) <= 200
