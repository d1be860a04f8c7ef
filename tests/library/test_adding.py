from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reader.errors import StorageError
from reader.library.fetches import Validators
from reader.library.library import Library
from reader.model.intake import Incoming, Origin
from reader.model.outcome import Outcome, OutcomeKind
from reader.model.rank import day_of, rank_of
from reader.model.value import replace
from tests.library.adding import PASTED, address, feed, incoming, path, wire

ADDED, KNOWN, UPDATED, REFUSED = OutcomeKind


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home / "library.db")


def add(library: Library, text: str, origin: Origin = PASTED) -> Outcome:
    (outcome,) = library.add_many([incoming(text, origin)])
    return outcome


def newest(library: Library, outcome: Outcome) -> str:
    assert outcome.rank is not None
    article = library.article_at(outcome.rank)
    assert article is not None
    return article.text


def test_each_item_has_its_outcome(library: Library) -> None:
    items = [incoming(wire("one")), incoming(wire("two")), incoming(wire("one"), path("one.txt"))]

    first, second, again = library.add_many(items)

    assert [outcome.kind for outcome in (first, second, again)] == [ADDED, ADDED, KNOWN]
    assert first.article_id == items[0].article.id
    assert (again.rank, again.title) == (first.rank, first.title)
    assert first.title == items[0].article.title


def test_nothing_to_add_is_nothing_added(library: Library) -> None:
    assert library.add_many([]) == []


def test_a_batch_that_fails_leaves_nothing(library: Library) -> None:
    broken = Incoming(replace(incoming("Two.").article, text="\ud800"), b"", PASTED)

    with pytest.raises(UnicodeEncodeError):
        library.add_many([incoming("One."), broken])

    assert library.article(incoming("One.").article.id) is None
    assert add(library, "One.").kind is ADDED


def test_the_same_text_from_elsewhere_is_one_article_with_several_origins(library: Library) -> None:
    origins = (path("one.txt"), address("one"), feed("one"), PASTED)
    outcomes = [add(library, wire("one"), origin) for origin in (*origins, path("one.txt"))]

    assert [outcome.kind for outcome in outcomes] == [ADDED, KNOWN, KNOWN, KNOWN, KNOWN]
    assert outcomes[0].article_id is not None
    assert library.origins(outcomes[0].article_id) == origins


@pytest.mark.parametrize("origin", [path("one.txt"), address("one"), feed("one")])
def test_a_changed_text_from_the_same_place_is_a_new_version(library: Library, origin: Origin) -> None:
    old, new = wire("one"), wire("one") + " It was confirmed later."
    first = add(library, old, origin)

    second = add(library, new, origin)

    assert (second.kind, second.rank, second.article_id) == (UPDATED, first.rank, first.article_id)
    assert newest(library, first) == new
    assert first.article_id is not None
    versions = library.versions(first.article_id)
    assert [version.text_hash for version in versions] == [incoming(text).article.text_hash for text in (new, old)]
    assert [version.length for version in versions] == [len(new), len(old)]
    kept = library.article_version(versions[1].text_hash)
    assert kept is not None
    assert (kept.text, kept.id) == (old, first.article_id)
    assert library.original(versions[1].text_hash) == old.encode()


def test_an_article_is_listed_as_its_newest_version(library: Library) -> None:
    library.add_many([incoming("Turkey objected.", path("one.txt"), title="“Before”")])
    library.add_many([incoming("Turkey objected. And more.", path("one.txt"), title="“After”")])

    with library._database.reading() as connection:
        (row,) = connection.execute("SELECT title, title_key, words FROM articles").fetchall()
    assert row == ("“After”", 'after"', 4)


def test_another_text_from_the_same_place_is_another_article(library: Library) -> None:
    """A page that is written anew each day, a file that was replaced."""
    first, second = add(library, wire("one"), address("today")), add(library, wire("two"), address("today"))

    assert [first.kind, second.kind] == [ADDED, ADDED]
    assert newest(library, first) == wire("one")
    third = add(library, wire("two") + " And so on.", address("today"))
    assert (third.kind, third.rank) == (UPDATED, second.rank)


def test_what_a_place_gave_last_is_what_it_changes(library: Library) -> None:
    first, _, again = (add(library, wire(name), address("today")) for name in ("one", "two", "one"))
    assert again.kind is KNOWN

    third = add(library, wire("one") + " And so on.", address("today"))

    assert (third.kind, third.rank) == (UPDATED, first.rank)


@pytest.mark.parametrize("text", ["404 Not found", "Subscribe to read on.", wire("one", 15)])
@pytest.mark.parametrize("origin", [address("one"), feed("one")])
def test_an_error_page_or_a_teaser_never_replaces_a_text(library: Library, text: str, origin: Origin) -> None:
    first = add(library, wire("one"), origin)

    refused = add(library, text, origin)

    assert (refused.kind, refused.rank, refused.title) == (REFUSED, first.rank, first.title)
    today = datetime.now().astimezone().date()
    assert refused.reason == f"What is there now looks like an error page. The text of {today} is kept."
    assert newest(library, first) == wire("one")
    assert library.article(incoming(text).article.id) is None


