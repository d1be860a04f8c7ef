from datetime import date

from reader.export.citation import citation, quotation
from reader.model.article import Article, Part, PartKind
from reader.model.span import Span

TEXT = "Talks went on.\nNo statement was made."


def _article(**known: object) -> Article:
    parts = (Part(PartKind.BODY, Span(0, len(TEXT))),)
    return Article("a" * 26, TEXT, "0" * 64, parts, "Talks went on", title_derived=True, **known)  # type: ignore[arg-type]


def test_a_citation_names_what_is_known() -> None:
    article = _article(source="MENAFN", published=date(2023, 11, 8), url="https://example.org/a")

    assert citation(article) == "“Talks went on”, MENAFN, 2023-11-08, https://example.org/a"


def test_what_is_not_known_is_left_out() -> None:
    assert citation(_article()) == "“Talks went on”"


def test_a_quotation_stands_on_one_line_above_its_citation() -> None:
    assert quotation(_article(), Span(0, len(TEXT))) == "“Talks went on. No statement was made.”\n— “Talks went on”"
