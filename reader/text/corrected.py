"""What was found in an article as the reader's rules have it: the same text, other claims about it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import Rule, RuleKind
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.text.names import folded_name, is_local, key_of

_ABOUT_READER = (RuleKind.WATCH, RuleKind.NOTE)
"""Rules that change nothing of what was found."""


class Corrected(Value, frozen=True):
    """An analysis after the reader's rules."""

    analysis: Analysis
    used: frozenset[UUID] = frozenset()
    """Ids of the rules that changed something."""


class Rules:
    """The reader's rules, made ready to be looked up; the newest has its way, one for this article before all.

    Args:
        rules: in any order.
    """

    def __init__(self, rules: tuple[Rule, ...] = ()) -> None:
        self.given = rules
        self.all = tuple(sorted(rules, key=lambda rule: (bool(rule.article), rule.modified, rule.id)))
        """Those that hold everywhere first, then by age: a later one is stronger."""
        self._everywhere = _Scope(rule for rule in self.all if not rule.article)
        by_article: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in self.all:
            if rule.article:
                by_article[rule.article].append(rule)
        self._by_article = dict(by_article)

    def in_article(self, article_id: str) -> "_Scope":
        """The rules that hold in an article."""
        own = self._by_article.get(article_id)
        return _Scope((*self._everywhere.rules, *own)) if own else self._everywhere

    def final(self, key: str) -> str:
        """The key that an entity has after everything that is merged everywhere."""
        merge = self._everywhere.merge_of(key)
        return merge[-1].value if merge else key

    def merged_into(self, key: str) -> frozenset[str]:
        """Keys of what is merged into an entity everywhere, its own among them."""
        sources = {rule.entity for rule in self.all if rule.kind is RuleKind.MERGE and rule.entity and not rule.article}
        return frozenset({key, *(source for source in sources if self.final(source) == key)})

    def watched(self) -> frozenset[str]:
        """Keys of the entities that the reader follows."""
        return frozenset(self.final(rule.entity) for rule in self.all if rule.kind is RuleKind.WATCH)

    def note(self, key: str) -> Rule | None:
        """What the reader wrote on an entity."""
        notes = (rule for rule in reversed(self.all) if rule.kind is RuleKind.NOTE)
        return next((rule for rule in notes if self.final(rule.entity) == key), None)