def test_a_file_of_the_reader_may_become_short(library: Library) -> None:
    first = add(library, wire("one"), path("one.txt"))

    assert add(library, "Another note altogether.", path("one.txt")).kind is ADDED
    assert newest(library, first) == wire("one")


def test_a_feed_and_an_address_mean_the_same_page(library: Library) -> None:
    first = add(library, wire("one", 20), feed("one"))

    assert add(library, wire("one", 200), address("one")).kind is UPDATED
    assert newest(library, first) == wire("one", 200)


def test_a_place_that_is_changed_back_moves_its_article_back(library: Library) -> None:
    old, new = wire("one"), wire("one") + " It was confirmed later."
    first = add(library, old, address("one"))
    add(library, new, address("one"))

    back = add(library, old, address("one"))

    assert (back.kind, back.rank) == (UPDATED, first.rank)
    assert newest(library, first) == old
    assert add(library, old, address("one")).kind is KNOWN
    assert add(library, new, address("one")).kind is UPDATED
    assert newest(library, first) == new


def test_a_copy_of_an_old_version_elsewhere_changes_nothing(library: Library) -> None:
    old, new = wire("one"), wire("one") + " It was confirmed later."
    first = add(library, old, path("old.txt"))
    add(library, old, path("copy.txt"))
    add(library, new, path("copy.txt"))

    for origin in (path("old.txt"), path("third.txt"), PASTED, path("old.txt")):
        assert add(library, old, origin).kind is KNOWN
    assert newest(library, first) == new


def test_a_removed_article_comes_back_when_it_is_added_again(library: Library) -> None:
    first = add(library, wire("one"), feed("one"))
    assert first.rank is not None
    library.set_states([first.rank], removed=True)

    assert add(library, wire("one"), feed("one")).kind is KNOWN
    assert add(library, wire("one") + " More.", feed("one")).kind is KNOWN
    assert library.states([first.rank])[0].removed is not None
    assert newest(library, first) == wire("one")

    assert add(library, wire("one"), address("one")).kind is ADDED
    assert library.states([first.rank])[0].removed is None


def test_a_removed_article_comes_back_with_its_new_text(library: Library) -> None:
    first = add(library, wire("one"), address("one"))
    assert first.rank is not None
    library.set_states([first.rank], removed=True)

    again = add(library, wire("one") + " More.", address("one"))

    assert (again.kind, again.rank) == (ADDED, first.rank)
    assert newest(library, first) == wire("one") + " More."
    assert library.states([first.rank])[0].removed is None


def test_a_removed_article_does_not_keep_a_short_one_out(library: Library) -> None:
    first = add(library, wire("consent", 300), address("one"))
    assert first.rank is not None
    library.set_states([first.rank], removed=True)

    again = add(library, wire("one"), address("one"))

    assert again.kind is ADDED
    assert again.rank != first.rank


def test_articles_are_ranked_by_day_and_then_as_they_came_in(library: Library) -> None:
    today = datetime.now().astimezone().date()
    days = [date(2023, 11, 8), date(2024, 1, 1), date(2023, 11, 8), None, today + timedelta(days=9)]

    outcomes = library.add_many([incoming(f"Story {n}.", published=day) for n, day in enumerate(days)])

    expected = [date(2023, 11, 8), date(2024, 1, 1), date(2023, 11, 8), today, today]
    assert [outcome.rank for outcome in outcomes] == [rank_of(day, n) for n, day in enumerate(expected, start=1)]
    assert [day_of(outcome.rank or 0) for outcome in outcomes] == expected


def test_each_change_of_text_or_facts_is_counted_and_no_change_of_state_is(library: Library) -> None:
    def changes() -> list[tuple[int, int]]:
        with library._database.reading() as connection:
            return connection.execute("SELECT number, change FROM articles ORDER BY number").fetchall()

    first, _ = library.add_many([incoming(wire("one"), path("one.txt")), incoming(wire("two"))])
    assert changes() == [(1, 1), (2, 2)]

    assert first.rank is not None
    library.set_states([first.rank], read=True, starred=True, removed=True)
    add(library, wire("two"), path("two.txt"))
    assert changes() == [(1, 1), (2, 2)]

    add(library, wire("one") + " More.", path("one.txt"))
    assert changes() == [(1, 3), (2, 2)]


def test_what_an_address_answered_counts_as_long_as_its_article_is_there(library: Library) -> None:
    """Else "nothing new" would keep an article out that is not there any more."""
    url = address("one").place
    library.fetches.note_answer(url, Validators('"1"', None))
    assert library.fetches.get(url) is None

    outcome = add(library, wire("one"), address("one"))
    assert library.fetches.get(url) == Validators('"1"', None)

    assert outcome.rank is not None
    library.set_states([outcome.rank], removed=True)
    assert library.fetches.get(url) is None


def test_times_are_kept_in_universal_time(library: Library) -> None:
    outcome = add(library, wire("one"))

    assert outcome.article_id is not None
    (version,) = library.versions(outcome.article_id)
    assert version.added.tzinfo == UTC


def test_articles_that_come_in_while_the_disk_is_full_are_told_and_not_there(library: Library) -> None:
    with library._database.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    with pytest.raises(StorageError, match=r"^The disk is full"):
        library.add_many([incoming(wire(f"story{number}", 200)) for number in range(50)])
    assert library.article(incoming(wire("story0", 200)).article.id) is None
