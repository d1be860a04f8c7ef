"""What stands before a story: headline, byline, and the header that a wire service puts there.

It is read only where it is unambiguous: what is not read stays in the body, and nothing is cut.
"""

import re
from datetime import date
from functools import cache
from itertools import islice

from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.text.paragraphs import paragraphs

LONGEST_HEADLINE = 160
"""Code points."""

FEWEST_HEADLINE_WORDS = 3

SHORTEST_PARAGRAPH = 80
"""Code points of a line that shows that a story has begun."""

LINES_OF_OPENING = 12
"""What stands before a story ends there."""

LONGEST_HEADER = 160
"""Code points."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_DATE = (
    rf"{_WEEKDAY}(?:{_ISO}|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}}))?)"
)
_KNOWN_SOURCES = (
    "Reuters|AP|AFP|UPI|dpa|DPA|TASS|Tass|Interfax|Xinhua|Anadolu|AA|ANSA|EFE|Kyodo|PTI|ANI|IANS|Yonhap|MENAFN|IRNA|WAM"
    "|SPA|KUNA|QNA|MENA|Ukrinform|Bloomberg|BBC|CNN|VOA|RFE/RL|UN News|IPS|Agencies|News Agencies"
)
"""News agencies and broadcasters as they sign their copy."""

_AGENCY = rf"\((?P<source>{_KNOWN_SOURCES}|[A-Z]{{2,8}})(?:\s?[-–/]\s?[^()\n]{{2,40}})?\)"
_KNOWN_AGENCY = rf"\((?P<source>{_KNOWN_SOURCES})(?:\s?[-–/]\s?[^()\n]{{2,40}})?\)"
_DASH = r"\s*(?:--+|[-–—_])\s+"
_PLACE = r"[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]+){0,3}"
_PLAIN_PLACE = r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)?"
_COUNTRY = r"(?:,\s+(?:[A-Z][\w.’'\-]*)(?:\s+(?:of|the|and|[A-Z][\w.’'\-]*)){0,4})?"

_DATELINES = (
    rf"(?:date:?\s+)?{_ISO}(?:\s+{_AGENCY})?(?:{_DASH}|:?\s+)(?=\S)",  # date 2023-11-08 (MENAFN) Turkey ...
    rf"{_PLACE}{_COUNTRY}(?:,?\s+{_DATE})?\s+{_AGENCY}{_DASH}",  # ANKARA, Nov 8 (Reuters) - ...
    rf"{_PLACE}{_COUNTRY},\s+{_DATE}{_DASH}",  # GENEVA, 8 November 2023 - ...
    rf"{_PLACE},\s+(?:[A-Z][\w.’'\-]*)(?:\s+[A-Z][\w.’'\-]*){{0,3}}\s+(?:--|[–—])\s+",  # BEIRUT, Lebanon — ...
    rf"{_DATE}\s+{_AGENCY}{_DASH}",  # Nov. 8 (UPI) -- ...
    rf"{_KNOWN_AGENCY}(?:{_DASH}|\s+(?=[A-Z\"“‘]))",  # (MENAFN- Hurriyet) ...
    rf"{_PLAIN_PLACE}{_COUNTRY}(?:,?\s+{_DATE})?\s+{_KNOWN_AGENCY}{_DASH}",  # Ankara (Reuters) - ...
    rf"{_PLACE}{_COUNTRY},\s+{_DATE}\.?\s+/(?P<source>\w+)/(?:\.\s+|{_DASH})",  # MOSCOW, November 8. /TASS/. ...
)
"""Headers that begin the first paragraph of a story."""

_DATE_LINE = rf"(?:(?:Published|Updated|Date)(?: on)?:?\s+)?{_DATE}(?:,?\s+\d{{1,2}}[:.]\d{{2}}.{{0,12}})?$"
_BYLINE = (
    r"[Bb][Yy]:?\s+(?P<author>[A-Z][\w.’'\-]+(?:\s+(?:[A-Z][\w.’'\-]*|de|von|van|der|al|bin|el))+"
    r"(?:(?:,|\s+and|,\s+and)\s+[A-Z][\w.’'\-]+(?:\s+[A-Z][\w.’'\-]*)+)*)"
    r"(?:\s+in\s+[A-Z][\w.’'\- ]+|,\s+[A-Z][\w.’'\- ]+|\s*\|.*)?$"
)
_OFFICE = r"(?:Office|Bureau|Embassy|Ministry|Department) of(?: the)?(?: (?:[A-Z][\w’'\-]+|of|the|and|for|to|in))+$"
_ABOVE_STORY = (_DATE_LINE, _BYLINE, _OFFICE)
_UNDER_HEADLINE = (
    r"(?:Office|Bureau|Embassy|Ministry|Department|Press|Media|Readout|Remarks|Statement|Joint Statement|For Immediate"
    r" Release|Fact Sheet|Spokesperson)\b[^.!?]{0,80}$"
)
_ENDS_SENTENCE = r"[.!?…:;,][\"'”’»)]*$"

_compiled = cache(re.compile)  # most texts need few of the patterns, and a start waits for each


class Opening(Value, frozen=True):
    """What was read at the beginning of a text."""

    parts: tuple[Part, ...] = ()
    source: str | None = None
    source_span: Span | None = None
    published: date | None = None
    published_span: Span | None = None
    author: str | None = None


class _Reader:
    """Walks the first lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Opening()

    def take(self, kind: PartKind, span: Span) -> None:
        self.found = replace(self.found, parts=(*self.found.parts, Part(kind, span)))

    def note_source(self, match: re.Match[str]) -> None:
        if "source" in match.re.groupindex and match["source"]:
            self.found = replace(self.found, source=match["source"], source_span=Span(*match.span("source")))

    def note_date(self, match: re.Match[str]) -> None:
        when = _date(match)
        if when is not None and self.found.published is None:
            at = Span(*match.span("iso")) if match["iso"] else None
            at = at or Span(
                match.start("month" if match["month"] else "day2"), match.end("year" if match["month"] else "year2")
            )
            self.found = replace(self.found, published=when, published_span=at)


