"""What the pane of names knows of an article's entities."""

from collections import Counter
from collections.abc import Mapping
from typing import Self

from reader.model.analysis import Analysis, Entity
from reader.model.value import Value
from reader.text.aspects import aspects


class Shown(Value, frozen=True):
    """Entities, and what the article says of each."""

    entities: tuple[Entity, ...] = ()
    counts: Mapping[str, int] = {}
    """By id, how often it is named."""
    aspects: Mapping[str, str] = {}
    """By id of a state, how it is named: `4 place · 2 people · 1 government`; only where it is in several ways."""
    roles: Mapping[str, tuple[str, ...]] = {}
    """By id, in the words of the text."""
    watched: frozenset[str] = frozenset()

    @classmethod
    def of(cls, analysis: Analysis, text: str, watched: frozenset[str]) -> Self:
        """What an analysis says."""
        return cls(
            analysis.entities,
            Counter(mention.entity for mention in analysis.mentions),
            aspects(analysis),
            {
                entity.id: tuple(" ".join(role.of(text).split()) for role in entity.roles)
                for entity in analysis.entities
                if entity.roles
            },
            watched & {entity.id for entity in analysis.entities},
        )
