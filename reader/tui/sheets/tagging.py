"""Tags as they are typed: taken apart, compared, completed."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reader.text.clean import clean
from reader.text.fold import fold

BETWEEN_TAGS = re.compile(r"[\s,#]+")
"""What can be no part of a tag."""


def tags_in(typed: str) -> list[str]:
    """The tags in what was typed, without the `#` before them."""
    return [tag for tag in BETWEEN_TAGS.split(clean(typed).text) if tag]


def same_tag(one: str, other: str) -> bool:
    """Whether two tags differ in nothing but case and accents."""
    return fold(one) == fold(other)


def has_tag(tags: Iterable[str], tag: str) -> bool:
    """Whether a tag is among others."""
    return any(same_tag(tag, other) for other in tags)


def with_tags(tags: Sequence[str], added: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """`tags` and behind them the added ones, each once; a known tag is written as it is known."""
    result = list(tags)
    for tag in added:
        if not has_tag(result, tag):
            result.append(next((other for other in known if same_tag(tag, other)), tag))
    return tuple(result)


def without_tag(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """`tags` without one of them."""
    return tuple(other for other in tags if not same_tag(tag, other))


def by_use(known: Mapping[str, int]) -> list[str]:
    """Known tags, the most used first, then by name."""
    return sorted(known, key=lambda tag: (-known[tag], fold(tag)))


def completions(typed: str, known: Mapping[str, int]) -> list[str]:
    """Known tags that begin with what was typed, then those that hold it, each in the order of use."""
    wanted = fold(typed.strip().lstrip("#"))
    holding = [tag for tag in by_use(known) if wanted in fold(tag)]
    return sorted(holding, key=lambda tag: not fold(tag).startswith(wanted))
