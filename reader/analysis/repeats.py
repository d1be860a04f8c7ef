"""Names that the model saw in one place of a document and missed in another."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.analysis.found import Found
from reader.analysis.gazetteer import SHORTEST_IN_CAPITALS, Known, first_word
from reader.analysis.merging import stands_alone
from reader.analysis.surnames import last_word, surname_start
from reader.analysis.trimming import follows_title

REPEATED = frozenset(("PERSON", "ORG", "GPE", "LOC"))
"""Labels of names that are looked for where the model missed them."""

_CAPITALISED_BEFORE = re.compile(
    r"(?<!\w)(?!(?:The|An?|In|On|At|By|As|For|From|With|When|While|After|Since|But|And|If|Both|Like|Later|Then) )"
    r"[A-Z][\w'’.-]* $"
)
"""A capitalised word before a name, unless a sentence begins with it and it names nothing."""


def repeats(
    text: str, found: Sequence[Found], places: Mapping[str, Sequence[int]], loose: Collection[int]
) -> list[Found]:
    """Further places where the document repeats a name that it gave elsewhere.

    Args:
        text: the whole text.
        found: the names, under the labels that the document gives them.
        places: where each capitalised word stands.
        loose: those of them where all words may be capitalised: in a headline, in a line of capitals.
    """
    taken = bytearray(len(text) + 1)
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    names = _repeatable(text, found)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[first_word(name)].add(len(name))
    again = []
    for start, word in sorted((start, first) for first in lengths for start in places.get(first, ())):
        for length in sorted(lengths[word], reverse=True):
            if told := names.get(text[start : start + length]):
                one = Found(start, start + length, *told)
                if _is_free(text, one, taken, loose):
                    if one.label == "PERSON":
                        one = one._replace(start=surname_start(text, one.start))
                    taken[one.start : one.end] = b"\1" * (one.end - one.start)
                    again.append(one)
                    break
    return again


def _is_free(text: str, one: Found, taken: bytearray, loose: Collection[int]) -> bool:
    """Whether a name stands alone: in no other name, in no longer word, and beside no capitalised word.

    Such a neighbour does no harm when it is itself a name or a title, nor in a headline, where all words may be so.
    """
    start, end = one.start, one.end
    if taken.find(1, start, end) >= 0 or text[end : end + 1].isalnum() or not stands_alone(text, start):
        return False
    if start in loose:
        return True
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and not taken[end + 1]:
        return False
    before = _CAPITALISED_BEFORE.search(text, max(0, start - 30), start)
    return not before or bool(taken[start - 2]) or (one.label == "PERSON" and follows_title(text, start))


def _repeatable(text: str, found: Iterable[Found]) -> dict[str, tuple[str, Known | None]]:
    """Names that are looked for elsewhere, each with its label: whole, surnames, acronyms, in capitals."""
    names: dict[str, tuple[str, Known | None]] = {}
    for one in found:
        if one.label not in REPEATED or (one.known is not None and one.known.is_weak):
            continue
        name, told = text[one.start : one.end], (one.label, one.known)
        names.setdefault(name, told)
        if " " in name and one.label == "ORG":
            names.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), told)
        if " " in name and one.label == "PERSON" and one.known is None:
            names.setdefault(last_word(name), told)
    in_capitals = {name.upper(): told for name, told in names.items() if len(name) >= SHORTEST_IN_CAPITALS}
    return {name: told for name, told in (in_capitals | names).items() if len(name) >= (2 if name.isupper() else 3)}
