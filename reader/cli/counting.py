"""Numbers in sentences."""


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`, `3,000 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
