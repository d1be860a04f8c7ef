"""The reader's rules on entities: every act durable before it is told, and every act undoable."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from reader.desk.history import History
from reader.desk.rule_acts import RuleActs, Ruled
from reader.model.analysis import Analysis, Entity
from reader.model.article import Article
from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.model.span import Span
from reader.model.statement import ACTS, Statement
from reader.model.value import Value, replace
from reader.notebook.corrections import Corrections
from reader.notebook.uuid7 import uuid7
from reader.text.clean import clean
from reader.text.corrected import corrected
from reader.text.corrected_statements import words_of
from reader.text.names import is_local, key_of
from reader.text.shorten import shorten

__all__ = ["EntityRules", "Ruled", "Said", "Subject"]

NAME_LENGTH = 40
"""Code points of a name in a message."""

_BESIDE_NAMES = ' ,;:!?“”"«»'
"""What is selected with a name, and is none of it."""


class Subject(Value, frozen=True):
    """What the reader decides on."""

    entity: Entity
    article: Article | None
    """In which it is named; None: it is known from the library alone."""
    words: str = ""
    """Only these words, as the text has them; empty: all names of the entity."""


class Said(Value, frozen=True):
    """A statement that the reader decides on."""

    statement: Statement
    article: Article
    by: str = ""
    """What its speaker is called; empty: nobody is named."""

    @property
    def content(self) -> str:
        """What is said."""
        return " … ".join(span.of(self.article.text) for span in self.statement.content)


class EntityRules:
    """Makes, changes and revokes rules in the notebook.

    Args:
        folder: of the notebook.
        history: of what the reader did, to rules and to other things; None: one of its own.
    """

    def __init__(self, folder: Path, history: History | None = None) -> None:
        self._corrections = Corrections(folder)
        self._acts = RuleActs(self._corrections, history or History())
        self.prepared = self._acts.prepared
        self.listen = self._acts.listen
        self.undo = self._acts.undo
        self.redo = self._acts.redo

    def take_notices(self) -> tuple[str, ...]:
        """Sentences about a file that was damaged and mended, each told once."""
        return self._corrections.take_notices()

    # What there is.

    def all(self) -> tuple[Rule, ...]:
        """All rules, the newest last."""
        return self._corrections.rules()

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
        if not (name := _one_line(name)):
            return self._acts.nothing("a name has letters")
        said = f"Renamed {_quoted(subject.entity.name)} to {_quoted(name)}{_where(here)}."
        return self._acts.decide(said, [self._rule(RuleKind.RENAME, subject, here=here, value=name)])

    def retype(self, subject: Subject, label: str, *, here: bool) -> Ruled:
        """Say what an entity is."""
        said = f"Changed the type of {_quoted(subject.entity.name)}{_where(here)}."
        return self._acts.decide(said, [self._rule(RuleKind.RETYPE, subject, here=here, value=label)])

    def correct(self, subject: Subject, name: str, label: str, *, here: bool) -> Ruled:
        """Give an entity another name and another type, in one act."""
        if not (name := _one_line(name)):
            return self._acts.nothing("a name has letters")
        said = f"Renamed {_quoted(subject.entity.name)} to {_quoted(name)} and changed its type{_where(here)}."
        rules = [
            self._rule(RuleKind.RETYPE, subject, here=here, value=label),
            self._rule(RuleKind.RENAME, subject, here=here, value=name),
        ]
        return self._acts.decide(said, rules)

    def merge(self, subject: Subject, target: Entity, *, here: bool) -> Ruled:
        """Say that an entity is another one."""
        if subject.entity.id == target.id:
            return self._acts.nothing("it is the same already")
        if is_local(target.id) and not is_local(subject.entity.id):
            subject, target = replace(subject, entity=target), subject.entity
        said = f"Merged {_quoted(subject.entity.name)} into {_quoted(target.name)}{_where(here)}."
        target, rules = self._in_full(target, subject.article, here=here)
        kept = {"value": target.id, "value_name": target.name, "value_label": target.label}
        return self._acts.decide(said, [*rules, self._rule(RuleKind.MERGE, subject, here=here, **kept)])

    def split(self, subject: Subject, *, here: bool) -> Ruled:
        """Say that some words name not the entity, but one of their own."""
        if not _one_line(subject.words):
            return self._acts.nothing("choose the words that are split off")
        said = f"Split {_quoted(subject.words)} off {_quoted(subject.entity.name)}{_where(here)}."
        return self._acts.decide(said, [self._rule(RuleKind.SPLIT, subject, here=here)])

    def reject(self, subject: Subject, *, here: bool) -> Ruled:
        """Say that an entity, or some of its names, is none."""
        said = f"{_quoted(subject.words or subject.entity.name)} is no name{_where(here)}. u brings it back."
        return self._acts.decide(said, [self._rule(RuleKind.REJECT, subject, here=here)])

    def add(self, article: Article, span: Span, label: str, target: Entity | None, *, here: bool) -> Ruled:
        """Say that words of an article name something: a known entity, or one of their own."""
        words = _one_line(span.of(article.text)).strip(_BESIDE_NAMES)
        if not any(map(str.isalnum, words)):
            return self._acts.nothing("a name has letters")
        entity = target or Entity(key_of(label, words), words, label)
        entity, rules = self._in_full(entity, article, here=here)
        kept = {"value": entity.id, "value_name": entity.name, "value_label": entity.label}
        rule = self._rule(RuleKind.ADD, Subject(replace(entity, id=""), article, words), here=here, **kept)
        return self._acts.decide(f"{_quoted(words)} is a name of {_quoted(entity.name)}{_where(here)}.", [*rules, rule])

    def watch(self, entity: Entity, on: bool) -> Ruled:
        """Follow an entity, or follow it no longer."""
        if is_local(entity.id):
            return self._acts.nothing(
                f"only this article knows who {_quoted(entity.name)} is; give the name in full first"
            )
        with self._acts.held():
            rules = self.prepared()
            there = tuple(
                rule for rule in rules.all if rule.kind is RuleKind.WATCH and rules.final(rule.entity) == entity.id
            )
            if on and there:
                return self._acts.nothing(f"{_quoted(entity.name)} is watched already")
            if on:
                rule = self._rule(RuleKind.WATCH, Subject(entity, None), here=False)
                return self._acts.change(f"Watching {_quoted(entity.name)}.", (), (rule,))
            return self._acts.change(f"No longer watching {_quoted(entity.name)}.", there, ())

    def write(self, entity: Entity, note: str) -> Ruled:
        """Write a note on an entity, in place of the one that is there; an empty one is none."""
        if is_local(entity.id):
            return self._acts.nothing(
                f"only this article knows who {_quoted(entity.name)} is; give the name in full first"
            )
        with self._acts.held():
            there = self.prepared().note(entity.id)
            if not note.strip():
                said = f"Deleted note on {_quoted(entity.name)}. u brings it back."
                return self._acts.change(said, (there,) if there else (), ())
            rule = self._rule(RuleKind.NOTE, Subject(entity, None), here=False, value=note)
            changed = replace(rule, id=there.id, created=there.created, rev=there.rev) if there else rule
            return self._acts.change(f"Saved note on {_quoted(entity.name)}.", (there,) if there else (), (changed,))

    # What the reader decides on statements, in the article that tells them.

    def reject_statement(self, said: Said) -> Ruled:
        """Say that something is no statement."""
        act = f"{_quoted(said.content)} is no statement. u brings it back."
        return self._acts.decide(act, [_on_statement(RuleKind.UNSAID, said)])

    def attribute(self, said: Said, entity: Entity | None) -> Ruled:
        """Say who makes a statement; None: nobody who is named."""
        who = f"{_quoted(entity.name)} says" if entity else "Nobody who is named says"
        kept = {}
        if entity:  # whom only this article knows is known by name: the next analysis may number others so
            key = "" if is_local(entity.id) else entity.id
            kept = {"value": key, "value_name": entity.name, "value_label": entity.label}
        return self._acts.decide(f"{who} {_quoted(said.content)}.", [_on_statement(RuleKind.SAID_BY, said, **kept)])

    def classify(self, said: Said, act: str) -> Ruled:
        """Say what is done by making a statement: one of `ACTS`."""
        rule = _on_statement(RuleKind.SAID_TO, said, value=act)
        return self._acts.decide(f"In {_quoted(said.content)} somebody {ACTS[act]}.", [rule])

    def revoke(self, ids: Sequence[UUID]) -> Ruled:
        """Have rules hold no longer."""
        wanted = set(ids)
        with self._acts.held():
            gone = tuple(rule for rule in self.all() if rule.id in wanted)
            return self._acts.change(f"Revoked {_counted(len(gone))}. u brings {_it(len(gone))} back.", gone, ())

    # As one file for a team.

    def export_roster(self) -> str:
        """All rules on names as CSV, see `reader.export.roster`."""
        from reader.export.roster import to_roster

        return to_roster([rule for rule in self.all() if rule.kind not in ON_STATEMENTS])

    def import_roster(self, text: str, origin: str) -> Ruled:
        """Take the rules of a roster, in one act. The reader's own give way to newer ones only.

        What is there already is not doubled, and what the reader has revoked stays so.

        Args:
            text: CSV.
            origin: name of the file.

        Raises:
            SourceError: it is no roster.
        """
        from reader.desk.roster import taking
        from reader.export.roster import from_roster

        roster = from_roster(text, origin, datetime.now(UTC))
        with self._acts.held():
            taken = taking(roster.rules, self.all(), self._corrections.revoked())
            left = [
                f"{number:,} left out: {reason}."
                for number, reason in ((taken.newer, "decided otherwise since"), (taken.revoked, "revoked here"))
                if number
            ]
            if not taken.after:
                said, rules = f"Nothing in {_quoted(origin)} is new.", self.all()
            else:
                act = f"Took {_counted(len(taken.after))} from {_quoted(origin)}."
                ruled = self._acts.change(act, taken.before, taken.after)
                said, rules = ruled.said, ruled.rules
        return Ruled(" ".join((said, *left)), rules, roster.problems)

    def purge(self, article_id: str) -> tuple[Path, ...]:
        """Delete for ever what holds in one article only; returns the files out of reach that name it.

        Raises:
            StorageError: it could not be done; to call it again does the rest.
        """
        return self._corrections.purge(article_id)

    def _in_full(self, entity: Entity, article: Article | None, *, here: bool) -> tuple[Entity, list[Rule]]:
        """An entity with a key across articles, and the rule that gives it one if it has none."""
        if not is_local(entity.id):
            return entity, []
        rule = self._rule(RuleKind.RENAME, Subject(entity, article), here=here, value=entity.name)
        return replace(entity, id=key_of(entity.label, entity.name)), [rule]

    def _rule(self, kind: RuleKind, subject: Subject, *, here: bool, **values: Any) -> Rule:
        entity = subject.entity
        now = datetime.now(UTC)
        words = subject.words
        if is_local(entity.id):
            words = words or entity.name
        elif kind in (RuleKind.RENAME, RuleKind.RETYPE):
            words = ""
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


def _on_statement(kind: RuleKind, said: Said, **values: Any) -> Rule:
    now = datetime.now(UTC)
    return Rule(
        id=uuid7(),
        kind=kind,
        entity="",
        name=said.by,
        label="",
        words=words_of(said.statement, said.article.text),
        article=said.article.id,
        created=now,
        modified=now,
        **values,
    )


def _counted(number: int) -> str:
    return "1 correction" if number == 1 else f"{number:,} corrections"


def _it(number: int) -> str:
    return "it" if number == 1 else "them"


def _where(here: bool) -> str:
    return " in this article" if here else ""


def _quoted(name: str) -> str:
    return f"“{shorten(_one_line(name), NAME_LENGTH)}”"


def _one_line(name: str) -> str:
    return " ".join(clean(name).text.split())
