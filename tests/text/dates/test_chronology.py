"""When the statements of an article were made."""

from reader.model.dates import DateWords
from reader.model.value import replace
from reader.text.dates.chronology import dated, statement_dates
from tests.speaking import analysis_of, article_of, spans, statement

TEXT = "On Monday Amal said he would leave on Friday. Badr warned that they met on Tuesday, promising talks."


def test_a_statement_has_the_date_of_its_own_words_only() -> None:
    """Neither what is said nor what another one in the same sentence says tells when it was said."""
    article = article_of(TEXT)
    found = (
        statement("Amal", "said", "he would leave on Friday", text=TEXT),
        statement("Badr", "warned", "that they met on Tuesday", text=TEXT),
        statement("Badr", "promising", "talks", text=TEXT),
    )
    words = tuple(map(DateWords, spans(TEXT, ["Monday", "Friday", "Tuesday"])))
    analysis = replace(analysis_of(article, found), dates=words)
    dates = statement_dates(analysis, dated(article, analysis))

    assert [one.words.span.of(TEXT) if one else None for one in dates] == ["Monday", None, None]


def test_what_is_told_in_a_statement_has_the_dates_told_there() -> None:
    text = "The Courier reported that Amal said on Tuesday that he would leave."
    article = article_of(text)
    found = (
        statement("The Courier", "reported", "that Amal said on Tuesday that he would leave", text=text),
        statement("Amal", "said", "that he would leave", text=text, within=0),
    )
    analysis = analysis_of(article, found)
    dates = statement_dates(analysis, dated(article, analysis))

    assert [one.words.span.of(text) if one else None for one in dates] == [None, "Tuesday"]
