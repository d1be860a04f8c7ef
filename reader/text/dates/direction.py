"""On which side of the article's date something is told, by the verb nearest to the words that say when."""

import re

from reader.model.dates import Direction

_REACH = 160
"""Code points around the words in which a verb is looked for."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.;:!?](?=\s)|[“”\"]")
_STOPS = frozenset(".;:!?")

_FUTURE_WORDS = """
will would shall 'll won't due set scheduled slated poised planned plans planning plan expected expects expect upcoming
forthcoming hopes hope intends intend aims wants must may might can could should deadline going vows
pledges promises proposes proposed
"""
_FUTURE = frozenset(_FUTURE_WORDS.split())

_PAST_WORDS = """
was were had has have did been said told met held took came went made began became gave got left saw sent spoke struck
stood thought won wrote broke brought built bought caught chose cut drew drove fell felt fought flew found forbade
forgot froze grew heard hit hurt kept knew laid led lent lost meant paid put quit ran rang read rose sank sought sold
shook shot shut sang sat slept spent split spread stole stuck swore swept swam taught tore threw understood withdrew
wore wound arose awoke bore beat bent bet bid bound bled blew bred dealt dug fed fled hung hid lit let rode
"""
_PAST = frozenset(_PAST_WORDS.split())

_NOT_PAST_WORDS = "united need indeed speed proceed exceed succeed feed seed hundred sacred red bed kindred armed breed"
_NOT_PAST_WORDS = "united need indeed speed proceed exceed succeed feed seed hundred sacred red bed kindred armed breed"
_NOT_PAST = frozenset(_NOT_PAST_WORDS.split())
"""Words in -ed that are no past."""

_BEFORE_FUTURE = frozenset(
    ("will", "would", "to", "can", "could", "may", "might", "must", "should", "shall", "'ll", "won't", "be", "not")
)
"""Words that put the verb behind them into the future."""

_NOW = frozenset(("is", "are", "being", "gets", "get"))
"""Words that put the participle behind them into the present: `is held on Friday`."""

_DEADLINES = frozenset(("by",))
"""Words right before a date that is still to come."""


def direction_at(text: str, start: int, end: int, first: int, last: int) -> Direction:
    """Where words of a sentence put what they date.

    Args:
        text: the whole text.
        start: of the words, in code points.
        end: of the words.
        first: where the stretch around them begins.
        last: where it ends.
    """
    before = _WORD.findall(text[max(first, start - _REACH) : start])
    clause: list[str] = []
    for word in reversed(before):
        if word in _STOPS:
            break
        clause.append(word.lower().replace("’", "'"))
    is_deadline = bool(clause) and clause[0] in _DEADLINES
    if (told := _of(clause)) is not Direction.OPEN and not is_deadline:
        return told
    behind: list[str] = []
    for word in _WORD.findall(text[end : min(last, end + _REACH)]):
        if word in _STOPS:
            break
        behind.append(word.lower().replace("’", "'"))
    if is_deadline:  # "must leave by Friday", but "by Friday they had left"
        return Direction.FUTURE if told is Direction.FUTURE else _first(behind) if len(clause) == 1 else Direction.OPEN
    return _first(behind)


def _of(backwards: list[str]) -> Direction:
    """What the nearest verb tells, of words from the last to the first."""
    for number, word in enumerate(backwards):
        if word in _FUTURE:
            return Direction.FUTURE
        if _is_past(word):
            helpers = backwards[number + 1 : number + 4]
            if helpers and helpers[0] in _NOW:
                return Direction.OPEN
            if (
                helpers
                and helpers[0] in _BEFORE_FUTURE
                and any(one in _BEFORE_FUTURE - {"be", "not"} for one in helpers)
            ):
                return Direction.FUTURE
            return Direction.PAST
    return Direction.OPEN


def _first(words: list[str]) -> Direction:
    """What the first verb tells."""
    for word in words:
        if word in _FUTURE:
            return Direction.FUTURE
        if _is_past(word):
            return Direction.PAST
    return Direction.OPEN


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)
