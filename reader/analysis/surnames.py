"""Surnames with the particles that begin them: von der Leyen, al-Thani, bin Salman."""

import re
from collections.abc import Iterator

_PARTICLES = "al|el|abu|ben|bin|bint|ibn|da|das|de|del|della|den|der|di|do|dos|du|la|le|st|ten|ter|van|von|zu"
PARTICLES = frozenset(_PARTICLES.split("|"))
"""Words that begin a surname of several words, folded."""

_SMALL = f"(?:{_PARTICLES})"
_LONGEST = 20
"""Code points of the longest row of particles."""
_WORD = r"(?=[^\W\d_a-z])[\w'’-]+"
_BEFORE = re.compile(rf"(?<![\w-])(?:{_SMALL}[ -])+$")
_BEHIND = re.compile(rf"(?: {_SMALL})+[ -]{_WORD}")
_BEHIND_PARTICLE = re.compile(rf"(?: {_SMALL})*[ -]{_WORD}")
_ENDS_IN_PARTICLE = re.compile(rf" {_SMALL}$")
_LAST_WORD = re.compile(rf"(?:(?<= ){_SMALL}-)?(\S+)$")


def surname_start(text: str, start: int) -> int:
    """Where the particles begin that stand before a name; in small letters, which in English begin no name."""
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    return before.start() if before else start


def surname_end(text: str, start: int, end: int) -> int:
    """Where a person's name ends that the model cut before or behind a particle: `Ursula von der` from `Leyen`."""
    is_cut = _ENDS_IN_PARTICLE.search(text, start, end)
    behind = (_BEHIND_PARTICLE if is_cut else _BEHIND).match(text, end)
    return behind.end() if behind else end


def last_word(name: str) -> str:
    """The last word of a full name, without `al-` and the like."""
    match = _LAST_WORD.search(name)
    return match[1] if match else name


def lone_names(words: list[str]) -> Iterator[str]:
    """What may name somebody alone, of the folded words of a full name: first and last word, surname with particle."""
    yield words[0]
    yield words[-1]
    for at in range(1, len(words) - 1):
        if words[at] in PARTICLES and words[at - 1] not in PARTICLES:
            yield " ".join(words[at:])
