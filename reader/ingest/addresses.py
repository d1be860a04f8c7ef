"""Addresses on the web, and which of them may be fetched from."""

import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

from reader.errors import SourceError
from reader.model.network import NetworkRules
from reader.model.value import Value
from reader.text.clean import clean
from reader.text.shorten import shorten

LONGEST = 8000
"""Characters of an address; what RFC 9110, 4.1 asks every program to take."""

SHOWN = 200
"""Characters of an address that an error names."""

PORTS = {"http": 80, "https": 443}

LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa")
"""Domains of one's own machine and network: RFC 6761, RFC 6762, RFC 8375, and ICANN's resolution of 2024-07-29."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SITE_LOCAL = ipaddress.ip_network("fec0::/10")
_IPV4_COMPATIBLE = ipaddress.ip_network("::/96")

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class Address(Value, frozen=True):
    """An address that can be asked for, in ASCII and without a fragment."""

    scheme: str
    """`http` or `https`."""
    host: str
    """A name in its ASCII form, or an IP address without brackets."""
    port: int
    target: str
    """Path and query."""

    @property
    def authority(self) -> str:
        """Host and port as a `Host` header names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as one string."""
        return f"{self.scheme}://{self.authority}{self.target}"


def shown(url: str) -> str:
    """An address as a sentence names it: on one line, and not too long."""
    return shorten(" ".join(clean(url).text.split()), SHOWN)


def parse(url: str, base: Address | None = None) -> Address:
    """The address that a string means.

    Args:
        url: as somebody wrote it.
        base: where it was found; a relative address is one from there.

    Raises:
        SourceError: it is none, or not one for fetching.
    """
    url = url.strip()
    if len(url) > LONGEST or _UNFIT.search(url):
        raise SourceError(f"{shown(url)} is not an address.")
    try:
        parts = urlsplit(urljoin(base.url, url) if base else url)
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise SourceError(f"{shown(url)} is not an address.") from error
    if "@" in parts.netloc:
        raise SourceError(f"{_without_user(parts.scheme, parts.netloc)} is not fetched: it comes with a user name.")
    if parts.scheme not in PORTS:
        raise SourceError(f"{shown(url)} is not fetched: only http:// and https:// addresses are.")
    if port == 0 or not host:
        raise SourceError(f"{shown(url)} is not an address.")
    # Already quoted characters stay as they are, others are quoted as UTF-8.
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]|")
    return Address(parts.scheme, _ascii_host(host, url), port or PORTS[parts.scheme], target)


def refuse_private_name(address: Address, rules: NetworkRules) -> None:
    """Refuse a host that its mere name shows to be on one's own network.

    Raises:
        SourceError: it is, and is not allowed.
    """
    if _is_allowed_name(address.host, rules):
        return
    literal = _literal(address.host)
    if literal is not None:
        _refuse_private(address, literal, rules)
    elif "." not in address.host or address.host.endswith(tuple(f".{name}" for name in LOCAL_NAMES)):
        raise _private(address, address.host)


def resolve(address: Address, rules: NetworkRules) -> tuple[str, ...]:
    """The IP addresses of a host, of which none is private unless that is allowed.

    Raises:
        SourceError: there is no such host, or it is on one's own network.
    """
    refuse_private_name(address, rules)
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"There is no host {address.host}, or this machine is offline.") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not _is_allowed_name(address.host, rules):
        for ip in addresses:
            _refuse_private(address, ipaddress.ip_address(ip.partition("%")[0]), rules)
    return addresses


def is_public(ip: IpAddress) -> bool:
    """Whether an address is one of the whole internet's, and of one machine."""
    ip = _carried(ip) or ip
    return ip.is_global and not (ip.is_multicast or ip in _SITE_LOCAL)


def holds(network: str, ip: str) -> bool:
    """Whether an IP address is one of a network; False where one of the two is none."""
    try:
        return ipaddress.ip_address(ip) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


def _carried(ip: IpAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64 or (ip in _IPV4_COMPATIBLE and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _ascii_host(host: str, url: str) -> str:
    """A host name in the form that is looked up; an IP address in its usual form."""
    if ":" in host:
        return str(ipaddress.IPv6Address(host)) if _is_ipv6(host) else _no_host(url)
    if not host.isascii():
        import idna  # its tables are large, and names beyond ASCII are rare

        try:
            host = idna.encode(host, uts46=True).decode()
        except idna.IDNAError:
            return _no_host(url)
    host = host.removesuffix(".").lower()
    if not _HOST.fullmatch(host):
        return _no_host(url)
    literal = _literal(host)
    return host if literal is None else str(literal)


def _no_host(url: str) -> str:
    raise SourceError(f"{shown(url)} is not an address: no host can have that name.")


def _is_ipv6(host: str) -> bool:
    try:
        return ipaddress.IPv6Address(host).scope_id is None
    except ValueError:
        return False


def _literal(host: str) -> IpAddress | None:
    """The IP address that a host is written as, in any of the ways that systems read: `127.1`, `0x7f000001`."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _is_allowed_name(host: str, rules: NetworkRules) -> bool:
    return any(host == allowed.lower().removesuffix(".") for allowed in rules.allow_private)


def _refuse_private(address: Address, ip: IpAddress, rules: NetworkRules) -> None:
    if not is_public(ip) and not any(holds(network, str(ip)) for network in rules.allow_private):
        raise _private(address, str(ip))


def _private(address: Address, what: str) -> SourceError:
    return SourceError(
        f"{shown(address.url)} is not fetched: {what} is on your own machine or network."
        " If you mean it, name it in the setting network.allow_private."
    )


def _without_user(scheme: str, netloc: str) -> str:
    """An address for an error, without the password that may be in it."""
    return shown(f"{scheme}://…@{netloc.rpartition('@')[2]}")
