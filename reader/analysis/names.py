"""Where things are named: what the model saw, what the gazetteer knows, and what the whole document says about both."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.analysis.folding import folded
from reader.analysis.gazetteer import Gazetteer, Known, first_word, straight
from reader.analysis.pieces import Piece
from reader.analysis.trimming import follows_title, offices, trimmed, without_title
from reader.model.span import Span

LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LANGUAGE", "WORK_OF_ART", "LAW", "PRODUCT"))
"""Labels of names; the model's others (dates, numbers, amounts) name nothing."""

PLACES = frozenset(("GPE", "LOC", "FAC"))

REPEATED = frozenset(("PERSON", "ORG", "GPE", "LOC"))
"""Labels of names that are looked for where the model missed them."""

_WORD = re.compile(r"\w+")
_LOOSE = re.compile(
    r"(?:(?:north|south|east|west)+(?:ern)?|central|mainland|neighbou?ring|upper|lower"
    r"|[Nn]ear|In|At|From|But|And|While|After|Since|With)\s+(?=\w)"
)
"""Words before a place or a person that do not belong to the name."""
_CAPITALISED_BEFORE = re.compile(
    r"(?<!\w)(?!(?:The|An?|In|On|At|By|As|For|From|With|When|While|After|Since|But|And|If|Both|Like|Later|Then) )"
    r"[A-Z][\w'’.-]* $"
)
"""A capitalised word before a name, unless a sentence begins with it and it names nothing."""
_OFFICE_OF = re.compile(
    r"['’]s? (?:King|Queen|President|Prime|Foreign|Defen[cs]e|Interior|[Pp]arliament|[Gg]overnment|[Aa]rmy)\b"
)
"""What only a state has."""
_BODY_OF = re.compile(
    r"\b(?:Party|Union|Front|Movement|Alliance|Federation|League|Congress|University|Church|Bank|Club|Association|Council)"
    r" (?:of|for|in) (?:the )?$"
)
"""What before a place makes it a part of another name, though the model may have missed that."""
_JOINT = frozenset("-–/")


class Found(NamedTuple):
    """A stretch of the text that names something; offsets in code points."""

    start: int
    end: int
    label: str
    known: Known | None = None
    is_sure: bool = True
    """Whether the text agrees with itself on what is named here."""


class Register:
    """All names of a text that is read piece by piece.

    Args:
        text: the whole text.
        gazetteer: names known before.
    """

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._found: list[Found] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        """Where each capitalised word stands."""
        self._headline_end = 0

    def add(self, piece: Piece, seen: Iterable[tuple[int, int, str]]) -> None:
        """Take in what the model saw in a piece.

        Args:
            piece: the pieces come in text order.
            seen: start and end in the piece, and the model's label.
        """
        if not piece.is_body:
            self._headline_end = piece.start + len(piece.text)
        known = list(self._known(piece))
        model = _names_only(piece.text, seen)
        self._found += (
            one._replace(start=piece.start + one.start, end=piece.start + one.end)
            for one in _merged(piece.text, model, known)
        )

    def add_source(self, span: Span) -> None:
        """Take in the span that names the article's source: a news medium, unless it is known as something else."""
        text = straight(self._text)
        start, end = trimmed(self._text, span.start, span.end)
        if start < end:
            known = self._gazetteer.at(text, start, first_word(text[start:end]))
            if known is None or start + len(known.name) != end:
                known = None
            self._found.append(Found(start, end, known.label if known else "MEDIA", known))

    def names(self) -> list[Found]:
        """Names found so far, in text order, not overlapping, under the labels that the document as a whole gives."""
        labels = _Labels(self._text, self._found)
        found = [labels.of(one) for one in self._found]
        return list(_joined_people(self._text, sorted(found + self._again(found), key=lambda one: one.start)))

    def _known(self, piece: Piece) -> Iterator[Found]:
        """Known names in a piece, and a note of where each capitalised word stands."""
        text, end = straight(piece.text), 0
        for match in _WORD.finditer(text):
            word, start = match.group(), match.start()
            if word[0].isupper():
                self._places[word].append(piece.start + start)
            if start >= end and (known := self._gazetteer.at(text, start, word)):
                end = start + len(known.name)
                yield Found(start, end, known.label, known)

    def _again(self, found: Sequence[Found]) -> list[Found]:
        """Further places where the document repeats a name that it gave elsewhere."""
        taken = bytearray(len(self._text) + 1)
        for one in found:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        again = []
        for name, label in sorted(_repeatable(self._text, found).items(), key=lambda pair: -len(pair[0])):
            for start in self._places.get(first_word(name), ()):
                one = Found(start, start + len(name), label)
                if self._text.startswith(name, start) and self._is_free(one, taken):
                    taken[one.start : one.end] = b"\1" * len(name)
                    again.append(one)
        return again

    def _is_free(self, one: Found, taken: bytearray) -> bool:
        """Whether a name stands alone: in no other name, in no longer word, and beside no capitalised word.

        Such a neighbour does no harm when it is itself a name or a title, nor in a headline, where all words may be so.
        """
        text, start, end = self._text, one.start, one.end
        if taken.find(1, start, end) >= 0 or text[end : end + 1].isalnum() or not _stands_alone(text, start):
            return False
        if start < self._headline_end:
            return True
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and not taken[end + 1]:
            return False
        before = _CAPITALISED_BEFORE.search(text, max(0, start - 30), start)
        return not before or bool(taken[start - 2]) or (one.label == "PERSON" and follows_title(text, start))


