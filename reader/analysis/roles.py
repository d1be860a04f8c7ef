"""Offices and titles that a text gives to people, in the words that stand before or behind a name."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reader.analysis.found import Found
from reader.model.span import Span
from reader.text.names import folded_name

_OFFICES_WORDS = """
president minister secretary secretary-general chancellor premier ambassador envoy senator sen representative
rep congressman congresswoman governor gov mayor justice leader spokesman spokeswoman spokesperson
commissioner chairman chairwoman chairperson chief speaker director director-general adviser advisor counselor
counsellor king queen prince princess sultan emir pope archbishop bishop cardinal ayatollah sheikh sheik imam
general gen colonel col captain capt sergeant sgt admiral adm commander cmdr marshal judge lawmaker diplomat
negotiator coordinator administrator prosecutor candidate rapporteur head founder consul president-elect
treasurer undersecretary under-secretary vice-president vice-chairman legislator mediator economist
"""
OFFICES = frozenset(_OFFICES_WORDS.split())
"""Words that name an office."""

_RANKS_WORDS = """
vice deputy prime acting former foreign defense defence interior finance assistant under attorney
permanent brigadier brig major maj lieutenant lt grand crown first second special supreme press high senior
general elect alternate managing executive national security state policy opposition party economy trade
energy health education information military army navy police presidential political parliamentary human
rights peace climate home external internal european public global economic affairs union federal transport
transportation environment agriculture culture labor labour oil top humanitarian associate principal
intelligence treasury commerce staff central regional district joint relations cooperation development
planning migration refugees industry homeland veterans us parliament government
"""
_RANKS = frozenset(_RANKS_WORDS.split())
"""Words beside them in titles."""

_LINKS = frozenset(("of", "for", "to", "at"))
_ONCE = frozenset(("then", "ex"))
_JOINTS = _LINKS | {"the", "and", "&"}
_SHORTENED = frozenset(("sen", "rep", "gov", "gen", "col", "capt", "sgt", "adm", "cmdr", "brig", "maj", "lt"))
_ONLY_TITLES = frozenset(
    ("general", "head", "chief", "major", "marshal", "justice", "state", "leader", "candidate", "rep", "gen")
)
"""Offices that in small letters are other words when they stand alone."""

_MEN = "mr sir lord king prince sultan emir pope sheikh spokesman chairman congressman"
_WOMEN = "mrs ms miss lady dame baroness queen princess spokeswoman chairwoman congresswoman"
_GENDERS: Mapping[str, str] = {**dict.fromkeys(_MEN.split(), "m"), **dict.fromkeys(_WOMEN.split(), "f")}

_BODIES = frozenset(("GPE", "NORP", "ORG", "LOC"))
"""Labels of what a role may belong to."""

_WORD_BEFORE = re.compile(r"([\w-]+)(\.|['’]s?)? $")
_WORD_AFTER = re.compile(r" ?([\w-]+)(?:['’]s?(?= ))?")
_APPOSITION = re.compile(r",\s(?:(?:who is|currently|now)\s)?(?:(the|an?|its|their)\s)?", re.IGNORECASE)
_CLOSED = re.compile(r"[,;.)]|\s[–—-]\s|$")
_LONGEST_WORD = 24
_MOST_WORDS = 10


class Roles:
    """The roles that a text gives to people.

    Args:
        text: the whole text.
        found: all names in it, not overlapping.
    """

    def __init__(self, text: str, found: Iterable[Found]) -> None:
        self._text = text
        self._by_start: dict[int, int] = {}
        self._by_end: dict[int, int] = {}
        for one in found:
            if one.label in _BODIES:
                self._by_start[one.start] = one.end
                self._by_end[one.end] = one.start

    def of(self, named: Sequence[Found]) -> tuple[Span, ...]:
        """The roles of the person whom these names name, in text order, each once and as fully as it stands."""
        roles: dict[str, Span] = {}
        for one in named:
            for span in (self._before(one.start), self._behind(one.end)):
                if span is not None:
                    roles.setdefault(folded_name(span.of(self._text)), span)
        return tuple(span for words, span in roles.items() if not any(_is_part(words, other) for other in roles))

    def _before(self, end: int) -> Span | None:
        """The role whose words end where a name begins."""
        steps: list[tuple[str, int]] = []
        at = end
        while len(steps) < _MOST_WORDS and (step := self._word_before(at)):
            word, at = step
            if word == "and" and self._is_office(self._word_before(at)):
                break
            steps.insert(0, step)
        if steps and steps[-1][0] in OFFICES and steps[-1][0] != "justice":
            # `director for Senator Venn`: only what comes last is hers.
            last = max((number for number, (word, _) in enumerate(steps) if word in _LINKS), default=-1)
            del steps[: last + 1]
        while steps and steps[0][0] in _JOINTS:
            del steps[0]
        words = [word for word, _ in steps]
        if not _is_role(words) or words[-1] in _JOINTS or self._is_common(words, steps[0][1]):
            return None
        return Span(steps[0][1], end - 1)

    def _behind(self, start: int) -> Span | None:
        """The role in apposition behind a name: `, the Turkish foreign minister,`."""
        opening = _APPOSITION.match(self._text, start, start + 40)
        if opening is None:
            return None
        at, words = opening.end(), list[str]()
        while len(words) < _MOST_WORDS and (step := self._word_behind(at)):
            word, at = step
            words.append(word)
        is_clear = "" in words or not _LINKS.isdisjoint(words) or (opening[1] and len(words) > 1)
        if not is_clear or not _is_role(words) or words[-1] in _JOINTS or not _CLOSED.match(self._text, at):
            return None
        return Span(opening.end(), at)

    def _word_before(self, end: int) -> tuple[str, int] | None:
        """The word of a title that ends before an offset, empty for a name in it, and where it starts."""
        if (start := self._by_end.get(end - 1)) is not None and self._text[end - 1] == " ":
            # A sentence may end after `Washington, D.C.`, but hardly after `U.S.` where an office follows.
            return None if "," in self._text[start:end] else ("", start)
        match = _WORD_BEFORE.search(self._text, max(0, end - _LONGEST_WORD), end)
        if match is None:
            return None
        if match[2] and match[2] != "." and (start := self._by_end.get(match.end(1))) is not None:
            return "", start
        word = match[1].lower()
        is_whole = match[2] != "." or word in _SHORTENED
        return (word, match.start()) if is_whole and _belongs(word) else None

    def _word_behind(self, start: int) -> tuple[str, int] | None:
        """The word of a title that starts at an offset, empty for a name in it, and where it ends."""
        at = start + self._text.startswith(" ", start)
        if (end := self._by_start.get(at)) is not None:
            possessive = self._text[end : end + 2] in ("'s", "’s")
            return "", end + 2 * possessive
        match = _WORD_AFTER.match(self._text, start, start + _LONGEST_WORD)
        return (match[1].lower(), match.end()) if match and _belongs(match[1].lower()) else None

    def _is_office(self, step: tuple[str, int] | None) -> bool:
        return step is not None and step[0] in OFFICES

    def _is_common(self, words: Sequence[str], start: int) -> bool:
        """Whether these are words that only happen to stand before the name: `in general Venn`."""
        return len(words) == 1 and words[0] in _ONLY_TITLES and self._text[start].islower()


def _belongs(word: str) -> bool:
    if word in OFFICES or word in _RANKS or word in _JOINTS:
        return True
    first, *rest = word.split("-")
    return bool(rest) and all(one in OFFICES or one in _RANKS for one in rest) and (_belongs(first) or first in _ONCE)


def _is_role(words: Sequence[str]) -> bool:
    """Whether the words, empty for names, have an office where a title has it: before `of`, or at the end."""
    end = next((i for i, word in enumerate(words) if word in _LINKS), len(words))
    return end > 0 and words[end - 1].rpartition("-")[2] in OFFICES


def _is_part(words: str, other: str) -> bool:
    """Whether a role is told more fully by another."""
    return words != other and f" {words} " in f" {other} "


def gender(text: str, start: int) -> str:
    """Which gender the title before a name tells: m, f or nothing."""
    match = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return _GENDERS.get(match[1].lower(), "") if match else ""
