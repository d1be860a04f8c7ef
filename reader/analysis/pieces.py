"""Stretches of an article that the language model reads one by one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.article import Part, PartKind

LONGEST = 6_000
"""Code points of the longest piece: about a tenth of a second, so that whoever leaves is soon obeyed."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_STOP = re.compile(r"[.!?…]['\"”’)\]]*\s")
_BLANK = re.compile(r"\s")


class Piece(NamedTuple):
    """A paragraph, or a part of a very long one; no line break and no blank edge in it."""

    start: int
    """Where it stands in the text, in code points."""
    text: str
    is_body: bool
    """Whether it belongs to the story itself."""


def pieces(text: str, parts: Sequence[Part]) -> Iterator[Piece]:
    """Headline and body in text order, the headline apart: joined to the body, names in it are lost."""
    for part in parts:
        if part.kind in (PartKind.HEADLINE, PartKind.BODY):
            for line in _LINE.finditer(text, part.span.start, part.span.end):
                yield from _cut(line.start(), line.group(), part.kind is PartKind.BODY)


def batches(all_pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces in groups that are read in about the time of one longest piece."""
    batch: list[Piece] = []
    length = 0
    for piece in all_pieces:
        if batch and length + len(piece.text) > LONGEST:
            yield batch
            batch, length = [], 0
        batch.append(piece)
        length += len(piece.text)
    if batch:
        yield batch


def _cut(start: int, line: str, is_body: bool) -> Iterator[Piece]:
    """The line in pieces of bearable length, cut after a sentence if one ends in the second half, else at a blank."""
    while len(line) > LONGEST:
        end = _last_end(_STOP, line) or _last_end(_BLANK, line) or LONGEST
        head = line[:end].rstrip()
        yield Piece(start, head, is_body)
        rest = line[end:].lstrip()
        start += len(line) - len(rest)
        line = rest
    if line:
        yield Piece(start, line, is_body)


def _last_end(pattern: re.Pattern[str], line: str) -> int:
    """End of the last match in the second half of the longest piece; 0 without one."""
    return max((match.end() for match in pattern.finditer(line, LONGEST // 2, LONGEST)), default=0)
