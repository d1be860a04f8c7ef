"""What was found in an article as the reader's rules have it: the same text, other claims about it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile
from uuid import UUID

from reader.model.analysis import Analysis, Entity, Mention
from reader.model.rule import Rule
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.text.corrected_speakers import corrected_speakers
from reader.text.corrected_statements import corrected_statements
from reader.text.names import folded_name, is_local
from reader.text.ruling import Named, Rules, Scope

__all__ = ["Corrected", "Rules", "corrected"]

_STATE = "iso:"
"""How keys of states begin; what follows is the state's code."""

_EDGES = " \t\n-–—,;:/.’'\""
"""What does not begin or end what is left of a name that was cut."""


class Corrected(Value, frozen=True):
    """An analysis after the reader's rules."""

    analysis: Analysis
    used: frozenset[UUID] = frozenset()
    """Ids of the rules that had an effect."""

    def roles(self, text: str) -> dict[str, tuple[str, ...]]:
        """Offices and titles in the words of the text that was analysed, by id of the entity."""
        return {
            entity.id: tuple(dict.fromkeys(" ".join(span.of(text).split()) for span in entity.roles))
            for entity in self.analysis.entities
            if entity.roles
        }


def corrected(analysis: Analysis, text: str, article_id: str, rules: Rules) -> Corrected:
    """What was found in an article, by the reader's rules.

    Args:
        analysis: what the machine found.
        text: of the version that was analysed.
        article_id: of the article.
        rules: all of the reader's.
    """
    scope = rules.in_article(article_id)
    done = _with_names(analysis, text, scope) if scope.rules else Corrected(analysis)
    if not scope.on_statements:
        return done
    statements, used = corrected_statements(done.analysis, text, scope)
    return Corrected(replace(done.analysis, statements=statements), done.used | used)


def _with_names(analysis: Analysis, text: str, scope: Scope) -> Corrected:
    """An analysis by the rules on names."""
    added = scope.added.find(text)
    concerned = _concerned(analysis, text, scope)
    if not (added or concerned):
        return Corrected(analysis)
    return _Correction(analysis, text, scope, concerned).done(added)


def _concerned(analysis: Analysis, text: str, scope: Scope) -> frozenset[str]:
    """Ids of the entities that a rule may be about."""
    local = {entity.id: entity for entity in analysis.entities if is_local(entity.id)} if scope.words else {}
    by_words = {
        mention.entity
        for mention in analysis.mentions
        if (entity := local.get(mention.entity)) and scope.is_about(entity.label, folded_name(mention.span.of(text)))
    }
    return frozenset(by_words.union(entity.id for entity in analysis.entities if entity.id in scope.keys))