def _names_only(text: str, seen: Iterable[tuple[int, int, str]]) -> list[Found]:
    """The model's names, trimmed, without those that are part of an office."""
    held = offices(text)
    names = []
    for start, end, label in seen:
        if label not in LABELS:
            continue
        start, end = trimmed(text, start, end)
        if (label == "PERSON" or label in PLACES) and (match := _LOOSE.match(text, start, end)):
            start = match.end()
        if label == "PERSON":
            start = without_title(text, start, end)
        for office in held:
            if office[0] < start < office[1]:
                start, end = trimmed(text, min(office[1], end), end)
        if start < end and any(c.isupper() or c.isdigit() for c in text[start:end]):
            names.append(Found(start, end, label))
    return names


def _joined_people(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The names, each overlap gone, and two neighbouring people joined to one: the model cuts `Jean-Yves Le Drian`."""
    last: Found | None = None
    for one in found:
        if last is None:
            last = one
        elif one.start < last.end:
            continue
        elif (
            last.label == one.label == "PERSON" and text[last.end : one.start] == " " and not (last.known or one.known)
        ):
            last = last._replace(end=one.end)
        else:
            yield last
            last = one
    if last is not None:
        yield last


def _merged(text: str, model: Sequence[Found], known: Sequence[Found]) -> list[Found]:
    """Both kinds of names, none overlapping another."""
    kept = list(model)
    for one in known:
        rivals = [name for name in kept if name.start < one.end and one.start < name.end]
        around = next((name for name in rivals if name.start <= one.start and one.end <= name.end), None)
        is_weak = one.known is not None and one.known.is_weak
        if around and around[:2] == one[:2]:
            if not is_weak or _agree(around.label, one.label) or _OFFICE_OF.match(text, one.end):
                kept[kept.index(around)] = one._replace(label=around.label)
        elif is_weak or not (rivals or _stands_alone(text, one.start)):
            continue
        elif around is None or _is_joined(text, around, one):
            kept = [name for name in kept if name not in rivals]
            kept += (rest for name in rivals for rest in _rests(text, name, one))
            kept.append(one)
    return sorted(kept, key=lambda name: name.start)


def _stands_alone(text: str, start: int) -> bool:
    """Whether the name that starts here is no part of the name of a body, as in `Party of Rovia`."""
    return _BODY_OF.search(text, max(0, start - 30), start) is None


def _agree(label: str, known: str) -> bool:
    """Whether a label of the model may be meant by a label of the gazetteer."""
    return label == known or {label, known} <= PLACES or {label, known} == {"ORG", "MEDIA"}


def _is_joined(text: str, name: Found, part: Found) -> bool:
    """Whether a hyphen or slash joins the part to the rest of the name, as in `Israel-Hamas`."""
    before = part.start == name.start or text[part.start - 1] in _JOINT
    after = part.end == name.end or text[part.end] in _JOINT
    return before and after


def _rests(text: str, name: Found, part: Found) -> Iterator[Found]:
    """What is left of a name on both sides of a part that is a name of its own."""
    for start, end in ((name.start, part.start), (part.end, name.end)):
        start, end = trimmed(text, max(start, name.start), min(end, name.end))
        if start < end and text[start].isupper():
            yield Found(start, end, name.label)


class _Labels:
    """One label for all mentions in the same words: what the model says most often.

    A lone surname is a person where the document gives a full name that ends in it, or begins with it: `Wang Yi`.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            name = folded(text[one.start : one.end])
            self._votes[name][one.label] += 1
            if one.label != "PERSON" and one.known is None and follows_title(text, one.start):
                self._votes[name]["PERSON"] += 2
        full_names = [name for name, votes in self._votes.items() if " " in name and _first(votes) == "PERSON"]
        self._surnames = {name.split()[side] for name in full_names for side in (0, -1)}

    def of(self, one: Found) -> Found:
        """The same name under the label that the document gives it."""
        name = folded(self._text[one.start : one.end])
        is_surname = name in self._surnames
        if one.known is not None and not (is_surname and one.label == "PERSON"):
            return one._replace(label=one.known.label)
        label = "PERSON" if is_surname else _first(self._votes[name])
        return Found(one.start, one.end, label)


def _first(votes: Counter[str]) -> str:
    return votes.most_common(1)[0][0]


def _repeatable(text: str, found: Iterable[Found]) -> dict[str, str]:
    """Names that are looked for elsewhere, with their labels: all full names, and the surnames of people."""
    names: dict[str, str] = {}
    for one in found:
        name = text[one.start : one.end]
        if one.known is None and one.label in REPEATED:
            names.setdefault(name, one.label)
            if one.label == "PERSON" and " " in name:
                names.setdefault(name.rpartition(" ")[2], "PERSON")
    return {name: label for name, label in names.items() if len(name) > 2}
