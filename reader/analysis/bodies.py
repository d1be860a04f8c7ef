"""Names of parties, unions and other bodies, whole: the model often leaves the country at their end apart."""

import re
from collections.abc import Sequence

from reader.analysis.forms import NAME_WORD, WORD_STARTS
from reader.analysis.found import Found, are_apart
from reader.analysis.trimming import trimmed

_HEAD = (
    "Party|Union|Front|Movement|Alliance|Federation|Confederation|League|Congress|Association|Council|Commission"
    "|Organi[sz]ation|Brotherhood|Democrats|Greens|Partij|Parti|Partido|Partito"
)
_BODY = re.compile(
    rf"{WORD_STARTS}(?:(?P<first>{NAME_WORD}(?: {NAME_WORD}){{0,3}})(?P<and> and ))?"
    rf"(?:{NAME_WORD} ){{1,6}}(?:{_HEAD})\b"
)
_OF = re.compile(rf" (?:of|for) (?:the )?(?={NAME_WORD})")
_ADJECTIVES = ("al", "ic", "ist", "ive", "ian")
"""Endings of adjectives that begin the name of a party."""


def with_bodies(text: str, names: Sequence[Found], known: Sequence[Found]) -> list[Found]:
    """The names of a piece, those of bodies whole: `Communist Party` and `Rovia` in one.

    Args:
        text: the piece.
        names: the model's; without one of them no body is seen.
        known: what the gazetteer knows of the piece.
    """
    kept = list(names)
    for match in _BODY.finditer(text):
        body = _whole(text, match, kept, known)
        parts = [name for name in kept if not are_apart(name, body)]
        if (
            text[body.start].isupper()
            and " " in text[body.start : body.end]
            and all(body.start <= name.start and name.end <= body.end for name in parts)
        ):
            kept = [name for name in kept if name not in parts]
            kept.append(body)
    return kept


def _whole(text: str, match: re.Match[str], names: Sequence[Found], known: Sequence[Found]) -> Found:
    """The body from where the model sees it begin to the place that it is of."""
    start, end = match.span()
    inside = [name for name in names if name.start < end and start < name.end]
    is_double = match["and"] is not None and _is_half(text, match, inside, known)
    if match["and"] and not is_double:
        start = match.end("and")
    start = max((name.end + 1 for name in inside if name.label == "PERSON" and name.end < end), default=start)
    start = max(start, min((name.start for name in inside if name.end > start), default=start))
    if is_double:
        start = min(start, match.start("first"))
    if of := _OF.match(text, end):
        end = next((name.end for name in (*known, *names) if name.start <= of.end() < name.end), end)
    return Found(*trimmed(text, start, end), "ORG")


def _is_half(text: str, match: re.Match[str], inside: Sequence[Found], known: Sequence[Found]) -> bool:
    """Whether what stands before `and` is the first half of a name, as in `Social Democratic and Labour Party`."""
    if any(match.start() <= name.start < match.end("and") for name in known):
        return False
    first = match["first"]
    if any(name.start < match.end("first") for name in inside):
        return first.endswith(_ADJECTIVES)
    return " " not in first and text[: match.start()].endswith("the ")
