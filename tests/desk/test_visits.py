"""Since when articles are new."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.desk.visits import Visits
from reader.library.library import Library
from reader.library.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    library = Library(tmp_path / "library.db")
    yield library.session
    library.close()


def left(session: Session, ago: timedelta) -> str:
    when = (datetime.now(UTC) - ago).isoformat()
    session.keep({"left": when})
    return when


def test_at_the_first_visit_everything_is_new(session: Session) -> None:
    visits = Visits(session)
    visits.begin()

    assert visits.last == ""


def test_what_came_in_while_the_program_was_closed_is_new(session: Session) -> None:
    when = left(session, timedelta(hours=8))
    visits = Visits(session)
    visits.begin()

    assert visits.last == when == Visits(session).last


def test_who_comes_back_within_the_hour_goes_on_with_the_same_visit(session: Session) -> None:
    morning = left(session, timedelta(hours=8))
    Visits(session).begin()
    left(session, timedelta(minutes=10))
    visits = Visits(session)
    visits.begin()

    assert visits.last == morning


def test_a_clock_that_was_set_back_begins_no_visit(session: Session) -> None:
    left(session, timedelta(hours=-5))
    visits = Visits(session)
    visits.begin()

    assert visits.last == ""


def test_a_second_window_begins_no_visit_while_somebody_reads_in_the_first(session: Session) -> None:
    first, second = Visits(session), Visits(session)
    left(session, timedelta(hours=3))  # by another window that was closed since
    first.go_on()
    second.begin()

    assert second.last == ""


def test_the_end_of_a_visit_is_kept(session: Session) -> None:
    Visits(session).go_on()

    assert datetime.now(UTC) - datetime.fromisoformat(session.get()["left"]) < timedelta(minutes=1)
