"""What may have happened to a file of notes."""

from collections.abc import Callable, Mapping

DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "truncated": lambda content: content[: len(content) // 2],
    "garbage": lambda content: b"\x93\x1f garbage",
    "zeros": lambda content: bytes(len(content)),
    "zeros at the end": lambda content: content[:-8] + bytes(8),
    "byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "latin-1": lambda content: content.replace("é".encode(), b"\xe9") + b"\xe9",
    "utf-16": lambda content: content.decode().encode("utf-16"),
    "a list": lambda content: b"[]",
    "a number": lambda content: b"1",
    "nested too deep": lambda content: b'{"_default":' * 100_000,
    "a table that is a list": lambda content: b'{"_default": []}',
    "documents with names": lambda content: b'{"_default": {"one": {}}}',
    "a number TinyDB would not find again": lambda content: b'{"_default": {"007": {}}}',
    "a document that is text": lambda content: b'{"_default": {"1": "text"}}',
}
"""Ways to spoil a file's content, by name."""

FOREIGN: Mapping[str, Callable[[bytes], bytes]] = {
    "a new store": lambda content: b"{}",
    "an object": lambda content: b'{"a": {}}',
    "another program's store": lambda content: b'{"_default": {"1": {"mine": "not an annotation"}}}',
    "notes on another article": lambda content: content.replace(b'"id":"ab', b'"id":"zz'),
    "an article without an id": lambda content: content.replace(b'"id":"ab', b'"ip":"ab'),
}
"""TinyDB files that are not the article's."""

ALL = {**DAMAGES, **FOREIGN}
