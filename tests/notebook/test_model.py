"""Two programs on one notebook, whatever they do and whatever happens to its files, beside a plain dictionary."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from reader.model.mark import Anchor, Mark
from reader.model.value import replace
from reader.notebook.notebook import Notebook
from tests.notebook.damages import ALL
from tests.notebook.notes import ABOUT, ARTICLE, note
from tests.notebook.strategies import anchors, texts

ARTICLES = (ARTICLE, "abother", "zz1")

programs = st.integers(0, 1)
articles = st.sampled_from(ARTICLES)


class Readers(RuleBasedStateMachine):
    """Acts of two readers; `seen` are marks as one of them has seen them at some time."""

    seen = Bundle("seen")
    thrown = Bundle("thrown")

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        self.programs = [self.opened(), self.opened()]
        self.model: dict[UUID, Mark] = {}

    def teardown(self) -> None:
        self.folder.cleanup()

    def opened(self) -> Notebook:
        return Notebook(Path(self.folder.name, "notebook"))

    def change(self, program: int, before: tuple[Mark, ...], after: tuple[Mark, ...], article: str) -> tuple[Mark, ...]:
        return self.programs[program].change(replace(ABOUT, article_id=article), before, after)

    @rule(target=seen, program=programs, article=articles, anchor=st.none() | anchors, body=texts)
    def write(self, program: int, article: str, anchor: Anchor | None, body: str) -> Mark:
        new = note(body, article_id=article, anchor=anchor)
        assert self.change(program, (), (new,), article) == (new,)
        self.model[new.id] = new
        return new

    @rule(target=seen, program=programs, mark=seen, body=texts, tags=st.lists(texts, max_size=2).map(tuple))
    def edit(self, program: int, mark: Mark, body: str, tags: tuple[str, ...]) -> Mark:
        wanted = replace(mark, body=body, tags=tags)
        (stored,) = self.change(program, (mark,), (wanted,), mark.article_id)
        there = self.model.get(mark.id)
        if there is None or there.rev == mark.rev:
            assert stored == replace(wanted, rev=stored.rev)
            assert stored.rev > mark.rev
        elif there == replace(wanted, rev=there.rev):
            assert stored == there
        else:
            assert stored == replace(wanted, id=stored.id, rev=1)
            assert stored.id not in self.model
        self.model[stored.id] = stored
        return stored

    @rule(target=thrown, program=programs, mark=seen)
    def delete(self, program: int, mark: Mark) -> Mark:
        self.change(program, (mark,), (), mark.article_id)
        there = self.model.get(mark.id)
        if there is not None and there.rev == mark.rev:
            del self.model[mark.id]
        return mark

    @rule(target=seen, program=programs, mark=consumes(thrown))
    def bring_back(self, program: int, mark: Mark) -> Mark:
        (stored,) = self.change(program, (), (mark,), mark.article_id)
        if mark.id in self.model:
            assert stored == self.model[mark.id] or stored.id not in self.model
        else:
            assert stored == replace(mark, rev=stored.rev)
        self.model[stored.id] = stored
        return stored

    @rule(program=programs)
    def start_again(self, program: int) -> None:
        self.programs[program] = self.opened()

    @rule(article=articles, damage=st.sampled_from(sorted(ALL)))
    def damage(self, article: str, damage: str) -> None:
        path = Path(self.folder.name, "notebook", article[:2], f"{article}.json")
        if path.exists():
            path.write_bytes(ALL[damage](path.read_bytes()))

    @invariant()
    def nothing_is_lost_and_nothing_is_mixed_up(self) -> None:
        for program in self.programs:
            there = {mark.id: mark for article in ARTICLES for mark in program.marks(article)}
            assert there == self.model

    @invariant()
    def tags_are_counted_rightly(self) -> None:
        counts: dict[str, int] = {}
        for mark in self.model.values():
            for tag in set(mark.tags):
                counts[tag] = counts.get(tag, 0) + 1
        assert self.programs[0].tags() == counts


def test_two_programs_keep_what_a_dictionary_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # no power is cut here
    run_state_machine_as_test(Readers, settings=settings(max_examples=60, stateful_step_count=25))
