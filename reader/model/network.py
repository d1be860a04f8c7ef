"""What the network may be used for."""

from reader.model.value import Value


class NetworkRules(Value, frozen=True):
    """Bounds of every fetch."""

    allow_private: tuple[str, ...] = ()
    """Hosts, addresses and networks (`192.168.1.0/24`) that may be fetched from though they are private."""
    timeout: float = 30.0
    """Seconds for a whole fetch, redirects included."""
    patience: float = 10.0
    """Seconds to wait for a connection, and for the next bytes."""
    largest: int = 20 * 2**20
    """Bytes of the largest answer, uncompressed."""
    redirects: int = 10
    """How many are followed."""


def is_host_or_network(name: str) -> bool:
    """Whether a name can be that of a host, an IP address or a network."""
    from ipaddress import ip_network  # only a reader who names some pays for it

    try:
        ip_network(name, strict=False)
    except ValueError:
        labels = name.removesuffix(".").split(".")
        return name.isascii() and all(label.replace("-", "").replace("_", "").isalnum() for label in labels)
    return True
