"""The words that name a speaker, taken apart: what they are about, and which name, if any, is it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.roles import OFFICES
from reader.model.analysis import Mention
from reader.model.span import Span

_TOKEN = re.compile(r"[^\W_][\w’'.&-]*|[,;:()\[\]—–]")
_OWNING = ("'s", "’s", "s'", "s’")

_CUTS_WORDS = """
of for in at from to with on about under near who whom whose which that than as by into within between against over
after before during since through toward towards across among amid around behind without outside inside including
familiar close along when where while because speaking citing
"""
_CUTS = frozenset((*_CUTS_WORDS.split(), *",;:()[]—–"))
"""Words and marks behind which a noun phrase tells more of what it is about."""

_STOPS = frozenset(",;:()[]—–") | {"who", "whom", "whose", "which", "that", "when", "where", "while", "because"}
_LITTLE = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my"))
_JOINED = frozenset(("and", "or", "&"))
_BEHIND_WORDS = """
himself herself itself themselves alone also too both monday tuesday wednesday thursday friday saturday sunday today
yesterday tonight then later instead
"""
_BEHIND = frozenset(_BEHIND_WORDS.split())
"""What may stand behind a name that is not part of it."""

_FOR_OTHERS_WORDS = """
spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney secretary deputy assistant ally counsellor
counselor friend wife husband son daughter brother sister chief office
"""
_FOR_OTHERS = frozenset(_FOR_OTHERS_WORDS.split())
"""Those who work for somebody who may be named behind: `spokesman for President Venn`."""

_PEOPLES = "NORP"


class Phrase(NamedTuple):
    """The words that name a speaker."""

    span: Span
    core: Span
    """Those up to the noun that they are about."""
    words: tuple[str, ...]
    """Of the core, in small letters; a name is an empty word."""
    mention: Mention | None
    """The name that they are about."""
    names: tuple[Mention, ...]
    """All names before that noun."""
    is_joined: bool
    """Whether somebody else is named with it: `Fidan and Blinken`."""
    tail: tuple[str, ...] = ()
    """What tells behind that noun whose it is, in small letters: `of state`; a name is an empty word."""
    tail_names: tuple[Mention, ...] = ()
    """All names in there."""

    @property
    def noun(self) -> str:
        """What they are about, if that is no name; in small letters."""
        return self.words[-1] if self.words else ""

    @property
    def first(self) -> str:
        """The first word in small letters."""
        return self.words[0] if self.words else ""

    @property
    def qualities(self) -> tuple[str, ...]:
        """The words beside the noun and its article."""
        return tuple(word for word in self.words[:-1] if word and word not in _LITTLE)


class _Item(NamedTuple):
    start: int
    end: int
    word: str
    mention: Mention | None


def phrase(text: str, span: Span, mentions: Sequence[Mention]) -> Phrase:
    """What the words of a speaker are about.

    Args:
        text: the whole text.
        span: the words.
        mentions: those that overlap them, in text order.
    """
    items = list(_items(text, span, mentions))
    while len(items) > 1 and items[0].word in _CUTS:
        del items[0]
    end = next((number for number, item in enumerate(items) if number and item.word in _CUTS), len(items))
    core, rest = items[:end], items[end:]
    while len(core) > 1 and core[-1].word in _BEHIND:
        del core[-1]
    first, is_joined = _first_of_several(core)
    head = first[-1].mention if first else None
    if head is not None and (not _is_meant(head) or _is_some(head, core)):
        head = None
    if head is None and not is_joined:
        head = _behind_office(core, rest) or _in_apposition(text, items)
    names = tuple(item.mention for item in core if item.mention)
    tail = rest[: next((number for number, item in enumerate(rest) if item.word in _STOPS), len(rest))]
    return Phrase(
        span,
        Span(core[0].start, core[-1].end) if core else span,
        tuple(item.word for item in core),
        head,
        names,
        is_joined,
        tuple(item.word for item in tail),
        tuple(item.mention for item in tail if item.mention),
    )


def _items(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[_Item]:
    """Words, marks and names in a stretch of text."""
    at, left = span.start, list(mentions)
    while (match := _TOKEN.search(text, at, span.end)) is not None:
        while left and left[0].span.end <= match.start():
            del left[0]
        if left and left[0].span.start < match.end():
            mention = left.pop(0)
            at = max(mention.span.end, match.start() + 1)
            if text[at : at + 2] in _OWNING[:2]:
                at += 2
            yield _Item(mention.span.start, mention.span.end, "", mention)
        else:
            at = match.end()
            word = match.group().lower().rstrip(".’'-")
            yield _Item(match.start(), at, word.removesuffix("'s").removesuffix("’s"), None)


def _first_of_several(core: Sequence[_Item]) -> tuple[Sequence[_Item], bool]:
    """What stands before an `and` that joins somebody named to somebody else."""
    for number, item in enumerate(core):
        if item.word in _JOINED and number and (before := core[number - 1].mention) and _is_meant(before):
            return core[:number], True
    return core, False


def _is_meant(mention: Mention) -> bool:
    """Whether a name may speak: the word for a people only where it has no state, or stands for its government."""
    return mention.label != _PEOPLES or mention.is_government or not mention.entity.startswith("iso:")


def _is_some(mention: Mention, core: Sequence[_Item]) -> bool:
    """Whether only some of a party or a people are meant: `many Democrats`."""
    return mention.label == _PEOPLES and not mention.is_government and bool(core[0].word) and core[0].word != "the"


def _behind_office(core: Sequence[_Item], rest: Sequence[_Item]) -> Mention | None:
    """Who holds the office that the phrase begins with: `Secretary of State Antony Blinken`."""
    if not core or core[-1].word not in OFFICES or not rest or rest[0].word in _STOPS:
        return None
    preposition = rest[0].word
    for before, item in pairwise(rest):
        if item.word in _STOPS:
            return None
        if item.mention and item.mention.label == "PERSON":
            is_own = before.word not in _CUTS and before.word not in _LITTLE and before.word not in _JOINED
            if before.word in OFFICES and (preposition != "of" or core[-1].word in _FOR_OTHERS - {"secretary"}):
                return None
            return item.mention if is_own else None
    return None


def _in_apposition(text: str, items: Sequence[_Item]) -> Mention | None:
    """Who is named right behind a comma: `the foreign minister, Hakan Fidan`."""
    for number, item in enumerate(items):
        if item.word == "," and number:
            for other in items[number + 1 :]:
                if other.mention is not None:
                    return other.mention if other.mention.label == "PERSON" else None
                if other.word not in OFFICES and not text[other.start].isupper():
                    return None
            return None
    return None
