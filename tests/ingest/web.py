"""An internet of one machine for tests: names, IP addresses and a server that answers as it is told."""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any, NamedTuple

CERTIFICATE = Path(__file__).parent / "tls" / "news.example.pem"
"""Of the server; trusted only where a test says so."""

PUBLIC = "93.184.215.14"
"""Leads to the server, as every public address does."""

_connect = socket.socket.connect
"""Before the tests' own ground forbids it."""

Answer = bytes | Iterable[bytes]


class Request(NamedTuple):
    """What a client sent."""

    method: str
    target: str
    headers: Mapping[str, str]
    """By lower-case name."""
    is_encrypted: bool


def page(body: bytes = b"<p>Hello.", *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("utf-8") + body


def moved(location: str) -> bytes:
    """A redirect."""
    return page(b"", f"Location: {location}", status="302 Found")


class Web:
    """What the world looks like to a client in this process."""

    def __init__(self) -> None:
        self.names: dict[str, Callable[[], list[str]]] = {}
        """What name servers answer."""
        self.answers: dict[str, Answer | Callable[[Request], Answer]] = {}
        """What the server answers, by target; anything else does not exist."""
        self.requests: list[Request] = []
        self.reached: list[str] = []
        """IP addresses that were connected to."""
        self.is_over = Event()
        self._server = _Server(self)
        self.port: int = self._server.server_address[1]

    @property
    def proxy(self) -> str:
        """The server as an HTTP proxy."""
        return f"http://127.0.0.1:{self.port}"

    def name(self, host: str, *ips: str) -> None:
        """Let a host have these addresses."""
        self.names[host] = lambda: list(ips or (PUBLIC,))

    def drip(self, head: bytes) -> Iterator[bytes]:
        """An answer that goes on and on, a byte at a time."""
        yield head
        while not self.is_over.wait(0.01):
            yield b"x"

    def connect(self, plug: socket.socket, address: tuple[Any, ...]) -> None:
        """Connect a client's socket; whatever the address says, nothing leaves this machine."""
        ip, port = address[:2]
        self.reached.append(ip)
        if ip == "127.0.0.1" and port != self.port:
            raise ConnectionRefusedError(111, "Connection refused")
        _connect(plug, ("127.0.0.1", self.port))

    def look_up(self, host: str, port: int, *_: Any, **__: Any) -> list[tuple[Any, ...]]:
        """What `socket.getaddrinfo` says here."""
        try:
            ips = [socket.inet_ntoa(socket.inet_aton(host))]
        except OSError:
            if host not in self.names:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None
            ips = self.names[host]()
        # IPv4 even for IPv6 addresses: that is how the server listens.
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    def socket_class(self) -> type[socket.socket]:
        """Sockets for a client in this world."""
        connect = self.connect

        class Plug(socket.socket):
            def connect(self, address: Any, /) -> None:
                connect(self, address)

        return Plug

    def start(self) -> None:
        """Begin to answer."""
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def end(self) -> None:
        """Hang up."""
        self.is_over.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, web: Web) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.web = web
        self.encryption = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.encryption.load_cert_chain(CERTIFICATE)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the tests."""


class _Handler(StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        is_encrypted = self.connection.recv(1, socket.MSG_PEEK) == b"\x16"
        if is_encrypted:
            self._encrypt()
        request = self._read(is_encrypted)
        self.server.web.requests.append(request)
        answer = self.server.web.answers.get(request.target, page(b"", status="404 Not Found"))
        if callable(answer):
            answer = answer(request)
        for piece in (answer,) if isinstance(answer, bytes) else answer:
            self.wfile.write(piece)
            if request.method == "CONNECT" and b" 200 " in piece:
                self.handle()

    def _encrypt(self) -> None:
        self.connection = self.server.encryption.wrap_socket(self.connection, server_side=True)
        self.request = self.connection
        self.rfile = self.connection.makefile("rb", 0)
        self.wfile = self.connection.makefile("wb", 0)

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def _read(self, is_encrypted: bool) -> Request:
        lines = iter(lambda: self.rfile.readline().decode("latin-1").rstrip("\r\n"), "")
        method, target, _ = next(lines).split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return Request(method, target, headers, is_encrypted)
