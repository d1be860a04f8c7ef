"""The verbs of the desk, on a home of its own."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.desk.desk import LIBRARY, Desk, Opening
from reader.desk.incoming import incoming_file, incoming_text
from reader.errors import StorageError
from reader.model.intake import Incoming, Refused
from reader.model.span import Span
from reader.paths import find_home
from reader.resources import seed
from tests.desk.articles import incoming


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    desk = Desk(find_home(home))
    yield desk
    desk.close()


@pytest.fixture
def later(home: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of a later start, or of another program."""
    later = Desk(find_home(home))
    yield later
    later.close()


def started(desk: Desk, asked: Incoming | None = None) -> Opening:
    """What a start opens, where that is an article."""
    opening = desk.start(asked)
    assert opening is not None
    return opening


def count(desk: Desk) -> int:
    """Articles in all lists."""
    return desk.lists.counts("")[0]


def test_a_first_start_opens_the_sample_article(desk: Desk) -> None:
    opening = started(desk)
    assert opening.article.text.startswith("date 2023-11-08 (MENAFN) Turkey")
    assert opening.article.source == "MENAFN"
    assert (opening.is_lone_sample, opening.is_new, opening.states.is_read) == (True, True, False)
    assert opening.state is None


def test_the_sample_comes_into_the_library_once(desk: Desk, later: Desk) -> None:
    first = started(desk)
    again = started(later)
    assert again.article == first.article
    assert (count(later), again.is_new, again.is_lone_sample) == (1, False, True)


def test_a_start_with_a_text_opens_it_and_not_the_sample(desk: Desk) -> None:
    opening = started(desk, incoming())
    assert (opening.article.source, count(desk), opening.is_lone_sample, opening.is_new) == ("Reuters", 1, False, True)


def test_a_later_start_opens_where_the_reader_left_off(desk: Desk, later: Desk) -> None:
    started(desk)
    left = desk.add(incoming()).article
    desk.keep_place(left, Span(30, 50), 26)
    opening = started(later)
    assert opening.article == left
    assert opening.state is not None
    assert (opening.state.focus, opening.state.top) == (Span(30, 50), 26)


def test_a_text_that_is_there_already_is_not_doubled(desk: Desk) -> None:
    first = desk.add(incoming())
    again = desk.add(incoming())
    assert (first.is_new, again.is_new, count(desk)) == (True, False, 1)
    assert again.article == first.article


def test_a_text_that_comes_again_opens_where_it_was_left(desk: Desk) -> None:
    article = desk.add(incoming()).article
    desk.keep_place(article, Span(30, 50), 0)
    state = desk.add(incoming()).state
    assert state is not None
    assert state.focus == Span(30, 50)


def test_the_sample_given_as_a_file_is_the_sample(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "seed.txt").write_bytes(seed())
    started(desk)
    opening = started(desk, incoming_file(tmp_path / "seed.txt").first)
    assert (count(desk), opening.is_lone_sample) == (1, True)


def test_more_is_taken_in_batch_by_batch_and_what_cannot_be_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.desk.desk.AT_ONCE", 2)
    refused = [Refused(f"line {number} of x", f"Line {number} is no article.") for number in (1, 2, 3)]
    texts = [incoming_text(f"Talks of round {number} went on in Ankara.") for number in range(3)]
    desk.take_in([texts[0], *refused, *texts[1:]])
    desk.indexing.catch_up()
    assert count(desk) == 3
    assert desk.take_notices() == ("Line 1 is no article. So it is with 2 more of it.",)


def test_a_start_opens_the_library_where_the_reader_left_the_program_there(desk: Desk, later: Desk) -> None:
    started(desk)
    desk.library.session.keep({"screen": LIBRARY})
    assert later.start(None) is None


def test_a_library_from_which_everything_was_removed_opens_without_the_sample(desk: Desk, later: Desk) -> None:
    desk.lists.remove([started(desk).rank], True)
    assert later.start(None) is None


def test_the_last_act_is_undone_whatever_it_was_done_to(desk: Desk) -> None:
    opening = started(desk)
    desk.marks.toggle_highlight(opening.article, opening.article.body)
    desk.lists.archive([opening.rank], True)
    first, second, third = desk.undo(), desk.undo(), desk.undo()
    assert first is not None
    assert first.said.startswith("Undone: archived “")
    assert first.opening is not None
    assert first.opening.states == opening.states
    assert second is not None
    assert second.change is not None
    assert second.change.marks == ()
    assert third is None
    again = desk.redo()
    assert again is not None
    assert again.said.startswith("Done again: highlighted")


def test_an_article_that_is_not_there_does_not_open(desk: Desk) -> None:
    assert desk.opening("a" * 26) is None


def test_what_the_reader_knows_of_a_text_stands_above_what_it_seems_to_say(desk: Desk) -> None:
    article = desk.add(incoming(title="Concerns in [Ankara]")).article
    assert (article.title, article.title_derived) == ("Concerns in [Ankara]", False)


def test_the_home_is_for_the_readers_eyes_only(desk: Desk, home: Path) -> None:
    article = started(desk).article
    desk.marks.toggle_highlight(article, article.body)
    desk.analyses.known(article)
    desk.note_down("Something")
    for path in (home, *home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_what_went_wrong_is_noted_down_with_its_time(desk: Desk, home: Path) -> None:
    desk.note_down("First \ud800")
    desk.note_down("Second")
    first, second = (home / "errors.log").read_text().splitlines()
    assert first.endswith("+00:00 First ?")
    assert second.endswith("Second")


def test_a_log_that_cannot_be_written_stops_nothing(desk: Desk, home: Path) -> None:
    (home / "errors.log").mkdir()
    desk.note_down("Something")


def test_a_home_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="Choose another with --home"):
        Desk(find_home(tmp_path / "file" / "home"))


def test_a_library_that_cannot_be_read_is_kept_beside_a_new_one(home: Path) -> None:
    home.mkdir()
    (home / "library.db").write_bytes(b"my shopping list, " * 99)
    desk = Desk(find_home(home))
    (notice,) = desk.take_notices()
    assert "a new one was begun" in notice
    assert desk.take_notices() == ()
    assert started(desk).is_lone_sample
    desk.close()
    kept = [path for path in home.iterdir() if path.read_bytes() == b"my shopping list, " * 99]
    assert [path.name in notice for path in kept] == [True]


def test_a_library_found_damaged_only_when_asked_is_kept_beside_a_new_one(home: Path) -> None:
    first = Desk(find_home(home))
    opening = started(first)
    first.keep_place(opening.article, opening.article.body, 0)
    first.close()
    path = home / "library.db"
    whole = path.read_bytes()
    # The first page, with the schema, is whole; what it points at is not.
    path.write_bytes(whole[:4096] + b"\x00" * (len(whole) - 4096))

    desk = Desk(find_home(home))
    again = started(desk)
    notices = desk.take_notices()
    desk.close()

    assert again.is_lone_sample
    assert len(list(home.glob("library.db.corrupt-*"))) == 1
    assert len(notices) == 1
    assert "Your notes are safe." in notices[0]


def test_a_place_that_cannot_be_kept_is_told_once(desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = started(desk)

    def refuse(_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(desk.library, "keep_reading_state", refuse)
    for _ in range(3):
        desk.keep_place(opening.article, opening.article.body, 0)

    assert desk.take_notices() == ("Your place cannot be kept. The disk is full.",)
