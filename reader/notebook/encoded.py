"""The documents of a table as bytes, kept so that a change puts only a few of them together again."""

from collections.abc import Iterator, Mapping

from reader.notebook.tables import Document, encode_document

_BLOCK = 64
"""Documents that are put together at once: some 50 kB of notes, which the processor has at hand."""


class EncodedTable:
    """Documents by number, each as it stands in a file, in blocks."""

    def __init__(self, documents: Mapping[str, Document] | None = None) -> None:
        self._blocks: list[dict[str, bytes]] = []
        self._joined: list[bytes] = []
        self._place: dict[str, int] = {}
        for number, document in (documents or {}).items():
            self.put(number, document)

    def put(self, number: str, document: Document) -> None:
        """Add a document, or put it in the place of the one with its number."""
        if number not in self._place:
            if not self._blocks or len(self._blocks[-1]) == _BLOCK:
                self._blocks.append({})
                self._joined.append(b"")
            self._place[number] = len(self._blocks) - 1
        place = self._place[number]
        self._blocks[place][number] = encode_document(number, document)
        self._joined[place] = b""

    def drop(self, number: str) -> None:
        """Let go of a document, if it is there."""
        if number in self._place:
            place = self._place.pop(number)
            del self._blocks[place][number]
            self._joined[place] = b""

    def pieces(self) -> Iterator[bytes]:
        """All documents, many in a piece; in the order of their first coming where none was let go."""
        for place, block in enumerate(self._blocks):
            if block:
                self._joined[place] = self._joined[place] or b"".join(block.values())
                yield self._joined[place]
