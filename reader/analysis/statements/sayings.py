"""Sayings: who says what in a text, in its own words."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.cues import Cues
from reader.analysis.pieces import Piece
from reader.analysis.statements.grammar import stretches, without
from reader.analysis.statements.quotations import Quotation, quotations
from reader.analysis.statements.quoting import AFTER, SCARE, Quoting, inside_quotations
from reader.analysis.statements.reports import Report, reports
from reader.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLON = re.compile(r"([A-Z][^:“\"\n]{1,60}):\s+(?=\S)")
"""`Erdogan: Talks go on`, as headlines have it."""

_LONGEST_HEADLINE = 250
_MOST_NAMES = 6
"""Words before the colon of a headline."""

_TAIL = 160
"""Code points behind the last quotation of a paragraph, if its speaker may go on in the next one."""

_CARRIED = 6
"""Words of the shortest quotation that goes on where another paragraph ended."""

_MOST = 100
"""Reports, and quotations, of a paragraph that are looked at: no text that people write has more."""

_SAME_WORDS = 0.3
"""Share of common words from which a report inside another one tells nothing more."""

_PART = 0.6
"""Share of a quotation that lies in a clause, if it is a part of it."""

_FAR = 6_000
"""Code points behind a saying that it cannot reach: more than a paragraph."""

_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))


class Saying(NamedTuple):
    """Somebody says something; spans point into the text."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    """Empty: the text names nobody."""
    cue: tuple[Span, ...]
    is_direct: bool
    lemma: str
    act: str
    is_negated: bool
    is_modal: bool
    within: int | None = None
    """Number of the saying in which this one is told."""

    @property
    def span(self) -> Span:
        """From the first to the last word of all its parts."""
        spans = (*self.content, *self.speaker, *self.cue)
        return Span(min(span.start for span in spans), max(span.end for span in spans))


class Sayings:
    """Gathers what is said in the paragraphs of a text.

    Args:
        text: the whole text.
    """

    def __init__(self, text: str, cues: Cues) -> None:
        self._text = text
        self._cues = cues
        self._found: list[Saying] = []
        self._before = _Before()

    def add(self, piece: Piece, doc: "Doc") -> None:
        """Take in the next paragraph."""
        paragraph = _Paragraph(doc, self._cues)
        here = [_moved(saying, piece.start) for saying in paragraph.sayings(piece)]
        here += [_moved(saying, piece.start) for saying in paragraph.loose()]
        self._found += self._before.carry_on(here, paragraph, piece)

    def found(self) -> tuple[Saying, ...]:
        """All sayings so far in text order, one in which others are told before them."""
        widest_first = sorted(self._found, key=lambda saying: (saying.span.start, -saying.span.end))
        around = [_around(number, widest_first) for number in range(len(widest_first))]
        depths: list[int] = []
        for number in around:
            depths.append(0 if number is None else depths[number] + 1)
        order = sorted(range(len(around)), key=lambda n: _place(widest_first[n], depths[n]))
        now = {before: number for number, before in enumerate(order)}
        return tuple(
            widest_first[n]._replace(within=None if (outer := around[n]) is None else now[outer]) for n in order
        )


class _Before:
    """Who spoke last, as far as the next paragraph may leave it out."""

    def __init__(self) -> None:
        self._speaker: tuple[Span, ...] = ()
        self._is_open = False
        self._is_announced = False
        self._has_quoted = False

    def carry_on(self, sayings: list[Saying], paragraph: "_Paragraph", piece: Piece) -> list[Saying]:
        """The sayings of a paragraph, the quotation at its head given to whoever spoke before."""
        done = [self._carried(saying, paragraph, piece) for saying in sayings]
        quotes = paragraph.quotes
        spoken = [saying for saying in done if saying.is_direct and saying.speaker]
        self._is_open = bool(quotes) and quotes[-1].is_open
        announcer = paragraph.announcer() if piece.text.rstrip().endswith(":") else None
        self._is_announced = announcer is not None
        self._has_quoted = bool(spoken) and len(piece.text.rstrip()) - quotes[-1].end <= _TAIL
        if announcer is not None:
            self._speaker = (announcer.moved(piece.start),)
        elif spoken:
            self._speaker = max(spoken, key=lambda saying: saying.content[0].start).speaker
        elif not quotes:
            self._speaker = ()
        return done

    def _carried(self, saying: Saying, paragraph: "_Paragraph", piece: Piece) -> Saying:
        if saying.speaker or saying.cue or not self._speaker:
            return saying
        quote = paragraph.quotes[0]
        if quote.start or saying.content[0].start != piece.start:
            return saying
        if self._is_open or self._is_announced or (self._has_quoted and quote.words >= _CARRIED):
            return saying._replace(speaker=self._speaker)
        return saying


class _Paragraph:
    """One parsed paragraph, in its own offsets."""

    def __init__(self, doc: "Doc", cues: Cues) -> None:
        self._doc = doc
        self.quotes: list[Quotation] = list(islice(quotations(doc.text), _MOST))
        quoted = _quoted(doc, self.quotes)
        self._quoted = quoted
        self._reports = list(islice(reports(doc, cues, quoted), _MOST))
        for report in self._reports:
            if not report.is_quoted and report.speaker and inside_quotations(report.speaker, self.quotes):
                report.speaker = None
        self._known = len(self._reports)
        self._quoting = Quoting(doc, self.quotes, quoted, self._reports, cues)
        self._quoting.give()

    def announcer(self) -> Span | None:
        """Who is said to speak at the end of the paragraph."""
        told = [report for report in self._reports[: self._known] if report.can_quote]
        return told[-1].speaker if told else None

    def sayings(self, piece: Piece) -> Iterable[Saying]:
        """What is said by somebody."""
        if (headline := self._headline(piece)) is not None:
            yield headline
        told = [report for report in self._reports if report.speaker and (report.quotes or self._is_told(report))]
        for report in told:
            if report.quotes or not _repeats(report, told):
                yield from self._saying(report)

    def loose(self) -> Iterable[Saying]:
        """Quotations that nobody says."""
        for number in self._quoting.loose:
            quote = self.quotes[number]
            yield Saying((Span(quote.start, quote.end),), (), (), True, "", "say", False, False)

    def _is_told(self, report: Report) -> bool:
        return bool(report.words) and not report.is_quoted and not self._is_beside_quotation(report)

    def _is_beside_quotation(self, report: Report) -> bool:
        """Whether a clause with a report put into it is quoted: the quotation tells the same."""
        return report.verb.dep_ == "parataxis" and any(self._quoted[number] for number in report.words)

    def _saying(self, report: Report) -> Iterable[Saying]:
        content = self._content(report)
        holes = [report.span, *((report.speaker,) if report.speaker else ())]
        kept = tuple(span for span in without(content, holes) if len(span) > 1)
        if kept:
            yield Saying(
                kept,
                (report.speaker,) if report.speaker else (),
                (report.span,) if len(report.span) else (),
                bool(report.quotes),
                report.lemma,
                report.cue.act,
                report.is_negated,
                report.is_modal,
            )

    def _content(self, report: Report) -> list[Span]:
        """What is said: the clause with its quotations, or these alone."""
        if not report.quotes:
            return stretches(self._doc, report.words)
        marked = [Span(self.quotes[number].start, self.quotes[number].end) for number in report.quotes]
        numbers = {n for n, quote in enumerate(self._quoted) if quote - 1 in report.quotes}
        is_part = any(
            len(report.words & words) >= len(words) * _PART
            for number in report.quotes
            if (words := {n for n in numbers if self._quoted[n] == number + 1})
        )
        more = len(report.words - numbers)
        if is_part and more > SCARE - 1 and self._quoting.places[report.quotes[0]] != AFTER:
            return stretches(self._doc, report.words | numbers)
        return marked

    def _headline(self, piece: Piece) -> Saying | None:
        """`Erdogan: Talks go on`."""
        match = _COLON.match(piece.text)
        if match is None or len(piece.text) >= _LONGEST_HEADLINE or match[1][-1].isdigit():
            return None
        if len(match[1].split()) > _MOST_NAMES or any(report.verb.idx < match.end(1) for report in self._reports):
            return None
        name = Span(match.start(1), match.end(1))
        content = Span(match.end(), len(piece.text.rstrip()))
        return Saying((content,), (name,), (Span(name.end, name.end + 1),), False, ":", "say", False, False)


def _quoted(doc: "Doc", quotes: Sequence[Quotation]) -> list[int]:
    """For each word the number of its quotation, from 1; 0 outside of all."""
    numbers = [0] * len(doc)
    upcoming = iter(enumerate(quotes, start=1))
    number, quote = next(upcoming, (0, None))
    for word in doc:
        while quote is not None and word.idx >= quote.end:
            number, quote = next(upcoming, (0, None))
        if quote is not None and word.idx >= quote.start:
            numbers[word.i] = number
    return numbers


def _repeats(report: Report, told: Sequence[Report]) -> bool:
    """Whether a report tells only once more what one around it says: `Fidan says he hopes that ...`."""
    if _is_own_word(report):
        return False
    return any(
        other is not report
        and report.verb.i in other.words
        and len(report.words & other.words) >= _SAME_WORDS * len(report.words | other.words)
        for other in told
    )


def _is_own_word(report: Report) -> bool:
    """Whether somebody with a name says it: `Hurriyet reported that Fidan told ...`."""
    speaker = report.speaker
    if speaker is None or not report.is_clause or report.cue.act == "believe" or not report.cue.frames:
        return False
    return any(
        one.label_ in _NAMES and speaker.start <= one.start_char and one.end_char <= speaker.end + 2
        for one in report.verb.doc.ents
    )


def _place(saying: Saying, depth: int) -> tuple[int, int, int]:
    """By which sayings are ordered: where they begin, how deep they are told, where they are told."""
    cue = saying.cue[0].start if saying.cue else 0
    return saying.span.start, depth, cue


def _around(number: int, ordered: Sequence[Saying]) -> int | None:
    """Number of the nearest saying whose content holds the cue and the speaker of another."""
    saying = ordered[number]
    parts = (*saying.cue, *saying.speaker)
    if not parts:
        return None
    for before in range(number - 1, -1, -1):
        other = ordered[before]
        if other.span.end <= saying.span.start:
            if saying.span.start - other.span.end > _FAR:
                return None
            continue
        if all(any(span.covers(part) for span in other.content) for part in parts):
            return before
    return None


def _moved(saying: Saying, by: int) -> Saying:
    return saying._replace(
        content=tuple(span.moved(by) for span in saying.content),
        speaker=tuple(span.moved(by) for span in saying.speaker),
        cue=tuple(span.moved(by) for span in saying.cue),
    )
