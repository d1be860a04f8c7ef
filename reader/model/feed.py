"""Feeds and their entries on the way between the network and the library."""

from reader.model.value import Value


class Subscription(Value, frozen=True):
    """A feed that a list names."""

    url: str
    title: str = ""
