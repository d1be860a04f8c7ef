"""The names of a piece and those known before made one: none overlapping another."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.found import PLACES, Found, are_apart, may_mean
from reader.analysis.trimming import trimmed

_OFFICE_OF = re.compile(
    r"['’]s? (?:King|Queen|President|Prime|Foreign|Defen[cs]e|Interior|[Pp]arliament|[Gg]overnment|[Aa]rmy)\b"
)
"""What only a state has."""
_BODY_OF = re.compile(
    r"\b(?:Party|Union|Front|Movement|Alliance|Federation|League|Congress|University|Church|Bank|Club|Association|Council)"
    r" (?:of|for|in) (?:the )?$"
)
"""What before a place makes it a part of another name, though the model may have missed that."""
_JOINTS = ("-", "–", "/")
_AND = " and "
_JOINTS_OF_PLACES = (*_JOINTS, _AND, ", ")
_DIRECTIONS = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"))


def with_known(text: str, names: Sequence[Found], known: Sequence[Found]) -> list[Found]:
    """The names of a piece and those known before, in text order."""
    kept = list(names)
    for one in known:
        rivals = [name for name in kept if not are_apart(name, one)]
        around = next((name for name in rivals if name.start <= one.start and one.end <= name.end), None)
        is_weak = one.known is not None and one.known.is_weak
        if around and around[:2] == one[:2]:
            if not is_weak or may_mean(around.label, one.label) or _OFFICE_OF.match(text, one.end):
                kept[kept.index(around)] = one._replace(label=around.label)
        elif is_weak or not (rivals or stands_alone(text, one.start)):
            continue
        elif around is None or _is_joined(text, around, one):
            kept = [name for name in kept if name not in rivals]
            kept += (rest for name in rivals for rest in _rests(text, name, one))
            kept.append(one)
    return sorted(kept, key=lambda name: name.start)


def stands_alone(text: str, start: int) -> bool:
    """Whether the name that starts here is no part of the name of a body, as in `Party of Rovia`."""
    return _BODY_OF.search(text, max(0, start - 30), start) is None


def _is_joined(text: str, name: Found, part: Found) -> bool:
    """Whether the part is only joined to the rest of the name: by a hyphen, as in `Israel-Hamas`; places by `and`."""
    joints = _JOINTS_OF_PLACES if name.label in PLACES else _JOINTS
    before, after = text[name.start : part.start], text[part.end : name.end]
    return (not before or before.endswith(joints)) and (not after or after.startswith(joints))


def _rests(text: str, name: Found, part: Found) -> Iterator[Found]:
    """What is left of a name on both sides of a part that is a name of its own."""
    for start, end in ((name.start, max(name.start, part.start)), (min(part.end, name.end), name.end)):
        rest = text[start:end].removeprefix(_AND)
        start, end = trimmed(text, end - len(rest), end - len(rest) + len(rest.removesuffix(_AND)))
        if start < end and text[start].isupper() and text[start:end] not in _DIRECTIONS:
            yield Found(start, end, name.label)
