"""Phrases for people without a name: `the Turkish delegation`, `his aides`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.analysis import Mention
from reader.model.span import Span

_SEVERAL_WORDS = """
activists advisers advisors aides allies ambassadors analysts authorities campaigners commanders countries critics
delegates delegations delegation demonstrators diplomats economists envoys experts families fighters governments groups
inspectors investigators journalists judges lawmakers lawyers leaders legislators mediators members militants ministers
monitors negotiators observers officers officials opponents parties police politicians presidents prosecutors
protesters rebels refugees representatives researchers residents scholars scientists senators sides soldiers sources
spokesmen spokespeople supporters survivors team teams troops victims voters witnesses workers
"""
_ONE_WORDS = """
activist adviser advisor aide ambassador analyst commander delegate diplomat economist embassy envoy expert general
inspector investigator judge lawmaker lawyer leader mediator minister ministry negotiator observer officer official
president prosecutor representative secretary source spokesman spokesperson spokeswoman witness
"""
_SEVERAL = frozenset(_SEVERAL_WORDS.split())
_ONE = frozenset(_ONE_WORDS.split())
_WORD = re.compile(r"[A-Za-z]{4,}")
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
    """In small letters."""
    entities: frozenset[str]
    """Ids of what is named in the phrase: `Turkish`."""

    @property
    def is_several(self) -> bool:
        """Whether `they` may stand for it."""
        return self.noun in _SEVERAL


def groups(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Group]:
    """The groups of which a stretch of text speaks, in its order.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        mentions: what is named there, in text order.
    """
    ends = {mention.span.end: mention for mention in mentions}
    for match in _WORD.finditer(text, start, end):
        noun = match.group().lower()
        if noun not in _SEVERAL and noun not in _ONE:
            continue
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
        yield Group(Span(at, match.end()), noun, frozenset(named))
