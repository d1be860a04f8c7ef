"""Statements, ready to paste."""

from datetime import date

import pytest

from reader.export.said import said
from reader.model.dates import Period, Unit
from reader.model.statement import SpeakerKind
from reader.model.value import replace
from tests.speaking import STATEMENTS, analysis_of, article_of

ARTICLE = article_of()
ANALYSIS = analysis_of(ARTICLE)
WHERE = "“Aid in doubt”, Gazette, 2023-11-08"
TUESDAY = Period(date(2023, 11, 7), date(2023, 11, 7))


@pytest.mark.parametrize(
    ("number", "content", "who"),
    [
        (0, '“the rebels … of a "cold war"”', "Foreign Minister Ana Petrova, “accused”"),
        (1, '"We will not pay,"', "Ana Petrova (“she”), “said”"),
        (2, "“whether talks would go on”", "Ana Petrova (“She”), “did not say”"),
        (4, "“that aid may stop”", "Ana Petrova (“Ms Petrova”), “told”, as told by The Courier, “reported”"),
        (5, "“for calm”", "Officials, “hoped”"),
        (8, '"Nobody knows what comes next,"', "no speaker named"),
    ],
)
def test_the_exact_words_stand_above_who_says_them_and_where(number: int, content: str, who: str) -> None:
    assert said(ARTICLE, ANALYSIS, number, None) == f"{content}\n— {who}; {WHERE}"


def test_the_date_of_the_statement_is_told_and_whether_it_is_sure() -> None:
    week = Period(date(2023, 10, 30), date(2023, 11, 5), Unit.WEEK, is_sure=False)

    assert "“accused”, 2023-11-07; " in said(ARTICLE, ANALYSIS, 0, TUESDAY)
    assert "“accused”, 2023-10-30/2023-11-05?; " in said(ARTICLE, ANALYSIS, 0, week)


def test_whom_a_description_points_to_is_told_beside_it() -> None:
    they = replace(STATEMENTS[6], kind=SpeakerKind.GROUP, antecedent=STATEMENTS[5].speaker[0])
    analysis = replace(ANALYSIS, statements=(they,))

    assert "— Officials (“They”), “may announce”; " in said(ARTICLE, analysis, 0, None)
