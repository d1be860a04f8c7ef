"""The reader's rules on entities: every act durable before it is told, and every act undoable."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from reader.desk.history import Act, History
from reader.model.analysis import Analysis, Entity
from reader.model.article import Article
from reader.model.rule import Rule, RuleKind
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.notebook.corrections import Corrections
from reader.notebook.uuid7 import uuid7
from reader.text.corrected import Rules, corrected
from reader.text.names import is_local, key_of
from reader.text.shorten import shorten

NAME_LENGTH = 40
"""Code points of a name in a message."""


class Subject(Value, frozen=True):
    """What the reader decides on."""

    entity: Entity
    article: Article | None
    """In which it is named; None: it is known from the library alone."""
    words: str = ""
    """Only these words, as the text has them; empty: all names of the entity."""


class Ruled(Value, frozen=True):
    """What a durable act did."""

    said: str
    """A sentence for the reader."""
    rules: tuple[Rule, ...]
    """All rules after it."""


class RulesAct(Act, frozen=True):
    """One durable change of the reader's rules."""

    before: tuple[Rule, ...]
    """The changed rules as they were; those that are new are not among them."""
    after: tuple[Rule, ...]
    """The changed rules as they are; those that are gone are not among them."""


class EntityRules:
    """Makes, changes and revokes rules in the notebook.

    Args:
        folder: of the notebook.
        history: of what the reader did, to rules and to other things; None: one of its own.
    """

    def __init__(self, folder: Path, history: History | None = None) -> None:
        self._corrections = Corrections(folder)
        self._history = history or History()
        self._listeners: list[Callable[[], None]] = []
        self._prepared = Rules()

    def listen(self, listener: Callable[[], None]) -> None:
        """Have somebody told, in the thread of the change, that rules were changed by this program."""
        self._listeners.append(listener)

    def take_notices(self) -> tuple[str, ...]:
        """Sentences about a file that was damaged and mended, each told once."""
        return self._corrections.take_notices()

    # What there is.

    def all(self) -> tuple[Rule, ...]:
        """All rules, the newest last."""
        return self._corrections.rules()

    def prepared(self) -> Rules:
        """All rules, ready to be applied; the same object until one changes."""
        rules = self._corrections.rules()
        if rules is not self._prepared.given:
            self._prepared = Rules(rules)
        return self._prepared

    def corrected(self, article_id: str, text: str, analysis: Analysis) -> Analysis:
        """What was found in an article, by today's rules."""
        return corrected(analysis, text, article_id, self.prepared()).analysis

    def watched(self) -> frozenset[str]:
        """Keys of the entities that the reader follows."""
        return self.prepared().watched()

    def note(self, key: str) -> str:
        """What the reader wrote on an entity; empty: nothing."""
        rule = self.prepared().note(key)
        return rule.value if rule else ""

    # What the reader decides.

    def rename(self, subject: Subject, name: str, *, here: bool) -> Ruled:
        """Give an entity another name."""
        said = f"Renamed {_quoted(subject.entity.name)} to {_quoted(name)}{_where(here)}."
        return self._decide(said, [self._rule(RuleKind.RENAME, subject, here=here, value=name)])

    def retype(self, subject: Subject, label: str, *, here: bool) -> Ruled:
        """Say what an entity is."""
        said = f"Changed the type of {_quoted(subject.entity.name)}{_where(here)}."
        return self._decide(said, [self._rule(RuleKind.RETYPE, subject, here=here, value=label)])

    def merge(self, subject: Subject, target: Entity, *, here: bool) -> Ruled:
        """Say that an entity is another one."""
        if is_local(target.id) and not is_local(subject.entity.id):
            subject, target = replace(subject, entity=target), subject.entity
        said = f"Merged {_quoted(subject.entity.name)} into {_quoted(target.name)}{_where(here)}."
        rules = []
        if is_local(target.id):
            # Only a name in full is known across articles: the target gets one.
            rules = [self._rule(RuleKind.RENAME, replace(subject, entity=target), here=here, value=target.name)]
            target = replace(target, id=key_of(target.label, target.name))
        kept = {"value": target.id, "value_name": target.name, "value_label": target.label}
        return self._decide(said, [*rules, self._rule(RuleKind.MERGE, subject, here=here, **kept)])

    def split(self, subject: Subject, *, here: bool) -> Ruled:
        """Say that some words name not the entity, but one of their own."""
        said = f"Split {_quoted(subject.words)} off {_quoted(subject.entity.name)}{_where(here)}."
        return self._decide(said, [self._rule(RuleKind.SPLIT, subject, here=here)])

    def reject(self, subject: Subject, *, here: bool) -> Ruled:
        """Say that an entity, or some of its names, is none."""
        said = f"{_quoted(subject.words or subject.entity.name)} is no name{_where(here)}. u brings it back."
        return self._decide(said, [self._rule(RuleKind.REJECT, subject, here=here)])

    def add(self, article: Article, span: Span, label: str, target: Entity | None, *, here: bool) -> Ruled:
        """Say that words of an article name something: a known entity, or one of their own."""
        words = span.of(article.text)
        entity = target or Entity(key_of(label, words), " ".join(words.split()), label)
        if is_local(entity.id):
            entity = replace(entity, id=key_of(entity.label, entity.name))
        kept = {"value": entity.id, "value_name": entity.name, "value_label": entity.label}
        rule = self._rule(RuleKind.ADD, Subject(replace(entity, id=""), article, words), here=here, **kept)
        return self._decide(f"{_quoted(words)} is a name of {_quoted(entity.name)}{_where(here)}.", [rule])

    def watch(self, entity: Entity, on: bool) -> Ruled:
        """Follow an entity, or follow it no longer."""
        there = tuple(
            rule
            for rule in self.all()
            if rule.kind is RuleKind.WATCH and self.prepared().final(rule.entity) == entity.id
        )
        if on:
            rule = self._rule(RuleKind.WATCH, Subject(entity, None), here=False)
            return self._decide(f"Watching {_quoted(entity.name)}.", [rule])
        return self._act(f"No longer watching {_quoted(entity.name)}.", there, ())

    def write(self, entity: Entity, note: str) -> Ruled:
        """Write a note on an entity, in place of the one that is there; an empty one is none."""
        if note.strip():
            rule = self._rule(RuleKind.NOTE, Subject(entity, None), here=False, value=note)
            return self._decide(f"Saved note on {_quoted(entity.name)}.", [rule])
        there = self.prepared().note(entity.id)
        return self._act(f"Deleted note on {_quoted(entity.name)}. u brings it back.", (there,) if there else (), ())

    def revoke(self, ids: Sequence[UUID]) -> Ruled:
        """Have rules hold no longer."""
        gone = tuple(rule for rule in self.all() if rule.id in set(ids))
        told = "1 correction" if len(gone) == 1 else f"{len(gone)} corrections"
        return self._act(f"Revoked {told}. u brings {'it' if len(gone) == 1 else 'them'} back.", gone, ())

    def take_in(self, rules: Sequence[Rule], name: str) -> Ruled:
        """Take rules from a list: of two with one id the newer holds, and what is known already is not doubled."""
        known = {rule.id: rule for rule in self.all()}
        alike = {_content(rule) for rule in known.values()}
        wanted = [
            rule
            for rule in rules
            if (rule.modified > known[rule.id].modified if rule.id in known else _content(rule) not in alike)
        ]
        before = tuple(known[rule.id] for rule in wanted if rule.id in known)
        told = "1 correction" if len(wanted) == 1 else f"{len(wanted)} corrections"
        if not wanted:
            return Ruled(f"Nothing in {name} is new.", self.all())
        return self._act(f"Took {told} from {name}.", before, tuple(wanted))

    def undo(self) -> Ruled | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        act = self._history.to_undo()
        if not isinstance(act, RulesAct):
            return None
        self._history.undone(self._store(RulesAct(act.name, act.after, act.before), keep=False))
        return self._ruled(f"Undone: {_lower(act.name)}")

    def redo(self) -> Ruled | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        act = self._history.to_redo()
        if not isinstance(act, RulesAct):
            return None
        self._history.redone(self._store(RulesAct(act.name, act.after, act.before)))
        return self._ruled(f"Done again: {_lower(act.name)}")

    def _rule(self, kind: RuleKind, subject: Subject, *, here: bool, **values: Any) -> Rule:
        entity = subject.entity
        now = datetime.now(UTC)
        words = subject.words
        if is_local(entity.id):
            words = words or entity.name
        return Rule(
            id=uuid7(),
            kind=kind,
            entity="" if is_local(entity.id) else entity.id,
            name=entity.name,
            label=entity.label,
            words=words,
            article=subject.article.id if here and subject.article else "",
            created=now,
            modified=now,
            **values,
        )

    def _decide(self, name: str, rules: Sequence[Rule]) -> Ruled:
        """Let rules hold, each in the place of the one that says something else about the same."""
        same = {_subject(rule): rule for rule in self.all()}
        there = [same.get(_subject(rule)) for rule in rules]
        after = tuple(
            rule if old is None else replace(rule, id=old.id, created=old.created, rev=old.rev)
            for rule, old in zip(rules, there, strict=True)
        )
        return self._act(name, tuple(old for old in there if old), after)

    def _act(self, name: str, before: tuple[Rule, ...], after: tuple[Rule, ...]) -> Ruled:
        if not (before or after):
            return Ruled("Nothing changed: it was so already.", self.all())
        self._history.add(self._store(RulesAct(name, before, after)))
        return self._ruled(name)

    def _store(self, act: RulesAct, *, keep: bool = True) -> RulesAct:
        return replace(act, after=self._corrections.change(act.before, act.after, keep=keep))

    def _ruled(self, said: str) -> Ruled:
        for listener in self._listeners:
            listener()
        return Ruled(said, self.all())


def _subject(rule: Rule) -> tuple[str, ...]:
    """What a rule is about; there is one rule of a kind on the same."""
    return rule.kind, rule.entity, rule.words, "" if rule.entity else rule.label, rule.article


def _content(rule: Rule) -> tuple[str, ...]:
    return (*_subject(rule), rule.value)


def _where(here: bool) -> str:
    return " in this article" if here else ""


def _quoted(name: str) -> str:
    return f"“{shorten(' '.join(name.split()), NAME_LENGTH)}”"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
