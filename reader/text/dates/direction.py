"""On which side of the article's date something is told, by the verb nearest to the words that say when."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from reader.model.dates import Direction


def _words_of(line: str) -> frozenset[str]:
    return frozenset(line.split())


_REACH = 160
"""Code points around the words in which a verb is looked for."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.;:!?](?=\s)|[,“”\"]")
_INITIAL = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr)\.(?=\s)")
"""A full stop behind this ends no sentence."""

_NAMES = frozenset(("May", "Will"))
"""Not the verbs, if capital."""

_STOPS = frozenset(".;:!?")
_QUOTES = frozenset('“”"')
_BREAKS = _words_of("that but who which while although whereas because if")
"""Words that begin another clause."""

_MODALS = _words_of("will would shall won't may might must can should")
_FUTURE = _MODALS | _words_of(
    """
    due scheduled slated poised planning expected expects expect hope intend intends wants vows
    """
)

_WITH_AIM = _words_of("set plan plans planned proposed going hopes aims")
"""Words that put what is told into the future before `to` or `for` only."""

_AHEAD = frozenset(("upcoming", "forthcoming"))

_AIMS = frozenset(("to", "for"))

_PAST = _words_of(
    """
    was were had did been said told met held took came went made began became gave got left saw sent spoke struck
    stood thought won wrote broke brought built bought caught chose drew drove fell felt fought flew found forbade
    forgot froze grew heard hit kept knew laid led lent lost meant paid put ran rang rose sank sought sold shook shot
    sang sat slept spent stole stuck swore swept swam taught tore threw understood withdrew wore wound arose awoke bore
    bent bound bled blew bred dealt dug fed fled hung hid lit rode
    """
)
"""Past forms that do not end in -ed and are not the form of the present, too."""

_NOT_PAST = _words_of(
    "united need indeed speed proceed exceed succeed feed seed hundred sacred red bed kindred armed breed"
)
"""Words in -ed that are no past."""

_BARE = _words_of(
    """
    be have do begin start open arrive leave meet vote take host hold visit travel return expire end close resume go
    come convene gather hear address attend discuss sign release publish announce decide consider rule speak talk run
    launch join head face mark make give send appear welcome receive deliver present testify debate fly land
    """
)
"""Verbs that tell what happens at a time, as they stand behind `to`."""

_PRESENT = _words_of(
    """
    is are am has have being gets get begin begins start starts opens arrive arrives leave leaves meet meets
    takes hosts holds hold visits travels returns expire expires ends closes resume resumes goes go comes come
    convenes gather gathers hears attends runs launches joins heads faces flies lands debuts airs marks kicks could
    speak speaks travel decide decides attend discuss publish announce announces join appear appears give gives make
    makes send sends receive receives deliver delivers testify testifies meeting arriving leaving travelling traveling
    hosting heading flying pledges promises deadline
    """
)
"""Words of what may be over or still to come."""

_OF_NOUNS = _words_of("the a an his her its their our this that these those")
"""The word behind is a noun, though it may look like a verb."""

_AGREED = _words_of("going agreed decided vowed pledged promised planned threatened voted invited asked urged ordered")
"""Past verbs that put what is told behind `to` into the future."""

_SHIFTED = _words_of("moved postponed delayed rescheduled extended pushed adjourned deferred")
"""Past verbs whose new date may be over or still to come."""

_AUXILIARIES = _words_of("was were had has have been")

_UNTIL = frozenset(("to", "until", "till"))


class _Told(Enum):
    """What the words on one side tell."""

    PAST = auto()
    FUTURE = auto()
    EITHER = auto()
    NOTHING = auto()


def direction_at(text: str, start: int, end: int, first: int, last: int) -> Direction:
    """Where words of a sentence put what they date.

    Args:
        text: the whole text.
        start: of the words, in code points.
        end: of the words.
        first: where the stretch around them begins.
        last: where it ends.
    """
    before = _before(_words(text[max(first, start - _REACH) : start]))
    behind = _words(text[end : min(last, end + _REACH)])
    if behind and behind[0] in _MODALS:  # "a vote on Friday would end the talks"
        return Direction.FUTURE
    if behind and behind[0] in ("is", "are"):
        return Direction.OPEN
    if before and before[0] == "since":
        return Direction.PAST
    told = _left_of(before)
    if told is _Told.PAST and before[0] == "by":  # "told them to be gone by Friday"
        return Direction.OPEN
    if told is _Told.NOTHING:
        told = _right_of(behind)
    if told is _Told.FUTURE and not {"after", "following"}.isdisjoint(before):  # "will meet after the raid on Friday"
        return Direction.OPEN
    if told is _Told.FUTURE and behind and behind[0] in ("was", "were", "had"):  # "talks due on Friday were cancelled"
        return Direction.OPEN
    return {_Told.PAST: Direction.PAST, _Told.FUTURE: Direction.FUTURE}.get(told, Direction.OPEN)


