"""Names in an article, as verbs print them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from reader.model.analysis import Analysis, Entity

GROUPS: Mapping[str, tuple[str, ...]] = {
    "People": ("PERSON",),
    "States and places": ("GPE", "LOC", "FAC", "NORP"),
    "Organisations": ("ORG",),
    "Media": ("MEDIA",),
    "Events and works": ("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"),
}
"""Headings for people and the labels under them, as in the reading room."""


def grouped_names(analysis: Analysis) -> Iterator[str]:
    """Lines for people: names with the number of their mentions, under headings."""
    counts = Counter(mention.entity for mention in analysis.mentions)
    for heading, labels in GROUPS.items():
        members = [entity for entity in analysis.entities if entity.label in labels]
        if members:
            yield from ("", heading)
            yield from (f"{counts[entity.id]:>4}  {entity.name}" for entity in members)


def entity_object(entity: Entity) -> dict[str, str]:
    """JSON-ready form: id, name, type, and country where there is one."""
    plain = {"id": entity.id, "name": entity.name, "type": entity.label}
    return plain if entity.country is None else {**plain, "country": entity.country}
