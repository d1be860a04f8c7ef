"""What a format gives: the text of an article, and what its document says about it."""

from datetime import date
from itertools import islice

from reader.model.value import Value


class Facts(Value, frozen=True):
    """What is known of an article apart from its text; None where nothing is."""

    title: str | None = None
    source: str | None = None
    """Who published it."""
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    """A BCP 47 tag, such as `en-GB`."""

    def over(self, other: "Facts") -> "Facts":
        """These facts, and those of `other` where these say nothing."""
        return Facts(
            title=self.title or other.title,
            source=self.source or other.source,
            author=self.author or other.author,
            published=self.published or other.published,
            url=self.url or other.url,
            language=self.language or other.language,
        )


FIRST_LINES = 5
"""A headline may stand below the name of a page, a section, a date."""


def headed(text: str, headline: str | None) -> str:
    """A text below its headline, if it does not stand among the first lines already, or begin the first one."""
    title = " ".join((headline or "").split())
    words = title.casefold()
    lines = [" ".join(line.casefold().split()) for line in islice(filter(str.strip, text.splitlines()), FIRST_LINES)]
    if not words or not lines or words in lines or lines[0].startswith(words.rstrip(".… ")):
        return text
    return f"{title}\n\n{text}"


class Extracted(Value, frozen=True):
    """The text of a document and the facts that come with it."""

    text: str
    """Plain, not cleaned yet."""
    known: Facts = Facts()
    """What the document says of the article; wins over what is read in the text."""
    likely: Facts = Facts()
    """What the document says of itself, as a file's properties do; holds where the text says nothing."""
