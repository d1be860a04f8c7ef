"""Which names of people are names of the same person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.analysis.given_names import may_be_one
from reader.analysis.sounding import sound
from reader.analysis.surnames import PARTICLES

_SON_OF = frozenset(("abu", "ben", "bin", "bint", "ibn"))
"""Particles before the name of a father or a child, which alone names that one: not `Salman` for `bin Salman`."""

SHORTEST_ALIKE = 6
"""Letters of the shortest lone surname that may be a spelling of another."""

MOST_COMPARED = 50
"""People of one surname with whom a full name is compared; more are on no page but a list of names."""


class Who(NamedTuple):
    """The person whom a name names in its place."""

    key: str
    is_sure: bool = True


class People:
    """The people of one document.

    Args:
        named: folded name, and the gender its title tells (m, f or nothing), of each mention, in text order.
        numbers: for those whom no other article knows.
    """

    def __init__(self, named: Sequence[tuple[str, str]], numbers: Iterator[int]) -> None:
        self._numbers = numbers
        self._whole: dict[str, str] = {}
        """The fullest form of each name that is more than a surname."""
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        """People by the sound of their last name."""
        forms = dict.fromkeys(form for form, _ in named)
        for form in sorted(forms, key=lambda form: -form.count(" ")):
            if " " in form:
                self._take(form)
        self._join_given_names()
        self._whole = {form: whole for form, whole in self._whole.items() if not self._is_lone(form, whole)}
        people = dict.fromkeys(self._whole.values())
        self._keys = _keys(people)
        self._by_alias = _aliases(people)
        self._genders = {self._whole[form]: gender for form, gender in named if gender and form in self._whole}
        self._seen: set[str] = set()
        """People named in full so far."""
        self._meant: dict[str, str] = {}
        """Who was meant by a lone name the last time."""
        self._local: dict[tuple[str, bool], str] = {}

    def __contains__(self, form: str) -> bool:
        """Whether a folded name is tied to the full name of one or more people."""
        return form in self._whole or bool(self._candidates(form))

    def who(self, form: str, gender: str = "") -> Who:
        """The person whom a name of the document names; to be asked in text order.

        Args:
            form: the folded name.
            gender: which its title tells: m, f or nothing.
        """
        if whole := self._whole.get(form):
            self._seen.add(whole)
            return Who(self._keys[whole])
        people = self._candidates(form)
        is_open = len(people) > 1
        if is_open and gender:
            people = [one for one in people if self._genders.get(one, gender) == gender]
        if len(people) > 1:
            people = [one for one in people if one in self._seen]
        if len(people) > 1 and self._meant.get(form) in people:
            people = [self._meant[form]]
        if len(people) != 1:
            return Who(self._unknown(form, is_open=is_open), is_sure=not is_open)
        self._meant[form] = people[0]
        return Who(self._keys[people[0]])

    def _candidates(self, form: str) -> Sequence[str]:
        """People whom a lone name may name: by surname, else by first name, by a name between, or by sound."""
        for alias in (form, form.rpartition(" ")[2]):
            for rank in range(3):
                if people := self._by_alias.get((alias, rank)):
                    return people
        if " " in form or len(form) < SHORTEST_ALIKE:
            return ()
        alike = [one for one in self._by_sound.get(sound(form), ()) if one in self._keys and not one.endswith(form)]
        return alike if len(alike) == 1 else ()

    def _unknown(self, form: str, *, is_open: bool) -> str:
        """Key of someone whose full name the document does not give, or gives for several."""
        last = form.rpartition(" ")[2]
        alike = sound(last) if len(last) >= SHORTEST_ALIKE else last
        if (alike, is_open) not in self._local:
            self._local[alike, is_open] = f"local:{next(self._numbers)}"
        return self._local[alike, is_open]

    def _take(self, form: str) -> None:
        """Put a full name to the person whom a fuller name names, or to a new one."""
        alike = self._by_sound[sound(form.rpartition(" ")[2])]
        fuller = [whole for whole in alike[:MOST_COMPARED] if _may_be(form, whole)]
        self._whole[form] = fuller[0] if len(fuller) == 1 else form
        if len(fuller) != 1:
            alike.append(form)

    def _join_given_names(self) -> None:
        """Make one of the only two people with a surname when their given names are forms of the same: Joe, Joseph."""
        for people in self._by_sound.values():
            if len(people) == 2:
                whole, other = people
                if whole.rpartition(" ")[2] == other.rpartition(" ")[2] and _share_given_name(whole, other):
                    self._whole = {form: whole if full == other else full for form, full in self._whole.items()}
                    people.remove(other)

    def _is_lone(self, form: str, whole: str) -> bool:
        """Whether a name of several words is a surname with its particle: `von der Leyen`."""
        return form == whole and all(word in PARTICLES for word in form.split()[:-1])


def _keys(people: Iterable[str]) -> dict[str, str]:
    """Keys of people by their fullest forms: without initials in the middle, unless they tell two apart."""
    short: defaultdict[str, list[str]] = defaultdict(list)
    for whole in people:
        short[_without_initials(whole)].append(whole)
    return {whole: f"person:{form if len(same) == 1 else whole}" for form, same in short.items() for whole in same}


def _aliases(people: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """People by the words that may name them alone; 0 surnames, 1 first names, 2 names between."""
    by_alias: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for whole in people:
        for alias in dict.fromkeys(_aliases_of(whole.split())):
            by_alias[alias].append(whole)
    return dict(by_alias)


def _aliases_of(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    for at in range(1, len(words)):
        if words[at] in PARTICLES and words[at - 1] not in PARTICLES:
            yield " ".join(words[at:]), 0
    if words[-2] not in _SON_OF:
        yield words[-1], 0
    yield words[0], 1
    for at, word in enumerate(words[1:-1], 1):
        if len(word) > 2 and word not in PARTICLES and words[at - 1] not in _SON_OF:
            yield word, 2


def _may_be(form: str, whole: str) -> bool:
    """Whether a full name is another writing of one with the same last name: fewer names, initials, like sounds."""
    initials = [word for word in form.split()[1:] if len(word) == 1]
    if (
        initials
        and any(len(word) == 1 for word in whole.split()[1:])
        and initials != [word for word in whole.split()[1:] if len(word) == 1]
    ):
        return False
    words = iter(whole.split())
    return all(any(_is_alike(word, fuller) for fuller in words) for word in form.split())


def _is_alike(word: str, fuller: str) -> bool:
    return word == fuller or (len(word) == 1 and fuller.startswith(word)) or sound(word) == sound(fuller)


def _share_given_name(whole: str, other: str) -> bool:
    """Whether the first names of two people may be forms of one, and what follows them agrees."""
    first, _, rest = whole.partition(" ")
    other_first, _, other_rest = other.partition(" ")
    return may_be_one(first, other_first) and _may_be(other_rest, rest)


def _without_initials(whole: str) -> str:
    first, *others = whole.split()
    return whole if len(first) == 1 else " ".join((first, *(word for word in others if len(word) > 1)))
