"""Where a name begins and ends: without articles, titles, possessives and stray punctuation."""

import re

_PORTFOLIO = (
    r"(?:State|Staff|Treasury|Commerce|Energy|Finance|Health|Education|Agriculture|Justice|Labou?r|Transport(?:ation)?|Trade"
    r"|Interior|Economy|Defen[cs]e|Culture|Environment|Industry|Security|Cooperation|Development|Planning|Migration|Refugees"
    r"|(?:Foreign|External|Home|Internal|European|Veterans|Political|Public|Global|Economic) Affairs"
    r"|International Relations"
    r"|Foreign Trade|Human Rights|National (?:Defen[cs]e|Security))"
)
_OF_PORTFOLIO = rf"(?:of|for) (?:the )?{_PORTFOLIO}(?:(?:,| and|, and) {_PORTFOLIO})*"

_RANK = (
    r"(?:(?:Vice|Deputy|Prime|Acting|Former|former|then|Foreign|Defen[cs]e|Interior|Finance|Assistant|Under|Attorney|Permanent"
    r"|Secretary|Brigadier|Major|Lieutenant|Lt\.?|Brig\.?|Maj\.?|Grand|Crown|Chief|First|General|Special|Her|His|Supreme"
    r"|Press|High|Director|Alternate|Managing|Executive)[ -]){0,6}"
)
_OFFICE = (
    r"President|Minister|Secretary|Chancellor|Premier|Ambassador|Envoy|Senators?|Representatives?|Congressm[ae]n"
    r"|Congresswoman|Governor|Mayor|Justice|Leader|Spokesm[ae]n|Spokeswoman|Spokesperson|Commissioner|Chairman|Chairwoman"
    r"|Speaker|Director|Counsel|Advis[eo]r|Counsell?or|Chief|Treasurer|Coordinator|Administrator|President-elect"
)
_COURTESY = (
    r"General|Gen\.|Colonel|Col\.|Captain|Capt\.|Sergeant|Sgt\.|Admiral|Adm\.|Commander|Marshal|Judge|Sheikh|Sheik|King|Queen"
    r"|Prince|Princess|Sultan|Emir|Pope|Archbishop|Bishop|Cardinal|Rev\.|Reverend|Ayatollah|Imam|Dr\.?|Prof\.?|Professor"
    r"|Mr\.?|Mrs\.?|Ms\.?|Miss|Messrs\.?|Sir|Lady|Lord|Dame|Baroness|Excellency|Sens?\.|Reps?\.|Gov\."
)
TITLE = rf"{_RANK}(?:(?:{_OFFICE})(?:[ -]General)?(?: {_OF_PORTFOLIO})?|{_COURTESY})"
"""How offices and courtesies before a name read."""

_EDGE = r"\s\"'“”‘’`«»,;:!?*/–—\-\[\]{}<>|#@&…•"
_LEAD = re.compile(rf"[{_EDGE}().]+|(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(rf"['’]s$|[{_EDGE}(]+$|(?<!\b[A-Z])(?<!\b(?:Jr|Sr|St|Co))\.$", re.IGNORECASE)
_TITLES = re.compile(rf"(?:{TITLE}\s+)+(?=\S)")
_TITLE_BEFORE = re.compile(rf"\b{TITLE},?\s+$")
_WHOLE_OFFICE = re.compile(
    rf"\b(?:Secretary|Secretaries|Department|Ministry|Ministers?|Head|Chiefs?|Commissioner) {_OF_PORTFOLIO}\b"
)
LONGEST_TITLE = 80
"""Code points before a name in which its title is looked for."""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuated edges, a leading article and a final possessive; empty when nothing is left."""
    while start < end and (match := _LEAD.match(text, start, end)):
        start = match.end()
    while start < end and (match := _TAIL.search(text[start:end])):
        end = start + match.start()
    if text[end - 1 : end] == ")" and "(" not in text[start:end]:
        return trimmed(text, start, end - 1)
    return start, max(start, end)


def without_title(text: str, start: int, end: int) -> int:
    """Start of a person's name after offices and courtesies."""
    match = _TITLES.match(text, start, end)
    return match.end() if match and match.end() < end else start


def follows_title(text: str, start: int) -> bool:
    """Whether an office or a courtesy stands before an offset."""
    return _TITLE_BEFORE.search(text, max(0, start - LONGEST_TITLE), start) is not None


def offices(text: str) -> list[tuple[int, int]]:
    """Spans of offices whose words look like names: `Secretary of State`."""
    return [match.span() for match in _WHOLE_OFFICE.finditer(text)]
