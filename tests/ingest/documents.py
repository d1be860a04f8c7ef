"""Documents of every format, made here for the tests."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

FIRST = (
    "The foreign ministers of the two states met in Geneva on Monday and agreed to hold a second round of talks before"
    " the end of the month, the host country said in a statement."
)
SECOND = (
    "“We will not accept a text that leaves the prisoners out,” one of the delegates told reporters after the meeting,"
    " which lasted for more than four hours."
)
THIRD = (
    "Observers from the United Nations were in the room but did not speak, according to three people who were there."
)
STORY = (FIRST, SECOND, THIRD)
"""Paragraphs of a story, written for the tests."""

HEADLINE = "Ministers agree on a second round of talks"

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE} | The Example Courier</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="The Example Courier">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://courier.example/talks"><script>var tracking = "do not read";</script></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><ul><li>The first item of the agenda was the exchange of
prisoners.</li><li>The second item was the border.</li></ul><p>{THIRD}</p></article>
<aside><a href="/a">Ten hotels you must see</a></aside><footer>Copyright of The Example Courier. Cookies.</footer>
</body></html>"""
"""A page of a newspaper."""


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def docx(*paragraphs: str, body: str = "", core: str = "") -> bytes:
    """A Word document.

    Args:
        paragraphs: its text.
        body: XML behind the paragraphs.
        core: XML of its properties.
    """
    written = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    entries = {"word/document.xml": f"<w:document {WORD}><w:body>{written}{body}</w:body></w:document>"}
    if core:
        entries["docProps/core.xml"] = f"<cp:coreProperties {CORE}>{core}</cp:coreProperties>"
    return zipped(entries)


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    "<dc:title>A Peace of Paper</dc:title><dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>"
    "<dc:publisher>Example Press</dc:publisher><dc:date>2021-05-04</dc:date><dc:language>en</dc:language>"
)


def epub(*chapters: str, metadata: str = METADATA, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A book.

    Args:
        chapters: XHTML of the bodies, in reading order; the files are named in another.
        metadata: XML of its package.
        more: other entries, by their names.
    """
    names = [f"chapter%20{len(chapters) - number}.xhtml" for number in range(len(chapters))]
    manifest = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>' for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{manifest}"
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="css" href="style.css" media-type="text/css"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}<itemref idref="css"/><itemref idref="lost"/></spine></package>'
    )
    pages = {
        f"OPS/{name.replace('%20', ' ')}": f"<html><head><title>skip</title></head><body>{chapter}</body></html>"
        for name, chapter in zip(names, chapters, strict=True)
    }
    entries = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": package}
    return zipped({**entries, "OPS/nav.xhtml": "<html><body>Contents</body></html>", **pages, **(more or {})})


def pdf(*pages: Sequence[str], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF with lines of text on its pages, in Latin letters, fourteen points apart."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"]
    objects[2] += b" /Encoding /WinAnsiEncoding >>"
    kids = []
    for lines in pages:
        shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
        content = b"BT /F1 11 Tf 14 TL 72 760 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(page + b" /Contents %d 0 R >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    about = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (info or {}).items())
    objects.append(b"<< %s >>" % about)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, start)
    return bytes(out)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def mail(text: str = "", *, page: str = "", attachment: str = "", **headers: str) -> bytes:
    """An e-mail with a plain text, a page, or both; headers with `_` for `-`."""
    message = EmailMessage()
    message["From"] = "Press Office <press@ministry.example>"
    message["Subject"] = f"Fwd: {HEADLINE}"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0500"
    message["Message-ID"] = "<1@ministry.example>"
    for name, value in headers.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if page and text:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    if attachment:
        message.add_attachment(attachment, filename="annex.txt")
    return message.as_bytes()
