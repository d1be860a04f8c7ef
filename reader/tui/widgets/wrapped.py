"""Short texts in lines, for panes and messages."""

from rich.cells import cell_len

from reader.text.wrap import wrap


def wrapped_lines(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells; at least one line."""
    return [text[start:end].rstrip() for start, end in wrap(text, max(1, width), cell_len)] or [""]
