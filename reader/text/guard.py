"""The last look at a text before a terminal sees it."""

import re

STAND_IN = "\N{REPLACEMENT CHARACTER}"

# Isolates may stand beside right-to-left letters (see `clean`); overrides and embeddings never may.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")


def guard(text: str) -> str:
    """`text` with a stand-in for each character that could act on a terminal; newlines and tabs stay.

    As many code points come out as went in, so that offsets stay right.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(STAND_IN, text)
