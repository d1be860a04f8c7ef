"""From bytes to text."""

import codecs
import re
from contextlib import suppress

from reader.errors import SourceError

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest text that is taken in."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or a DOCX or EPUB)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"SQLite format 3": "a database",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MANY_CONTROLS = 0.02
_SAMPLE = 65536
"""Bytes by which the kind of a text is judged."""

_SLIPS = 4
"""For each broken character of a UTF-8 text so many must be whole."""

_MOSTLY_LATIN = 0.2
"""Largest share of bytes beyond ASCII in a text of Latin letters."""

_LETTER = r"[^\W\d_]"
_SIGNS_IN_WORDS = rf"{_LETTER}[¹³¿¼¾]{_LETTER}|[£¥]{_LETTER}"
_LATIN = (
    ("cp1252", rf"[ÐÝÞðýþ]|{_SIGNS_IN_WORDS}"),
    ("cp1254", _SIGNS_IN_WORDS),
    ("cp1250", "(?!)"),
)
"""Windows encodings of Latin letters, the likeliest first, and what shows that a text is in another: Turkish letters
are read as Icelandic ones, Polish and Czech letters as signs. A few names in an English text tell statistics nothing.
"""


def decode(data: bytes, name: str) -> str:
    """The text in `data`: as its byte order mark says, else UTF-8, else in the encoding that fits best.

    Args:
        data: the bytes of a text.
        name: what an error calls it.

    Raises:
        SourceError: this is no text, is empty, or is too large.
    """
    if len(data) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB. Cut it into parts.")
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if encoding is None:
        _refuse_binary(data, name)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = _best_fit(data, name) if encoding is None else _as_marked(data, encoding, name)
    if not text.strip():
        raise SourceError(f"{name} is empty.")
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _FORMATS.items():
        if data.startswith(magic):
            raise SourceError(f"{name} is {what}, not plain text. Save its text to a file, or paste it.")
    start = data[:_SAMPLE]
    if b"\0" in start or len(start) - len(start.translate(None, _CONTROLS)) > _MANY_CONTROLS * len(start):
        raise SourceError(f"{name} is not a text.")


def _as_marked(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, "replace")  # most often it was cut off in the middle of a character
    if text.count("\ufffd") * _SLIPS > len(text):
        raise SourceError(f"{name} is not a text.")
    return text


def _best_fit(data: bytes, name: str) -> str:
    text = data.decode("utf-8", "replace")
    slips = text.count("\ufffd")
    if slips * _SLIPS <= len(text) - len(text.encode("ascii", "ignore")) - slips:
        return text  # cut off in the middle of a character, or put together from two encodings
    if sum(byte >= 0x80 for byte in data[:_SAMPLE]) <= _MOSTLY_LATIN * len(data[:_SAMPLE]):
        for encoding, strange in _LATIN:
            with suppress(UnicodeDecodeError):
                text = data.decode(encoding)
                if re.search(strange, text) is None:
                    return text
    # Costs a tenth of a second, and only a text in another old encoding needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise SourceError(f"{name} is not a text in any encoding that is known here. Save it as UTF-8.")
    return str(best)
