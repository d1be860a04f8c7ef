"""Which names are names of the same thing, and what the text tells of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from reader.analysis.cutting import cut
from reader.analysis.folding import comparable
from reader.analysis.found import Found
from reader.analysis.gazetteer import Entry
from reader.analysis.governments import stands_for_government
from reader.analysis.people import People, Who
from reader.analysis.roles import Roles, gender
from reader.analysis.things import Name, Things, brackets, is_acronym, singular
from reader.model.analysis import Entity, Mention, Names
from reader.model.span import Span
from reader.text.names import folded_name


def resolve(text: str, found: Sequence[Found]) -> Names:
    """Mentions and the entities that they name, by first appearance.

    Args:
        text: what the names point into.
        found: names in text order, not overlapping.
    """
    found = list(cut(text, found))
    document = _Document(text, found)
    named: defaultdict[str, list[Found]] = defaultdict(list)
    mentions, unsure = [], set()
    for number, one in enumerate(found):
        who, is_government = document.named(number)
        named[who.key].append(one)
        mentions.append(Mention(Span(one.start, one.end), one.label, who.key, is_government))
        if not who.is_sure:
            unsure.add(who.key)
    roles = Roles(text, found)
    return Names(
        tuple(document.entity(key, same, roles, is_sure=key not in unsure) for key, same in named.items()),
        tuple(mentions),
    )


class _Document:
    """What the names of one document name, asked in text order."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._found = found
        self._forms = [_form(text, one) for one in found]
        self._numbers = count(1)
        """Of things that no other article knows."""
        self._people = People(
            [(form, gender(text, one.start)) for one, form in zip(found, self._forms, strict=True) if _is_person(one)],
            self._numbers,
        )
        self._surnames = set(_surnames(text, found, self._forms))
        pairs = brackets(text, [one[:2] for one in found])
        others = {number: self._name(number) for number, one in enumerate(found) if not _is_person(one)}
        self._things = Things(
            others.values(),
            [
                (self._forms[long], self._forms[short])
                for long, short in pairs
                if found[long].label in ("ORG", "GPE", "EVENT", "LAW", "LOC") and short in others
            ],
        )
        self._local: dict[str, str] = {}
        self._states: dict[str, Entry] = {}
        """States that are named by what stands for their government."""

    def named(self, number: int) -> tuple[Who, bool]:
        """What a name names, and whether it stands for a government."""
        one, form = self._found[number], self._forms[number]
        if one.known is not None:
            entry = one.known.entry
            government = entry.government or (entry if entry.country else None)
            if (
                government
                and form not in self._surnames
                and stands_for_government(self._text, one.start, one.end, one.label)
            ):
                self._states[government.key] = government
                return Who(government.key), True
            return Who(entry.key), False
        if _is_person(one):
            if form in self._people or not (firm := self._things.firm(form)):
                return self._people.who(form, gender(self._text, one.start)), False
            form = firm
        return Who(self._things.key(form) or self._unknown(form)), False

    def entity(self, key: str, named: Sequence[Found], roles: Roles, *, is_sure: bool) -> Entity:
        """The entity behind its names: as the gazetteer has it, else under its fullest name and most frequent label."""
        is_sure = is_sure and any(one.is_sure for one in named)
        entry = self._states.get(key) or next((one.known.entry for one in named if one.known), None)
        if entry is not None:
            return Entity(key, entry.name, entry.label, entry.country, is_sure=is_sure)
        label = Counter(one.label for one in named).most_common(1)[0][0]
        name = max((self._text[one.start : one.end] for one in named), key=_fullness)
        return Entity(key, name, label, roles=roles.of(named) if label == "PERSON" else (), is_sure=is_sure)

    def _name(self, number: int) -> Name:
        """A name of something that is no person."""
        one, form = self._found[number], self._forms[number]
        words = self._text[one.start : one.end]
        return Name(form, one.label, one.known.entry.key if one.known else "", folded_name(words), is_acronym(words))

    def _unknown(self, form: str) -> str:
        """Key of something that only the document tells, by the fullest form of its name."""
        form = self._things.full_form(form)
        if form not in self._local:
            self._local[form] = f"local:{next(self._numbers)}"
        return self._local[form]


def _surnames(text: str, found: Sequence[Found], forms: Sequence[str]) -> Iterator[str]:
    """Last words of people's names, and names right behind another: `Mara London`, which the model may cut in two."""
    for number, (one, form) in enumerate(zip(found, forms, strict=True)):
        before = found[number - 1] if number else None
        if _is_person(one):
            yield form.rpartition(" ")[2]
        elif before and not before.known and before.label != "NORP" and text[before.end : one.start] == " ":
            yield form


def _is_person(one: Found) -> bool:
    return one.label == "PERSON" and one.known is None


def _form(text: str, one: Found) -> str:
    """Comparable form of a name; words for people in the singular."""
    form = comparable(text[one.start : one.end], one.label)
    return singular(form) if one.label == "NORP" else form


def _fullness(name: str) -> tuple[bool, int]:
    """How well a name stands for the thing: not in the capitals of a headline, and in full."""
    return not name.isupper() or is_acronym(name), name.count(" ")
