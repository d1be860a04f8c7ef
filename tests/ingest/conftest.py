"""What tests of the network stand on."""

import socket
from collections.abc import Iterator

import pytest

from tests.ingest.web import Web

_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """An internet that is this machine alone: sockets of this test may be connected to its server, and to no other."""
    for name in (*_PROXIES, *map(str.lower, _PROXIES), *_CERTIFICATES):
        monkeypatch.delenv(name, raising=False)
    web = Web()
    monkeypatch.setattr(socket, "socket", web.socket_class())
    monkeypatch.setattr(socket, "getaddrinfo", web.look_up)
    web.start()
    yield web
    web.end()
