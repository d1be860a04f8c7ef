"""The ways in which an article names its states: as places, by their people, for their governments."""

from collections import Counter, defaultdict

from reader.model.analysis import Analysis, Mention


def aspects(analysis: Analysis) -> dict[str, str]:
    """By id of each state that is named in several ways, how often in which: `4 place · 2 people · 1 government`."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in analysis.mentions:
        named[mention.entity][_aspect(mention)] += 1
    return {
        entity.id: " · ".join(f"{count} {aspect}" for aspect, count in named[entity.id].most_common())
        for entity in analysis.entities
        if entity.label == "GPE" and len(named[entity.id]) > 1
    }


def _aspect(mention: Mention) -> str:
    if mention.is_government:
        return "government"
    return "people" if mention.label == "NORP" else "place"
