"""Names in an article, as verbs print them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from reader.model.analysis import Analysis, Entity, Mention
from reader.text.aspects import aspects

GROUPS: Mapping[str, tuple[str, ...]] = {
    "People": ("PERSON",),
    "States and places": ("GPE", "LOC", "FAC", "NORP"),
    "Organisations": ("ORG",),
    "Media": ("MEDIA",),
    "Events and works": ("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"),
}
"""Headings for people and the labels under them, as in the reading room."""

TYPES: Mapping[str, tuple[str, ...]] = {
    "people": GROUPS["People"],
    "states": ("GPE", "NORP"),
    "places": ("GPE", "LOC", "FAC"),
    "organisations": GROUPS["Organisations"],
    "media": GROUPS["Media"],
    "events": GROUPS["Events and works"],
}
"""What may be asked for, and the labels that are meant."""

DOUBT = "?"
"""Stands behind a name where the text does not tell what it is, or who is meant."""

ENTITY_KEYS = """\
{id, name, type, sure, country?, roles?}: by first appearance; sure is false where the text leaves open what it is; \
country is an ISO 3166 code; roles are [[start, end], ...] of offices and titles"""
MENTION_KEYS = """\
{start, end, type, entity, government?}: in text order; government is true where a state's name stands for it"""
"""What `entity_object` and `mention_object` give, for help."""


def grouped_names(analysis: Analysis, text: str) -> Iterator[str]:
    """Lines for people: names with the number of their mentions and what is said of them, under headings."""
    counts, about = Counter(mention.entity for mention in analysis.mentions), said_of(analysis, text)
    for heading, labels in GROUPS.items():
        members = [entity for entity in analysis.entities if entity.label in labels]
        if members:
            yield from ("", heading)
            for entity in members:
                told = " · ".join(filter(None, (called(entity), about.get(entity.id))))
                yield f"{counts[entity.id]:>4}  {told}"


def called(entity: Entity) -> str:
    """The name, with a sign where there is doubt."""
    return entity.name if entity.is_sure else f"{entity.name} {DOUBT}"


def said_of(analysis: Analysis, text: str) -> dict[str, str]:
    """By id, the roles of people, and in which ways states are named."""
    roles = {
        entity.id: " · ".join(" ".join(role.of(text).split()) for role in entity.roles)
        for entity in analysis.entities
        if entity.roles
    }
    return {**aspects(analysis), **roles}


def entity_object(entity: Entity) -> dict[str, Any]:
    """JSON-ready form, see `ENTITY_KEYS`."""
    plain: dict[str, Any] = {"id": entity.id, "name": entity.name, "type": entity.label, "sure": entity.is_sure}
    if entity.country is not None:
        plain["country"] = entity.country
    if entity.roles:
        plain["roles"] = [[role.start, role.end] for role in entity.roles]
    return plain


def mention_object(mention: Mention) -> dict[str, Any]:
    """JSON-ready form, see `MENTION_KEYS`."""
    span = mention.span
    plain = {"start": span.start, "end": span.end, "type": mention.label, "entity": mention.entity}
    return {**plain, "government": True} if mention.is_government else plain
