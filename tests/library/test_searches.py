from pathlib import Path

from reader.library.library import Library
from reader.library.searches import SavedSearch


def test_searches_stand_in_the_order_they_were_saved_in(home: Path) -> None:
    searches = Library(home / "library.db").searches
    searches.save("Mediation", "gaza mediation")
    searches.save("Ankara", "ankara")
    searches.save("Mediation", "gaza OR rafah")

    assert searches.all() == (SavedSearch("Mediation", "gaza OR rafah"), SavedSearch("Ankara", "ankara"))


def test_a_search_that_was_forgotten_can_be_brought_back_to_its_place(home: Path) -> None:
    searches = Library(home / "library.db").searches
    for name in ("one", "two", "three"):
        searches.save(name, name)
    before = searches.all()

    assert searches.forget("two")
    assert not searches.forget("two")
    assert [search.name for search in searches.all()] == ["one", "three"]

    searches.restore(before)
    assert searches.all() == before
    searches.save("four", "")
    assert [search.name for search in searches.all()] == ["one", "two", "three", "four"]


def test_what_the_session_keeps_is_there_at_the_next_start(home: Path) -> None:
    session = Library(home / "library.db").session
    assert session.get() == {}

    session.keep({"screen": "library", "query": "gaza"})
    session.keep({"query": ""})

    assert Library(home / "library.db").session.get() == {"screen": "library", "query": ""}