def _words(text: str) -> list[str]:
    plain = _INITIAL.sub(lambda match: match[0][:-1] + " ", text)
    return ["" if word in _NAMES else word.lower().replace("’", "'") for word in _WORD.findall(plain)]


def _before(words: Sequence[str]) -> list[str]:
    """Words of the same clause and quotation, from the last to the first, without what is quoted among them."""
    kept: list[str] = []
    is_quoted = False
    quotes = sum(word in _QUOTES for word in words)
    for word in reversed(words):
        if word in _QUOTES:
            if not is_quoted and quotes % 2:
                break
            is_quoted, quotes = not is_quoted, quotes - 1
        elif not is_quoted:
            if word in _STOPS or word in _BREAKS:
                break
            kept.append(word)
    return kept


def _left_of(backwards: Sequence[str]) -> _Told:
    """What the nearest verb tells, of words from the last to the first."""
    for number, word in enumerate(backwards):
        above = backwards[number + 1 : number + 4]
        if above and above[0] == "to" and word in _BARE:
            return _Told.FUTURE if not {*above[1:]}.isdisjoint(_AGREED | _FUTURE | _WITH_AIM) else _purpose(above)
        if word in _FUTURE:
            return _refused(backwards[:number]) or _Told.FUTURE
        if word in _AHEAD:
            return _Told.EITHER
        if word in ("was", "were") and number and backwards[number - 1] == "to":
            return _Told.FUTURE
        if word in _WITH_AIM:
            return _Told.FUTURE if number and backwards[number - 1] in _AIMS else _Told.EITHER
        if word in _PRESENT and not (above and above[0] in _OF_NOUNS):
            return _modal(above) or _Told.EITHER
        if _is_past(word) and not (above and above[0] in _OF_NOUNS and word.endswith("ed")):
            return _past(word, backwards[0], backwards[number + 1 :])
        if word in _BARE and _modal(above):
            return _Told.FUTURE
    return _Told.NOTHING


def _purpose(above: Sequence[str]) -> _Told:
    """`was to be held` lies ahead, `travelled to meet` may not."""
    return _Told.FUTURE if len(above) > 1 and above[1] in ("is", "are", "was", "were") else _Told.EITHER


def _refused(behind: Sequence[str]) -> _Told | None:
    """`would not say on Monday` is told of the past as often as not."""
    return _Told.EITHER if "not" in behind else None


def _modal(above: Sequence[str]) -> _Told | None:
    return _Told.FUTURE if any(one in _MODALS or one == "'ll" for one in above) else None


def _past(word: str, last: str, before: Sequence[str]) -> _Told:
    above = before[:3]
    if word in _SHIFTED and last in _UNTIL:
        return _Told.EITHER
    if above and above[0] in ("is", "are", "being", "gets", "get"):  # "is held on Friday"
        return _Told.EITHER
    if "could" in above:  # "could not be reached on Monday"
        return _Told.EITHER
    helpers = {"be", "not", "to", "'ll"} | _MODALS
    if above and above[0] in helpers and any(one in helpers - {"be", "not"} for one in above):
        return _Told.FUTURE
    if word.endswith("ed") and not (above and above[0] in _AUXILIARIES) and any(one in _MODALS for one in before):
        return _Told.EITHER  # "it will give him the support needed on Tuesday"
    return _Told.PAST


def _right_of(words: Sequence[str]) -> _Told:
    """What the first verb of the clause tells; a comma may stand before the clause: `On Friday, he left`."""
    for number, word in enumerate(words):
        if word in _STOPS or word in _QUOTES or word in _BREAKS or (word == "," and number):
            return _Told.NOTHING
        if word in _FUTURE or (word in _WITH_AIM and words[number + 1 : number + 2] and words[number + 1] in _AIMS):
            return _Told.FUTURE
        if word in _WITH_AIM:
            return _Told.EITHER
        if word in _PRESENT and not (number and words[number - 1] in _OF_NOUNS):
            if word in ("has", "have"):
                continue  # "has been held"
            return _Told.EITHER
        if _is_past(word):
            return _Told.PAST
    return _Told.NOTHING


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)
