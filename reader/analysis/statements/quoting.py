"""Which report brings which quotation."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.analysis.cues import Cues
from reader.analysis.statements.grammar import VERBAL, between, children, noun_phrase
from reader.analysis.statements.quotations import Quotation
from reader.analysis.statements.reports import Report, beside_quotation
from reader.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AFTER, BEFORE, ELSEWHERE = "after", "before", "elsewhere"
"""Where the report of a quotation stands."""

SCARE = 3
"""Words of the longest quotation that is no statement by itself, but a word that the writer would not use."""

_WINDOW = 25
"""Words behind a quotation among which its report begins."""

_NEAR = 60
"""Code points behind a quotation within which its report begins."""

_CLOSE = 9
"""Words behind a quotation among which a cue stands that the parse does not know for a verb."""

_MOST_PHRASE = 8
"""Words of a speaker that only the order of words tells."""

_INSIDE = 0.6
"""Share of a quotation that lies in what a report says, if it is a part of it."""

_OTHER_CLAUSE_WORDS = "while until though although because so but and when after before which who where if that"
_OTHER_CLAUSE = frozenset(_OTHER_CLAUSE_WORDS.split())
"""Words that begin a clause that does not report what stands before it."""

_HELPERS = frozenset(("was", "is", "were", "are", "has", "had", "have", "been", "also", "then", "later"))
"""Words between who speaks and the verb."""

_LEADING = frozenset(("that", "as", "with", "of"))
"""Words between a cue and its quotation."""

_DASHED = re.compile(r"\s*[―—–-]+\s*([A-Z][^\n.,“\"]{2,60})\.?\s*$")
"""`"..." - Name`, to the end of the paragraph."""

_NAME_AND_COLON = re.compile(r"(?:^|[.!?\]–—-]\s+)([A-Z][\w.’'-]*(?:\s+(?:and\s+)?[A-Z][\w.’'-]*){0,6}):$")
_CLOSED = re.compile(r"[.!?:,][\"”’]*\s*$")
_SENTENCE_ENDS = re.compile(r"[.!?:]\s*$")
_MAIN = ("ROOT", "conj", "advcl", "xcomp", "acl")


class Quoting:
    """Gives the quotations of one paragraph to its reports.

    Args:
        doc: the parsed paragraph.
        quotes: its quotations.
        quoted: for each word the number of its quotation, from 1; 0 outside of all.
        reports: what the paragraph reports; more may be added, where only a quotation tells of them.
        cues: verbs of saying.
    """

    def __init__(
        self, doc: "Doc", quotes: Sequence[Quotation], quoted: list[int], reports: list[Report], cues: Cues
    ) -> None:
        self._doc = doc
        self._text = doc.text
        self._quotes = quotes
        self._quoted = quoted
        self._reports = reports
        self._cues = cues
        self._outside = [report for report in reports if report.can_quote]
        self._by_verb = {report.verb.i: report for report in reversed(self._outside)}
        self._sentence = [0] * len(doc)
        self._roots: list[Token] = []
        for number, sentence in enumerate(doc.sents):
            self._roots.append(sentence.root)
            self._sentence[sentence.start : sentence.end] = [number] * len(sentence)
        self.places: dict[int, str] = {}
        """By number of a quotation from 0, where its report stands."""
        self.loose: list[int] = []
        """Numbers of quotations that nobody says."""

    def give(self) -> None:
        """Find for each quotation the report that brings it."""
        words: list[list[int]] = [[] for _ in self._quotes]
        for number, mark in enumerate(self._quoted):
            if mark:
                words[mark - 1].append(number)
        last: tuple[int, Report] | None = None
        for number, quote in enumerate(self._quotes):
            if not words[number] or quote.is_title:
                continue
            found = self._report(number, words[number], last)
            if found is not None:
                report, self.places[number] = found
                report.quotes.append(number)
                last = number, report
            elif quote.words > SCARE:
                self.loose.append(number)

    def _report(self, number: int, words: list[int], last: tuple[int, Report] | None) -> tuple[Report, str] | None:
        quote = self._quotes[number]
        if quote.is_fragment and (report := self._around(words)):
            return report, ELSEWHERE
        if (quote.goes_on or self._text[quote.end : quote.end + 1] == ",") and (report := self._after(quote, words)):
            return report, AFTER
        if match := _DASHED.match(self._text[quote.end :]):
            name = Span(quote.end + match.start(1), quote.end + match.end(1))
            return self._add(beside_quotation(self._doc[words[-1]], name, span=Span(name.start, name.start))), AFTER
        if report := self._before(quote, words[0]):
            return report, BEFORE
        if last is not None and self._goes_on_after(last, quote):
            return last[1], self.places[last[0]]
        if report := self._around(words):
            return report, ELSEWHERE
        if quote.words < SCARE:
            return None
        report = self._near(quote, words)
        return None if report is None or quote.words <= SCARE else (report, ELSEWHERE)

    def _after(self, quote: Quotation, words: list[int]) -> Report | None:
        """`"..." said Fidan`, `"..." Fidan told reporters`."""
        begin = words[-1] + 1
        if begin >= len(self._doc) or self._doc[begin].lower_ in _OTHER_CLAUSE:
            return None
        end = next((n for n in range(begin, len(self._doc)) if self._ends(n, begin)), len(self._doc))
        window = range(begin, min(end, begin + _WINDOW))
        for number in window:
            report = self._by_verb.get(number)
            if report and report.verb.dep_ == "relcl":  # `"..." an official, who asked not to be named, said`
                continue
            if report and report.speaker and min(report.verb.idx, report.speaker.start) - quote.end < _NEAR:
                return report
        if quote.stop in ",?!":
            for number in window[: _CLOSE + SCARE]:
                report = self._any(number)
                if report and report.speaker and report.speaker.start >= quote.end:
                    return report
        return self._by_order_behind(begin, end)

    def _ends(self, number: int, begin: int) -> bool:
        """Whether the words behind a quotation that may tell who said it end before a word."""
        quote = self._quoted[number]
        if quote and self._quotes[quote - 1].words > SCARE:
            return True
        return self._sentence[number] != self._sentence[begin] and bool(self._doc[number].is_sent_start)

    def _before(self, quote: Quotation, first: int) -> Report | None:
        """`Fidan said: "..."`, `Fidan told reporters that "..."`."""
        before = self._text[: quote.start].rstrip()
        last = first - 1
        while last >= 0 and (
            self._doc[last].is_punct or self._doc[last].is_space or self._doc[last].lower_ in _LEADING
        ):
            last -= 1
        if last < 0 or self._quoted[last]:
            return None
        if last in self._by_verb:
            return self._by_verb[last]
        if not before.endswith((":", ",")):
            return None
        cue = self._cues.verb(self._doc[last].lower_)
        if cue and "quote" in cue.frames and (report := self._by_order_before(last)):
            return report
        if match := _NAME_AND_COLON.search(before[-_NEAR * 2 :]):
            offset = max(0, len(before) - _NEAR * 2)
            name = Span(offset + match.start(1), offset + match.end(1))
            return self._add(beside_quotation(self._doc[last], name, span=Span(name.end, name.end + 1)))
        sentence = self._sentence[last]
        told = [
            report
            for report in self._outside
            if self._sentence[report.verb.i] == sentence
            and report.verb.i < first
            and not any(self._quoted[report.verb.i : first])
        ]
        if told:
            return next((one for one in reversed(told) if one.verb.dep_ in _MAIN), told[-1])
        if before.endswith(":"):
            root = self._roots[sentence]
            if root.i < first and not self._quoted[root.i]:
                return self._any(root.i)
        return None

    def _goes_on_after(self, last: tuple[int, Report], quote: Quotation) -> bool:
        """`"...," he said. "..."`: whether the speaker of the quotation before goes on."""
        number, report = last
        start = self._quotes[number].end
        between_them = self._text[start : quote.start]
        if len(between_them.strip()) <= 1:
            return True
        if self.places[number] != AFTER or not _CLOSED.search(between_them):
            return False
        return all(not start <= one.verb.idx < quote.start or one is report for one in self._outside)

    def _around(self, words: list[int]) -> Report | None:
        """The widest report of which a quotation is a part."""
        inside = set(words)
        around = [
            report
            for report in self._reports
            if report.words
            and report.speaker
            and not report.is_quoted
            and len(inside & report.words) >= _INSIDE * len(inside)
        ]
        return max(around, key=lambda report: len(report.words), default=None)

    def _near(self, quote: Quotation, words: list[int]) -> Report | None:
        """A report in the same sentence, or the main one of the sentence before."""
        sentences = {self._sentence[number] for number in words}
        same = [report for report in self._outside if self._sentence[report.verb.i] in sentences]
        if same:
            return min(
                same,
                key=lambda report: (
                    report.verb.dep_ != "ROOT",
                    report.verb.idx > quote.start,
                    min(abs(report.verb.idx - quote.end), abs(quote.start - report.verb.idx)),
                ),
            )
        if not _SENTENCE_ENDS.search(self._text[: quote.start]):
            return None
        before = [
            report
            for report in self._outside
            if self._sentence[report.verb.i] == min(sentences) - 1 and report.verb.idx < quote.start
        ]
        return min(before, key=lambda report: (report.verb.dep_ != "ROOT", report.verb.idx), default=None)

    def _any(self, number: int) -> Report | None:
        """The report of a verb, known as one of saying or not, that has a subject of its own."""
        if number in self._by_verb:
            return self._by_verb[number]
        verb = self._doc[number]
        subjects = children(verb, "nsubj") if verb.dep_ in VERBAL else []
        if not subjects or self._quoted[subjects[-1].i]:
            return None
        report = self._add(beside_quotation(verb, noun_phrase(subjects[-1])))
        self._by_verb[number] = report
        return report

    def _by_order_behind(self, begin: int, end: int) -> Report | None:
        """`Fidan notes`, `notes Fidan`, where the parse went wrong but the order of words tells."""
        for number in range(begin, min(end, begin + _CLOSE)):
            verb = self._doc[number]
            cue = self._cues.verb(verb.lower_)
            if cue is None or "quote" not in cue.frames:
                continue
            if number > begin:
                before = number - 1
                while before > begin and self._doc[before].lower_ in _HELPERS:
                    before -= 1
                return self._add(beside_quotation(verb, between(self._doc, begin, before), cue))
            last = next(
                (n - 1 for n in range(number + 1, end) if self._doc[n].text in ",.;:" or n > number + _MOST_PHRASE),
                end - 1,
            )
            if last <= number:
                return None
            return self._add(beside_quotation(verb, between(self._doc, number + 1, last), cue))
        return None

    def _by_order_before(self, number: int) -> Report | None:
        """The noun nearest before a cue, where the parse gives it no subject."""
        verb = self._doc[number]
        cue = self._cues.verb(verb.lower_)
        for before in range(number - 1, max(-1, number - _WINDOW // 2), -1):
            word = self._doc[before]
            if self._sentence[before] != self._sentence[number] or self._quoted[before]:
                return None
            if word.dep_ in ("nsubj", "nsubjpass", "appos") or (word.dep_ == "ROOT" and word.text[0].isupper()):
                return self._add(beside_quotation(verb, noun_phrase(word), cue))
        return None

    def _add(self, report: Report) -> Report:
        self._reports.append(report)
        return report


def inside_quotations(span: Span, quotes: Iterable[Quotation]) -> bool:
    """Whether words stand in a quotation that is more than a word or two."""
    return any(
        quote.start <= span.start and span.end <= quote.end and (quote.words >= SCARE or quote.goes_on)
        for quote in quotes
    )
