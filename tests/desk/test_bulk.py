from pathlib import Path

import psutil
import pytest

from reader.desk.bulk import analyse_all
from reader.errors import AnalysisError
from reader.model.analysis import Analysis
from reader.worker.supervisor import AnalysisWorker
from tests.desk.articles import story
from tests.worker.listening import OBEDIENT


def obedient() -> AnalysisWorker:
    return AnalysisWorker(None, OBEDIENT)


@pytest.mark.parametrize("workers", [1, 2])
def test_all_articles_are_analysed_in_their_order_and_kept(workers: int) -> None:
    articles = [story(f"say {number}") for number in range(40)]
    kept: list[Analysis] = []
    told = list(analyse_all(articles, obedient, workers=workers, keep=lambda _, found: kept.append(found)))
    assert [article for article, _ in told] == articles
    assert all(isinstance(found, Analysis) and found.complete for _, found in told)
    assert {analysis.text_hash for analysis in kept} == {article.text_hash for article in articles}
    assert psutil.Process().children() == []


def test_what_cannot_be_analysed_costs_only_itself(tmp_path: Path) -> None:
    texts = ["say a", "fail", "crash", "say b"]
    a, failed, crashed, b = (found for _, found in analyse_all(map(story, texts), obedient))
    assert isinstance(a, Analysis)
    assert isinstance(b, Analysis)
    assert isinstance(failed, AnalysisError)
    assert str(failed) == "The model is not there."
    assert "stopped unexpectedly, twice" in str(crashed)


def test_leaving_early_leaves_no_program_behind() -> None:
    for _ in analyse_all(map(story, ["say a", "hang", "hang"]), obedient):
        break
    assert psutil.Process().children() == []
