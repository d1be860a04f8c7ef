"""What every value of the program is made of."""

import msgspec
from msgspec.structs import replace

__all__ = ["Value", "replace"]


class Value(msgspec.Struct, frozen=True):
    """A frozen record: compared and hashed by its fields, changed only by `replace`.

    A msgspec Struct, since defining a dataclass takes a millisecond and the program starts with dozens of them.
    """
