"""The bytes that a version came as, kept small."""

import zlib

_FAST = 1
"""Level of zlib that is a quarter faster and 4% larger than the usual one."""

_SMALL_WINDOW, _SMALL_MEMORY = 13, 6
"""For zlib, where a document is no longer than 2^13 bytes."""

_AS_TEXT = b"\0"
"""Stands before what follows the text itself, where the document is that; no zlib stream (RFC 1950) begins so."""

_LONGEST_REST = 64
"""Bytes that may follow it: line ends."""


def packed(original: bytes, text: str) -> bytes:
    """A document as the library keeps it beside the text that was read from it."""
    own = text.encode()
    if original.startswith(own) and len(original) - len(own) <= _LONGEST_REST:
        return _AS_TEXT + original[len(own) :]
    # Preparing a large window takes longer than compressing what is smaller than a small one.
    window, memory = (
        (_SMALL_WINDOW, _SMALL_MEMORY) if len(original) <= 1 << _SMALL_WINDOW else (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
    )
    compressor = zlib.compressobj(_FAST, zlib.DEFLATED, window, memory)
    return compressor.compress(original) + compressor.flush()


def unpacked(kept: bytes, text: str) -> bytes:
    """The document that `packed` kept.

    Raises:
        zlib.error: this is none.
    """
    return text.encode() + kept[1:] if kept.startswith(_AS_TEXT) else zlib.decompress(kept)
