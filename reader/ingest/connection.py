"""One request to one address: where the connection goes, how it is encrypted, and what to say when it fails."""

import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from urllib.parse import unquote
from urllib.request import getproxies_environment

import certifi
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import Timeout, make_headers, parse_url

from reader.errors import SourceError
from reader.ingest.addresses import Address, holds, refuse_private_name, resolve, shown
from reader.model.network import NetworkRules

_Answer = tuple[HTTPConnectionPool | ProxyManager, BaseHTTPResponse]


@contextmanager
def asked(address: Address, headers: Mapping[str, str], rules: NetworkRules) -> Iterator[BaseHTTPResponse]:
    """What an address answers to a GET: its head; the body is still to be read.

    A host is looked up once, refused where it is private, and connected to at the very IP address that was judged:
    another answer of its name server a moment later (DNS rebinding) changes nothing. Behind a proxy only the name
    can be judged.

    Raises:
        SourceError: it is refused, or does not answer.
    """
    proxy = _proxy_for(address)
    try:
        pool, answer = _through(proxy, address, headers, rules) if proxy else _directly(address, headers, rules)
        with pool:
            try:
                yield answer
            finally:
                answer.close()
    except HTTPError as error:
        raise SourceError(_failure(address, error, proxy)) from error


def _directly(address: Address, headers: Mapping[str, str], rules: NetworkRules) -> _Answer:
    *ips, last = resolve(address, rules)
    for ip in ips:
        try:
            return _from(ip, address, headers, rules)
        except (NewConnectionError, ConnectTimeoutError):
            continue  # often there is a way to one of several
    return _from(last, address, headers, rules)


def _from(ip: str, address: Address, headers: Mapping[str, str], rules: NetworkRules) -> _Answer:
    if address.scheme == "https":
        # The certificate must be one for the name, though the connection goes to a number.
        context = _encryption(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
        pool: HTTPConnectionPool = HTTPSConnectionPool(
            ip, address.port, ssl_context=context, server_hostname=address.host
        )
    else:
        pool = HTTPConnectionPool(ip, address.port)
    return pool, pool.urlopen(
        "GET",
        address.target,
        headers={**headers, "Host": address.authority},
        retries=False,
        redirect=False,
        preload_content=False,
        timeout=Timeout(connect=rules.patience, read=rules.patience),
    )


def _through(proxy: str, address: Address, headers: Mapping[str, str], rules: NetworkRules) -> _Answer:
    refuse_private_name(address, rules)
    context = _encryption(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    parsed = parse_url(proxy)
    manager = ProxyManager(
        parsed._replace(auth=None).url,
        proxy_headers=make_headers(proxy_basic_auth=unquote(parsed.auth)) if parsed.auth else None,
        ssl_context=context,
        proxy_ssl_context=context,
    )
    return manager, manager.urlopen(
        "GET",
        address.url,
        headers=dict(headers),
        retries=False,
        redirect=False,
        preload_content=False,
        timeout=Timeout(connect=rules.patience, read=rules.patience),
    )


def _proxy_for(address: Address) -> str | None:
    """The proxy that the environment names for an address.

    Raises:
        SourceError: it is of a kind that is not known here; going without it might show what it hides.
    """
    proxies = getproxies_environment()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    if not proxy or any(_is_meant(address, entry.strip().lower()) for entry in proxies.get("no", "").split(",")):
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    if not proxy.lower().startswith(("http://", "https://")):
        kind = proxy.partition("://")[0]
        raise SourceError(
            f"{shown(address.url)} is not fetched: the environment names a {kind} proxy, and only HTTP proxies are"
            " known here. Name one in HTTPS_PROXY and HTTP_PROXY."
        )
    return proxy


def _is_meant(address: Address, entry: str) -> bool:
    """Whether an entry of `NO_PROXY` means an address: `*`, a host, a domain, an IP address or a network."""
    name, _, port = entry.rpartition(":")
    if name and port == str(address.port):
        entry = name
    if entry == "*" or f".{address.host}".endswith("." + entry.lstrip("*").lstrip(".")):
        return True
    return holds(entry, address.host)


@cache
def _encryption(cert_file: str | None, cert_dir: str | None) -> ssl.SSLContext:
    """The certificates that are trusted: those the environment names, else the system's and Mozilla's."""
    context = ssl.create_default_context()  # reads the environment by itself
    if not (cert_file or cert_dir):
        context.load_verify_locations(certifi.where())
    return context


def _failure(address: Address, error: HTTPError, proxy: str | None) -> str:
    """A sentence about a connection that failed."""
    url = shown(address.url)
    cause = next((cause for cause in _causes(error) if isinstance(cause, OSError)), None)
    reason = str(getattr(cause, "verify_message", "") or getattr(cause, "strerror", "") or "")
    said = f" ({reason})" if reason else ""
    match error:
        case ProxyError():
            return f"{url} cannot be reached: the proxy {parse_url(proxy or '').host} does not let it through{said}."
        case SSLError():
            return (
                f"{url} is not fetched: it does not prove that it is {address.host}{said}."
                " If your network has certificates of its own, name their file in SSL_CERT_FILE."
            )
        case NewConnectionError():
            return f"{url} cannot be reached{said}."
        case ConnectTimeoutError() | ReadTimeoutError():
            return f"{url} does not answer. Try again later."
        case _:
            return f"{url} broke off or sent something unreadable. Try again later."


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those behind it."""
    found: BaseException | None = error
    while found is not None:
        yield found
        inner = next((part for part in found.args if isinstance(part, BaseException)), None)
        found = inner or found.__cause__ or found.__context__
