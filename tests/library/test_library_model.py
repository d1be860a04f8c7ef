"""A library does what a few lines of plain Python do, whatever is done to it and in whatever order."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.library.library import Library
from reader.model.intake import Origin
from reader.model.outcome import OutcomeKind
from tests.library.adding import PASTED, address, feed, incoming, path, wire

PAGE_GONE = "404 Not found"
TEXTS = {
    PAGE_GONE: "gone",
    wire("berlin"): "berlin",
    wire("ankara"): "ankara",
    wire("ankara") + " It was denied later.": "ankara",
}
"""Texts, and the story that each tells: those that tell the same are alike."""

PLACES = (path("one.txt"), address("one"), feed("one"), PASTED)


@dataclass
class Kept:
    """An article, as it should be."""

    id: str
    rank: int
    newest: str
    """Text."""
    texts: list[str]
    given: dict[Origin, str] = field(default_factory=dict)
    """By origin, the text that it gave last."""
    times: dict[Origin, int] = field(default_factory=dict)
    """When it did."""
    is_read: bool = False
    is_removed: bool = False


class LibraryMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.open()
        self.kept: list[Kept] = []
        self.time = 0

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    @rule(text=st.sampled_from(list(TEXTS)), origin=st.sampled_from(PLACES))
    def add(self, text: str, origin: Origin) -> None:
        (outcome,) = self.library.add_many([incoming(text, origin)])

        expected, article = self.add_to_model(text, origin)
        assert outcome.kind is expected
        if article is None:
            assert outcome.article_id == incoming(text).article.id
            assert outcome.rank is not None
            article = Kept(outcome.article_id, outcome.rank, text, [text])
            self.kept.append(article)
        assert (outcome.article_id, outcome.rank) == (article.id, article.rank)
        if expected is not OutcomeKind.REFUSED and text in article.texts:
            self.time += 1
            article.given[origin] = text
            article.times[origin] = self.time

    def add_to_model(self, text: str, origin: Origin) -> tuple[OutcomeKind, Kept | None]:
        """What should become of a text, and the article that it is part of; None: a new one."""
        holders = [article for article in self.kept if text in article.texts]
        if holders:
            return self.add_known(holders[0], text, origin), holders[0]
        before = self.last_from(origin)
        if before is None:
            return OutcomeKind.ADDED, None
        if before.is_removed and origin.kind == "feed":
            return OutcomeKind.KNOWN, before
        if text is PAGE_GONE and before.newest is not PAGE_GONE and origin.kind != "path" and not before.is_removed:
            return OutcomeKind.REFUSED, before
        if TEXTS[text] != TEXTS[before.newest]:
            return OutcomeKind.ADDED, None
        before.texts.append(text)
        before.newest = text
        was_removed, before.is_removed = before.is_removed, False
        return OutcomeKind.ADDED if was_removed else OutcomeKind.UPDATED, before

    def last_from(self, origin: Origin) -> Kept | None:
        """The article that came last from the place of an origin; feeds and addresses mean the same page."""
        times = [
            (time, article)
            for article in self.kept
            for other, time in article.times.items()
            if other.place == origin.place != "" and (other.kind == "path") == (origin.kind == "path")
        ]
        return max(times, key=lambda known: known[0], default=(0, None))[1]

    def add_known(self, article: Kept, text: str, origin: Origin) -> OutcomeKind:
        if article.is_removed and origin.kind != "feed":
            article.is_removed = False
            return OutcomeKind.ADDED
        if text == article.newest or article.given.get(origin, text) == text:
            return OutcomeKind.KNOWN
        article.newest = text
        return OutcomeKind.UPDATED

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), is_removed=st.booleans())
    def remove(self, data: st.DataObject, is_removed: bool) -> None:
        article = data.draw(st.sampled_from(self.kept))
        self.library.set_states([article.rank], removed=is_removed)
        article.is_removed = is_removed

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), is_read=st.booleans())
    def read_and_undo(self, data: st.DataObject, is_read: bool) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.kept), min_size=1, unique_by=id))
        before = self.library.set_states([article.rank for article in chosen], read=is_read, archived=True)
        self.library.restore_states(before)
        self.library.set_states([chosen[0].rank], read=is_read)
        chosen[0].is_read = is_read

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def purge(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(self.kept))
        purged = self.library.purge([article.rank])
        assert [held.id for held in purged.articles] == [article.id]
        assert purged.unreached == ()
        self.kept.remove(article)

    def open(self) -> None:
        self.library = Library(Path(self.folder.name) / "library.db")
        with self.library._database.reading() as connection:
            connection.execute("PRAGMA synchronous = OFF")  # nobody cuts the power here

    @rule()
    def open_again(self) -> None:
        self.library.close()
        self.open()

    @invariant()
    def is_as_it_should_be(self) -> None:
        for article in self.kept:
            held = self.library.article_at(article.rank)
            assert held is not None
            assert (held.id, held.text) == (article.id, article.newest)
            versions = self.library.versions(article.id)
            texts = [self.library.article_version(version.text_hash) for version in versions]
            assert [text.text for text in texts if text] == article.texts[::-1]
            assert set(self.library.origins(article.id)) == set(article.given)
            (states,) = self.library.states([article.rank])
            assert (states.is_read, states.is_archived) == (article.is_read, False)
            assert (states.removed is not None) == article.is_removed

    @invariant()
    def is_sound(self) -> None:
        with self.library._database.reading() as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("SELECT count(*) FROM articles").fetchone() == (len(self.kept),)
            changes = connection.execute("SELECT change FROM articles").fetchall()
        assert len(set(changes)) == len(changes)


LibraryMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
TestLibrary = LibraryMachine.TestCase
