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
_DIRECTION = re.compile(
    r"(?:(?:north|south|east|west)+(?:ern)?|central|mainland|neighbou?ring|upper|lower)\s+(?=[^\W\d_])"
)
_JOINT = frozenset("-–/")


class Found(NamedTuple):
    """A stretch of the text that names something; offsets in code points."""

    start: int
    end: int
    label: str
    known: Known | None = None


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

    def add(self, piece: Piece, seen: Iterable[tuple[int, int, str]]) -> None:
        """Take in what the model saw in a piece.

        Args:
            piece: the pieces come in text order.
            seen: start and end in the piece, and the model's label.
        """
        known = list(self._known(piece))
        model = _names_only(piece.text, seen)
        self._found += (
            Found(piece.start + start, piece.start + end, label, name)
            for start, end, label, name in _merged(piece.text, model, known)
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
        """Names found so far, in text order, with the labels that the document as a whole gives them."""
        labels = _Labels(self._text, self._found)
        found = [labels.of(one) for one in self._found]
        return sorted(found + self._again(found))

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
        taken = bytearray(len(self._text))
        for one in found:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        again = []
        for name, label in sorted(_repeatable(self._text, found).items(), key=lambda pair: -len(pair[0])):
            for start in self._places.get(first_word(name), ()):
                end = start + len(name)
                if self._text.startswith(name, start) and taken.find(1, start, end) < 0 and self._is_free(start, end):
                    taken[start:end] = b"\1" * len(name)
                    again.append(Found(start, end, label))
        return again

    def _is_free(self, start: int, end: int) -> bool:
        """Whether a span is neither part of a word nor of a longer capitalised name."""
        text = self._text
        if text[end : end + 1].isalnum():
            return False
        return not re.match(r" [A-Z]", text[end : end + 2]) and not re.search(
            r"[A-Z][\w'’.-]* $", text[max(0, start - 30) : start]
        )


def _names_only(text: str, seen: Iterable[tuple[int, int, str]]) -> list[Found]:
    """The model's names, trimmed, without those that are part of an office."""
    held = offices(text)
    names = []
    for start, end, label in seen:
        if label not in LABELS:
            continue
        start, end = trimmed(text, start, end)
        if label == "PERSON":
            start = without_title(text, start, end)
        elif label in PLACES and (match := _DIRECTION.match(text, start, end)):
            start = match.end()
        within = any(a <= start and end <= b for a, b in held)
        if start < end and not within and any(c.isupper() or c.isdigit() for c in text[start:end]):
            names.append(Found(start, end, label))
    return names


def _merged(text: str, model: Sequence[Found], known: Sequence[Found]) -> list[Found]:
    """Both kinds of names, none overlapping another."""
    kept = list(model)
    for one in known:
        rivals = [name for name in kept if name.start < one.end and one.start < name.end]
        around = next((name for name in rivals if name.start <= one.start and one.end <= name.end), None)
        is_weak = one.known is not None and one.known.is_weak
        if around and around[:2] == one[:2]:
            if not is_weak or _agree(around.label, one.label):
                kept[kept.index(around)] = one._replace(label=around.label)
        elif not is_weak and (around is None or _is_joined(text, around, one)):
            kept = [name for name in kept if name not in rivals]
            kept += (rest for name in rivals for rest in _rests(text, name, one))
            kept.append(one)
    return sorted(kept, key=lambda name: name.start)


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

    A lone surname is a person where the document gives a full name that ends in it.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            name = folded(text[one.start : one.end])
            self._votes[name][one.label] += 1
            if one.label != "PERSON" and one.known is None and follows_title(text, one.start):
                self._votes[name]["PERSON"] += 2
        self._surnames = {
            name.rpartition(" ")[2] for name, votes in self._votes.items() if " " in name and _first(votes) == "PERSON"
        }

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
