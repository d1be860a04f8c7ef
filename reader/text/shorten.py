"""Shortening a text for a title or a message."""

ELLIPSIS = "…"


def shorten(text: str, length: int) -> str:
    """`text` in at most `length` code points; what does not fit is cut at a word, with an ellipsis in its place."""
    if len(text) <= length:
        return text
    kept = text[: max(0, length - 1)]
    if text[len(kept) : len(kept) + 1].strip():
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(" ,;:–—-") + ELLIPSIS
