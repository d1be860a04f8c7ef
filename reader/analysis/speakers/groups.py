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
_QUALITIES_WORDS = """
anonymous armed army chief civil civilian congressional defence defense eastern european exiled federal foreign
former government human independent intelligence international local many military ministry more most national
northern opposition party political rebel regional retired rights security senior southern state three top trade two
union united unnamed western white
"""
_QUALITIES = frozenset(_QUALITIES_WORDS.split())
"""Words that belong to such a phrase, though no article begins it."""

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
        at = begin = match.start()
        named = set()
        for _ in range(_MOST):
            before = at - 1
            if text[before - 2 : before] in ("'s", "’s"):
                before -= 2
            if before > start and (mention := ends.get(before)) is not None:
                named.add(mention.entity)
                at = begin = max(start, mention.span.start)
                continue
            word = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
            if word is None or not _may_belong(word[1].lower()):
                break
            at = word.start()
            is_first = word[1].lower() in _BEGIN or bool(word[2])
            if is_first or word[1].lower() in _QUALITIES:
                begin = at
            if is_first:
                break
        yield Group(Span(begin, match.end()), noun, frozenset(named))


def _may_belong(word: str) -> bool:
    """Whether a word before a noun for people may tell which people; not so in `the envoy asked workers`."""
    return word in _QUALITIES or not (word in _NO_PART or word in _ONE or word in _SEVERAL or word.endswith("ed"))
