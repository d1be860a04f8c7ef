"""Which names are names of the same thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.analysis.folding import folded
from reader.analysis.found import Found
from reader.model.analysis import Entity, Mention, Names
from reader.model.span import Span

_KINDS = {"GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
"""First part of the key of what the gazetteer does not know; else the label in lower case."""

_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv|inc|corp|corporation|co|company|ltd|llc|plc|ag|sa|nv|gmbh)$")
_STATE = re.compile(r"^(?:us|united states) (?=\S)")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "&"))


def resolve(text: str, found: Sequence[Found]) -> Names:
    """Mentions and the entities that they name, by first appearance.

    Args:
        text: what the names point into.
        found: names in text order, not overlapping.
    """
    keys = _Keys(text, found)
    named: defaultdict[str, list[Found]] = defaultdict(list)
    mentions = []
    for one in found:
        key = keys.of(one)
        named[key].append(one)
        mentions.append(Mention(Span(one.start, one.end), one.label, key))
    return Names(tuple(_entity(text, key, same) for key, same in named.items()), tuple(mentions))


class _Keys:
    """Keys for the names of one document, asked in text order."""

    def __init__(self, text: str, found: Iterable[Found]) -> None:
        self._text = text
        labels: dict[str, str] = {}
        people = []
        for one in found:
            if one.known is None and one.label == "PERSON":
                people.append(_form(text, one))
            elif one.known is None:
                labels.setdefault(_form(text, one), one.label)
        self._people = _People(dict.fromkeys(people))
        self._labels = labels
        self._same = _acronyms(labels) | _plurals(form for form, label in labels.items() if label == "NORP")
        self._same |= _short_forms([form for form, label in labels.items() if label == "ORG"], self._same)

    def of(self, one: Found) -> str:
        """Key of the thing that a name names."""
        if one.known is not None:
            return one.known.entry.key
        form = _form(self._text, one)
        if one.label == "PERSON":
            return self._people.key(form)
        whole = self._same.get(form, form)
        label = self._labels[whole]
        return f"{_KINDS.get(label, label.lower())}:{whole}"


class _People:
    """The people of a document by their folded names."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._whole: dict[str, str] = {}
        """The fullest form of each full name."""
        self._by_surname: defaultdict[str, list[str]] = defaultdict(list)
        self._by_first_name: defaultdict[str, list[str]] = defaultdict(list)
        self._leading: dict[str, str] = {}
        """Who of those with the same surname was named in full first."""
        self._local: dict[str, str] = {}
        for form in sorted(forms, key=lambda form: -form.count(" ")):
            if " " in form:
                self._take(form)

    def key(self, form: str) -> str:
        """Key of a person, who must be asked for in text order."""
        if whole := self._whole.get(form):
            self._leading.setdefault(whole.rpartition(" ")[2], whole)
            return f"person:{whole}"
        people = self._by_surname.get(form) or self._by_first_name.get(form) or []
        if len(people) == 1:
            return f"person:{people[0]}"
        if form in self._leading:
            return f"person:{self._leading[form]}"
        return self._local.setdefault(form, f"local:{len(self._local) + 1}")

    def _take(self, form: str) -> None:
        first, surname = form.partition(" ")[0], form.rpartition(" ")[2]
        fuller = [whole for whole in self._by_surname[surname] if _may_be(form, whole)]
        if len(fuller) == 1:
            self._whole[form] = fuller[0]
            return
        self._whole[form] = form
        self._by_surname[surname].append(form)
        self._by_first_name[first].append(form)


def _may_be(form: str, whole: str) -> bool:
    """Whether a full name is a shorter writing of another with the same surname: fewer names, or initials."""
    words = iter(whole.split())
    return all(
        any(word == fuller or (len(word) == 1 and fuller.startswith(word)) for fuller in words) for word in form.split()
    )


def _form(text: str, one: Found) -> str:
    """Comparable form of a name, without a suffix of person or company, and without the state of an office."""
    form = _SUFFIX.sub("", folded(text[one.start : one.end]))
    return _STATE.sub("", form) if one.label == "ORG" else form


def _acronyms(forms: Iterable[str]) -> dict[str, str]:
    """Acronyms and the one name whose initials they are."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    known = set(forms)
    for form in known:
        words = form.split()
        if len(words) > 1:
            names["".join(word[0] for word in words)].add(form)
            names["".join(word[0] for word in words if word not in _SMALL)].add(form)
    return {acronym: next(iter(full)) for acronym, full in names.items() if len(full) == 1 and acronym in known}


def _plurals(forms: Iterable[str]) -> dict[str, str]:
    """Singulars of peoples whose plural is named, too."""
    known = set(forms)
    return {form: f"{form}s" for form in known if f"{form}s" in known}


def _short_forms(forms: Sequence[str], same: Mapping[str, str]) -> dict[str, str]:
    """Names of organisations that begin or end one longer name."""
    by_edge: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        for word in dict.fromkeys((form.partition(" ")[0], form.rpartition(" ")[2])):
            by_edge[word].append(form)
    short = {}
    for form in forms:
        around = by_edge[form.partition(" ")[0]]
        longer = [other for other in around if other.startswith(f"{form} ") or other.endswith(f" {form}")]
        if len(longer) == 1 and form not in same:
            short[form] = longer[0]
    return short


def _entity(text: str, key: str, named: Sequence[Found]) -> Entity:
    """The entity behind all its names: as the gazetteer has it, else under its fullest name and most frequent label."""
    known = next((one.known for one in named if one.known), None)
    if known is not None:
        return Entity(key, known.entry.name, known.entry.label, known.entry.country)
    form = key.partition(":")[2]
    name = next((one for one in named if _form(text, one) == form), named[0])
    label = Counter(one.label for one in named).most_common(1)[0][0]
    return Entity(key, text[name.start : name.end], label)
