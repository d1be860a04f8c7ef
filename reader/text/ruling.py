"""The reader's rules, made ready to be looked up: what each makes of words that the machine took for something."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.model.value import Value, replace
from reader.text.fold import fold
from reader.text.names import folded_name, is_local, key_of
from reader.text.occurrences import Occurrences

_ABOUT_NAMES = (RuleKind.RENAME, RuleKind.MERGE, RuleKind.ADD)
"""Kinds of rules after which words name something else, or something has another name."""

_ABOUT_READER = (RuleKind.WATCH, RuleKind.NOTE)
"""Kinds of rules that change nothing of what was found."""


class Named(Value, frozen=True):
    """What words name after the rules."""

    key: str | None
    """Of the entity; None: they name nothing."""
    name: str
    label: str
    rules: tuple[Rule, ...] = ()
    """What led there, in order."""
    is_split: bool = False
    """Whether the words name it for themselves, without the other names of what they were taken for."""


class Rules:
    """The reader's rules: the newest has its way, one for this article before all others.

    Args:
        rules: in any order.
    """

    def __init__(self, rules: tuple[Rule, ...] = ()) -> None:
        self.given = rules
        self.all = tuple(sorted(rules, key=lambda rule: (bool(rule.article), rule.modified, rule.id)))
        """Those that hold everywhere first, then by age: a later one is stronger."""
        self._everywhere = Scope(rule for rule in self.all if not rule.article)
        self._own: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in self.all:
            if rule.article:
                self._own[rule.article].append(rule)
        self._in_article: dict[str, Scope] = {}
        self._watched = frozenset(self.final(rule.entity) for rule in self.all if rule.kind is RuleKind.WATCH)
        self._notes = {self.final(rule.entity): rule for rule in self.all if rule.kind is RuleKind.NOTE}

    def in_article(self, article_id: str) -> "Scope":
        """The rules that hold in an article."""
        if article_id not in self._own:
            return self._everywhere
        if article_id not in self._in_article:
            everywhere = (rule for rule in self.all if not rule.article)
            self._in_article[article_id] = Scope((*everywhere, *self._own[article_id]))
        return self._in_article[article_id]

    def final(self, key: str) -> str:
        """The key that an entity has after everything that is merged everywhere."""
        merges = self._everywhere.merges_of(key)
        return merges[-1].value if merges else key

    def merged_into(self, key: str) -> frozenset[str]:
        """Keys of what is merged into an entity everywhere, its own among them."""
        sources = {rule.entity for rule in self.all if rule.kind is RuleKind.MERGE and rule.entity and not rule.article}
        return frozenset({key, *(source for source in sources if self.final(source) == key)})

    def called(self, name: str, is_prefix: bool = False) -> frozenset[str]:
        """Keys of the entities that are meant by what rules made another name or key of, in all articles.

        Args:
            name: folded; a key, a name, or some words of one.
            is_prefix: whether it may go on.
        """
        words = f" {name}" if is_prefix else f" {name} "
        return frozenset(key for other, key in self._called if other == name or words in f" {other} ")

    @cached_property
    def _called(self) -> list[tuple[str, str]]:
        """Folded keys and names that rules have changed everywhere, each with the key of what it means now."""
        pairs = []
        for rule in self.all:
            if rule.kind in _ABOUT_NAMES and not rule.article:
                key = rule.value if rule.kind is not RuleKind.RENAME else rule.entity or key_of(rule.label, rule.value)
                given = [rule.words] if rule.words else [rule.entity, rule.name]
                pairs += [(fold(one), self.final(key)) for one in given]
        return pairs

    def watched(self) -> frozenset[str]:
        """Keys of the entities that the reader follows."""
        return self._watched

    def note(self, key: str) -> Rule | None:
        """What the reader wrote on an entity."""
        return self._notes.get(key)


class Scope:
    """Rules that hold together.

    A rule is about all names of an entity, about some words among its names, or, where only an article knows who is
    meant, about words and a label. The rules on a name are followed from one to the next, each stronger than the last.

    Args:
        rules: a weaker one before a stronger one.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        given = tuple(rules)
        self.rules = tuple(rule for rule in given if rule.kind not in _ABOUT_READER and rule.kind not in ON_STATEMENTS)
        self.on_statements: defaultdict[str, list[Rule]] = defaultdict(list)
        """Rules on statements by their folded words, a weaker one before a stronger one."""
        for rule in given:
            if rule.kind in ON_STATEMENTS:
                self.on_statements[folded_name(rule.words)].append(rule)
        self.added = Occurrences([rule for rule in self.rules if rule.kind is RuleKind.ADD])
        self._strength = {rule.id: strength for strength, rule in enumerate(self.rules)}
        self._merges: dict[str, Rule] = {}
        self._instead: dict[str, Rule] = {}
        """The rules for whose sake an older merge of an entity does not hold."""
        self._held_merges()
        self._about: defaultdict[str, list[Rule]] = defaultdict(list)
        self._names: dict[str, Rule] = {}
        self._labels: dict[str, Rule] = {}
        for rule in self.rules:
            if rule.entity and rule.kind is RuleKind.RENAME:
                self._names[rule.entity] = rule
            elif rule.entity and rule.kind is RuleKind.RETYPE:
                self._labels[rule.entity] = rule
            elif rule.kind is not RuleKind.ADD and (not _is_whole_merge(rule) or self._merges.get(rule.entity) is rule):
                self._about[_about(rule)].append(rule)
        self.keys = frozenset(rule.entity for rule in self.rules if rule.entity)
        """Of the entities that a rule is about."""
        self.words = frozenset(about for about, rules in self._about.items() if not rules[0].entity)

    def merges_of(self, key: str) -> list[Rule]:
        """The merges that lead from an entity to the one that it is, in order."""
        chain: list[Rule] = []
        while rule := self._merges.get(key):
            chain.append(rule)
            key = rule.value
        return chain

    def is_about(self, label: str, words: str) -> bool:
        """Whether there is a rule on folded words that only an article knows."""
        return f"{label}\n{words}" in self.words

    def rename(self, key: str) -> Rule | None:
        """The rule that names an entity."""
        return self._names.get(key)

    def retype(self, key: str) -> Rule | None:
        """The rule that says what an entity is."""
        return self._labels.get(key)

    def named(self, key: str, name: str, label: str, words: str) -> Named:
        """What words name that were taken for an entity.

        Args:
            key: of the entity, its name and its label.
            name: likewise.
            label: likewise.
            words: folded.
        """
        start = [f"{label}\n{words}"] if is_local(key) else [key, f"{key}\n{words}"]
        instead = self._instead.get(key)
        return self._follow(Named(key, name, label, (instead,) if instead else ()), words, start, -1)

    def named_by(self, added: Rule) -> Named:
        """What words name that the reader said are a name."""
        said, trail = self._merged(Named(added.value, added.value_name, added.value_label, (added,)))
        words = folded_name(added.words)
        return self._follow(said, words, _and_words(trail, words), self._strength[added.id])

    def _follow(self, said: Named, words: str, trail: list[str], strength: int) -> Named:
        """Follow the rules that are stronger than the last one, from the weakest on.

        Args:
            said: what the words name so far.
            words: folded.
            trail: what rules may be about: all that the words were taken for on the way.
            strength: of the last rule.
        """
        is_rejected = False
        while (rule := self._next(trail, strength)) is not None:
            strength = self._strength[rule.id]
            said = replace(said, rules=(*said.rules, rule))
            match rule.kind:
                case RuleKind.REJECT:
                    is_rejected = True
                    if rule.words:  # what is then said of the entity no longer concerns them
                        trail = [about for about in trail if "\n" in about]
                    continue
                case RuleKind.RETYPE:
                    said = replace(said, label=rule.value)
                    trail = [*trail, f"{rule.value}\n{words}"]
                    continue
                case RuleKind.SPLIT:
                    key = key_of(rule.label, rule.words)
                    said, keys = replace(said, key=key, name=rule.words, label=rule.label, is_split=True), [key]
                case RuleKind.RENAME:  # a name in full is known across articles
                    said, keys = self._merged(replace(said, key=key_of(said.label, rule.value), name=rule.value))
                case _:
                    is_split = said.is_split or bool(rule.entity and rule.words)
                    target = Named(rule.value, rule.value_name, rule.value_label, said.rules, is_split)
                    said, keys = self._merged(target)
            is_rejected = False
            trail = _and_words(keys, words) if rule.words else [*trail, *_and_words(keys, words)]
        return replace(said, key=None) if is_rejected else said

    def _next(self, trail: Sequence[str], strength: int) -> Rule | None:
        stronger = (
            rule for about in trail for rule in self._about.get(about, ()) if self._strength[rule.id] > strength
        )
        return min(stronger, key=lambda rule: self._strength[rule.id], default=None)

    def _merged(self, said: Named) -> tuple[Named, list[str]]:
        """What an entity is merged into, and the keys on the way."""
        assert said.key is not None
        merges = self.merges_of(said.key)
        keys = [said.key, *(rule.value for rule in merges)]
        if merges:
            last = merges[-1]
            said = Named(last.value, last.value_name, last.value_label, (*said.rules, *merges), said.is_split)
        return said, keys

    def _held_merges(self) -> None:
        """Find the merges of entities that hold: not those that a newer rule has overtaken, or would close a circle."""
        apart: dict[str, Rule] = {}
        for rule in reversed(self.rules):
            if rule.kind is RuleKind.SPLIT:
                apart.setdefault(key_of(rule.label, rule.words), rule)
            if not _is_whole_merge(rule) or rule.entity in self._merges:
                continue
            chain = self.merges_of(rule.value)
            if rule.entity in apart:
                self._instead[rule.entity] = apart[rule.entity]
            elif rule.entity == rule.value:
                continue
            elif any(link.value == rule.entity for link in chain):
                self._instead[rule.entity] = chain[-1]
            else:
                self._merges[rule.entity] = rule


def subject_of(rule: Rule) -> tuple[str, ...]:
    """What a rule decides; of two rules on the same one is enough."""
    if rule.kind is RuleKind.ADD:
        return rule.kind, rule.words, rule.article
    return rule.kind, rule.entity or rule.label, str(bool(rule.entity)), folded_name(rule.words), rule.article


def _is_whole_merge(rule: Rule) -> bool:
    return rule.kind is RuleKind.MERGE and bool(rule.entity) and not rule.words


def _about(rule: Rule) -> str:
    """What a rule is about: an entity, words among its names, or words of a type."""
    if rule.words:
        return f"{rule.entity or rule.label}\n{folded_name(rule.words)}"
    return rule.entity


def _and_words(keys: Iterable[str], words: str) -> list[str]:
    """What rules on words may be about that name entities: these, and these words among their names."""
    return [about for key in keys for about in (key, f"{key}\n{words}")]
