"""Changes of the reader's rules: each durable when it is told, each one act that can be undone."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from threading import Lock
from uuid import UUID

from reader.desk.history import Act, History
from reader.model.rule import Rule
from reader.model.value import Value, replace
from reader.notebook.corrections import Corrections
from reader.text.corrected import Rules
from reader.text.ruling import subject_of

_OTHERS_CHANGE = "Nothing changed: another window has decided otherwise since."


class Ruled(Value, frozen=True):
    """What a durable act did."""

    said: str
    """A sentence for the reader."""
    rules: tuple[Rule, ...]
    """All rules after it."""
    problems: tuple[str, ...] = ()
    """A sentence on each line of a roster that makes no sense."""


class RulesAct(Act, frozen=True):
    """One durable change of the reader's rules."""

    before: tuple[Rule, ...]
    """The changed rules as they were; those that are new are not among them."""
    after: tuple[Rule, ...]
    """The changed rules as they are; those that are gone are not among them."""


class RuleActs:
    """Reads and changes the rules. Any thread may.

    Args:
        corrections: where they are kept.
        history: of what the reader did.
    """

    def __init__(self, corrections: Corrections, history: History) -> None:
        self._corrections = corrections
        self._history = history
        self._listeners: list[Callable[[], None]] = []
        self._threads = Lock()
        self._prepared: Rules | None = None
        self._revs: dict[UUID, int] = {}
        """Revisions of the rules that this program wrote last."""

    def listen(self, listener: Callable[[], None]) -> None:
        """Have somebody told that rules have changed, in the thread that changed them, or that saw others' changes."""
        self._listeners.append(listener)

    def prepared(self) -> Rules:
        """All rules, ready to be applied; the same object until one changes, here or in another program."""
        return self._read(must_tell=self._prepared is not None)

    def held(self) -> AbstractContextManager[object]:
        """Keep other programs from changing rules, between a look at them and an act."""
        return self._corrections.held()

    def decide(self, name: str, rules: Sequence[Rule]) -> Ruled:
        """Let rules hold, each in the place of the one on the same."""
        with self.held():
            same = {subject_of(rule): rule for rule in self._corrections.rules()}
            there = [same.get(subject_of(rule)) for rule in rules]
            after = tuple(
                rule if old is None else replace(rule, id=old.id, created=old.created, rev=old.rev)
                for rule, old in zip(rules, there, strict=True)
            )
            return self.change(name, tuple(old for old in there if old), after)

    def change(self, name: str, before: tuple[Rule, ...], after: tuple[Rule, ...]) -> Ruled:
        """Turn rules into others.

        Args:
            name: of the act, a sentence for the reader.
            before: the rules that go, or are changed.
            after: the rules that are there then.
        """
        if not (before or after):
            return self.nothing("it was so already")
        self._history.add(self._store(RulesAct(name, before, after)))
        return self._ruled(name)

    def nothing(self, reason: str) -> Ruled:
        """What is said where nothing is done."""
        return Ruled(f"Nothing changed: {reason}.", self._corrections.rules())

    def undo(self) -> Ruled | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        act = self._history.to_undo()
        if not isinstance(act, RulesAct):
            return None
        done = self._turn(RulesAct(act.name, act.after, act.before), keep=False)
        self._history.undone(RulesAct(act.name, done.after, done.before))
        return self._ruled(f"Undone: {_lower(act.name)}" if done.before or done.after else _OTHERS_CHANGE)

    def redo(self) -> Ruled | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        act = self._history.to_redo()
        if not isinstance(act, RulesAct):
            return None
        done = self._turn(act)
        self._history.redone(done)
        return self._ruled(f"Done again: {_lower(act.name)}" if done.before or done.after else _OTHERS_CHANGE)

    def _turn(self, act: RulesAct, *, keep: bool = True) -> RulesAct:
        """Turn rules into others, but for those that another program has changed since; returns what was done."""
        with self.held():
            now = {rule.id: rule.rev for rule in self._corrections.rules()}
            were = {rule.id for rule in act.before}

            def is_ours(rule: Rule) -> bool:
                return now.get(rule.id) == self._revs.get(rule.id) if rule.id in were else rule.id not in now

            before, after = (tuple(filter(is_ours, rules)) for rules in (act.before, act.after))
            return self._store(RulesAct(act.name, before, after), keep=keep)

    def _store(self, act: RulesAct, *, keep: bool = True) -> RulesAct:
        if not (act.before or act.after):
            return act
        done = replace(act, after=self._corrections.change(act.before, act.after, keep=keep))
        for rule in act.before:
            self._revs.pop(rule.id, None)
        self._revs.update((rule.id, rule.rev) for rule in done.after)
        return done

    def _ruled(self, said: str) -> Ruled:
        return Ruled(said, self._read(must_tell=True).given)

    def _read(self, *, must_tell: bool) -> Rules:
        rules = self._corrections.rules()
        with self._threads:
            prepared = self._prepared
            is_new = prepared is None or rules is not prepared.given
            if prepared is None or is_new:
                self._prepared = prepared = Rules(rules)
        if is_new and must_tell:
            for listener in self._listeners:
                listener()
        return prepared


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
