"""Which names of organisations, places and peoples are names of the same thing: acronyms, short forms, plurals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.text.names import key_of

_BODIES = frozenset(("ORG", "MEDIA"))
"""Labels of what is called by the first or the last words of its name."""

_MISTAKEN = frozenset(("PRODUCT", "WORK_OF_ART", "EVENT", "LAW"))
"""Labels that the last word of such a name gets where it stands alone."""

_REGIONS = frozenset(("GPE", "LOC"))

_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "&", "s"))
_LONGEST_ACRONYM = 8
_PEOPLE_OF = ("n", "an", "ian")
"""What makes a word for people of the name of a place: Victorian, Chicagoan, Bostonian."""

_COMMON_WORDS = """
foreign defense defence interior finance health justice education energy trade economy agriculture transport
information culture labor labour public home internal external affairs security national federal supreme high
constitutional central general armed special state royal local prime cabinet ministry ministries minister
department government administration parliament congress senate house assembly council committee commission
court army navy police military forces force guard air office bureau agency authority board party coalition
opposition university college church hospital bank embassy consulate mission union institute foundation the
treasury chamber lower upper legislature prosecutor prosecutors of and for
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words for offices that every state has: a name of nothing else tells only within an article what it names."""

_BUSINESS_WORDS = """
oil gas energy petroleum mining steel power bank banking capital group holding holdings industries
international airlines airways air motors motor technologies technology systems software electronics
pharmaceuticals pharma foods stores media entertainment pictures records
"""
_BUSINESS = frozenset(_BUSINESS_WORDS.split())
"""Second words of firms that are called by the first."""


_HEADS_OF_ACRONYMS = """
administration agency association authority bank commission committee council fund institute organization organisation
party union university
"""
_LAST_OF_ACRONYMS = frozenset(_HEADS_OF_ACRONYMS.split())
"""Last words of long names that stand for the whole, where else only its acronym is given."""


class Name(NamedTuple):
    """One name of something that is no person."""

    form: str
    """Folded, as `folding.comparable` has it."""
    label: str
    key: str
    """Of the gazetteer, where that knows it; else empty."""
    words: str
    """Folded as they stand in the text."""
    is_acronym: bool = False


class Things:
    """What a document names beside people.

    Args:
        names: in text order.
        bracketed: forms that stand in brackets behind one another, or before: a long and a short name.
    """

    def __init__(self, names: Iterable[Name], bracketed: Iterable[tuple[str, str]]) -> None:
        self._names: dict[str, Name] = {}
        for name in names:
            if name.form not in self._names or (name.key and not self._names[name.form].key):
                self._names[name.form] = name
        self._same: dict[str, str] = {}
        """A fuller name for each short one."""
        self._beginning: defaultdict[str, list[str]] = defaultdict(list)
        self._ending: defaultdict[str, list[str]] = defaultdict(list)
        """Longer names by the words that they begin and end with."""
        for form in self._names:
            words = form.split()
            for at in range(1, len(words)):
                self._beginning[" ".join(words[:at])].append(form)
                self._ending[" ".join(words[at:])].append(form)
        self._bracketed(bracketed)
        self._acronyms()
        for name in sorted(self._names.values(), key=lambda name: -name.form.count(" ")):
            if not name.key and name.form not in self._same and (whole := self._fuller(name) or self._acronym(name)):
                self._same[name.form] = whole

    def key(self, form: str) -> str:
        """Key of what a name of the document names; empty where only the document tells what that is."""
        name = self._whole(form)
        if name.key:
            return name.key
        if all(word in _COMMON for word in name.form.split()):
            return ""
        return key_of(name.label, name.form)

    def full_form(self, form: str) -> str:
        """The fullest form of a folded name."""
        return self._whole(form).form

    def firm(self, word: str) -> str:
        """The form of the one firm that is called by its first word; empty without one."""
        firms = self._beginning.get(word, [])
        is_firm = len(firms) == 1 and self._names[firms[0]].label == "ORG" and firms[0].split()[1] in _BUSINESS
        return firms[0] if is_firm else ""

    def _whole(self, form: str) -> Name:
        passed = set()
        while form in self._same and form not in passed:
            passed.add(form)
            form = self._same[form]
        return self._names[form]

    def _bracketed(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the names that the text itself puts in brackets."""
        for long, short in pairs:
            self._join(short, long)

    def _acronyms(self) -> None:
        """Acronyms of the one thing whose initials they are."""
        initials: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for name in self._names.values():
            words = name.words.split()
            if len(words) > 1:
                whole = self._whole(name.form)
                for letters in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)):
                    initials[letters].setdefault(whole.key or whole.form, name.form)
        for name in list(self._names.values()):
            if name.is_acronym and name.form not in self._same and len(full := initials.get(name.form, {})) == 1:
                self._join(name.form, next(iter(full.values())))

    def _join(self, short: str, long: str) -> None:
        """Make a short and a long name one; what the gazetteer knows is the fuller one."""
        if self._whole(short).form == self._whole(long).form:
            return
        if not self._whole(short).key:
            self._same[self._whole(short).form] = long
        elif not self._whole(long).key:
            self._same[self._whole(long).form] = short

    def _fuller(self, name: Name) -> str | None:
        """The fuller name of which a name is a short one, if there is one thing only that bears such."""
        found = {self._whole(form).key or self._whole(form).form: form for form in self._longer(name)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _acronym(self, name: Name) -> str | None:
        """The one acronym whose last letter stands for a lone word: NASA for `the Administration`."""
        if name.label != "ORG" or name.form not in _LAST_OF_ACRONYMS:
            return None
        found = {
            self._whole(other.form).key or self._whole(other.form).form: other.form
            for other in self._names.values()
            if other.is_acronym and other.label == "ORG" and len(other.form) > 2 and other.form.endswith(name.form[0])
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _longer(self, name: Name) -> Iterator[str]:
        """Names of which a name may be a short one."""
        form, label = name.form, name.label
        if label == "NORP":
            places = (form.removesuffix(ending) for ending in _PEOPLE_OF if form.endswith(ending))
            yield from (place for place in places if place in self._names and self._names[place].label in _REGIONS)
            return
        if label in _REGIONS and (place := self._names.get(form.removeprefix("state of "))) and place.form != form:
            yield place.form
        for longer, is_end in ((self._beginning, False), (self._ending, True)):
            for other in longer.get(form, ()):
                whole = self._names[other]
                is_body = label in _BODIES and whole.label in _BODIES
                is_state = label in _REGIONS and whole.label in _REGIONS and whole.key.startswith("iso:")
                if is_body or is_state or (is_end and label in _MISTAKEN and whole.label == "ORG"):
                    yield other


def singular(form: str) -> str:
    """The singular of a folded word for people."""
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def is_acronym(words: str) -> bool:
    """Whether a name looks like an acronym."""
    letters = words.replace(".", "")
    return 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and " " not in letters


def brackets(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers of a name and of the acronym beside it in brackets, in the order long, short.

    Args:
        text: what the spans point into.
        spans: of names, in text order.
    """
    for number in range(len(spans) - 1):
        (start, end), (next_start, next_end) = spans[number : number + 2]
        if next_start - end == 2 and text[end:next_start] == " (" and text[next_end : next_end + 1] == ")":
            first, second = text[start:end], text[next_start:next_end]
            if is_acronym(second) and " " in first:
                yield number, number + 1
            elif is_acronym(first) and " " in second:
                yield number + 1, number
