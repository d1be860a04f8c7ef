"""Names that are known by how they are written, whatever the model makes of them: elections, acronyms, datelines."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.found import Found, are_apart
from reader.analysis.trimming import TITLE, trimmed

BIG = "A-ZÀ-ÖØ-ÞĆČĐĖĘĞİŁŃŌŘŚŞŠŪŹŻŽ"
"""Capital letters of Latin names, for a class of a pattern."""
NAME_WORD = rf"[{BIG}][\w'’.&-]{{0,30}}(?<!['’]s)"
"""A capitalised word, no possessive."""
WORD_STARTS = r"(?<![\w'’.&-])"

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = rf"(?:(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) \d|\d{{4}}-\d\d-\d\d)"
_KIND_OF_ELECTION = (
    "general|presidential|parliamentary|legislative|federal|regional|provincial|state|municipal|local|mayoral"
    "|gubernatorial|snap|special|primary|assembly|leadership|constitutional|independence|council|by-"
)
_ELECTION = re.compile(
    rf"\b(?:(?:{_MONTH}) )?(?:1[6-9]|20)\d\d (?=[^.,;]{{0,60}}[{BIG}])"
    rf"(?:{NAME_WORD} ){{0,4}}(?:(?:{_KIND_OF_ELECTION}|{NAME_WORD}) ?){{0,3}}"
    rf"(?:[Ee]lections?|[Rr]eferendum)\b(?: in (?:the )?{NAME_WORD}(?: {NAME_WORD})*)?"
)
_BRACKETED = re.compile(rf"(?<=[\w’'\"”] \()[{BIG}][\w&.-]{{0,6}}[{BIG}][a-z]?(?=[);,])")
_DATELINE = re.compile(
    rf"[{BIG}][{BIG}.'’-]{{2,30}}(?: [{BIG}.'’-]{{3,30}}){{0,2}}"
    rf"(?=,? {_DAY}| \([{BIG}][a-z]+\) [—–-]|,? (?:--?|[—–]) .*[a-z])"
)
_SHORT = re.compile(
    r"(?<=[a-z,] )(?:Coalition|(?<=the )(?:Alliance|Commission|Council|Assembly|Agency|Organi[sz]ation))\b(?! [A-Z])"
)
_TITLED = re.compile(rf"{WORD_STARTS}{TITLE} (?!{TITLE}\b)(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,2}})")
_NEAR = re.compile(
    rf"\b(?:[Nn]ear|outside|(?:city|town|village|suburb|outskirts) of)"
    rf" (?:the )?(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,2}})"
)
_CAPITALS = re.compile(rf"(?<![\w.&$€£’'/-])(?<![{BIG}]\w )[{BIG}]{{3,6}}(?![\w&/-]| ?\d| [{BIG}])")
_NO_NAME = re.compile(
    "ACT|AIDS|AM|ATM|ATMs|BBQ|BCE|CBE|CCTV|CEO|CEOs|CFO|COO|COVID|DBE|DIY|DNA|DVD|EDT|ESG|EST|FAQ|FDI|GCSE|GDP|GMT"
    "|GPS|HIV|ICBM|ICU|IED|IEDs|II|III|IPO|IQ|IV|IX|KBE|LGBT|LGBTQ|LLC|MBA|MBE|MEP|MEPs|MLA|MLAs|MNA|MP|MPP|MPs|MRI"
    "|MSP|NGO|NGOs|NOTE|OBE|OK|PC|PDF|PDT|PHOTO|PM|PPE|PST|PTSD|PhD|QC|RSVP|SMS|SUV|TBA|TNT|TV|UAV|UFO|URL|USB|USD"
    "|UTC|VAT|VI|VII|VIII|VIP|VIPs|WMD|WWI|WWII|XI|XII|XIV|XV|XVI"
)
"""Words in capitals that shorten no name."""


def with_forms(text: str, names: Sequence[Found]) -> list[Found]:
    """The names of a piece and those that are known by their form.

    Elections, acronyms in brackets and datelines win over other names; what titles, prepositions or capitals tell does
    not.
    """
    kept = list(names)
    for one in _strong(text):
        kept = [name for name in kept if are_apart(name, one)]
        kept.append(one)
    for one in _weak(text):
        if all(are_apart(name, one) for name in kept):
            kept.append(one)
    return kept


def _strong(text: str) -> Iterator[Found]:
    for match in _ELECTION.finditer(text):
        yield Found(*match.span(), "EVENT")
    for match in _BRACKETED.finditer(text):
        if not _NO_NAME.fullmatch(match.group()):
            yield Found(*match.span(), "ORG")
    if dateline := _DATELINE.match(text):
        yield Found(*dateline.span(), "GPE")


def _weak(text: str) -> Iterator[Found]:
    for match in _SHORT.finditer(text):
        yield Found(*match.span(), "ORG")
    for pattern, label in ((_TITLED, "PERSON"), (_NEAR, "GPE")):
        for match in pattern.finditer(text):
            start, end = trimmed(text, *match.span("name"))
            yield Found(start, end, label)
    if sum(map(str.islower, text)) > len(text) / 2:
        for match in _CAPITALS.finditer(text):
            if not _NO_NAME.fullmatch(match.group()):
                yield Found(*match.span(), "ORG")
