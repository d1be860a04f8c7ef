"""The same ground under every test: no settings of the developer's, no network, nothing of the real home."""

import importlib
import os
import socket
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest
import textual.constants
from hypothesis import settings

_STRANGE = ("DIPLOREADER_", "TEXTUAL_", "XDG_")
_STRANGE_NAMES = {"NO_COLOR", "FORCE_COLOR", "COLORTERM", "CLICOLOR", "COLUMNS", "LINES", "LC_TERMINAL", "TERM_PROGRAM"}
for _name in list(os.environ):
    if _name.startswith(_STRANGE) or _name in _STRANGE_NAMES:
        del os.environ[_name]
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TERM"] = "xterm-256color"
# Not UTC: a time that is shown or read in the wrong zone must fail here and not only at the reader's.
os.environ["TZ"] = "TRT-3"
time.tzset()
# The snapshot plugin has imported textual before this file could clean the environment.
importlib.reload(textual.constants)

settings.register_profile("diploreader", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("diploreader")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the reader's home for this test, and not made yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DIPLOREADER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only sockets of this machine's own file system may be connected."""
    monkeypatch.setattr(socket, "socket", _LocalSocket)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)


class _LocalSocket(socket.socket):
    def connect(self, address: Any, /) -> None:
        if self.family != socket.AF_UNIX:
            _refuse(address)
        super().connect(address)

    def connect_ex(self, address: Any, /) -> int:
        if self.family != socket.AF_UNIX:
            _refuse(address)
        return super().connect_ex(address)

    def sendto(self, data: Any, *rest: Any) -> int:
        if self.family != socket.AF_UNIX:
            _refuse(rest[-1])
        return super().sendto(data, *rest)


def _refuse(address: object, *_: object, **__: object) -> NoReturn:
    pytest.fail(f"a test reached for the network: {address!r}", pytrace=True)
