"""What is told of an article beside a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.desk.incoming import incoming_text
from reader.desk.previews import OPENING, preview
from reader.model.analysis import DEFAULT_METHOD
from reader.model.intake import Origin
from reader.model.length import Length
from reader.model.value import replace
from reader.paths import find_home
from tests.tui.reading import analysis_of

TEXT = "One met two. Three met four. Five met six. Seven met eight. Nine met ten."


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    desk = Desk(find_home(home))
    yield desk
    desk.close()


def test_an_article_without_an_analysis_is_told_by_its_opening(desk: Desk) -> None:
    rank = desk.add(incoming_text(TEXT)).rank

    told = preview(desk, rank, DEFAULT_METHOD, Length(3))

    assert told is not None
    assert not told.is_summary
    assert told.sentences == ("One met two.", "Three met four.", "Five met six.", "Seven met eight.")[:OPENING]


def test_an_analysed_article_is_told_by_its_summary_tags_and_notes(desk: Desk) -> None:
    opening = desk.add(incoming_text(TEXT))
    desk.analyses._cache.put(analysis_of(opening.article, ()))
    desk.marks.write(opening.article, None, None, "Look here.", ("talks",))

    told = preview(desk, opening.rank, DEFAULT_METHOD, Length(2))

    assert told is not None
    assert told.is_summary
    assert told.sentences == ("One met two.", "Three met four.")
    assert (told.tags, told.notes, told.words) == (("talks",), ("Look here.",), 15)


def test_files_and_hosts_that_it_came_from_are_named_once_and_many_are_counted(desk: Desk) -> None:
    incoming = incoming_text(TEXT)
    places = [Origin("path", "/home/a/story.txt"), *(Origin("address", f"https://n{n}.org/a") for n in range(5))]
    for origin in [*places, Origin("address", "https://n0.org/b"), Origin("paste", "")]:
        rank = desk.add(replace(incoming, origin=origin)).rank

    told = preview(desk, rank, DEFAULT_METHOD, Length(3))

    assert told is not None
    assert told.origins == ("from story.txt, n0.org, n1.org, n2.org and 2 more",)


def test_of_an_article_that_is_gone_nothing_is_told(desk: Desk) -> None:
    assert preview(desk, 1 << 24, DEFAULT_METHOD, Length(3)) is None
