import encodings.aliases
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.decode import LARGEST, decode

ENGLISH = "“Türkiye’s policy has changed,” said Mr. Müller in Genève — the café was full…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_in_the_encoding_it_came_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "x").lstrip("\ufeff") == ENGLISH


@pytest.mark.parametrize(("mark", "encoding"), [("\ufeff", "utf-16-be"), ("\ufeff", "utf-32-be")])
def test_the_byte_order_mark_tells_the_order(mark: str, encoding: str) -> None:
    assert decode((mark + ENGLISH).encode(encoding), "x") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café in Genève", "latin-1"),
        ("Erdoğan met Şimşek in İstanbul, and they agreed.", "cp1254"),
        ("Radosław Sikorski met his colleague in Łódź, and they agreed.", "cp1250"),
        ("Россия заявила, что не примет ультиматум Запада.", "cp1251"),
        ("Η Ελλάδα και η Τουρκία συμφώνησαν να συνεχίσουν τον διάλογο.", "cp1253"),
        ("قال وزير الخارجية إن الاجتماع كان مثمرا.", "cp1256"),
        ("日本の外務大臣は東京で会談した。これは重要な会議である。", "shift_jis"),
        ("外交部长王毅在北京会见了美国国务卿。", "gb18030"),
    ],
)
def test_old_encodings_are_told_by_what_reads_well(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_a_text_that_was_cut_in_the_middle_of_a_letter_is_still_utf_8() -> None:
    assert decode(ENGLISH.encode()[:-1], "x") == ENGLISH[:-1] + "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_marked_text_that_was_cut_off_is_read_as_marked(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)[:-1], "x") == ENGLISH[:-1] + "\ufffd"


def test_a_mark_before_what_is_no_text_does_not_make_it_one() -> None:
    with pytest.raises(SourceError, match=r"^x is not a text\.$"):
        decode(b"\xff\xfe\x00\x00" + bytes(range(256)), "x")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "notes.txt is empty."),
        (b" \n\t \n", "notes.txt is empty."),
        (b"\xef\xbb\xbf", "notes.txt is empty."),
        (b"%PDF-1.7\n%\xe2", "notes.txt is a PDF, not plain text. Save its text to a file, or paste it."),
        (b"PK\x03\x04rest", "notes.txt is a ZIP archive (or a DOCX or EPUB), not plain text."),
        (b"\x89PNG\r\n", "notes.txt is a picture, not plain text."),
        (b"{\\rtf1 text}", "notes.txt is an RTF document, not plain text."),
        (b"\x7fELF\x02", "notes.txt is a program, not plain text."),
        (b"text\0text", "notes.txt is not a text."),
        (b"\x01\x02\x03\x04" * 9, "notes.txt is not a text."),
        (bytes(range(256)) * 9, "notes.txt is not a text."),
        (b"a" * (LARGEST + 1), "notes.txt is larger than 20 MB. Cut it into parts."),
    ],
    ids=["empty", "blank", "only a mark", "PDF", "ZIP", "PNG", "RTF", "ELF", "NUL", "controls", "all bytes", "large"],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, "notes.txt")

    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@given(st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\x00\xff\xff\xff\xff")
@example("é".encode("latin-1"))
def test_any_bytes_are_a_text_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except SourceError:
        return
    assert text.strip()


@given(st.text().filter(lambda text: text.strip() and "\0" not in text))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    try:
        assert decode(text.encode(), "x").removeprefix("\ufeff") == text.removeprefix("\ufeff")
    except SourceError:
        assert sum(character < " " for character in text) > 0.01 * len(text)


WIDE = "The minister met the delegation.\nМинистр встретился с делегацией.\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [WIDE, WIDE[:32], WIDE[33:], "a b"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@given(
    st.binary(min_size=2, max_size=60).filter(lambda data: b"\0" in data and not data.startswith((b"\xff", b"\xfe")))
)
def test_zeros_in_other_places_are_no_utf_16(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except SourceError:
        return
    assert "\0" not in text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Министр".encode("cp1251"), "windows-1251", "Министр"),
        ("Министр".encode("koi8-r"), " KOI8-R ", "Министр"),
        ("Министр".encode(), "windows-1251", "Министр"),
        ("“Café”".encode("cp1252"), "iso-8859-1", "“Café”"),
        ("“Café”".encode("cp1252"), "us-ascii", "“Café”"),
        ("Şişli’de".encode("cp1254"), "iso-8859-9", "Şişli’de"),
        ("外相は述べた".encode("iso-2022-jp"), "ISO-2022-JP", "外相は述べた"),
        ("镕和".encode("gbk"), "gb2312", "镕和"),
        ("“Café”".encode("cp1252"), "utf-8", "“Café”"),
        ("“Café”".encode("cp1252"), "utf-16", "“Café”"),
        ("“Café” said".encode("cp1252"), "euc-jp", "“Café” said"),
        ("Café".encode(), "no-such-thing", "Café"),
        (b"x\x9cK\x04\x00\x00b\x00b"[:3] + b"text", "zlib", None),
        (b"text-9sb", "punycode", "text-9sb"),
        (b"caf\\xe9", "unicode_escape", "caf\\xe9"),
        (b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
        (b"text", "\0", "text"),
        ("\ufeffМинистр".encode("utf-16"), "windows-1251", "Министр"),
    ],
)
def test_a_declared_encoding_is_believed_where_it_fits(data: bytes, declared: str, text: str | None) -> None:
    decoded = decode(data, "x", declared).removeprefix("\ufeff")

    assert text is None or decoded == text


@pytest.mark.parametrize("text", ["“Café”", "café", "Zürich – naïve", "“We will not,” he said…"])
def test_a_short_text_in_an_old_encoding_of_latin_letters_is_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


@given(st.binary(max_size=80), st.text(max_size=12) | st.sampled_from(sorted(set(encodings.aliases.aliases.values()))))
def test_no_declared_encoding_makes_anything_but_text_or_a_refusal(data: bytes, declared: str) -> None:
    with suppress(SourceError):
        assert decode(data, "x", declared).strip()
