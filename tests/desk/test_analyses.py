"""Analyses by a program that does what the text says, see tests/worker/program.py."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import psutil
import pytest

from reader.desk.analyses import Analyses, Reading
from reader.model.analysis import DEFAULT_METHOD, Analysis, order_name
from reader.model.span import Span
from reader.worker.supervisor import AnalysisWorker
from tests.desk.articles import story
from tests.worker.listening import LONG, OBEDIENT


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def analyses(index: Path) -> Iterator[Analyses]:
    analyses = obedient(index)
    yield analyses
    analyses.close()


def obedient(index: Path) -> Analyses:
    log = index.with_name("worker.log")
    return Analyses(index, log, AnalysisWorker(log, OBEDIENT))


class Listener:
    """Keeps what is told of an analysis."""

    def __init__(self) -> None:
        self.told: SimpleQueue[Reading] = SimpleQueue()

    def __call__(self, reading: Reading) -> None:
        self.told.put(reading)

    def next(self) -> Reading:
        return self.told.get(timeout=LONG)

    def all(self) -> list[Reading]:
        """What is told until the reading has ended."""
        readings = [self.next()]
        while readings[-1].is_running:
            readings.append(self.next())
        return readings


def read(analyses: Analyses, text: str) -> list[Reading]:
    listener = Listener()
    analyses.analyse(story(text), DEFAULT_METHOD, listener)
    return listener.all()


def test_what_is_found_is_told_piece_by_piece(analyses: Analyses) -> None:
    begun, with_sentences, with_order, end = read(analyses, "say it")
    text_hash = story("say it").text_hash
    assert begun == Reading(Analysis(text_hash), 0.0)
    assert with_sentences.analysis.sentences == (Span(0, 6),)
    assert with_order.analysis.summary() == (0,)
    assert with_order.is_running
    assert not end.analysis.orders.keys() - {DEFAULT_METHOD}
    assert (end.analysis.analyst, end.analysis.complete, end.notice, end.is_failed) == ("obedient 1", True, "", False)


def test_what_was_found_once_is_known_to_the_next_start(analyses: Analyses, index: Path) -> None:
    article = story("say it")
    assert analyses.known(article) is None
    found = read(analyses, "say it")[-1].analysis
    assert analyses.known(article) == found
    later = Analyses(index, index.with_name("worker.log"))
    assert later.known(article) == found
    later.close()


def test_what_is_known_needs_no_program(index: Path) -> None:
    analyses = Analyses(index, index.with_name("worker.log"))
    analyses.known(story("say it"))
    analyses.stop()
    analyses.close()
    assert psutil.Process().children() == []


def test_one_more_method_is_chosen_by_and_kept(analyses: Analyses) -> None:
    article = story("say it")
    known = read(analyses, "say it")[-1].analysis
    listener = Listener()
    analyses.rank(article, known, "luhn", listener)
    ranked = listener.all()[-1].analysis
    assert set(ranked.orders) == {DEFAULT_METHOD, "luhn"}
    assert ranked.sentences == known.sentences
    assert analyses.known(article) == ranked


def test_an_order_of_some_sentences_is_told_and_not_kept(analyses: Analyses) -> None:
    article = story("say it")
    known = read(analyses, "say it")[-1].analysis
    listener = Listener()
    analyses.rank(article, known, "luhn", listener, among=(0,))
    focused = listener.all()[-1].analysis
    assert focused.summary(order_name("luhn", (0,))) == (0,)
    assert set(focused.orders) == {DEFAULT_METHOD, order_name("luhn", (0,))}
    assert analyses.known(article) == known
    again = Listener()
    analyses.rank(article, focused, "kl", again)
    again.all()
    kept = analyses.known(article)
    assert kept is not None
    assert set(kept.orders) == {DEFAULT_METHOD, "kl"}


def test_a_program_that_crashed_begins_anew_and_says_so(analyses: Analyses, tmp_path: Path) -> None:
    readings = read(analyses, f"crash unless {tmp_path / 'marker'}")
    assert [reading.notice for reading in readings if reading.notice] == [
        "The analysis stopped unexpectedly and was started again."
    ]
    assert len(readings[-1].analysis.sentences) == 1
    assert readings[-1].analysis.complete


def test_what_failed_is_said_and_not_kept(analyses: Analyses) -> None:
    end = read(analyses, "fail")[-1]
    assert (end.notice, end.is_failed, end.analysis.complete) == ("The model is not there.", True, False)
    assert analyses.known(story("fail")) is None


def test_what_is_stopped_is_said_and_not_kept(analyses: Analyses) -> None:
    listener = Listener()
    analyses.analyse(story("drip"), DEFAULT_METHOD, listener)
    listener.next()
    analyses.stop()
    end = listener.all()[-1]
    assert (end.notice, end.is_failed, end.analysis.complete) == ("Analysis stopped.", False, False)
    assert analyses.known(story("drip")) is None


def test_what_is_asked_for_next_takes_the_place_of_what_runs(analyses: Analyses) -> None:
    """Its end would look like the end of the second."""
    first, second = Listener(), Listener()
    analyses.analyse(story("drip"), DEFAULT_METHOD, first)
    assert first.next().is_running
    analyses.analyse(story("say it"), DEFAULT_METHOD, second)
    assert second.all()[-1].analysis.complete
    while not first.told.empty():
        assert first.next().notice == ""


def test_stopping_what_has_ended_does_no_harm(analyses: Analyses) -> None:
    read(analyses, "say it")
    analyses.stop()
    assert read(analyses, "so it is")[-1].analysis.complete


def test_closing_in_the_midst_of_it_leaves_no_program(index: Path) -> None:
    analyses, listener = obedient(index), Listener()
    analyses.analyse(story("drip"), DEFAULT_METHOD, listener)
    listener.next()
    analyses.close()
    assert psutil.Process().children() == []


def test_a_place_for_findings_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    analyses = obedient(tmp_path)
    assert read(analyses, "say it")[-1].analysis.complete
    assert analyses.known(story("say it")) is None
    analyses.close()
