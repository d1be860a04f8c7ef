"""How long a summary is to be."""

from enum import StrEnum
from typing import Self

from reader.model.value import Value

MOST_SENTENCES = 40
"""In any summary."""


class LengthUnit(StrEnum):
    """What a length counts; written behind its amount."""

    SENTENCES = ""
    WORDS = "w"
    PERCENT = "%"
    """Of the words of the article's sentences."""


LARGEST = {LengthUnit.SENTENCES: MOST_SENTENCES, LengthUnit.WORDS: 10_000, LengthUnit.PERCENT: 100}
"""Amounts that make sense; the least is 1."""

LENGTH_FORMS = f"a number of sentences from 1 to {MOST_SENTENCES}, of words (120w), or a share of the text (20%)"
"""How a length is written, for people."""


class Length(Value, frozen=True):
    """A number of sentences or words, or a share of the text, that a summary has at most."""

    amount: int
    unit: LengthUnit = LengthUnit.SENTENCES

    @classmethod
    def parse(cls, text: str) -> Self:
        """The length that is written so: `5`, `120w`, `20%`.

        Raises:
            ValueError: none is.
        """
        written = text.strip()
        unit = LengthUnit(written[-1:]) if written[-1:] in (LengthUnit.WORDS, LengthUnit.PERCENT) else LengthUnit("")
        digits = written.removesuffix(unit).rstrip()
        if not (digits.isascii() and digits.isdecimal()) or not 1 <= int(digits[:9]) <= LARGEST[unit]:
            raise ValueError(f"{written} is not {LENGTH_FORMS}")
        return cls(int(digits), unit)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"


DEFAULT_LENGTH = Length(3)
