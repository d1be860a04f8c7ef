"""Where things are named: what the model saw, what the gazetteer knows, and what the whole document says about both."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.analysis.bodies import with_bodies
from reader.analysis.consistency import Labels
from reader.analysis.forms import with_forms
from reader.analysis.found import Found
from reader.analysis.gazetteer import Gazetteer, first_word, straight
from reader.analysis.mending import mended
from reader.analysis.merging import with_known
from reader.analysis.pieces import Piece
from reader.analysis.repeats import repeats
from reader.analysis.trimming import trimmed
from reader.model.span import Span

_WORD = re.compile(r"\w+")


class Register:
    """All names of a text that is read piece by piece.

    Args:
        text: the whole text.
        gazetteer: names known before.
    """

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._found: list[Found] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        """Where each capitalised word stands."""
        self._loose: set[int] = set()
        """Those of them in a headline or in a line of capitals, where all words may be capitalised."""

    def add(self, piece: Piece, seen: Iterable[tuple[int, int, str]]) -> None:
        """Take in what the model saw in a piece.

        Args:
            piece: the pieces come in text order.
            seen: start and end in the piece, and the model's label.
        """
        known = list(self._known(piece))
        names = with_forms(piece.text, with_bodies(piece.text, mended(piece.text, seen), known))
        self._found += (
            one._replace(start=piece.start + one.start, end=piece.start + one.end)
            for one in with_known(piece.text, names, known)
        )

    def add_source(self, span: Span) -> None:
        """Take in the span that names the article's source: a news medium, unless it is known as something else."""
        text = straight(self._text)
        start, end = trimmed(self._text, span.start, span.end)
        if start < end:
            known = self._gazetteer.at(text, start, first_word(text[start:end]))
            if known is None or start + len(known.name) != end:
                known = None
            self._found.append(Found(start, end, known.label if known else "MEDIA", known))

    def names(self) -> list[Found]:
        """Names found so far, in text order, not overlapping, under the labels that the document as a whole gives."""
        labels = Labels(self._text, self._found)
        found = [labels.of(one) for one in self._found]
        found += repeats(self._text, found, self._places, self._loose)
        return list(_joined_people(self._text, sorted(found, key=lambda one: one.start)))

    def _known(self, piece: Piece) -> Iterator[Found]:
        """Known names in a piece, and a note of where each capitalised word stands."""
        text, end = straight(piece.text), 0
        is_loose = not piece.is_body or text.isupper()
        for match in _WORD.finditer(text):
            word, start = match.group(), match.start()
            if word[0].isupper():
                self._places[word].append(piece.start + start)
                if is_loose:
                    self._loose.add(piece.start + start)
            if start >= end and (known := self._gazetteer.at(text, start, word)):
                end = start + len(known.name)
                yield Found(start, end, known.label, known)


def _joined_people(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The names, each overlap gone, and two neighbouring people joined to one: the model cuts `Jean-Yves Le Drian`."""
    last: Found | None = None
    for one in found:
        if last is None:
            last = one
        elif one.start < last.end:
            continue
        elif (
            last.label == one.label == "PERSON" and text[last.end : one.start] == " " and not (last.known or one.known)
        ):
            last = last._replace(end=one.end)
        else:
            yield last
            last = one
    if last is not None:
        yield last
