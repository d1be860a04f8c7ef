"""What screen and analysis program say to each other: requests, events, and their form as JSON lines over pipes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.model.analysis import DEFAULT_METHOD, Finding
from reader.model.analysis_plain import finding_to_plain
from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.model.value import Value

PROTOCOL = 4
"""Grows with every change that an older program would not understand; the first line of the program tells it."""

ROWS_PER_LINE = 400
"""Rows of a list in one line: keeps a line well under 64 kB, so that reading it never holds up the screen."""


class Analyse(Value, frozen=True):
    """Find everything in one version of an article."""

    text: str
    parts: tuple[Part, ...]
    source_span: Span | None = None
    """Where the text itself names its source."""
    methods: tuple[str, ...] = (DEFAULT_METHOD,)
    """Summary methods to rank the sentences by."""


class Rank(Value, frozen=True):
    """Rank known sentences of a text by one more summary method."""

    text: str
    sentences: tuple[Span, ...]
    method: str
    speaking: tuple[frozenset[str], ...] = ()
    """The sides whose own words each sentence tells; empty: nobody knows."""
    among: tuple[int, ...] | None = None
    """Numbers of the sentences that may be chosen; None: all."""


Request = Analyse | Rank


class Restarted(Value, frozen=True):
    """The program broke and runs again: what was found before is void and will be told anew."""

    reason: str
    """A sentence for the reader."""


class Done(Value, frozen=True):
    """The last event of a request that was answered in full."""

    analyst: str
    """Version of model, gazetteer and code that answered."""


class Failed(Value, frozen=True):
    """The last event of a request that cannot be answered."""

    reason: str
    """A sentence for the reader."""


class Cancelled(Value, frozen=True):
    """The last event of a request that is no longer wanted."""


Final = Done | Failed | Cancelled
Event = Finding | Restarted | Final
"""What a listener hears: findings and restarts, then exactly one final event."""


def to_line(message: Mapping[str, Any]) -> bytes:
    """One message as a line of ASCII, so that no character of a text can end or break it."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """The message in a line.

    Raises:
        ValueError: this is no message.
    """
    message = json.loads(line)
    if not isinstance(message, dict):
        raise ValueError("a message is an object")  # noqa: TRY004 (a broken line, like any other)
    return message


def request_to_plain(number: int, request: Request) -> dict[str, Any]:
    """JSON-ready form of a request."""
    match request:
        case Analyse(text, parts, source_span, methods):
            return {
                "id": number,
                "text": text,
                "parts": [[part.kind.value, part.span.start, part.span.end] for part in parts],
                "source": source_span and [source_span.start, source_span.end],
                "methods": list(methods),
            }
        case Rank(text, sentences, method, speaking, among):
            return {
                "id": number,
                "text": text,
                "sentences": [[span.start, span.end] for span in sentences],
                "method": method,
                "speaking": [sorted(sides) for sides in speaking],
                "among": None if among is None else list(among),
            }


def request_from_plain(plain: Mapping[str, Any]) -> Request:
    """The request that `request_to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError: this is no request.
    """
    if "sentences" in plain:
        return Rank(
            text=plain["text"],
            sentences=tuple(Span(*span) for span in plain["sentences"]),
            method=plain["method"],
            speaking=tuple(map(frozenset, plain["speaking"])),
            among=None if plain["among"] is None else tuple(plain["among"]),
        )
    return Analyse(
        text=plain["text"],
        parts=tuple(Part(PartKind(kind), Span(start, end)) for kind, start, end in plain["parts"]),
        source_span=Span(*plain["source"]) if plain["source"] else None,
        methods=tuple(plain["methods"]),
    )


def finding_to_pieces(finding: Finding) -> Iterator[dict[str, Any]]:
    """Plain forms that together are one finding, each short enough for a line: its lists are cut, the rest repeats."""
    plain = finding_to_plain(finding)
    longest = max((len(value) for value in plain.values() if isinstance(value, list)), default=0)
    for start in range(0, max(longest, 1), ROWS_PER_LINE):
        end = start + ROWS_PER_LINE
        yield {key: value[start:end] if isinstance(value, list) else value for key, value in plain.items()}


def pieces_to_plain(pieces: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The plain form whose pieces these are: `finding_from_plain` reads it.

    Raises:
        KeyError, TypeError: the pieces do not belong together.
    """
    first, *others = pieces
    plain = dict(first)
    for piece in others:
        plain |= {key: plain[key] + value for key, value in piece.items() if isinstance(value, list)}
    return plain
