import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from reader.model.analysis import Order, Progress, Sentences
from reader.model.span import Span
from reader.worker.child import LOG_SIZE
from reader.worker.protocol import PROTOCOL, Cancelled, Done, Failed, Rank, Restarted, to_line
from reader.worker.supervisor import AnalysisWorker
from tests.worker.listening import OBEDIENT, Ear, whole


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[AnalysisWorker]:
    worker = AnalysisWorker(tmp_path / "worker.log", OBEDIENT, silence=10)
    yield worker
    worker.close()


@pytest.fixture
def ear() -> Ear:
    return Ear()


def program_of_this_test() -> psutil.Process:
    (child,) = psutil.Process().children()
    return child


def saying(*lines: bytes) -> AnalysisWorker:
    """A worker whose program says these lines, whatever is asked."""
    answer = b"".join(lines)
    script = f"import sys; input(); sys.stdout.buffer.write({answer!r}); sys.stdout.flush(); input()"
    return AnalysisWorker(None, [sys.executable, "-c", script], silence=10)


def test_findings_come_as_they_are_found_and_then_it_is_done(worker: AnalysisWorker, ear: Ear) -> None:
    worker.submit(whole("say it"), ear)
    assert ear.all() == [Progress(0, 6), Sentences((Span(0, 6),)), Order("centrality", (0,)), Done("obedient 1")]


def test_nothing_runs_before_it_is_asked(worker: AnalysisWorker) -> None:
    assert psutil.Process().children() == []


def test_one_program_answers_one_request_after_the_other(worker: AnalysisWorker) -> None:
    first, second = Ear(), Ear()
    worker.submit(whole("one"), first)
    worker.submit(Rank("one", (Span(0, 1), Span(2, 3)), "kl"), second)
    assert first.final() == Done("obedient 1")
    program = program_of_this_test()
    assert second.all() == [Order("kl", (1, 0)), Done("obedient 1")]
    assert program_of_this_test() == program


def test_the_program_has_a_session_of_its_own_and_yields_the_processor(worker: AnalysisWorker, ear: Ear) -> None:
    worker.submit(whole("say it"), ear)
    ear.final()
    program = program_of_this_test()
    assert os.getsid(program.pid) != os.getsid(0)
    assert program.nice() > psutil.Process().nice()


@pytest.mark.parametrize(
    "text", ["", "\0", "\u2028\u0085\r\n", "الرئيس \u202eקרא\u202c", "\U0001f1f9\U0001f1f7 \ud7ff", "[/b]"]
)
def test_any_text_goes_through(worker: AnalysisWorker, ear: Ear, text: str) -> None:
    worker.submit(whole(text), ear)
    assert Sentences((Span(0, len(text)),)) in ear.all()


def test_a_text_larger_than_any_pipe_goes_through(worker: AnalysisWorker, ear: Ear) -> None:
    text = "ü " * 2_000_000
    worker.submit(whole(text), ear)
    assert Sentences((Span(0, len(text)),)) in ear.all()


def test_what_libraries_print_does_not_break_the_protocol(worker: AnalysisWorker, ear: Ear, tmp_path: Path) -> None:
    worker.submit(whole("print"), ear)
    assert ear.final() == Done("obedient 1")
    assert "a complaint" in (tmp_path / "worker.log").read_text()


def test_what_the_analyst_cannot_do_is_said_as_it_says_it(worker: AnalysisWorker, ear: Ear) -> None:
    worker.submit(whole("fail"), ear)
    assert ear.all() == [Progress(0, 4), Failed("The model is not there.")]


def test_without_a_model_every_request_hears_why(ear: Ear) -> None:
    worker = AnalysisWorker(None, [*OBEDIENT, "unready"])
    for _ in range(2):
        worker.submit(whole("say it"), ear)
        assert ear.all() == [Failed("There is no model.")]
    worker.close()


def test_a_cancelled_request_ends_and_the_program_stays_warm(worker: AnalysisWorker, ear: Ear) -> None:
    job = worker.submit(whole("drip"), ear)
    assert ear.next() == Progress(0, 4)
    program = program_of_this_test()
    job.cancel()
    assert ear.final() == Cancelled()
    worker.submit(whole("say it"), ear)
    assert ear.final() == Done("obedient 1")
    assert program_of_this_test() == program


def test_a_request_that_is_cancelled_while_it_waits_is_never_begun(worker: AnalysisWorker) -> None:
    running, waiting = Ear(), Ear()
    first = worker.submit(whole("drip"), running)
    worker.submit(whole("say it"), waiting).cancel()
    first.cancel()
    assert waiting.all() == [Cancelled()]


def test_a_program_that_does_not_leave_a_cancelled_request_is_replaced(worker: AnalysisWorker, ear: Ear) -> None:
    job = worker.submit(whole("hang"), ear)
    ear.next()
    job.cancel()
    assert ear.final() == Cancelled()
    worker.submit(whole("say it"), ear)
    assert ear.final() == Done("obedient 1")


def test_after_a_crash_the_request_is_told_anew(worker: AnalysisWorker, ear: Ear, tmp_path: Path) -> None:
    text = f"crash unless {tmp_path / 'marker'}"
    worker.submit(whole(text), ear)
    before, restarted, *after = ear.all()
    assert before == Progress(0, len(text))
    assert restarted == Restarted("The analysis stopped unexpectedly and was started again.")
    assert after[0] == Progress(0, len(text))
    assert after[-1] == Done("obedient 1")


