"""Phrases for people without a name: `the Turkish delegation`, `his aides`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.speakers.nouns import singular
from reader.model.analysis import Mention
from reader.model.span import Span

_NOUNS = (
    "activists|advisers|advisors|aides|allies|ambassadors|analysts|authorities|campaigners|commanders|countries|critics"
    "|delegates|delegations?|demonstrators|diplomats|economists|envoys|experts|families|fighters|governments|groups"
    "|inspectors|investigators|journalists|judges|lawmakers|lawyers|leaders|legislators|mediators|members|militants"
    "|ministers|monitors|negotiators|observers|officers|officials|opponents|parties|police|politicians|presidents"
    "|prosecutors|protesters|rebels|refugees|representatives|researchers|residents|scholars|scientists|senators|sides"
    "|soldiers|sources|spokesmen|spokespeople|supporters|survivors|teams?|troops|victims|voters|witnesses|workers"
)
_NOUN = re.compile(rf"\b(?:{_NOUNS})\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w[\w.-]*)(['’]s?)? $")
_BEGIN = frozenset(("the", "a", "an", "his", "her", "its", "their", "some", "several", "two", "both", "these", "other"))
_NO_PART_WORDS = """
and or of in at by to for from with on as but that which who said says told say were was are is be been had have has
when while also met meet not if than
"""
_NO_PART = frozenset(_NO_PART_WORDS.split())
_MOST = 4
"""Words before the noun."""
_LONGEST_WORD = 24


class Group(NamedTuple):
    """People or a body without a name, where a text speaks of them."""

    span: Span
    noun: str
    """In the singular and in small letters."""
    entities: frozenset[str]
    """Ids of what is named in the phrase: `Turkish`."""


def groups(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Group]:
    """The groups of which a stretch of text speaks, in its order.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        mentions: what is named there, in text order.
    """
    ends = {mention.span.end: mention for mention in mentions}
    for match in _NOUN.finditer(text, start, end):
        at, named = match.start(), set()
        for _ in range(_MOST):
            before = at - 1
            if text[before - 2 : before] in ("'s", "’s"):
                before -= 2
            if before > start and (mention := ends.get(before)) is not None:
                named.add(mention.entity)
                at = max(start, mention.span.start)
                continue
            word = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
            if word is None or word[1].lower() in _NO_PART:
                break
            at = word.start()
            if word[1].lower() in _BEGIN or word[2]:
                break
        yield Group(Span(at, match.end()), singular(match.group().lower()), frozenset(named))
