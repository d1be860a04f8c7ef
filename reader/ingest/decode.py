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
_WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
"""Encodings that were looked for before statistics are asked."""

_SEVEN_BITS = {"iso2022_jp", "iso2022_jp_2", "iso2022_kr", "hz"}
"""Encodings whose texts look like ASCII."""

_SAMPLE = 65536
"""Bytes by which the kind of a text is judged."""

_SLIPS = 4
"""For each broken character of a UTF-8 text so many must be whole."""

_MOSTLY_LATIN = 0.2
"""Largest share of bytes beyond ASCII in a text of Latin letters."""

_SHORT = 64
"""A text of fewer bytes tells statistics nothing: a subject, a name, a line."""

_MOSTLY_LATIN_SHORT = 0.5
"""The same share in such a text: a word or two in quotation marks."""

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


_DECLARED = r"utf_?(8|16|32)|cp\d|iso(8859|2022)|koi8|mac_|gb|big5|euc_|shift_jis|johab|hz$|tis_620|ascii$"
"""Names of codecs that texts come in; Python has others too, which do not decode text or can take very long."""

_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_AS_BROWSERS_DO |= {"shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874"}
"""Encodings by whose names their larger kin are meant (WHATWG Encoding Standard, 4.2)."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text in `data`: as a byte order mark says, else UTF-8, else as declared, else in what fits best.

    Args:
        data: the bytes of a text.
        name: what an error calls it.
        declared: the encoding that a header or the document names; it may be wrong or unknown.

    Raises:
        SourceError: this is no text, is empty, or is too large.
    """
    if len(data) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB. Cut it into parts.")
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if encoding is None and b"\0" in data[:_SAMPLE]:
        encoding = _wide(data)
    if encoding is None:
        _refuse_binary(data, name)
    codec = _codec(declared)
    try:
        text = data.decode(encoding or (codec if codec in _SEVEN_BITS else "utf-8"))
    except UnicodeDecodeError:
        text = _as_marked(data, encoding, name) if encoding else _as_declared(data, codec) or _best_fit(data, name)
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


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, as far as every other byte tells: most of its signs and blanks have a zero."""
    sample = data[: _SAMPLE // 2 * 2]
    zeros = sample[1::2].count(0), sample[::2].count(0)
    encoding = "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"
    if min(zeros) * _SLIPS > max(zeros):
        return None
    text = sample.decode(encoding, "replace")
    strange = sum(not (character.isprintable() or character.isspace()) for character in text)
    return encoding if "\0" not in text and (strange + text.count("\ufffd")) <= _MANY_CONTROLS * len(text) else None


def _codec(declared: str | None) -> str | None:
    """The codec that is meant by the name of an encoding; None where we know none."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else ""
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_DO.get(name, name) if re.match(_DECLARED, name.replace("-", "_")) else None


def _as_declared(data: bytes, codec: str | None) -> str | None:
    """The text in a declared encoding, unless it cannot be in it."""
    if codec is None or codec.startswith("utf"):
        return None
    text = data.decode(codec, "replace")
    return None if text.count("\ufffd") > _MANY_CONTROLS * len(text) else text


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
    latin = _MOSTLY_LATIN if len(data) >= _SHORT else _MOSTLY_LATIN_SHORT
    if sum(byte >= 0x80 for byte in data[:_SAMPLE]) <= latin * len(data[:_SAMPLE]):
        for encoding, strange in _LATIN:
            with suppress(UnicodeDecodeError):
                text = data.decode(encoding)
                if re.search(strange, text) is None:
                    return text
    # Costs a tenth of a second, and only a text in another old encoding needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=_WIDE).best()
    if best is None:
        raise SourceError(f"{name} is not a text in any encoding that is known here. Save it as UTF-8.")
    return str(best)