class _Correction:
    """One analysis on its way through the rules."""

    def __init__(self, analysis: Analysis, text: str, scope: Scope, concerned: frozenset[str]) -> None:
        self._analysis = analysis
        self._text = text
        self._scope = scope
        self._concerned = concerned
        self._found = {entity.id: entity for entity in analysis.entities}
        self._named: dict[tuple[str, str], Named] = {}
        """What words name, by the entity that they were taken for."""
        self._entities: dict[str, Entity] = {}
        """What there is after the rules."""
        self._roles: dict[str, dict[str, None]] = {}
        """Ids of the found entities whose roles an entity has."""
        self._used: set[UUID] = set()

    def done(self, added: Sequence[tuple[Span, Rule]]) -> Corrected:
        """The corrected analysis.

        Args:
            added: where words stand that the reader said are names, in text order.
        """
        mentions = self._with_added(added) if added else map(self._mention, self._analysis.mentions)
        kept = tuple(mention for mention in mentions if mention)
        entities = tuple(map(self._with_roles, dict.fromkeys(mention.entity for mention in kept)))
        ruled = replace(self._analysis, entities=entities, mentions=kept)
        ruled = replace(ruled, statements=corrected_speakers(self._analysis, ruled))
        return Corrected(ruled, frozenset(self._used))

    def _mention(self, mention: Mention) -> Mention | None:
        """A mention that the machine found, after the rules; None: the words name nothing."""
        raw = self._found[mention.entity]
        if raw.id not in self._concerned:
            self._entities.setdefault(raw.id, raw)
            self._roles.setdefault(raw.id, {})[raw.id] = None
            return mention
        named = self._what(raw, mention.span)
        if (entity := self._entity(named)) is None:
            return None
        if not named.is_split:
            self._roles.setdefault(entity.id, {})[raw.id] = None
        label = entity.label if mention.label == raw.label else mention.label
        is_government = mention.is_government and entity.country is not None
        return Mention(mention.span, label, entity.id, is_government)

    def _what(self, raw: Entity, span: Span) -> Named:
        """What words name that the machine took for an entity."""
        words = folded_name(span.of(self._text))
        if (raw.id, words) not in self._named:
            self._named[raw.id, words] = self._scope.named(raw.id, raw.name, raw.label, words)
        return self._named[raw.id, words]

    def _entity(self, named: Named) -> Entity | None:
        """The entity that words name, as the rules have it."""
        self._used.update(rule.id for rule in named.rules)
        if named.key is None:
            return None
        if named.key not in self._entities:
            self._entities[named.key] = self._ruled(named.key, named)
        elif named.rules and not self._entities[named.key].is_sure:
            self._entities[named.key] = replace(self._entities[named.key], is_sure=True)
        return self._entities[named.key]

    def _ruled(self, key: str, named: Named) -> Entity:
        """An entity with the name and label that it has by the rules."""
        entity = self._found.get(key)
        if entity is None:
            entity = Entity(key, named.name, named.label, key.removeprefix(_STATE) if key.startswith(_STATE) else None)
        elif is_local(key):
            entity = replace(entity, label=named.label)
        rename, retype = self._scope.rename(key), self._scope.retype(key)
        self._used.update(rule.id for rule in (rename, retype) if rule)
        return replace(
            entity,
            name=rename.value if rename else entity.name,
            label=retype.value if retype else entity.label,
            roles=(),
            is_sure=entity.is_sure or bool(named.rules or rename or retype),
        )

    def _with_roles(self, key: str) -> Entity:
        """An entity with the roles of all that it was taken for."""
        spans = {span for raw in self._roles.get(key, ()) for span in self._found[raw].roles}
        return replace(self._entities[key], roles=tuple(sorted(spans)))

    def _with_added(self, added: Sequence[tuple[Span, Rule]]) -> list[Mention]:
        """The machine's mentions and the reader's, in text order; where they overlap, the reader's."""
        own = [mention for span, rule in added if (mention := self._added(span, rule))]
        kept: list[Mention | None] = []
        needless: set[Span] = set()
        first = 0
        for mention in self._analysis.mentions:
            while first < len(own) and own[first].span.end <= mention.span.start:
                first += 1
            over = list(takewhile(mention.span.overlaps, (one.span for one in islice(own, first, None))))
            if not over:
                kept.append(self._mention(mention))
            elif self._says_more(mention, own[first : first + len(over)]):
                kept.append(self._mention(mention))
                needless.update(over)
            else:
                kept += map(self._mention, self._rest(mention, over))
        kept += (mention for mention in own if mention.span not in needless)
        return sorted((mention for mention in kept if mention), key=lambda mention: mention.span)

    def _added(self, span: Span, rule: Rule) -> Mention | None:
        """What the reader said is a name; None: a stronger rule says that it is none."""
        if (rule.id.hex, "") not in self._named:
            self._named[rule.id.hex, ""] = self._scope.named_by(rule)
        entity = self._entity(self._named[rule.id.hex, ""])
        return None if entity is None else Mention(span, entity.label, entity.id)

    def _says_more(self, mention: Mention, own: Sequence[Mention]) -> bool:
        """Whether the machine took the reader's words and others for a longer name of the same thing."""
        key = self._what(self._found[mention.entity], mention.span).key
        return all(key == one.entity and mention.span.covers(one.span) and mention.span != one.span for one in own)

    def _rest(self, mention: Mention, taken: Sequence[Span]) -> Iterator[Mention]:
        """What is left of a name that the reader's words cut, where it is a name by itself elsewhere in the article."""
        edges = [mention.span.start, *(edge for span in taken for edge in (span.start, span.end)), mention.span.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            piece = self._text[start:end] if start < end else ""
            start += len(piece) - len(piece.lstrip(_EDGES))
            words = piece.strip(_EDGES)
            if words and (there := self._by_words.get(folded_name(words))):
                yield replace(there, span=Span(start, start + len(words)))

    @cached_property
    def _by_words(self) -> dict[str, Mention]:
        """The machine's mentions by their folded words, one of each."""
        return {folded_name(mention.span.of(self._text)): mention for mention in reversed(self._analysis.mentions)}
