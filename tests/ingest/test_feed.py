import gzip
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.decode import LARGEST
from reader.ingest.entry import Entry, Feed, day_of
from reader.ingest.feed import MOST_ENTRIES, is_page, read_feed
from reader.text.clean import clean
from tests.strategies import HOSTILE

FEEDS = Path(__file__).parent / "feeds"
URL = "https://gazette.example/feeds/all"


def feed(name: str) -> Feed:
    """A feed of the tests'."""
    return read_feed((FEEDS / name).read_bytes(), URL)


def rss(*items: str, before: str = '<?xml version="1.0"?>') -> str:
    """An RSS feed of these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{before}<rss version="2.0"><channel><title>T</title>{inner}</channel></rss>'


def only(text: str | bytes) -> Entry:
    """The one entry of a feed."""
    data = text if isinstance(text, bytes) else text.encode()
    (entry,) = read_feed(data, URL).entries
    return entry


def test_rss_is_read() -> None:
    gazette = feed("rss.xml")

    assert (gazette.title, gazette.language) == ("Harbour Gazette & Mail", "en-gb")
    first, second, third = gazette.entries
    assert (first.guid, first.url) == ("tag:gazette.example,2023:1", "https://gazette.example/2023/11/ministers")
    assert (first.title, first.author, first.published) == ("Ministers meet in Ankara", "Jane Doe", date(2023, 11, 8))
    assert "They said" in first.content
    assert first.is_html
    assert (second.guid, second.published) == ("https://gazette.example/2023/11/second", date(2023, 11, 7))
    assert (third.url, third.published) == (None, None)
    assert len(third.guid) == 32


def test_atom_is_read() -> None:
    ministry = feed("atom.xml")

    assert ministry.title == 'Readouts of the "Ministry"'
    first, second = ministry.entries
    assert (first.title, first.author) == ("A readout of <the call>", "Press Office")
    assert (first.url, first.published) == ("https://gazette.example/feeds/readouts/7", date(2024, 2, 1))
    assert first.is_html
    assert (second.content, second.is_html, second.published) == ("Talks & more: a < b.", False, date(2024, 1, 31))


def test_json_feed_is_read() -> None:
    notes = feed("feed.json")

    assert (notes.title, notes.language) == ("Observers' notes", "en")
    first, second, third = notes.entries
    assert first == Entry(
        "https://observers.example/1",
        "https://observers.example/1",
        "Ceasefire holds",
        "A. Observer, B. Observer",
        date(2024, 3, 5),
        "<p>The ceasefire held.</p><p>Observers stayed.</p>",
        is_html=True,
    )
    assert (second.guid, second.author, second.content) == ("2", "C", "A note < without markup.")
    assert not second.is_html
    assert (third.url, third.title, third.published) == (None, "7", None)


def test_an_entry_is_known_again_when_the_feed_is_read_again() -> None:
    assert [entry.key for entry in feed("rss.xml").entries] == [entry.key for entry in feed("rss.xml").entries]
    assert len({entry.key for entry in feed("rss.xml").entries}) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_a_declared_encoding_is_taken(encoding: str) -> None:
    text = rss("<title>Министр встретился с послом</title>", before=f'<?xml version="1.0" encoding="{encoding}"?>')

    assert only(text.encode(encoding)).title == "Министр встретился с послом"


@pytest.mark.parametrize(
    ("encoding", "title"),
    [("latin-1", "Le président a reçu l’envoyé".replace("’", "'")), ("cp1254", "Dışişleri Bakanı")],
)
def test_an_undeclared_encoding_is_found(encoding: str, title: str) -> None:
    assert only(rss(f"<title>{title}</title>").encode(encoding)).title == title


def test_an_encoding_that_only_the_server_names_is_taken() -> None:
    data = rss("<title>Министр встретился</title>").encode("windows-1251")

    assert read_feed(data, URL, "windows-1251").entries[0].title == "Министр встретился"


@pytest.mark.parametrize("encoding", ["utf-16", "base64", "unicode_escape", "idna", "no-such"])
def test_an_encoding_that_cannot_be_right_is_not_believed(encoding: str) -> None:
    text = rss(r"<title>Genève \x41</title>", before=f'<?xml version="1.0" encoding="{encoding}"?>')

    assert only(text).title == r"Genève \x41"


def test_one_broken_character_spoils_no_other() -> None:
    title = "Genève, Zürich, Türkiye, Côte d’Ivoire, Español"
    data = rss(f"<title>{title}</title>").encode() + b"<!-- \xff -->"

    assert only(data).title == title


def test_a_packed_feed_is_unpacked() -> None:
    assert only(gzip.compress(rss("<title>Packed</title>").encode())).title == "Packed"


def test_a_feed_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(SourceError, match="is larger than 20 MB"):
        read_feed(gzip.compress(bytes(LARGEST + 1)), URL)


@pytest.mark.parametrize("before", ["\n\n", "\ufeff", "  \r\n", "<!-- made by hand -->"])
def test_what_stands_before_a_feed_does_no_harm(before: str) -> None:
    assert only(before + rss("<title>Here</title>")).title == "Here"


@pytest.mark.parametrize(
    "item",
    [
        "<title>Here &nbsp; and there</title><description>a & b &bogus;</description>",
        "<title>Here \x0b and there</title>",
        "<title>Here and there</title><description><p>open<br></description>",
        "<title>Here &amp; and there</title><media:content url='x'/>",
        "<title>Here and there</title><link/><guid/><author/><pubDate>-0099-01-01</pubDate>",
        "<title>Here and there</title><link href='http://[::1'/><dc:date>9999-99-99</dc:date>",
    ],
)
def test_a_broken_feed_is_read_as_far_as_it_goes(item: str) -> None:
    words = only(rss(item)).title.split()

    assert (words[0], words[-1]) == ("Here", "there")


def test_of_a_feed_that_breaks_off_the_whole_entries_are_read() -> None:
    feed = rss("<title>Here</title>", "<title>Gone</title>")

    assert read_feed(feed[: feed.index("Gone")].encode(), URL).entries[0].title == "Here"


@pytest.mark.parametrize("hostile", [piece for piece in HOSTILE if "\0" not in piece])
def test_hostile_pieces_break_no_feed(hostile: str) -> None:
    words = "They met and agreed to meet again. " * 20
    item = f"<title><![CDATA[A {hostile} b]]></title><description><![CDATA[{words} {hostile}]]></description>"
    data = rss(item).encode("utf-8", "surrogatepass")

    assert only(data).title.startswith("A")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_pieces_do_not_reach_the_title_of_a_feed(hostile: str) -> None:
    title = read_feed(json.dumps({"title": f"A {hostile}\n b", "items": []}).encode(), URL).title

    assert clean(title).text == title
    assert title.encode()
    assert (title[0], title[-2:]) == ("A", " b")


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("never shown")
    before = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'

    assert "never" not in only(rss("<title>a &x; b</title>", before=before)).title


def test_entities_do_not_multiply() -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    before = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{grown}]>'

    assert len(only(rss("<title>a &e11; b</title>", before=before)).title) < 100


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02\xff" * 10,
        b"Just words.",
        b"<html><head></head><body>A page</body></html>",
        b"<!-- x --><!DOCTYPE HTML><p>A page",
        b"<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE html PUBLIC 'x'><html/>",
        b"<?xml version='1.0'?><opml><body/></opml>",
        b"{}",
        b'{"items": "none"}',
        b'{"items": [',
        b"\x1f\x8bnot gzip",
        b"http://gazette.example/feed",
        b"/etc/passwd",
    ],
)
def test_what_is_no_feed_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^https://gazette\.example/feeds/all "):
        read_feed(data, URL)


@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>\n", "<?xml version='1.0'?><!-- x -->\n<!-- y -->"])
@pytest.mark.parametrize("page", ["<!doctype HTML>", "<html lang='en'>", "<head>", "<title>x</title>"])
def test_a_page_is_told_from_a_feed(before: str, page: str) -> None:
    assert is_page(before + page)
    assert not is_page(before + "<rss version='2.0'>")
    assert not is_page(before + "<feed><title>x</title></feed>")


def test_an_entry_that_says_nothing_is_none() -> None:
    assert read_feed(rss("<link>https://gazette.example/x</link>").encode(), URL).entries == ()


def test_what_has_no_end_is_refused_in_good_time() -> None:
    for piece in (b"<!-- -->", b"<!--", b"<?xml ", b'{"a":', b"<!DOCTYPE x [", b"&"):
        with pytest.raises(SourceError):
            read_feed(piece * 20_000, URL)


def test_an_empty_feed_is_a_feed() -> None:
    assert read_feed(rss().encode(), URL) == Feed("T", ())


def test_of_a_feed_without_end_the_newest_entries_are_taken() -> None:
    first = datetime(2020, 1, 1, tzinfo=UTC)
    items = [
        {"id": str(n), "title": "x", "date_published": (first + timedelta(days=n)).isoformat()}
        for n in range(MOST_ENTRIES + 5)
    ]

    entries = read_feed(json.dumps({"items": items}).encode(), URL).entries

    assert len(entries) == MOST_ENTRIES
    assert {entry.guid for entry in entries} == {str(n) for n in range(5, MOST_ENTRIES + 5)}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Wed, 08 Nov 2023 23:30:00 -0500", date(2023, 11, 8)),
        ("8 Nov 2023 01:00 +0300", date(2023, 11, 8)),
        ("2023-11-08", date(2023, 11, 8)),
        ("2023-11-08T23:30:00.123-05:00", date(2023, 11, 8)),
        ("2023-11-08T23:30:00Z", date(2023, 11, 8)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("2999-01-01", None),
        ("99 Foo 2023", None),
        ("", None),
    ],
)
def test_a_date_is_the_day_where_it_was_written(written: str, day: date | None) -> None:
    assert day_of(written) == day


_PIECES = ["<rss>", "<item>", "</item>", "<title>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "&#0;"]
_PIECES += [
    "<![CDATA[",
    "]]>",
    "<!--",
    "<!DOCTYPE x [",
    "<?xml version='1.0'?>",
    '{"items":[',
    "{}",
    "]}",
    "&x;",
    "<a b='",
]


@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from([*_PIECES, *HOSTILE]), max_size=20).map(
        lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
    )
)
def test_any_bytes_are_a_feed_or_refused(data: bytes) -> None:
    try:
        found = read_feed(data, URL)
    except SourceError:
        return
    assert all(entry.guid and len(entry.key) == 32 for entry in found.entries)
