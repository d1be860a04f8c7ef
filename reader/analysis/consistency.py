"""One name, one label: what all mentions of a document say together about what a name names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.analysis.found import PLACES, Found, may_mean
from reader.analysis.gazetteer import Known
from reader.analysis.surnames import lone_names, surname_start
from reader.analysis.trimming import follows_title
from reader.text.names import folded_name

_IN = re.compile(r"\b(?:[Ii]n|around|throughout|across|inside) $")
_NEAR = re.compile(
    r"\b(?:near|outside|in and around|(?:city|town|village|province|region|district|outskirts|suburb|port|capital) of"
    r"|(?:north|south|east|west)(?:east|west)? of) (?:the )?$"
)
_LONGEST_BEFORE = 20
"""Code points before a name in which a preposition is looked for."""
_NO_PLACES = frozenset(("ORG", "NORP", "PRODUCT", "WORK_OF_ART"))
_CUE = 2
"""Votes of the words around a name: more than the model's for one mention."""
_DECIDED = 100
"""Votes of a longer name that tells what its part is."""
_US = "iso:US"
_STATES_OF_US = frozenset(("Georgia",))
"""Names of countries that are names of American states, too."""
_GENERATION = re.compile(r" (?:jr|sr|ii|iii|iv)$")
_COMPANY = re.compile(r",? (?:inc|corp|corporation|co|company|ltd|llc|plc|ag|sa|nv|bv|gmbh|holdings?|industries)$")


class Labels:
    """One label for all mentions in the same words: what the model and the words around say most often.

    A lone surname is a person where the document gives a full name that ends in it, or begins with it: `Wang Yi`. The
    short name of a company is an organisation. Where as much speaks for one kind of thing as for another, no mention is
    sure.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._known: dict[str, Known] = {}
        """Names that mean other things too, and what they mean where some mention is taken for it."""
        self._keys = {one.known.entry.key for one in found if one.known is not None and not one.known.is_weak}
        """What the document names in words that mean nothing else."""
        for one in found:
            name = folded_name(text[one.start : one.end])
            self._votes[name][one.label] += 1
            if one.known is None:
                self._votes[name].update(_told_around(text, one))
            elif one.known.is_weak:
                self._known[name] = one.known
        self._surnames = _surnames(name for name, votes in self._votes.items() if _first(votes) == "PERSON")
        companies = _short_companies(name for name, votes in self._votes.items() if _first(votes) == "ORG")
        for name in companies & self._votes.keys():
            self._votes[name]["ORG"] += _DECIDED

    def of(self, one: Found) -> Found:
        """The same name under the label that the document gives it."""
        name = folded_name(self._text[one.start : one.end])
        is_surname = name in self._surnames
        if one.known is not None and not (is_surname and one.label == "PERSON"):
            return self._told(one, one.known, is_sure=not (is_surname and one.known.is_weak))
        if is_surname:
            start = surname_start(self._text, one.start)
            return Found(start, one.end, "PERSON", None, name not in self._known)
        votes = self._votes[name]
        label, known = _first(votes), self._known.get(name)
        if known is not None and may_mean(label, known.label):
            return self._told(one, known, is_sure=not _are_torn(votes))
        return Found(one.start, one.end, label, None, not _are_torn(votes))

    def _told(self, one: Found, known: Known, *, is_sure: bool) -> Found:
        """The name as one that is known, in doubt where it may as well be that of an American state."""
        is_open = known.is_weak and known.name in _STATES_OF_US and _US in self._keys
        is_sure = is_sure and not (is_open and known.entry.key not in self._keys)
        return Found(one.start, one.end, known.label, known, is_sure)


def _first(votes: Counter[str]) -> str:
    return votes.most_common(1)[0][0]


def _are_torn(votes: Counter[str]) -> bool:
    """Whether as much speaks for one kind of thing as for another."""
    kinds: Counter[str] = Counter()
    for label, count in votes.items():
        kinds["PLACE" if label in PLACES else label] += count
    return len(kinds) > 1 and len({count for _, count in kinds.most_common(2)}) == 1


def _surnames(people: Iterable[str]) -> set[str]:
    """What may name people alone, of their full names."""
    names = (_GENERATION.sub("", name).split() for name in people)
    return {lone for name in names if len(name) > 1 for lone in lone_names(name)}


def _short_companies(organisations: Iterable[str]) -> set[str]:
    """What is left of the names of companies without their legal form, and the first words of those."""
    names = {_COMPANY.sub("", name) for name in organisations if _COMPANY.search(name)}
    return names | {name.partition(" ")[0] for name in names}


def _told_around(text: str, one: Found) -> dict[str, int]:
    """What the words around a name say about what it names, as votes."""
    before = max(0, one.start - _LONGEST_BEFORE)
    if one.label != "PERSON" and follows_title(text, one.start):
        return {"PERSON": _CUE}
    if one.label == "PERSON" and (_IN.search(text, before, one.start) or _NEAR.search(text, before, one.start)):
        return {"GPE": _CUE}
    if one.label in _NO_PLACES and _NEAR.search(text, before, one.start):
        return {"GPE": _CUE}
    return {}
