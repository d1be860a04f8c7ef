"""Web pages: the article on them, without what stands around it, and what they say about it."""

import logging
import re
from typing import Any
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from reader.errors import SourceError
from reader.ingest.blocks import text_of
from reader.ingest.decode import decode
from reader.ingest.extracted import Extracted, Facts, headed
from reader.ingest.properties import day_of
from reader.text.clean import clean

DECLARES_ENCODING = 2048
"""Bytes in which a page declares its encoding (HTML Standard, 13.2.3.2 looks through 1024)."""

MOST_ELEMENTS = 50_000
"""Elements of a page in which an article is looked for; of a larger one all text is taken, at once."""

_CHARSET = re.compile(
    rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(r"<!doctype|<html|<head|<body", re.IGNORECASE)
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""The parser reads nothing behind it, and people do: pages are often put together from several."""

_CHARACTER_REFERENCE = "&#"


def extract(data: bytes, name: str, *, charset: str | None = None, url: str | None = None) -> Extracted:
    """The article on a page; all of the text where the page is only a fragment, such as the entry of a feed.

    Args:
        data: the page.
        name: what an error calls it.
        charset: the encoding that the sender named.
        url: where the page is from.

    Raises:
        SourceError: this is no text, is too large, or has no words.
    """
    text = decode(data, name, charset or declared_encoding(data))
    tree = parse_html(text)
    if tree is None:
        raise SourceError(f"{name} holds no text.")
    is_page = _WHOLE_PAGE.search(text) is not None and sum(1 for _ in tree.iter()) <= MOST_ELEMENTS
    body, facts = _article(tree, url) if is_page else ("", Facts())
    body = body or text_of(tree)
    if not body:
        raise SourceError(f"{name} holds no text.")
    return Extracted(body, facts)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or an XML document names in itself."""
    match = _CHARSET.search(data[:DECLARES_ENCODING])
    return match[1].decode() if match else None


def parse_html(text: str) -> Any:
    """The root of a page's tree, free of characters that act on terminals; None where there is nothing."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        default_doctype=False,
        collect_ids=False,
    )
    page = _END.sub(" ", clean(text).text)
    try:
        tree = lxml.html.document_fromstring(page.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if _CHARACTER_REFERENCE in text:
        _clean_tree(tree)
    return tree


def _clean_tree(tree: Any) -> None:
    """Take out what came in as `&#27;`: it was plain ASCII until the page was parsed."""
    for element in tree.iter():
        if element.text:
            element.text = clean(element.text).text
        if element.tail:
            element.tail = clean(element.tail).text
        for attribute, value in element.attrib.items():
            element.set(attribute, clean(value).text)


def _article(tree: Any, url: str | None) -> tuple[str, Facts]:
    """The text of a page's article and what the page says about it; empty where it cannot be told from the rest."""
    # A quarter of a second, which mails, books and fragments need not wait for.
    import trafilatura

    # Its warnings quote the page.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    language = _language(tree)
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            # A date that merely stands somewhere on the page is not the article's.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001 (whatever it stumbles over: the whole text of the page is still there)
        found = None
    if found is None or isinstance(found, dict):
        return "", Facts(language=language)
    facts = Facts(
        title=found.title,
        source=found.sitename or _host(found.url or url),
        author=found.author.replace("; ", ", ") if found.author else None,
        published=day_of(found.date),
        url=_canonical(found.url, url),
        language=language,
    )
    return headed(text_of(found.body), found.title), facts


def _language(tree: Any) -> str | None:
    declared = tree.get("lang") or tree.get("xml:lang")
    return str(declared) if declared else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _canonical(said: str | None, url: str | None) -> str | None:
    """The address that a page gives as its own, unless it is on another site than the page."""
    return said if url is None or _host(said) == _host(url) else url
