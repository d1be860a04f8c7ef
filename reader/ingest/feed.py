"""From the bytes of a feed to its entries: packing, encoding, format."""

import re
import zlib
from datetime import date

from reader.errors import SourceError
from reader.ingest.addresses import Address, parse, shown
from reader.ingest.decode import LARGEST, decode
from reader.ingest.entry import Feed
from reader.ingest.html import declared_encoding
from reader.model.value import replace
from reader.text.clean import clean
from reader.text.shorten import shorten

MOST_ENTRIES = 1000
"""Of one feed; the newest are taken."""

LONGEST_TITLE = 200
"""Code points."""

_GZIP = b"\x1f\x8b"
_PAGE = re.compile(
    r"(?:(?:<\?xml[^>]{0,300}>|<!--(?:(?!-->).){0,2000}-->)\s*)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_feed(data: bytes, url: str, charset: str | None = None) -> Feed:
    """The feed in what an address answered: RSS, Atom or JSON Feed, perhaps packed by gzip.

    Args:
        data: of the feed.
        url: of the feed; relative addresses in it are read from there.
        charset: the encoding that its server names.

    Raises:
        SourceError: this is no feed.
    """
    base = parse(url)
    text = feed_text(data, shown(url), charset)
    if is_page(text):
        raise SourceError(f"{shown(url)} is a web page, not a feed.")
    feed = _read(text, base)
    entries = [entry for entry in feed.entries if entry.title or entry.content]
    if len(entries) > MOST_ENTRIES:
        entries = sorted(entries, key=lambda entry: entry.published or date.min, reverse=True)[:MOST_ENTRIES]
    title = shorten(" ".join(clean(feed.title).text.split()), LONGEST_TITLE)
    return replace(feed, title=title, entries=tuple(entries))


def feed_text(data: bytes, name: str, charset: str | None = None) -> str:
    """The text of a feed, without blanks before it.

    Raises:
        SourceError: it is no text, or too large.
    """
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
    return decode(data, name, declared_encoding(data) or charset).lstrip("\ufeff \t\r\n")


def is_page(text: str) -> bool:
    """Whether a text is a web page, which may name feeds but is none."""
    return _PAGE.match(text) is not None


def _read(text: str, base: Address) -> Feed:
    # Each format has a parser of its own, which takes its time to import.
    if text.startswith("{"):
        from reader.ingest.json_feed import read_json_feed

        return read_json_feed(text, base)
    from reader.ingest.xml_feed import read_xml_feed

    return read_xml_feed(text, base)


def _unpacked(data: bytes, name: str) -> bytes:
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise SourceError(f"{name} is packed, and cannot be unpacked.") from error
    if len(unpacked) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB.")
    return unpacked
