"""A bell that one thread rings and another waits for together with pipes."""

import os
from contextlib import suppress


class Bell:
    """Readable from `ring` until `hush`; harmless to ring when closed."""

    def __init__(self) -> None:
        hearing, ringing = os.pipe()
        os.set_blocking(hearing, False)
        os.set_blocking(ringing, False)
        self._hearing = open(hearing, "rb", buffering=0)  # noqa: PTH123, SIM115 (a descriptor, not a path; kept open)
        self._ringing = open(ringing, "wb", buffering=0)  # noqa: PTH123, SIM115

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._hearing.fileno()

    def ring(self) -> None:
        """Wake who waits."""
        with suppress(ValueError):  # closed
            self._ringing.write(b"!")

    def hush(self) -> None:
        """Be silent until the next ring."""
        self._hearing.read(4096)

    def close(self) -> None:
        """Free the descriptors."""
        self._hearing.close()
        self._ringing.close()
