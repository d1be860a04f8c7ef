"""The names that the model saw, mended: trimmed, cut where it took too much, without what names nothing."""

import re
from collections.abc import Iterable, Iterator

from reader.analysis.found import PLACES, Found
from reader.analysis.given_names import is_given_name
from reader.analysis.headwords import told_by_words
from reader.analysis.surnames import surname_end, surname_start
from reader.analysis.trimming import offices, trimmed, without_title
from reader.text.names import folded_name

LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LANGUAGE", "WORK_OF_ART", "LAW", "PRODUCT"))
"""Labels of names; the model's others (dates, numbers, amounts) name nothing."""

_LOOSE = re.compile(
    r"(?:(?:north|south|east|west)+(?:ern)?|central|mainland|neighbou?ring|upper|lower"
    r"|[Nn]ear|In|At|From|But|And|While|After|Since|With)\s+(?=\w)"
)
"""Words before a place or a person that do not belong to the name."""
_AFTER = re.compile(r"(?: \+?(?!\d{4}$)\d[\d-]*)+$| (?:news agency|newspaper|daily|magazine)$")
"""Numbers, but not of a year, and common words after a name."""
_INITIAL_FIRST = re.compile(r"[A-Z]\. [A-Z]")
_WORD_BEFORE = re.compile(r"\b([A-Z]\w+) $")
_NEVER = frozenset(("Group", "Ministry", "Front", "Pope", "Med", "GMT"))
"""Words that name nothing alone."""
_LONGEST_IN_CAPITALS = 5
"""Letters of the longest word that is believed to name something but a place in a line of capitals."""


def mended(text: str, seen: Iterable[tuple[int, int, str]]) -> list[Found]:
    """The model's names, without those that are part of an office.

    Args:
        text: a piece.
        seen: start and end in the piece, and the model's label.
    """
    held = offices(text)
    is_loud = text.isupper()
    names = []
    for whole_start, whole_end, label in seen:
        if label not in LABELS or (is_loud and label not in PLACES and whole_end - whole_start > _LONGEST_IN_CAPITALS):
            continue
        for start, end in _cut(text, whole_start, whole_end, label):
            one = _freed(text, *trimmed(text, start, end), label, held)
            name = text[one.start : one.end]
            if name not in _NEVER and any(c.isupper() or c.isdigit() for c in name):
                names.append(one._replace(label=told_by_words(name, one.label)))
    return list(_with_surnames(text, names))


def _with_surnames(text: str, names: Iterable[Found]) -> Iterator[Found]:
    """The names, of people whole where the model cuts them: `Ursula von der` Leyen, Antony `J. Blinken`."""
    last = 0
    for one in names:
        if one.start < last:
            continue  # the surname, seen as a name of its own
        start, end = one.start, one.end
        if one.label == "PERSON":
            start, end = max(last, surname_start(text, start)), surname_end(text, start, end)
            given = _WORD_BEFORE.search(text, last, start) if _INITIAL_FIRST.match(text, start, end) else None
            start = given.start() if given and is_given_name(folded_name(given[1])) else start
        last = end
        yield one._replace(start=start, end=end)


def _freed(text: str, start: int, end: int, label: str, held: Iterable[tuple[int, int]]) -> Found:
    """A name without loose words, titles and offices before it; a name with a title is a person's."""
    if (label == "PERSON" or label in PLACES) and (match := _LOOSE.match(text, start, end)):
        start = match.end()
    freed = without_title(text, start, end)
    if label == "PERSON" or (freed > start and _is_full_name(text[freed:end], label)):
        start, label = freed, "PERSON"
    for office_start, office_end in held:
        if office_start < start < office_end:
            start, end = trimmed(text, min(office_end, end), end)
    return Found(start, end, label)


def _is_full_name(name: str, label: str) -> bool:
    """Whether a name after a title is a person's, though the model has it as an organisation's or a place's."""
    return label in ("ORG", "GPE", "NORP", "FAC") and name.count(" ") == 1 and told_by_words(name, "PERSON") == "PERSON"


def _cut(text: str, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The parts of a name that dashes and slashes between blanks join, without numbers and common words behind them.

    A hyphen joins names of constituencies; it cuts a topic before a person, or what follows a person.
    """
    name = text[start:end]
    if label in ("PERSON", "ORG") and name.count(" - ") == 1:
        left, right = name.split(" - ")
        if " " not in left and " " in right:
            start += len(left) + len(" - ")
        elif label == "PERSON" and " " not in right:
            end = start + len(left)
    for part in re.finditer(r"\S.*?(?= [–—/] |$)", text[start:end]):
        part_start, part_end = start + part.start(), start + part.end()
        if label in ("PERSON", "ORG", "GPE") and (after := _AFTER.search(part.group())):
            part_end = part_start + after.start()
        yield part_start, part_end