class _Scope:
    """Rules that hold together, by what they are about."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.kind not in _ABOUT_READER)
        self._by_key: dict[tuple[RuleKind, str], Rule] = {}
        self._by_words: dict[tuple[RuleKind, str, str], Rule] = {}
        for rule in self.rules:
            if rule.entity:
                self._by_key[rule.kind, f"{rule.entity}\n{folded_name(rule.words)}"] = rule
            else:
                self._by_words[rule.kind, folded_name(rule.words), rule.label] = rule
        self._merges: dict[str, Rule] = {}
        self._merged()
        self.added = tuple(rule for rule in self.rules if rule.kind is RuleKind.ADD)
        self.keys = frozenset(rule.entity for rule in self.rules if rule.entity)
        self.has_words = len(self._by_words) > len(self.added)

    def on_entity(self, kind: RuleKind, key: str) -> Rule | None:
        """The rule on all names of an entity."""
        return self._by_key.get((kind, f"{key}\n"))

    def on_words(self, kind: RuleKind, key: str, words: str, label: str) -> Rule | None:
        """The rule on some names: as names of an entity, or of what only an article knows.

        Args:
            kind: of the rule.
            key: of the entity.
            words: folded.
            label: of the entity.
        """
        if found := self._by_key.get((kind, f"{key}\n{words}")):
            return found
        return self._by_words.get((kind, words, label)) if is_local(key) else None

    def merge_of(self, key: str) -> list[Rule]:
        """The merges that lead from an entity to the one that it is, in order."""
        chain = []
        while rule := self._merges.get(key):
            chain.append(rule)
            key = rule.value
        return chain

    def _merged(self) -> None:
        """Take in the merges, the newest first; one that would close a circle does not hold."""
        for rule in reversed(self.rules):
            if rule.kind is RuleKind.MERGE and rule.entity and rule.entity not in self._merges:
                chain = self.merge_of(rule.value)
                if rule.entity not in (rule.value, *(link.value for link in chain)):
                    self._merges[rule.entity] = rule


def corrected(analysis: Analysis, text: str, article_id: str, rules: Rules) -> Corrected:
    """What was found in an article, by the reader's rules.

    Args:
        analysis: what the machine found.
        text: of the version that was analysed.
        article_id: of the article.
        rules: all of the reader's.
    """
    scope = rules.in_article(article_id)
    if not scope.rules:
        return Corrected(analysis)
    added = list(_added(text, scope.added))
    concerned = scope.has_words or any(entity.id in scope.keys for entity in analysis.entities)
    if not (added or concerned):
        return Corrected(analysis)
    return _Correction(analysis, text, scope, added).done()


class _Correction:
    """One analysis on its way through the rules."""

    def __init__(self, analysis: Analysis, text: str, scope: _Scope, added: Sequence[tuple[Span, Rule]]) -> None:
        self._analysis = analysis
        self._text = text
        self._scope = scope
        self._added = added
        self._used: set[UUID] = set()
        self._entities: dict[str, Entity] = {entity.id: entity for entity in analysis.entities}
        self._became: dict[str, Entity | None] = {}
        """What an entity is after the rules on all its names; None: nothing."""

    def done(self) -> Corrected:
        """The corrected analysis."""
        kept = tuple(filter(None, map(self._mention, self._with_added())))
        named = dict.fromkeys(mention.entity for mention in kept)
        by_id: dict[str, Entity] = {}
        for key in self._entities:
            entity = self._became.get(key)
            if entity is not None and entity.id in named:
                by_id[entity.id] = _joined(by_id.get(entity.id), entity)
        entities = tuple(by_id[key] for key in named)
        return Corrected(replace(self._analysis, entities=entities, mentions=kept), frozenset(self._used))

    def _with_added(self) -> Iterator[Mention]:
        """The machine's mentions and the reader's, in text order; where they overlap, the reader's."""
        own = sorted(((span, rule) for span, rule in self._added), key=lambda pair: pair[0].start)
        mentions = []
        for span, rule in own:
            self._used.add(rule.id)
            self._entities.setdefault(rule.value, Entity(rule.value, rule.value_name, rule.value_label))
            mentions.append(Mention(span, rule.value_label, rule.value))
        at = 0
        for mention in self._analysis.mentions:
            while at < len(own) and own[at][0].end <= mention.span.start:
                yield mentions[at]
                at += 1
            if at >= len(own) or own[at][0].start >= mention.span.end:
                yield mention
        yield from mentions[at:]

    def _mention(self, mention: Mention) -> Mention | None:
        """A mention after the rules; None: the words name nothing."""
        entity = self._entities[mention.entity]
        words = folded_name(mention.span.of(self._text))
        if rule := self._scope.on_words(RuleKind.REJECT, entity.id, words, entity.label):
            self._used.add(rule.id)
            return None
        if rule := self._on_these(entity, words):
            self._used.add(rule.id)
            key = key_of(entity.label, rule.words)
            entity = self._entities.setdefault(key, Entity(key, mention.span.of(self._text), entity.label))
        elif is_local(entity.id) and (known := self._of_words(entity, words)):
            entity = known
        became = self._entity(entity)
        if became is None:
            return None
        label = became.label if mention.label == entity.label else mention.label
        return replace(mention, entity=became.id, label=label)

    def _on_these(self, entity: Entity, words: str) -> Rule | None:
        return self._scope.on_words(RuleKind.SPLIT, entity.id, words, entity.label)

    def _of_words(self, entity: Entity, words: str) -> Entity | None:
        """What the reader made of something that only this article knows, and that goes by these words."""
        changed = entity
        for kind in (RuleKind.RETYPE, RuleKind.RENAME, RuleKind.MERGE):
            rule = self._scope.on_words(kind, entity.id, words, entity.label)
            if rule is None:
                continue
            self._used.add(rule.id)
            match kind:
                case RuleKind.RETYPE:
                    changed = replace(changed, label=rule.value, is_sure=True)
                case RuleKind.RENAME:
                    # A full name is known across articles.
                    changed = Entity(key_of(changed.label, rule.value), rule.value, changed.label, roles=entity.roles)
                case RuleKind.MERGE:
                    changed = self._entities.get(rule.value) or Entity(rule.value, rule.value_name, rule.value_label)
        if changed is entity:
            return None
        self._entities[changed.id] = changed
        return changed

    def _entity(self, entity: Entity) -> Entity | None:
        """An entity after the rules on all its names."""
        if entity.id not in self._became:
            self._became[entity.id] = self._changed(entity)
        return self._became[entity.id]

    def _changed(self, entity: Entity) -> Entity | None:
        if rule := self._scope.on_entity(RuleKind.REJECT, entity.id):
            self._used.add(rule.id)
            return None
        if merges := self._scope.merge_of(entity.id):
            self._used |= {rule.id for rule in merges}
            last = merges[-1]
            there = self._entities.get(last.value)
            target = there or Entity(last.value, last.value_name, last.value_label)
            self._entities.setdefault(target.id, target)
            became = self._entity(target)
            return None if became is None else replace(became, roles=entity.roles, is_sure=True)
        for kind in (RuleKind.RETYPE, RuleKind.RENAME):
            if rule := self._scope.on_entity(kind, entity.id):
                self._used.add(rule.id)
                field = "label" if kind is RuleKind.RETYPE else "name"
                entity = replace(entity, **{field: rule.value, "is_sure": True})
        return entity


def _joined(first: Entity | None, second: Entity) -> Entity:
    """One entity out of two that are the same."""
    if first is None:
        return second
    roles = tuple(dict.fromkeys(sorted((*first.roles, *second.roles), key=lambda span: (span.start, span.end))))
    return replace(first, roles=roles, is_sure=first.is_sure or second.is_sure)


def _added(text: str, rules: Sequence[Rule]) -> Iterator[tuple[Span, Rule]]:
    """Where words stand that the reader said name something; the newer and the longer rule has the place."""
    taken: list[Span] = []
    by_words: Mapping[str, Rule] = {rule.words: rule for rule in rules}
    for rule in sorted(by_words.values(), key=lambda rule: -len(rule.words)):
        for words in dict.fromkeys((rule.words, rule.words.upper())):
            if words not in text:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                span = Span(*match.span())
                if not any(span.start < other.end and other.start < span.end for other in taken):
                    taken.append(span)
                    yield span, rule
