"""Where a name begins and ends: without articles, titles, possessives and stray punctuation."""

import re

TITLES = (
    r"(?:(?:Vice|Deputy|Prime|Acting|Former|former|then|Foreign|Defen[cs]e|Interior|Finance|Assistant|Under|Attorney|"
    r"Secretary|Brigadier|Major|Lieutenant|Lt\.?|Brig\.?|Maj\.?|Grand|Crown|Chief|First|General|Special|Her|His|Supreme|Press)[ -])*"
    r"(?:President|Minister|Secretary(?:[ -]General)?(?: of (?:State|Defen[cs]e|the Treasury|Commerce))?|Chancellor|Premier|"
    r"Ambassador|Envoy|Senators?|Sens?\.|Representatives?|Reps?\.|Congressm[ae]n|Congresswoman|Governor|Gov\.|Mayor|General|Gen\.|"
    r"Colonel|Col\.|Captain|Capt\.|Sergeant|Sgt\.|Admiral|Adm\.|Commander|Marshal|Judge|Justice|Sheikh|Sheik|King|Queen|Prince|"
    r"Princess|Sultan|Emir|Pope|Archbishop|Bishop|Cardinal|Rev\.|Reverend|Ayatollah|Imam|Dr\.?|Prof\.?|Professor|Mr\.?|Mrs\.?|"
    r"Ms\.?|Miss|Messrs\.?|Sir|Lady|Lord|Dame|Baroness|Excellency|Leader|Spokesm[ae]n|Spokeswoman|Spokesperson|Commissioner|"
    r"Chairman|Chairwoman|Speaker|Director|Counsel|Adviser|Advisor|Counselor|Chief|Treasurer)"
)
"""How offices and courtesies before a name read."""

_LEAD = re.compile(r"[\s\"'“”‘’`«»().,;:!?*/–—\-\[\]{}<>|#@&…•]+|(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"['’]s$|[\s\"'“”‘’`«»(,;:!?*/–—\-\[{}<>|#@&…•]+$|(?<!\b[A-Z])(?<!\b(?:Jr|Sr|St|Co))\.$|['’]$", re.IGNORECASE
)
_TITLE = re.compile(rf"(?:{TITLES}\s+)+(?=\S)")
_TITLE_BEFORE = re.compile(rf"\b{TITLES},?\s+$")
_OFFICE = re.compile(
    r"\b(?:Secretary|Department|Ministry|Minister|Head|Chief|Chiefs) of (?:the )?(?:State|Staff|Treasury|Defen[cs]e)\b"
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blank or punctuated edges, a leading article and a final possessive; empty when nothing is left."""
    while start < end and (match := _LEAD.match(text, start, end)):
        start = match.end()
    while start < end and (match := _TAIL.search(text[start:end])):
        end = start + match.start()
    # A closing bracket belongs to the name only when it is opened there.
    if text[end - 1 : end] in ")]" and not set("([") & set(text[start:end]):
        return trimmed(text, start, end - 1)
    return start, max(start, end)


def without_title(text: str, start: int, end: int) -> int:
    """Start of a person's name after offices and courtesies."""
    match = _TITLE.match(text, start, end)
    return match.end() if match and match.end() < end else start


def follows_title(text: str, start: int) -> bool:
    """Whether an office or a courtesy stands before an offset."""
    return _TITLE_BEFORE.search(text, max(0, start - 60), start) is not None


def offices(text: str) -> list[tuple[int, int]]:
    """Spans of offices whose words look like names: `Secretary of State`."""
    return [match.span() for match in _OFFICE.finditer(text)]
