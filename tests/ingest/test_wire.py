from datetime import date

import pytest
from hypothesis import given

from reader.ingest.wire import read_opening
from reader.model.article import PartKind
from reader.model.span import Span
from reader.text.layout import tidy
from tests.spans import hold_all_visible, stand_apart
from tests.strategies import clean_texts

STORY = "Turkey told the United States on Monday that its policy had failed. Officials in Ankara said so twice."
HEADLINE = "Turkey warns the United States over its policy"


@pytest.mark.parametrize(
    ("header", "source", "published"),
    [
        ("date 2023-11-08 (MENAFN)", "MENAFN", date(2023, 11, 8)),
        ("2023-11-08", None, date(2023, 11, 8)),
        ("(MENAFN- Hurriyet)", "MENAFN", None),
        ("(AFP) -", "AFP", None),
        ("ANKARA, Nov 8 (Reuters) -", "Reuters", None),
        ("ANKARA, Nov. 8, 2023 (Reuters) -", "Reuters", date(2023, 11, 8)),
        ("Istanbul, Nov 8, 2023 (AFP) -", "AFP", date(2023, 11, 8)),
        ("WASHINGTON (AP) —", "AP", None),
        ("UNITED NATIONS (AP) _", "AP", None),
        ("JERUSALEM/GAZA, Nov 8 (Reuters) -", "Reuters", None),
        ("TEL AVIV, Israel (AP) —", "AP", None),
        ("KYIV, Ukraine, Nov. 8, 2023 (AP) —", "AP", date(2023, 11, 8)),
        ("BEIJING, Nov. 8 (Xinhua) --", "Xinhua", None),
        ("MOSCOW. Nov 8 (Interfax) -", "Interfax", None),
        ("MOSCOW, November 8. /TASS/.", "TASS", None),
        ("TEHRAN, Nov. 08 (MNA) –", "MNA", None),
        ("Ankara (dpa) -", "dpa", None),
        ("Nov. 8 (UPI) --", "UPI", None),
        ("BEIRUT, Lebanon —", None, None),
        ("WASHINGTON, D.C. —", None, None),
        ("GENEVA, 8 November 2023 –", None, date(2023, 11, 8)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_dateline_is_a_header_of_its_own(header: str, source: str | None, published: date | None) -> None:
    text = f"{header} {STORY}"

    opening = read_opening(text)

    assert [(part.kind, part.span.of(text)) for part in opening.parts] == [
        (PartKind.HEADER, header),
        (PartKind.BODY, STORY),
    ]
    assert (opening.source, opening.published) == (source, published)
    assert (opening.source_span and opening.source_span.of(text)) == source
    assert (opening.published_span is None) == (published is None)


@pytest.mark.parametrize(
    "beginning",
    [
        "NATO — the alliance of 31 states — met.",
        "NATO — An alliance of 31 states met.",
        "US, Israel — and others — agreed.",
        "EU – Turkey talks failed.",
        "Turkey (AP) has said so.",
        "The minister (EU) - as he said - left.",
        "OPEC (Vienna) — said so.",
        "WHO (UN) - said so.",
        "MENA (Middle East) - the region.",
        "On Nov 8 the minister left.",
        "Nov 8 was a day of talks.",
        "May 5 talks went on.",
        "2023-11-08 was a day of talks.",
        "2023-13-45 Turkey was here.",
        "IT IS TIME — he said.",
        "PARIS: Turkey was here.",
        "By Monday Turkey had left.",
    ],
)
def test_a_sentence_that_only_begins_like_a_dateline_stays_in_the_story(beginning: str) -> None:
    text = f"{beginning} {STORY}"

    assert [(part.kind, part.span.of(text)) for part in read_opening(text).parts] == [(PartKind.BODY, text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane Doe", PartKind.BYLINE),
        ("By Jane Doe and John Roe in Ankara", PartKind.BYLINE),
        ("By Jane van der Doe, Diplomatic Correspondent", PartKind.BYLINE),
        ("November 8, 2023", PartKind.HEADER),
        ("Wednesday, November 8, 2023", PartKind.HEADER),
        ("Published: 8 November 2023", PartKind.HEADER),
        ("Nov 8, 2023 10:05 GMT", PartKind.HEADER),
        ("2023-11-08", PartKind.HEADER),
        ("Office of the Spokesperson", PartKind.HEADER),
    ],
)
@pytest.mark.parametrize("headline", [HEADLINE, None], ids=["under a headline", "alone"])
def test_lines_before_the_story_are_told_by_their_form(line: str, kind: PartKind, headline: str | None) -> None:
    text = "\n\n".join(filter(None, [headline, line, STORY]))

    parts = [(part.kind, part.span.of(text)) for part in read_opening(text).parts]

    above = [(PartKind.HEADLINE, headline)] if headline else []
    assert parts == [*above, (kind, line), (PartKind.BODY, STORY)]


def test_all_that_stands_before_a_story_is_read_in_its_order() -> None:
    text = f"{HEADLINE}\nBy Jane Doe and John Roe in Ankara\nNov 8, 2023\n\nANKARA, Nov 8 (Reuters) - {STORY}"

    opening = read_opening(text)

    assert [part.kind for part in opening.parts] == ["headline", "byline", "header", "header", "body"]
    assert opening.author == "Jane Doe and John Roe"
    assert opening.source == "Reuters"
    assert opening.published == date(2023, 11, 8)


def test_a_readout_has_its_headline_and_its_office() -> None:
    text = (
        "Secretary Blinken’s Meeting with Turkish Foreign Minister Fidan\n\nOffice of the Spokesperson\n\n"
        "November 6, 2023\n\nThe below is attributable to Spokesperson Matthew Miller:\n\n"
        "Secretary of State Antony J. Blinken met with Turkish Foreign Minister Hakan Fidan today in Ankara."
    )

    opening = read_opening(text)

    assert [part.kind for part in opening.parts] == ["headline", "header", "header", "body"]
    assert opening.parts[-1].span.of(text).startswith("The below is attributable")
    assert opening.published == date(2023, 11, 6)


@pytest.mark.parametrize(
    "text",
    [
        f"He left early that day.\n\n{STORY}",
        f"two lower words here\n\n{STORY}",
        f"Too short\n\n{STORY}",
        f"{HEADLINE}\n\nshort",
        HEADLINE,
        f"{STORY}\n{STORY}",
        "Q: What did the minister say\nA: He said that nothing had been agreed.\nQ: And then?\nA: He left.",
        "Things to do on Monday\nCall the embassy about the visa.\nWrite to the ministry about its late answer.",
        f"Turkey and the Gulf\nIsrael and the truce\nThe summit in Vilnius\n\n{STORY}",
        "Shall I compare thee to a summer's day\nThou art more lovely and more temperate,\nRough winds do shake.",
        f"The Embassy of Turkey\n2525 Massachusetts Ave NW\nWashington\n\n{STORY}",
        f"Turkey and the United States\nare two old allies, it is said. {STORY}",
        "Dear Mr. Secretary of State\n\nI write to you about the matter that we discussed in Ankara.",
    ],
    ids=[
        "a sentence",
        "no capital",
        "two words",
        "no story",
        "nothing else",
        "two paragraphs",
        "dialogue",
        "list of sentences",
        "list of names",
        "verse",
        "address",
        "a broken line",
        "letter",
    ],
)
def test_a_first_line_that_may_belong_to_the_story_is_no_headline(text: str) -> None:
    assert [(part.kind, part.span.of(text)) for part in read_opening(text).parts] == [(PartKind.BODY, text)]


def test_a_date_without_a_year_is_not_guessed() -> None:
    assert read_opening(f"{HEADLINE}\n\nNovember 8\n\n{STORY}").published is None


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert read_opening(f"GENEVA, 31 November 2023 – {STORY}").published is None


@given(clean_texts.map(tidy).filter(bool))
def test_the_parts_of_any_text_stand_apart_in_order_and_hold_all_that_is_visible(text: str) -> None:
    opening = read_opening(text)
    spans = [part.span for part in opening.parts]

    assert [part.kind for part in opening.parts].count(PartKind.BODY) == 1
    assert opening.parts[-1].kind is PartKind.BODY
    assert stand_apart(spans)
    assert hold_all_visible(spans, text, Span(0, len(text)))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["A ", "A-", "AA ", "AA, Aa ", "By A ", "Aa ", "Office of ", "Nov 8, ", "(AP ", "a. "]
)
def test_a_beginning_that_nearly_fits_does_not_take_for_ever(piece: str) -> None:
    for before in ("", "By ", "ANKARA, ", "2023-11-08 ("):
        read_opening(f"{before}{piece * 50_000}!\n{STORY}")
        read_opening(f"{(before + piece * 80)[:158]}!\n{STORY * 3}")
