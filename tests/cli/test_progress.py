"""The line that tells how far long work has come."""

import pytest

from reader.cli import progress
from reader.cli.progress import Progress
from tests.cli.terminals import sit_before


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock shows, in seconds; a test sets it."""
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_long_work_shows_share_count_and_what_it_is_at(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sit_before(monkeypatch, 80, stderr=True)
    line = Progress(2000, "texts")
    clock[0] += 1
    line.show(1500, "a/b.txt")
    assert capsys.readouterr().err == "\r\x1b[K[###############.....]  75%  1,500 of 2,000 texts  a/b.txt"
    line.clear()
    assert capsys.readouterr().err == "\r\x1b[K"


def test_work_of_unknown_length_shows_its_count(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sit_before(monkeypatch, 80, stderr=True)
    line = Progress(None, "texts")
    clock[0] += 1
    line.show(7)
    assert capsys.readouterr().err.endswith("7 texts")


def test_short_work_shows_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sit_before(monkeypatch, 80, stderr=True)
    line = Progress(2, "texts")
    line.show(1)
    line.show(2)
    line.clear()
    assert capsys.readouterr().err == ""


def test_the_line_is_not_drawn_at_every_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sit_before(monkeypatch, 80, stderr=True)
    line = Progress(1000, "texts")
    clock[0] += 1
    for done in range(1000):
        line.show(done)
    assert capsys.readouterr().err.count("\r") == 1


def test_nobody_is_told_where_nobody_looks(capsys: pytest.CaptureFixture[str], clock: list[float]) -> None:
    line = Progress(2, "texts")
    clock[0] += 1
    line.show(1)
    line.clear()
    assert capsys.readouterr().err == ""


def test_a_hostile_name_is_shown_as_words_within_the_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sit_before(monkeypatch, 60, stderr=True)
    line = Progress(2, "texts")
    clock[0] += 1
    line.show(1, "\x1b]0;owned\x07\n" + "x" * 200)
    shown = capsys.readouterr().err.removeprefix("\r\x1b[K")
    assert shown.isprintable()
    assert len(shown) == 59
