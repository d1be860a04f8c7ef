"""Ids that sort by the time of their making."""

import os
import time
from threading import Lock
from uuid import UUID

_RANDOM_BITS = 74
_TAIL_BITS = 62  # what follows the variant

_lock = Lock()
_last = 0


def uuid7() -> UUID:
    """A new UUID of version 7 (RFC 9562, 5.7), greater than every one made before in this process.

    Within a millisecond, or when the clock was set back, the last one grows by a random step (RFC 9562, 6.2, method 2).
    """
    global _last
    fresh = time.time_ns() // 1_000_000 << _RANDOM_BITS | _random(_RANDOM_BITS)
    with _lock:
        if fresh >> _RANDOM_BITS <= _last >> _RANDOM_BITS:
            fresh = _last + 1 + _random(32)
        _last = fresh
    milliseconds, random = divmod(fresh, 1 << _RANDOM_BITS)
    head, tail = divmod(random, 1 << _TAIL_BITS)
    return UUID(int=milliseconds << 80 | 7 << 76 | head << 64 | 0b10 << _TAIL_BITS | tail)


def _random(bits: int) -> int:
    return int.from_bytes(os.urandom((bits + 7) // 8)) & (1 << bits) - 1
