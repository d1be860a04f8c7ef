"""Markdown: read as the page that it describes."""

import re

from markdown_it import MarkdownIt

from reader.errors import SourceError
from reader.ingest.blocks import text_of
from reader.ingest.decode import decode
from reader.ingest.extracted import Extracted, Facts
from reader.ingest.html import parse_html
from reader.ingest.properties import day_of
from reader.text.clean import clean

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,10000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_LIST = re.compile(r"\[(.*)\]")


def extract(data: bytes, name: str, *, charset: str | None = None) -> Extracted:
    """The text of a Markdown file without its marks, and what its front matter says.

    Raises:
        SourceError: this is no text, is too large, or has no words.
    """
    text = clean(decode(data, name, charset)).text
    front, text = _parted(text)
    tree = parse_html(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
    body = "" if tree is None else text_of(tree)
    if not body:
        raise SourceError(f"{name} holds no text.")
    heading = tree.find("body/*[1]")
    facts = Facts(
        title=front.get("title") or (heading.text_content() if heading is not None and heading.tag == "h1" else None),
        source=front.get("source") or front.get("publisher"),
        author=front.get("author") or front.get("authors"),
        published=day_of(front.get("date") or front.get("published")),
        url=front.get("url") or front.get("link"),
        language=front.get("lang") or front.get("language"),
    )
    return Extracted(body, facts)


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The plain entries of the front matter, and the text behind it."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    entries = {key.lower(): _value(written) for key, written in _ENTRY.findall(match[1])}
    return entries, text[match.end() :]


def _value(written: str) -> str:
    if items := _LIST.fullmatch(written):
        return ", ".join(map(_value, items[1].split(",")))
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written
