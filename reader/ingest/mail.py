"""E-mail (RFC 5322, MIME): the message that a person reads, and its headers."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from reader.errors import SourceError
from reader.ingest.blocks import text_of
from reader.ingest.decode import LARGEST, decode
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.html import declared_encoding, parse_html
from reader.ingest.properties import day_of

SHORTEST_PLAIN = 300
"""Code points of a plain text; a shorter one beside a longer page only says that there is a page."""

_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|ynt|ilt)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = "-- "


def extract(data: bytes, name: str) -> Extracted:
    """The text of a message, its plain text before its page; attachments are left out.

    Raises:
        SourceError: it is too large, or has no words.
    """
    if len(data) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB. Save its text to a file.")
    if not data.strip():
        raise SourceError(f"{name} is empty.")
    message = message_from_bytes(data)
    plain = "\n\n".join(filter(None, (_plain(part, name) for part in _parts(message, "text/plain"))))
    text = plain
    if len(plain) < SHORTEST_PLAIN:
        pages = "\n\n".join(filter(None, (_page(part, name) for part in _parts(message, "text/html"))))
        text = max(plain, pages, key=len)
    if not text.strip():
        raise SourceError(f"{name} is a mail without text. Save its attachment to a file, and add that.")
    return Extracted(text, *_facts(message))


def _parts(message: Message, media_type: str) -> Iterator[Message]:
    return (
        part
        for part in message.walk()
        if part.get_content_type() == media_type and part.get_content_disposition() != "attachment"
    )


def _plain(part: Message, name: str) -> str:
    data, charset = _content(part)
    if not data.strip():
        return ""
    text = decode(data, name, charset).replace("\r\n", "\n")
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return (_unflowed(text) if flowed else text).strip()


def _unflowed(text: str) -> str:
    """A text whose lines go on behind a blank at their end (RFC 3676), with each on one line."""
    lines = [""]
    for line in text.split("\n"):
        goes_on = lines[-1].endswith(" ") and lines[-1] != _SIGNATURE
        if goes_on and line != _SIGNATURE and not line.startswith(">"):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def _page(part: Message, name: str) -> str:
    data, charset = _content(part)
    tree = parse_html(decode(data, name, charset or declared_encoding(data))) if data.strip() else None
    return "" if tree is None else text_of(tree)


def _content(part: Message) -> tuple[bytes, str | None]:
    data = part.get_payload(decode=True)
    charset = part.get_param("charset")
    return data if isinstance(data, bytes) else b"", charset if isinstance(charset, str) else None


def _facts(message: Message) -> tuple[Facts, Facts]:
    """What holds, and what holds where the text says nothing: a forwarded wire story names its own source."""
    sender, address = parseaddr(_header(message, "From"))
    domain = address.rpartition("@")[2]
    known = Facts(
        title=_FORWARDED.sub("", " ".join(_header(message, "Subject").split())),
        published=day_of(_header(message, "Date")),
        language=_header(message, "Content-Language").split(",")[0],
    )
    return known, Facts(source=sender or domain, author=sender)


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    return "".join(_words(piece, charset) for piece, charset in pieces)


def _words(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if not piece.strip():
        return piece.decode("ascii", "replace")
    try:
        return decode(piece, "A header", charset)
    except SourceError:
        return piece.decode("latin-1")
