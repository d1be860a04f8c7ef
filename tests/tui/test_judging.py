"""Analyses of an earlier version of the program: the article is read again, unless another one is open by then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.desk.desk import Known
from reader.model.value import replace
from tests.tui.reading import analysis_of, reading


@pytest.mark.parametrize("is_current", [True, False])
@pytest.mark.parametrize("has_left", [True, False])
async def test_an_old_analysis_is_made_again_where_it_is_still_shown(
    home: Path, monkeypatch: pytest.MonkeyPatch, is_current: bool, has_left: bool
) -> None:
    async with reading(home) as now:
        answers: list[Callable[[bool], None]] = []
        begun: list[str] = []

        def perform(_call: object, answer: Callable[[bool], None], *_: Any) -> None:
            answers.append(answer)

        monkeypatch.setattr(now.room, "perform", perform)
        monkeypatch.setattr(now.desk.analyses, "analyse", lambda article, *_: begun.append(article.id))
        analysing = now.room.furniture.analysing
        old = replace(analysis_of(now.room.article), analyst="an earlier one")

        analysing.fill(Known(old, ()))
        if has_left:
            analysing.fill(Known(analysis_of(now.room.article), ()))
        answers[0](is_current)

        assert bool(begun) == (not is_current and not has_left)
