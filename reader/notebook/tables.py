"""The bytes of a TinyDB file: JSON, tables of documents by their number, one document a line."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reader.errors import DamagedError
from reader.notebook.plain_json import from_json, to_json

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]

MARKS = "_default"
"""The table that TinyDB reads where none is named."""
ARTICLE = "article"
TRASH = "trash"


def decode(content: bytes, path: Path) -> Tables:
    """The tables of the file at `path`.

    Raises:
        DamagedError: no TinyDB could have written these bytes.
    """
    try:
        tables = from_json(content)
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"The notes in {path} are damaged: no JSON in UTF-8.") from error
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise DamagedError(f"The notes in {path} are damaged: not a TinyDB file.")
    return tables


def decode_notes(content: bytes, path: Path) -> Tables:
    """The tables of the file at `path`, which is named for its article.

    Raises:
        DamagedError: this is no file of notes, or one on another article.
    """
    tables = decode(content, path)
    if not is_about(path.stem, tables):
        raise DamagedError(f"The notes in {path} are damaged: not those of this article.")
    return tables


def is_about(article_id: str, tables: Tables) -> bool:
    """Whether these are an article's notes."""
    return tables.get(ARTICLE, {}).get("1", {}).get("id") == article_id


def encode(tables: Mapping[str, Iterable[bytes]]) -> list[bytes | memoryview]:
    """A file of tables whose documents were encoded before, in pieces."""
    pieces: list[bytes | memoryview] = []
    for name, documents in tables.items():
        first, *others = documents or (b",",)
        pieces += (b",\n", to_json(name), b": {", memoryview(first)[1:], *others, b"\n}")
    return [b"{", *pieces[1:], b"}\n"]


def encode_document(number: str, document: Document) -> bytes:
    """A document and its number, as they stand in a file after another document."""
    return b',\n"%s": %s' % (number.encode(), to_json(document))


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        _is_number(number) and isinstance(document, dict) for number, document in table.items()
    )


def _is_number(text: str) -> bool:
    """Whether this is a number as `str(int)` writes it: TinyDB reads it so and finds it again."""
    return text.isascii() and text.isdecimal() and len(text) < 40 and (text[0] != "0" or text == "0")
