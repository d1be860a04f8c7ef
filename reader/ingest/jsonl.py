"""Articles as JSON: one object a line (JSON Lines), a list of them, or one alone."""

import codecs
import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from reader.errors import SourceError
from reader.ingest.decode import LARGEST, decode
from reader.ingest.extracted import Extracted, Facts, headed
from reader.ingest.properties import day_of

_TEXT = ("text", "body", "content", "article", "maintext", "content_text", "full_text", "fulltext")
_PAGE = ("html", "content_html", "body_html")
_TITLE = ("title", "headline", "heading")
_SOURCE = ("source", "publisher", "publication", "sitename", "site_name", "outlet", "site")
_AUTHOR = ("author", "authors", "byline", "creator")
_PUBLISHED = (
    "published",
    "date",
    "date_published",
    "published_at",
    "publishedat",
    "publish_date",
    "pubdate",
    "pub_date",
)
_URL = ("url", "link", "permalink", "canonical_url")
_LANGUAGE = ("language", "lang")
_LISTS = ("articles", "items", "results", "entries", "data", "docs")

_TAG = re.compile(r"<(?:p|br|div|li|h[1-6]|blockquote|article|section)\b[^<>]*>", re.IGNORECASE)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def lines_of(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    """The lines of a stream that are not blank: what each is called, and its bytes.

    Raises:
        SourceError: the stream breaks off, or is in an encoding of wide characters.
    """
    number = 0
    try:
        while line := stream.readline(LARGEST + 1):
            number += 1
            if number == 1 and line.startswith(_WIDE):
                raise SourceError(f"{name} is in UTF-16. Save it as UTF-8.")
            if line.strip():
                yield f"{name}, line {number}", line
            while not line.endswith(b"\n") and (line := stream.readline(LARGEST)):
                pass  # the rest of an endless line: its beginning will be refused for its size
    except OSError as error:
        raise SourceError(f"{name} cannot be read any further ({error.strerror}).") from error


def articles_of(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The objects in a JSON file: in its lines, in its list, or the file as a whole.

    Raises:
        SourceError: this is no JSON.
    """
    start, _, rest = data.strip().partition(b"\n")
    if rest and isinstance(_loaded(start, name), dict):
        yield from lines_of(BytesIO(data), name)
        return
    whole = _loaded(data, name)
    if whole is None:
        raise SourceError(f"{name} is not JSON, or breaks off. Get it again.")
    if isinstance(whole, dict):
        lists = (whole[key] for key in _LISTS if isinstance(whole.get(key), list))
        whole = next(lists, whole)
    if isinstance(whole, dict):
        yield name, data
        return
    if not (isinstance(whole, list) and any(map(_may_be_article, whole))):
        raise SourceError(f"{name} holds no articles. Give each as an object, with the keys title and text.")
    for number, item in enumerate(whole, 1):
        yield f"{name}, item {number}", json.dumps(item).encode()


def extract(data: bytes, name: str) -> Extracted:
    """The article in a JSON object, by the names that its text and facts commonly have.

    Raises:
        SourceError: this is no JSON object, or has no text.
    """
    found = _loaded(data, name)
    if not isinstance(found, dict):
        raise SourceError(f"{name} is not a JSON object. Give each article as one, with the keys title and text.")
    values = {str(key).lower(): value for key, value in found.items()}
    text = _text(values)
    if not text:
        raise SourceError(f"{name} has no text: one of the keys text, body, content is needed.")
    facts = Facts(
        title=_words(values, _TITLE),
        source=_words(values, _SOURCE),
        author=_words(values, _AUTHOR),
        published=next(filter(None, (day_of(values.get(key)) for key in _PUBLISHED)), None),
        url=_words(values, _URL),
        language=_words(values, _LANGUAGE),
    )
    return Extracted(headed(text, facts.title), facts)


def _may_be_article(item: Any) -> bool:
    return isinstance(item, dict) and not {str(key).lower() for key in item}.isdisjoint((*_TEXT, *_PAGE))


def _loaded(data: bytes, name: str) -> Any:
    """What the JSON says; None where it is none."""
    try:
        return json.loads(decode(data, name))
    except (ValueError, RecursionError):
        return None


def _text(values: dict[str, Any]) -> str:
    text = next(filter(None, (_joined(values.get(key), "\n\n") for key in _TEXT)), "")
    page = text if _TAG.search(text) else "" if text else _words(values, _PAGE)
    if not page:
        return text
    # Most articles are plain text, which needs no parser.
    from reader.ingest.blocks import text_of
    from reader.ingest.html import parse_html

    tree = parse_html(page)
    return "" if tree is None else text_of(tree)


def _words(values: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next(filter(None, (_joined(values.get(key), ", ") for key in keys)), "")


def _joined(value: Any, between: str) -> str:
    """A text, the name of an object, or a list of these."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return between.join(filter(None, (_joined(item, between) for item in value if not isinstance(item, list))))
    return value.strip() if isinstance(value, str) else ""
