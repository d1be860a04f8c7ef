"""From bytes to text."""

import codecs

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
        text = _best_fit(data, name)
    if not text.strip():
        raise SourceError(f"{name} is empty.")
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _FORMATS.items():
        if data.startswith(magic):
            raise SourceError(f"{name} is {what}, not plain text. Save its text to a file, or paste it.")
    start = data[:65536]
    if b"\0" in start or len(start) - len(start.translate(None, _CONTROLS)) > _MANY_CONTROLS * len(start):
        raise SourceError(f"{name} is not a text.")


def _best_fit(data: bytes, name: str) -> str:
    # Costs a tenth of a second, and only a text in an old encoding needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise SourceError(f"{name} is not a text in any encoding that is known here. Save it as UTF-8.")
    return str(best)
