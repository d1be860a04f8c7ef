"""JSON in UTF-8, as fast as it goes, and with lone surrogates, which the fast way refuses.

Python's own `json` is imported where it is needed: its two milliseconds are not for every start.
"""

from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder()


def to_json(value: object) -> bytes:
    """A value as JSON on one line, letters as they are.

    Raises:
        TypeError: JSON has no word for it.
    """
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError:
        import json

        return json.dumps(value, separators=(",", ":")).encode("ascii")


def from_json(content: bytes) -> Any:
    """The value that JSON stands for.

    Raises:
        ValueError, RecursionError: this is no JSON in UTF-8, or nested without end.
    """
    try:
        return msgspec.json.decode(content)
    except msgspec.DecodeError:
        import json

        return json.loads(content.decode("utf-8"))
