"""Lists of feeds as programs hand them on: OPML (opml.org/spec2.opml)."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.errors import SourceError
from reader.ingest.addresses import parse, shown
from reader.ingest.decode import decode
from reader.model.intake import Refused
from reader.model.web import Subscription
from reader.text.clean import clean

_DECLARED = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}>")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_COMMAND = re.compile(r"\s*(?:\||exec:|filter:)", re.IGNORECASE)
"""What newsboat and its kin run as a command when they refresh."""


def read_opml(data: bytes, name: str) -> tuple[Subscription | Refused, ...]:
    """The feeds that a list names, each once and in its order, and what in it is refused.

    Broken XML is read as far as it goes: of real lists more than half have a bare `&` in an address.

    Args:
        data: of the list.
        name: what an error calls it.

    Raises:
        SourceError: this is no such list.
    """
    declared = _DECLARED.match(data)
    text = decode(data, name, declared[1].decode() if declared else None)
    tree = _tree(_BARE_AMPERSAND.sub("&amp;", _DECLARATION.sub("", clean(text).text)))
    if tree is None or _local(tree) != "opml":
        raise SourceError(f"{name} is not an OPML list of feeds.")
    return tuple(dict.fromkeys(_lines(tree)))


def write_opml(feeds: Iterable[Subscription], title: str) -> bytes:
    """A list of feeds that other programs read."""
    from xml.etree import ElementTree as Xml  # only what is written: it is no parser for strangers' lists

    opml = Xml.Element("opml", version="2.0")
    Xml.SubElement(Xml.SubElement(opml, "head"), "title").text = title
    body = Xml.SubElement(opml, "body")
    for feed in feeds:
        Xml.SubElement(body, "outline", type="rss", text=feed.title or feed.url, xmlUrl=feed.url)
    Xml.indent(opml)
    lines: bytes = Xml.tostring(opml, encoding="utf-8", xml_declaration=True)
    return lines + b"\n"


def _tree(text: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _lines(tree: Any) -> Iterator[Subscription | Refused]:
    for element in tree.iter():
        if _local(element) != "outline":
            continue
        said = {key.rpartition("}")[2].lower(): clean(value).text.strip() for key, value in element.attrib.items()}
        if place := said.get("xmlurl"):
            yield _line(place, said.get("title") or said.get("text") or "", said.get("filtercmd", ""))


def _line(place: str, title: str, command: str) -> Subscription | Refused:
    title = " ".join(title.split())
    if command or _COMMAND.match(place):
        return Refused(title or shown(place), "Its line holds a command. Commands in lists of feeds are never run.")
    try:
        return Subscription(parse(place).url, title)
    except SourceError as error:
        return Refused(title or shown(place), str(error))


def _local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and their like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
