from datetime import date

import pytest

from tests.ingest.documents import FIRST, HEADLINE, SECOND, STORY, WORD, docx, zipped
from tests.ingest.reading import article_in, refusal_of

CORE = (
    "<dc:title>Statement on the talks</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en-GB</dc:language>"
    "<dcterms:created>2024-03-05T10:00:00Z</dcterms:created>"
)


def test_paragraphs_are_read() -> None:
    article = article_in(docx(HEADLINE, *STORY), "x.docx")

    assert article.text == "\n\n".join((HEADLINE, *STORY))
    assert article.title == HEADLINE


def test_properties_hold_where_the_text_says_nothing() -> None:
    article = article_in(docx(*STORY, core=CORE), "x.docx")

    assert (article.title, article.author) == ("Statement on the talks", "Jane Doe")
    assert (article.published, article.language) == (date(2024, 3, 5), "en")


def test_a_headline_in_the_text_comes_before_the_title_among_the_properties() -> None:
    assert article_in(docx(HEADLINE, *STORY, core=CORE), "x.docx").title == HEADLINE


def test_runs_tabs_and_breaks_are_read_and_what_was_deleted_is_not() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>One </w:t></w:r>"
        "<w:r><w:t>word</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>d</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )

    assert article_in(docx(body=body), "x.docx").text == "One word\ta\nb‑cd"


def test_cells_of_tables_are_read_in_order() -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>" for word in ("one", "two"))

    assert article_in(docx(body=f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "x.docx").text == "one\n\ntwo"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    alternates = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )

    assert article_in(docx("text", body=f"<w:p><w:r>{alternates}</w:r></w:p>"), "x.docx").text == "text\n\nbox"


def test_the_strict_form_of_the_format_is_read() -> None:
    xml = f"<w:document {WORD}><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>"
    strict = xml.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")

    assert article_in(zipped({"word/document.xml": strict}), "x.docx").text == "text"


def test_the_text_is_found_where_the_document_says_it_lies() -> None:
    text = f"<w:document {WORD}><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Id="a" Type="{kind}" Target="/word/document2.xml"/></Relationships>'

    assert article_in(zipped({"_rels/.rels": relations, "word/document2.xml": text}), "x.docx").text == "text"


def test_entities_and_controls_are_plain_text() -> None:
    assert article_in(docx("a &lt;b&gt; &amp; [/b]&#x202E;c\u00ad"), "x.docx").text == "a <b> & [/b]c"


def test_a_document_without_words_is_refused() -> None:
    assert refusal_of(docx(), "x.docx") == "x.docx holds no text."


@pytest.mark.parametrize(
    "document", ["", "<w:document", "text", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;"]
)
def test_a_broken_document_is_refused(document: str) -> None:
    assert refusal_of(zipped({"word/document.xml": document}), "x.docx").startswith("x.docx is damaged")


def test_an_entity_that_names_a_file_is_not_read() -> None:
    document = f"<w:document {WORD}><w:body><w:p><w:r><w:t>a&f;b</w:t></w:r></w:p></w:body></w:document>"
    xml = f"<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>{document}"

    assert article_in(zipped({"word/document.xml": xml}), "x.docx").text == "a"


def test_a_bomb_is_refused() -> None:
    data = zipped({"word/document.xml": b" " * (17 * 2**20)})

    assert refusal_of(data, "x.docx") == "x.docx unpacks to more than texts ever need. It was not read."


def test_an_archive_with_a_way_out_is_refused() -> None:
    data = zipped({"word/document.xml": docx(FIRST), "../../.bashrc": "rm"})

    assert "outside of it" in refusal_of(data, "x.docx")


def test_an_old_word_document_is_refused_by_its_name() -> None:
    assert "old Word document" in refusal_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "x.docx")


def test_a_document_that_breaks_off_is_refused() -> None:
    data = docx(*STORY, SECOND)

    assert refusal_of(data[:-30], "x.docx").startswith("x.docx is damaged")
