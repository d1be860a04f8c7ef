import io
import re

from pypdf import PdfReader

from reader.ingest.page_lines import lines_of_pages
from reader.ingest.pages import Line
from tests.ingest.documents import pdf


def lines_of(content: str) -> list[Line]:
    """The lines on a page that is drawn by these operators."""
    drawn = content.encode("cp1252")
    data = pdf(["x"])
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    data = re.sub(rb"/Length \d+", b"/Length %d" % len(drawn), data[:start] + drawn + data[end:])
    [page] = lines_of_pages(PdfReader(io.BytesIO(data)).pages)
    return page


def apart(lines: list[Line]) -> list[str]:
    """The lines that stand apart from the ones above."""
    return [line.text for line in lines if line.stands_apart]


FOUR_LINES = "BT /F1 11 Tf 14 TL 72 700 Td (one) Tj T* (two) Tj T* (three) Tj T* (four) Tj "


def test_lines_as_far_apart_as_usual_belong_together() -> None:
    assert lines_of(FOUR_LINES + "ET") == [Line("one"), Line("two"), Line("three"), Line("four")]


def test_a_line_further_down_than_usual_stands_apart() -> None:
    assert apart(lines_of(FOUR_LINES + "0 -21 Td (five) Tj T* (six) Tj ET")) == ["five"]


def test_lines_may_be_far_apart_throughout() -> None:
    assert apart(lines_of(FOUR_LINES.replace("14 TL", "28 TL") + "ET")) == []


def test_a_line_in_another_size_stands_apart() -> None:
    lines = lines_of("BT /F1 20 Tf 72 720 Td (Headline) Tj /F1 11 Tf 14 TL T* (one) Tj T* (two) Tj ET")

    assert apart(lines) == ["one"]


def test_a_word_in_another_size_does_not_part_lines() -> None:
    lines = lines_of(FOUR_LINES + "T* (five has a ) Tj /F1 7 Tf (small) Tj /F1 11 Tf ( word) Tj T* (six) Tj ET")

    assert [line.text for line in lines[-2:]] == ["five has a small word", "six"]
    assert apart(lines) == []


def test_a_line_that_is_moved_in_stands_apart_unless_it_goes_on_with_an_item() -> None:
    assert apart(lines_of(FOUR_LINES + "12 -14 Td (five) Tj -12 -14 Td (six) Tj ET")) == ["five"]
    assert apart(lines_of(FOUR_LINES + "T* (• item) Tj 12 -14 Td (goes on) Tj ET")) == []


def test_a_page_that_is_turned_into_other_units_is_measured_in_them() -> None:
    lines = lines_of(
        "q 0.1 0 0 0.1 0 0 cm BT /F1 110 Tf 140 TL 720 7000 Td (one) Tj T* (two) Tj T* (three) Tj T* (x) Tj ET Q"
    )

    assert apart(lines) == []


def test_ligatures_are_letters() -> None:
    data = pdf(["x"]).replace(b"/WinAnsiEncoding", b"<< /Type /Encoding /Differences [65 /fi /ffl] >>")
    data = data.replace(b"(x) Tj", b"(AnBx) Tj").replace(b"/Length 36", b"/Length 39")
    [page] = lines_of_pages(PdfReader(io.BytesIO(data)).pages)

    assert [line.text for line in page] == ["finfflx"]