def read_opening(text: str, title: str = "") -> Opening:
    """Headline, header and byline of a text, with its body: parts in text order, each without blanks at its edges.

    Args:
        text: a clean text.
        title: of the article, where it is known: a first line that says the same is the headline.
    """
    lines = list(islice(paragraphs(text, Span(0, len(text))), LINES_OF_OPENING))
    reader = _Reader(text)
    at = 0
    if _is_title(text, lines, title) or _is_headline(text, lines):
        reader.take(PartKind.HEADLINE, lines[0])
        at = 1
    while at < len(lines) - 1 and _take_line(reader, lines[at], after_headline=at > 0):
        at += 1
    start = _take_dateline(reader, lines[at])
    reader.take(PartKind.BODY, Span(start, len(text.rstrip())))
    return reader.found


def _take_line(reader: _Reader, line: Span, *, after_headline: bool) -> bool:
    """Read a line of its own before the story; False: the story begins here."""
    if len(line) > LONGEST_HEADLINE:
        return False
    words = line.of(reader.text)
    if byline := _compiled(_BYLINE).match(words):
        reader.take(PartKind.BYLINE, line)
        reader.found = replace(reader.found, author=byline["author"])
        return True
    if match := _compiled(_DATE_LINE).match(reader.text, line.start, line.end):
        reader.take(PartKind.HEADER, line)
        reader.note_date(match)
        return True
    if _compiled(_OFFICE).match(words) or (after_headline and _compiled(_UNDER_HEADLINE).match(words)):
        reader.take(PartKind.HEADER, line)
        return True
    return False


def _take_dateline(reader: _Reader, line: Span) -> int:
    """Read the header at the beginning of the first paragraph; returns where the story begins."""
    for pattern in map(_compiled, _DATELINES):
        match = pattern.match(reader.text, line.start, min(line.end, line.start + LONGEST_HEADER))
        if match is None or match.end() >= line.end or reader.text[match.end()].islower():
            continue  # no header, or a sentence that only begins like one
        if "iso" in pattern.groupindex:
            if match["iso"] and _date(match) is None:
                continue
            reader.note_date(match)
        reader.note_source(match)
        reader.take(PartKind.HEADER, Span(line.start, line.start + len(match[0].rstrip())))
        return match.end()
    return line.start


def _is_title(text: str, lines: list[Span], title: str) -> bool:
    """Whether the first line is the title of what follows it."""
    return bool(title) and len(lines) > 1 and lines[0].of(text).casefold().split() == title.casefold().split()


def _is_headline(text: str, lines: list[Span]) -> bool:
    """Whether the first line stands above the story: short, no sentence, and something longer follows."""
    if len(lines) < 2 or len(lines[0]) > LONGEST_HEADLINE:
        return False
    first = lines[0].of(text)
    if len(first.split()) < FEWEST_HEADLINE_WORDS or _compiled(_ENDS_SENTENCE).search(first) or not first[0].isupper():
        return False
    if _fits(first, (*_ABOVE_STORY, *_DATELINES)):
        return False
    stands_apart = text.count("\n", lines[0].end, lines[1].start) > 1
    if stands_apart or _fits(lines[1].of(text)[:LONGEST_HEADLINE], _ABOVE_STORY):
        return any(_is_paragraph(line.of(text), len(first)) for line in lines[1:])
    return _is_paragraph(lines[1].of(text), len(first))


def _is_paragraph(line: str, headline: int) -> bool:
    """Whether a line is longer than lists, verse and talk have them, and than the headline above it."""
    is_long = len(line) >= max(SHORTEST_PARAGRAPH, headline)
    return is_long and not line[0].islower() and _compiled(_ENDS_SENTENCE).search(line) is not None


def _fits(line: str, patterns: tuple[str, ...]) -> bool:
    return any(_compiled(pattern).match(line) for pattern in patterns)


def _date(match: re.Match[str]) -> date | None:
    """The day that a match names; None where it has no year, or is no day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if "month" not in match.re.groupindex:
            return None
        if match["year"]:
            return date(int(match["year"]), _month(match["month"]), int(match["day"]))
        if match["year2"]:
            return date(int(match["year2"]), _month(match["month2"]), int(match["day2"]))
    except ValueError:
        return None
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
