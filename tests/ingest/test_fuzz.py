"""Any bytes in, articles or one clear sentence out: for every parser, from nothing, and from damaged documents."""

import json
import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.intake import Incoming
from tests.ingest.documents import FIRST, PAGE, docx, epub, mail, pdf, zipped
from tests.ingest.reading import is_sentence, is_sound, items
from tests.strategies import HOSTILE, raw_texts

DOCUMENTS = {
    "x.txt": "Some text — and “more” of it.\n\nThe end.".encode("utf-16"),
    "x.md": (
        b"---\ntitle: a\ndate: 2024-01-02\n---\n# a\n\n* b\n\n| c | d |\n|--|--|\n| e | f |\n"
        b"\n<div>x</div>\n\n[g](h 'i')"
    ),
    "x.html": PAGE.encode(),
    "x.pdf": pdf(
        [FIRST[:60], FIRST[60:120]], ["On the second page"], info={"Title": "A b", "CreationDate": "D:20240102"}
    ),
    "x.docx": docx(FIRST, core="<dc:title>A title</dc:title>"),
    "x.epub": epub("<p>One.</p>", "<p>Two.</p>"),
    "x.eml": mail(FIRST, page="<p>One.</p>", attachment="annex"),
    "x.jsonl": b'{"title": "a", "text": "b", "date": 1709632800}\n{"body": "<p>c</p>", "author": ["d"]}\n',
    "x.json": json.dumps({"articles": [{"title": "a", "text": "b"}, {"text": ["c", {"name": "d"}]}]}).encode(),
}
PIECES = (
    *(piece.encode("utf-8", "surrogatepass") for piece in HOSTILE),
    *(
        b"\0",
        b"<",
        b"&#27;",
        b"&#x110000;",
        b"]]>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
        b"<![CDATA[",
        b"\xff\xfe",
        b"%PDF-",
    ),
    *(b"PK\x03\x04", b"((((", b"<<", b"/Length 999999999", b" 0 R", b"-1", b"1e999", b"=?utf-8?b?!?=", b"charset=zlib"),
    *(
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b'{"text":',
        b"[[[[",
        b"\\ud800",
        b"---\n",
        b"```\n",
        b"\n\n\n",
    ),
)
"""What parsers stumble over."""


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The bytes, cut, turned, doubled and mixed with others in a few places."""
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randint(0, len(data)), dice.randint(0, 40)
        put = dice.choice((b"", data[at : at + length], dice.choice(PIECES), dice.randbytes(length)))
        end = dice.choice((at, at + len(put), at + length, len(data)))
        data = data[:at] + put + data[end:]
    return data


def check(data: bytes, name: str, media_type: str | None = None) -> None:
    """What comes out can be shown and kept."""
    for item in items(data, name, media_type=media_type):
        if isinstance(item, Incoming):
            assert is_sound(item.article)
            item.article.text.encode()
        else:
            assert is_sentence(item.reason)


dice = st.randoms(use_true_random=False)


@pytest.mark.parametrize("name", DOCUMENTS)
@settings(max_examples=60)
@given(dice=dice)
def test_damaged_documents_are_read_or_refused(name: str, dice: random.Random) -> None:
    check(damaged(DOCUMENTS[name], dice), name)


@pytest.mark.parametrize("name", ["x.docx", "x.epub"])
@settings(max_examples=60)
@given(dice=dice)
def test_documents_with_damage_inside_are_read_or_refused(name: str, dice: random.Random) -> None:
    with zipfile.ZipFile(BytesIO(DOCUMENTS[name])) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    broken = dice.choice(sorted(entries))

    check(zipped({**entries, broken: damaged(entries[broken], dice)}), name)


@given(
    st.binary(max_size=200) | raw_texts.map(lambda raw: raw.encode("utf-8", "surrogatepass")),
    st.sampled_from([*DOCUMENTS, "x"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(data, name)


@given(
    st.binary(max_size=60),
    st.text(max_size=30) | st.sampled_from(["text/html;charset=", "application/json", "text/markdown"]),
)
def test_any_media_type_may_come_with_any_bytes(data: bytes, media_type: str) -> None:
    check(data, "x", media_type)


@given(raw_texts, raw_texts)
def test_any_text_may_stand_in_any_document(title: str, text: str) -> None:
    escaped = "".join(f"&#{ord(character)};" for character in text)
    for name, data in {
        "x.html": f"<html><head><title>{title}</title></head><body><p>{text}{escaped}</p></body></html>".encode(
            "utf-8", "replace"
        ),
        "x.md": (
            b"---\ntitle: a\ndate: 2024-01-02\n---\n# a\n\n* b\n\n| c | d |\n|--|--|\n| e | f |\n"
            b"\n<div>x</div>\n\n[g](h 'i')"
        ),
        "x.docx": docx(escaped, core=f"<dc:title>{escaped}</dc:title>"),
        "x.epub": epub(f"<p>{escaped}</p>", metadata=f"<dc:title>{escaped}</dc:title>"),
        "x.jsonl": json.dumps({"title": title, "text": text, "author": title, "url": title}).encode(),
        "x.eml": f"Subject: {title}\nFrom: {title}\nMIME-Version: 1.0\n\n{text}".encode("utf-8", "replace"),
    }.items():
        check(data, name)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["text", "title", "author", "date", "url", "name", "articles"]), inner)
        ),
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    check(json.dumps(value).encode(), "x.json")
