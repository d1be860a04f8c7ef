from datetime import date

import pytest

from reader.model.article import PartKind
from tests.ingest.documents import FIRST, HEADLINE, PAGE, SECOND, STORY, mail
from tests.ingest.reading import article_in, refusal_of

TEXT = "\n\n".join(STORY)


def raw(headers: str, body: bytes = b"The text.") -> bytes:
    """A mail as it is sent."""
    return f"From: a@b.example\nMIME-Version: 1.0\n{headers}\n\n".encode() + body


def test_a_mail_is_read() -> None:
    article = article_in(mail(TEXT), "x.eml")

    assert article.text == TEXT
    assert (article.title, article.published) == (HEADLINE, date(2024, 3, 5))
    assert (article.source, article.author) == ("Press Office", "Press Office")


def test_the_plain_text_comes_before_the_page() -> None:
    assert article_in(mail(TEXT, page="<p>Other.</p>"), "x.eml").text == TEXT


def test_the_page_is_read_where_the_plain_text_only_says_that_there_is_one() -> None:
    article = article_in(
        mail("This mail has a page.", page=f"<h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>"), "x.eml"
    )

    assert article.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert article.part(PartKind.HEADLINE) is not None


def test_a_mail_of_a_page_alone_is_read() -> None:
    assert FIRST in article_in(mail(page=PAGE), "x.eml").text


def test_attachments_are_left_out() -> None:
    assert "annex" not in article_in(mail(TEXT, attachment="annex"), "x.eml").text


def test_a_mail_of_attachments_alone_is_refused_with_advice() -> None:
    reason = refusal_of(mail(attachment="annex"), "x.eml")

    assert reason == "x.eml is a mail without text. Save its attachment to a file, and add that."


def test_headers_that_were_forwarded_are_text() -> None:
    forwarded = f"---------- Forwarded message ----------\nFrom: Jane <jane@x.example>\nSubject: Talks\n\n{FIRST}"

    assert "From: Jane <jane@x.example>\nSubject: Talks" in article_in(mail(forwarded), "x.eml").text


def test_a_wire_story_names_its_own_source() -> None:
    article = article_in(mail("GENEVA, Nov 8 (Reuters) - " + FIRST), "x.eml")

    assert article.source == "Reuters"


def test_a_message_that_was_attached_is_read_where_there_is_no_other() -> None:
    inner = mail(TEXT).decode()
    article = article_in(raw("Content-Type: message/rfc822", inner.encode()), "x.eml")

    assert article.text == TEXT


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?Q?Erdo=C4=9Fan_in_Geneva?=", "Erdoğan in Geneva"),
        ("=?windows-1251?B?zOjt6PHy8Oc=?= =?utf-8?q?_said?=", "Министрз said"),
        ("=?x-unknown?q?caf=E9?= talks", "café talks"),
        ("Re: FW: [2] Fwd : Talks", "[2] Fwd : Talks"),
        ("Re[2]: AW: Talks", "Talks"),
        ("[not] [/b] [@click=app.quit]x", "[not] [/b] [@click=app.quit]x"),
        ("=?utf-8?q?a=1B]0;b=0Ac=E2=80=AEd?=", "a]0;b cd"),
        ("=?utf-8?b?!!!?= broken", "broken"),
    ],
)
def test_a_subject_is_a_title(subject: str, title: str) -> None:
    assert article_in(raw(f"Subject: {subject}"), "x.eml").title.removeprefix("=?utf-8?b?!!!?= ") == title


def test_a_sender_without_a_name_is_known_by_the_site() -> None:
    article = article_in(raw("Subject: x"), "x.eml")

    assert (article.source, article.author) == ("b.example", None)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (
            "Content-Type: text/plain; charset=windows-1252",
            "“Café” was l=E2=80".encode("cp1252")[:0] + "“Café”".encode("cp1252"),
        ),
        (
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
            b"=93Caf=\n=E9=94",
        ),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"4oCcQ2Fmw6nigJ0="),
        ("Content-Type: text/plain; charset=nonsense", "“Café”".encode()),
        ("Content-Type: text/plain; charset=utf-8", "“Café”".encode("cp1252")),
        ("Content-Type: text/plain; charset=zlib", "“Café”".encode()),
        ("Content-Type: text/html; charset=us-ascii", b"&ldquo;Caf&eacute;&rdquo;"),
        ("Content-Type: text/html", '<meta charset="windows-1252">“Café”'.encode("cp1252")),
    ],
)
def test_every_encoding_of_mails_is_read(headers: str, body: bytes) -> None:
    assert article_in(raw(headers, body), "x.eml").text == "“Café”"


def test_flowing_lines_are_joined() -> None:
    body = b"One line \ngoes on.\nThe next does not.\n> quoted \n> lines\n-- \nsignature"

    text = article_in(raw("Content-Type: text/plain; format=flowed", body), "x.eml").text

    assert text.startswith("One line goes on.\nThe next does not.\n")
    assert text.endswith("--\nsignature")


@pytest.mark.parametrize(
    "mangled", ["Date: never", "Date: Tue, 99 Mar 2024 10:00:00", "From: <<<>>>", "Subject:", "Content-Type: ;;;"]
)
def test_a_broken_header_costs_no_more_than_itself(mangled: str) -> None:
    assert article_in(raw(mangled), "x.eml").text == "The text."


def test_parts_within_parts_without_end_are_refused() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n" for n in range(2000))

    assert refusal_of(f"From: a\n{nested}\n\ntext".encode(), "x.eml").startswith("x.eml ")
