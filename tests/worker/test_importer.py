"""Documents read by a program that does what their names say, see reader_program.py."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import psutil
import pytest

from reader.errors import SourceError
from reader.model.article import PartKind
from reader.model.intake import Incoming, Origin, Refused
from reader.model.network import NetworkRules
from reader.model.web import AddressRequest, FeedRequest, Unchanged
from reader.worker.importer import AHEAD, IngestWorker
from reader.worker.ingest_protocol import Document, FilePath, Finished, Task, Told
from tests.processes import is_gone_within

OBEDIENT = (sys.executable, str(Path(__file__).with_name("reader_program.py")))
READ_AGAIN = "Get it again, or save its text to a file."

SCREEN = """
import sys, psutil
from tests.worker.test_importer import OBEDIENT, document
from reader.worker.importer import IngestWorker
for _ in IngestWorker(None, OBEDIENT).run(map(document, ["say it", sys.argv[1]])):
    print(*[child.pid for child in psutil.Process().children()], flush=True)
"""


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[IngestWorker]:
    worker = IngestWorker(tmp_path / "worker.log", OBEDIENT, silence=10)
    yield worker
    worker.stop()


def document(name: str) -> Document:
    return Document(b"", name, Origin("stdin", ""))


def told(worker: IngestWorker, tasks: Iterable[Task]) -> list[tuple[Task, Told]]:
    return [step for step in worker.run(tasks) if step is not None]


def said(worker: IngestWorker, *names: str) -> list[str | None]:
    """Texts of what is told, and how each task ended."""
    return [_in_short(what) for _, what in told(worker, map(document, names))]


def _in_short(what: Told) -> str | None:
    match what:
        case Incoming(article):
            return article.text
        case Refused(_, reason) | Finished(reason):
            return reason
    return str(what)


def program_of_this_test() -> psutil.Process:
    (child,) = psutil.Process().children()
    return child


def test_what_is_in_documents_is_told_in_their_order(worker: IngestWorker) -> None:
    tasks = [document("say a b"), document("say c"), document("say")]
    steps = told(worker, tasks)
    assert [task for task, _ in steps] == [tasks[0]] * 3 + [tasks[1]] * 2 + [tasks[2]]
    assert [_in_short(what) for _, what in steps] == ["a", "b", None, "c", None, None]


def test_nothing_runs_before_it_is_asked(worker: IngestWorker) -> None:
    assert psutil.Process().children() == []
    assert list(worker.run([])) == []


def test_more_tasks_than_the_program_holds_at_once_are_done(worker: IngestWorker) -> None:
    names = [f"say {number}" for number in range(3 * AHEAD)]
    texts = [text for text in said(worker, *names) if text is not None]
    assert texts == [str(number) for number in range(3 * AHEAD)]


def test_tasks_are_taken_as_they_are_needed(worker: IngestWorker) -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield document("say it")

    steps = worker.run(tasks())
    assert next(steps) is not None or next(steps) is not None
    assert taken <= AHEAD + 1


def test_a_document_larger_than_any_pipe_goes_there_and_back() -> None:
    worker = IngestWorker(None)
    text = "Talks went on in Ankara. " * 200_000
    steps = told(worker, [Document(text.encode(), "a.txt", Origin("stdin", ""))])
    assert isinstance(item := steps[0][1], Incoming)
    assert item.original == text.encode()
    worker.stop()


@pytest.mark.parametrize(("name", "reason"), [("crash", "crash broke the program that reads documents")])
def test_what_breaks_the_program_costs_only_itself(worker: IngestWorker, name: str, reason: str) -> None:
    assert said(worker, "say a", name, "say b", name) == [
        "a",
        None,
        f"{reason}. {READ_AGAIN}",
        "b",
        None,
        f"{reason}. {READ_AGAIN}",
    ]


def test_what_was_told_before_the_program_broke_counts(worker: IngestWorker) -> None:
    failure = f"crash after a broke the program that reads documents. {READ_AGAIN}"
    assert said(worker, "crash after a", "say b") == ["a", failure, "b", None]


def test_what_hangs_costs_only_itself() -> None:
    worker = IngestWorker(None, OBEDIENT, silence=1)
    assert said(worker, "hang", "say b") == [f"hang took longer than 1 seconds to read. {READ_AGAIN}", "b", None]
    worker.stop()


def test_the_web_may_be_slow() -> None:
    worker = IngestWorker(None, OBEDIENT, silence=0.25)
    steps = told(worker, [AddressRequest("hang", NetworkRules(timeout=0.25))])
    assert _in_short(steps[-1][1]) == f"hang took longer than 1 seconds to read. {READ_AGAIN}"
    worker.stop()


def test_what_wants_all_memory_costs_only_itself(worker: IngestWorker) -> None:
    failure = "bloat needs more memory than there is. Cut it into parts."
    assert said(worker, "bloat", "say b") == [failure, "b", None]


def test_what_cannot_be_done_is_said(worker: IngestWorker) -> None:
    assert said(worker, "fail") == ["There is no such place."]


def test_a_parser_that_breaks_costs_only_its_document_and_its_log_quotes_nothing(
    worker: IngestWorker, tmp_path: Path
) -> None:
    failure = f"raise confidential cannot be read (RuntimeError). {READ_AGAIN}"
    assert said(worker, "raise confidential", "say b") == [failure, "b", None]
    log = (tmp_path / "worker.log").read_text()
    assert "RuntimeError" in log
    assert "confidential" not in log


def test_what_is_no_text_costs_only_its_document(worker: IngestWorker) -> None:
    (failure, *rest) = said(worker, "surrogate", "say b")
    assert failure is not None
    assert "cannot be read" in failure
    assert rest == ["b", None]


def test_what_libraries_print_does_not_break_the_protocol(worker: IngestWorker, tmp_path: Path) -> None:
    assert [what for _, what in told(worker, [document("print")])] == [Unchanged(), Finished()]
    assert "a complaint" in (tmp_path / "worker.log").read_text()


def test_a_quiet_task_lets_the_caller_do_something_else(worker: IngestWorker) -> None:
    steps = worker.run([document("hang")])
    assert next(steps) is None
    steps.close()  # type: ignore[attr-defined] # it is a generator


def test_leaving_in_the_midst_of_it_does_not_mix_up_what_comes_next(worker: IngestWorker) -> None:
    for step in worker.run(map(document, ["say a b c", "say d"])):
        if step is not None:
            break
    assert said(worker, "say e") == ["e", None]


def test_a_program_that_was_killed_while_idle_is_replaced_without_a_word(worker: IngestWorker) -> None:
    assert said(worker, "say a") == ["a", None]
    program = program_of_this_test()
    program.kill()
    program.wait()
    assert said(worker, "say b") == ["b", None]


def test_the_program_yields_the_processor_and_has_a_session_of_its_own(worker: IngestWorker) -> None:
    said(worker, "say a")
    program = program_of_this_test()
    assert os.getsid(program.pid) != os.getsid(0)
    assert program.nice() > psutil.Process().nice()


@pytest.mark.parametrize("command", [[*OBEDIENT, "unready"], [sys.executable, "-c", "print('Segmentation fault')"]])
def test_a_program_that_never_starts_ends_all(command: list[str], tmp_path: Path) -> None:
    worker = IngestWorker(tmp_path / "worker.log", command, silence=10)
    with pytest.raises(SourceError, match=f"does not start. More in {tmp_path / 'worker.log'}"):
        said(worker, "say a", "say b")
    worker.stop()


def test_a_program_that_does_not_exist_is_said_in_a_sentence() -> None:
    worker = IngestWorker(None, ["/nowhere/python"])
    with pytest.raises(SourceError, match="cannot be started: No such file or directory"):
        said(worker, "say a")
    worker.stop()


def test_a_program_of_another_version_is_not_listened_to() -> None:
    worker = IngestWorker(None, [sys.executable, "-c", """print('{"protocol": 99}', flush=True); input(); input()"""])
    with pytest.raises(SourceError, match="was updated while it ran"):
        said(worker, "say a")
    worker.stop()


@pytest.mark.parametrize("name", ["hang", "drip"])
def test_stopping_from_another_thread_breaks_off_what_runs(worker: IngestWorker, name: str) -> None:
    steps = worker.run([document("say a"), document(name)])
    while next(steps) is None:
        pass
    program = program_of_this_test()
    thread = Thread(target=worker.stop)
    thread.start()
    list(steps)
    thread.join()
    assert is_gone_within(2, program)
    assert said(worker, "say b") == []


def test_stopping_twice_or_unused_does_no_harm() -> None:
    worker = IngestWorker(None, OBEDIENT)
    worker.stop()
    worker.stop()


def test_a_feed_that_is_done_ends_and_one_that_fails_says_why(worker: IngestWorker) -> None:
    assert len(list(worker.feed_events(FeedRequest("say a")))) == 1
    with pytest.raises(SourceError, match="There is no such place"):
        list(worker.feed_events(FeedRequest("fail")))
    assert len(list(worker.address_events(AddressRequest("say a b")))) == 2


def test_a_feed_that_is_left_is_not_taken_for_a_whole_one(worker: IngestWorker) -> None:
    events = worker.feed_events(FeedRequest("drip"))
    next(events)
    worker.stop()
    with pytest.raises(SourceError, match="drip was left before it was read"):
        list(events)


@pytest.mark.parametrize("name", ["drip", "hang"])
def test_the_program_ends_with_its_parent(name: str) -> None:
    with subprocess.Popen([sys.executable, "-c", SCREEN, name], stdout=subprocess.PIPE, text=True) as screen:
        assert screen.stdout is not None
        program = psutil.Process(int(screen.stdout.readline()))
        screen.kill()
    assert is_gone_within(2, program)


def test_real_files_are_read(tmp_path: Path) -> None:
    story = tmp_path / "Hürriyet \udcff.txt"
    story.write_text("ANKARA - Talks went on in Ankara on Monday.")
    page = tmp_path / "page.html"
    page.write_text("<html><title>Talks</title><p>Talks went on in Ankara on Monday, and will go on.</p></html>")
    worker = IngestWorker(None)
    paths = [story, page, tmp_path / "nothing.txt"]
    steps = told(worker, [FilePath.of(path, title="A title", published=date(2026, 1, 2)) for path in paths])
    worker.stop()
    first, _, second, _, third, _ = (what for _, what in steps)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.article.title, first.article.published) == ("A title", date(2026, 1, 2))
    assert first.article.part(PartKind.BODY) == first.article.body
    assert (second.format, second.original) == ("html", page.read_bytes())
    assert isinstance(third, Refused)
    assert "There is no file" in third.reason
