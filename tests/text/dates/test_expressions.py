"""Words that say when, in sentences of every form."""

import re
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.dates import DateWords, Period
from reader.model.span import Span
from reader.text.dates.find import find
from reader.text.dates.resolve import resolve
from tests.text.dates.expressions import DOUBTFUL, RESOLVABLE, TRAPS

LEAST = 0.95
"""Share of the resolvable words that have to be resolved right."""


class Expression(NamedTuple):
    """A sentence, where its words stand that say when, and what they mean."""

    dateline: date | None
    sentence: str
    words: tuple[Span, ...]
    meaning: str


def expressions(table: str) -> list[Expression]:
    rows = []
    for line in table.strip().splitlines():
        dateline, marked, meaning = (cell.strip() for cell in line.split(" | "))
        spans, sentence = [], ""
        for piece in re.split(r"(\[[^\]]*\])", marked):
            bare = piece.strip("[]") if piece.startswith("[") else piece
            if piece.startswith("["):
                spans.append(Span(len(sentence), len(sentence) + len(bare)))
            sentence += bare
        rows.append(
            Expression(None if dateline == "-" else date.fromisoformat(dateline), sentence, tuple(spans), meaning)
        )
    return rows


def told(period: Period | None) -> str:
    if period is None:
        return "-"
    days = f"{period.start}" if period.start == period.end else f"{period.start}..{period.end}"
    return days + ("" if period.is_sure else "?")


def found(sentence: str) -> tuple[DateWords, ...]:
    return find(sentence, [Span(0, len(sentence))])


def wrong(row: Expression) -> list[str]:
    """What is told of a sentence and is not so."""
    words = found(row.sentence)
    faults = []
    if row.words and tuple(one.span for one in words)[: len(row.words)] != row.words:
        faults.append(f"found {[one.span.of(row.sentence) for one in words]}")
    meaning = told(resolve(row.sentence, words[0], row.dateline)) if words else "nothing"
    if not (meaning == row.meaning or (row.meaning == "-?" and (meaning.endswith("?") or meaning in ("-", "nothing")))):
        faults.append(meaning)
    return faults


def test_words_mean_the_days_they_say() -> None:
    rows = expressions(RESOLVABLE)
    faults = {f"{row.dateline} {row.sentence}": wrong(row) for row in rows if wrong(row)}
    assert len(faults) <= (1 - LEAST) * len(rows), faults


def test_nothing_is_told_wrong_without_a_doubt() -> None:
    for row in expressions(RESOLVABLE):
        for words in found(row.sentence)[:1]:
            meaning = told(resolve(row.sentence, words, row.dateline))
            assert meaning == row.meaning or meaning.endswith(("?", "-")), row


@pytest.mark.parametrize("row", expressions(DOUBTFUL), ids=lambda row: row.sentence)
def test_what_may_mean_something_else_is_left_in_doubt(row: Expression) -> None:
    if row.meaning == "-" and not row.words:
        assert all(resolve(row.sentence, words, row.dateline) is None for words in found(row.sentence))
    else:
        assert wrong(row) == []


@pytest.mark.parametrize("sentence", TRAPS.strip().splitlines())
def test_other_words_are_no_dates(sentence: str) -> None:
    assert [one.span.of(sentence) for one in found(sentence)] == []


@given(st.text(), st.dates())
def test_any_text_is_borne(text: str, dateline: date) -> None:
    for words in found(text):
        resolve(text, words, dateline)


WORDS = (
    "on|in|from|to|the|last|next|this|of|and|Monday|Fri.|October|May|7|31|2023|1990s|week|month|years|ago|three|"
    "earlier|later|early|quarter|first|between|today|will|said|-|,|/|Last|Next|SUMMER|Spring|year|Early|two|Ago|past|Over"
)


@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=12), st.dates())
def test_periods_run_forward_and_words_stand_apart(words: list[str], dateline: date) -> None:
    text = " ".join(words)
    end = 0
    for one in found(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        period = resolve(text, one, dateline)
        assert period is None or period.start <= period.end
