from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.source import article_from_text
from reader.model.intake import Incoming, Origin, Refused
from reader.model.network import NetworkRules
from reader.model.web import AddressRequest, Answered, Choice, FeedEntry, FeedRequest, Subscription, Unchanged
from reader.worker.ingest_protocol import (
    PROTOCOL,
    Document,
    FilePath,
    Finished,
    Task,
    Told,
    greeting,
    name_of,
    task_from_line,
    task_to_line,
    told_from_line,
    told_to_line,
)

words = st.text(st.characters(codec="utf-8"))
maybe = st.none() | words
days = st.none() | st.dates()
origins = st.builds(Origin, words, words)
rules = st.builds(NetworkRules, st.lists(words).map(tuple), st.floats(1, 600))
tasks = st.one_of(
    st.builds(FilePath, st.binary(min_size=1), maybe, maybe, days),
    st.builds(Document, st.binary(), words, origins, maybe, maybe, maybe, maybe, days),
    st.builds(AddressRequest, words, rules, maybe, maybe),
    st.builds(FeedRequest, words, rules, maybe, maybe, st.booleans(), st.dictionaries(words, words), st.booleans()),
)
articles = words.map(lambda text: article_from_text(f"Talks. {text}", published=date(2026, 1, 2)))
items = st.builds(Incoming, articles, st.binary(), origins, words) | st.builds(Refused, words, words)
told = st.one_of(
    items,
    st.builds(FeedEntry, words, words, items),
    st.builds(Answered, words, words, maybe, maybe),
    st.builds(Choice, st.lists(st.builds(Subscription, words, words)).map(tuple)),
    st.builds(Finished, maybe),
    st.just(Unchanged()),
)


@given(st.integers(0, 1 << 40), tasks)
def test_a_task_survives_the_wire_on_one_line(number: int, task: Task) -> None:
    line = task_to_line(number, task)
    assert line.index(b"\n") == len(line) - 1
    assert task_from_line(line) == (number, task)


@given(st.integers(0, 1 << 40), told)
def test_what_is_told_survives_the_wire_on_one_line(number: int, what: Told) -> None:
    line = told_to_line(number, what)
    assert line.index(b"\n") == len(line) - 1
    assert told_from_line(line) == (number, what)


def test_the_first_line_tells_the_protocol() -> None:
    assert told_from_line(greeting()) == PROTOCOL


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"1", b"\xff", b'{"number": 1}', b"Traceback (most recent call last):"]
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        told_from_line(line)
    with pytest.raises(ValueError, match=r".+"):
        task_from_line(line)


def test_a_file_name_that_is_no_text_is_named_and_found_again() -> None:
    path = Path("a\udcff.txt")
    task = FilePath.of(path)
    assert task.path == path
    assert name_of(task) == r"a\udcff.txt"
