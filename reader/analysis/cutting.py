"""Names that hold the name of a person and more, cut to that person: the model takes too much."""

import re
from collections.abc import Iterable, Iterator

from reader.analysis.found import Found
from reader.analysis.headwords import told_by_words

_POSSESSIVE = re.compile(r"['’]s ")
_NAMED_AFTER = re.compile(
    r" (?:Cent(?:er|re)|Library|Museum|Hospital|Schools?|Gallery|Theat(?:er|re)|Hall|House|Tower|Building|Memorial|Park"
    r"|Bridge|Dam|Boulevard|Avenue|Road|Square|Day|Show|Campaign|Initiative|Project|Scholarship|Fellowship|Lecture"
    r"|Band|Orchestra|Quartet|Family|Records|Studios?|Productions|Enterprises|Partners|Associates|Brothers|Sons)\b"
)
"""Last words of things that are named after people, beside those of `headwords`."""


def cut(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The names, people without what follows them: `Mara Venn` out of `Mara Venn Photographic Legacy`.

    A name of something else is cut only to a full name that the document gives to a person elsewhere, and not where it
    says what is named after the person.
    """
    names = list(found)
    people = {text[one.start : one.end] for one in names if one.label == "PERSON" and one.known is None}
    full_names = {name for name in people if " " in name}
    for one in names:
        name = text[one.start : one.end]
        if one.known is not None:
            yield one
        elif one.label == "PERSON" and (match := _POSSESSIVE.search(name)):
            yield one._replace(end=one.start + match.start())
        elif one.label in ("ORG", "PRODUCT", "WORK_OF_ART", "FAC") and (person := _person(name, full_names)):
            yield one._replace(end=one.start + len(person), label="PERSON")
        else:
            yield one


def _person(name: str, full_names: set[str]) -> str:
    """The full name that a longer name begins with, where the rest names nothing; empty without one."""
    words = name.split(" ")
    person = next((start for n in (2, 3) if (start := " ".join(words[:n])) in full_names and len(words) > n + 1), "")
    if not person or _NAMED_AFTER.search(name, len(person)) or told_by_words(name, "PERSON") != "PERSON":
        return ""
    return person if name[len(person) + 1].isupper() and "&" not in name and " and " not in name else ""
