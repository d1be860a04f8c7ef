import time
from threading import Thread
from uuid import RFC_4122, UUID

import pytest

from reader.notebook.uuid7 import uuid7


def test_it_is_a_uuid_of_version_7_that_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid7()
    after = time.time_ns() // 1_000_000

    assert (made.version, made.variant) == (7, RFC_4122)
    assert before <= made.int >> 80 <= after + 1


def test_each_is_greater_than_the_one_before_also_within_a_millisecond() -> None:
    made = [uuid7() for _ in range(5_000)]

    assert sorted(set(made)) == made


def test_a_clock_that_was_set_back_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 0)

    assert first < uuid7() < uuid7()


def test_threads_never_get_the_same_one() -> None:
    made: list[UUID] = []
    threads = [Thread(target=lambda: made.extend(uuid7() for _ in range(500))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(made)) == 2_000