def test_a_killed_program_is_started_again(worker: AnalysisWorker, ear: Ear) -> None:
    job = worker.submit(whole("drip"), ear)
    ear.next()
    program_of_this_test().kill()
    while not isinstance(event := ear.next(), Restarted):
        assert event == Progress(0, 4)
    assert ear.next() == Progress(0, 4)
    job.cancel()
    assert ear.final() == Cancelled()


def test_a_program_that_was_killed_while_idle_is_replaced_without_a_word(worker: AnalysisWorker, ear: Ear) -> None:
    worker.submit(whole("say it"), ear)
    ear.final()
    program = program_of_this_test()
    program.kill()
    program.wait()
    worker.submit(whole("say it"), ear)
    assert not [event for event in ear.all() if isinstance(event, Restarted)]


def test_after_the_second_crash_it_gives_up_and_names_the_log(worker: AnalysisWorker, ear: Ear, tmp_path: Path) -> None:
    worker.submit(whole("crash"), ear)
    assert ear.final() == Failed(f"The analysis stopped unexpectedly, twice. More in {tmp_path / 'worker.log'}.")
    worker.submit(whole("say it"), ear)
    assert ear.final() == Done("obedient 1")


def test_a_program_that_hangs_is_started_again(ear: Ear, tmp_path: Path) -> None:
    worker = AnalysisWorker(None, OBEDIENT, silence=1)
    worker.submit(whole(f"hang unless {tmp_path / 'marker'}"), ear)
    events = ear.all()
    assert Restarted("The analysis did not answer for 1 seconds and was started again.") in events
    assert events[-1] == Done("obedient 1")
    worker.close()


def test_a_program_that_does_not_exist_is_said_in_a_sentence(ear: Ear) -> None:
    worker = AnalysisWorker(None, ["/nowhere/python"])
    worker.submit(whole("say it"), ear)
    assert ear.all() == [Failed("The analysis cannot be started: No such file or directory.")]
    worker.close()


def test_a_log_that_cannot_be_written_is_said_in_a_sentence(ear: Ear, tmp_path: Path) -> None:
    worker = AnalysisWorker(tmp_path, OBEDIENT)
    worker.submit(whole("say it"), ear)
    assert ear.all() == [Failed("The analysis cannot be started: Is a directory.")]
    worker.close()


@pytest.mark.parametrize(
    "line",
    [
        b"Segmentation fault\n",
        b"\xff\xfe\n",
        b"[1]\n",
        to_line({"id": 1, "more": 0, "finding": {"sentences": [3, 1]}}),
        to_line({"id": 1, "more": 0, "finding": {"mentions": [[0, 1, "ORG", 5, 0]], "entities": []}}),
        to_line({"id": 1, "more": 0, "finding": {}}),
    ],
)
def test_nonsense_counts_as_broken(ear: Ear, line: bytes) -> None:
    worker = saying(to_line({"protocol": PROTOCOL, "analyst": "a"}), line)
    worker.submit(whole("say it"), ear)
    assert ear.all() == [
        Restarted("The analysis sent something unreadable and was started again."),
        Failed("The analysis sent something unreadable, twice."),
    ]
    worker.close()


def test_answers_to_other_requests_are_not_taken_for_this_one(ear: Ear) -> None:
    worker = saying(
        to_line({"id": 99, "more": 0, "finding": {"done": 1, "total": 2}}),
        to_line({"id": 99, "cancelled": True}),
        to_line({"id": 1, "more": 0, "finding": {"done": 2, "total": 2}}),
        to_line({"id": 1, "done": True}),
    )
    worker.submit(whole("say it"), ear)
    assert ear.all() == [Progress(2, 2), Done("")]
    worker.close()


def test_a_program_of_another_version_is_not_listened_to(ear: Ear) -> None:
    worker = saying(to_line({"protocol": PROTOCOL + 1, "analyst": "a"}), to_line({"id": 1, "done": True}))
    worker.submit(whole("say it"), ear)
    assert ear.all() == [Failed("diploreader was updated while it ran: quit and start it again.")]
    worker.close()


@pytest.mark.parametrize("text", ["hang", "drip"])
def test_closing_in_the_midst_of_work_leaves_no_process_and_says_nothing(ear: Ear, text: str) -> None:
    worker = AnalysisWorker(None, OBEDIENT)
    worker.submit(whole(text), ear)
    ear.next()
    program = program_of_this_test()
    worker.close()
    assert not program.is_running()
    while ear.has_more:
        assert ear.next() == Progress(0, 4)


def test_closing_twice_or_unused_does_no_harm(ear: Ear) -> None:
    worker = AnalysisWorker(None, OBEDIENT)
    job = worker.submit(whole("hang"), ear)
    worker.close()
    worker.close()
    job.cancel()
    AnalysisWorker(None, OBEDIENT).close()


def test_the_log_is_for_its_owner_only_and_does_not_grow_for_ever(ear: Ear, tmp_path: Path) -> None:
    log = tmp_path / "worker.log"
    worker = AnalysisWorker(log, OBEDIENT)
    worker.submit(whole("print"), ear)
    ear.final()
    worker.close()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    log.write_bytes(b"x" * (LOG_SIZE + 1))
    worker = AnalysisWorker(log, OBEDIENT)
    worker.submit(whole("print"), ear)
    ear.final()
    worker.close()
    assert log.stat().st_size < LOG_SIZE


def test_the_log_does_not_quote_the_text(worker: AnalysisWorker, ear: Ear, tmp_path: Path) -> None:
    worker.submit(whole("raise confidential"), ear)
    assert isinstance(ear.final(), Failed)
    log = (tmp_path / "worker.log").read_text()
    assert "RuntimeError" in log
    assert "confidential" not in log
