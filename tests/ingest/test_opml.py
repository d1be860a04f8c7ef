import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.opml import read_opml, write_opml
from reader.model.intake import Refused
from reader.model.web import Subscription
from tests.strategies import HOSTILE

GAZETTE = Subscription("https://gazette.example/feed?a=1&b=2", "Gazette & Mail")


def opml(body: str, before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f'{before}<opml version="2.0"><head><title>x</title></head><body>{body}</body></opml>'.encode()


def test_a_list_that_was_written_is_read() -> None:
    feeds = (GAZETTE, Subscription("https://ministry.example/", ""), Subscription("https://x.example/", "<\"é'>"))

    written = write_opml(feeds, "My feeds")

    assert written.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<opml version=\"2.0\">")
    assert read_opml(written, "x") == (feeds[0], Subscription(feeds[1].url, feeds[1].url), feeds[2])


@given(st.text(st.characters(exclude_categories=["C"])).map(lambda title: " ".join(title.split())).filter(bool))
def test_any_title_comes_back(title: str) -> None:
    feed = Subscription("https://gazette.example/", title)

    assert read_opml(write_opml([feed], title), "x") == (feed,)


@pytest.mark.parametrize(
    "line",
    [
        '<outline title="Gazette &amp; Mail" xmlUrl="https://gazette.example/feed?a=1&amp;b=2"/>',
        '<outline text="Gazette & Mail" xmlUrl="https://gazette.example/feed?a=1&b=2" type="rss"/>',
        '<outline text="News"><outline text="a"><outline text=" Gazette\n&#38; Mail" XMLURL="https://gazette.example/feed?a=1&b=2">',
        '<outline text="Gazette & Mail" xmlUrl="https://gazette.example/feed?a=1&b=2" htmlUrl=/></outline></b>',
    ],
)
@pytest.mark.parametrize("before", ['<?xml version="1.0"?>', "", "\n\n<?xml version='1.0' encoding='utf-8'?>"])
def test_a_list_is_read_however_broken(line: str, before: str) -> None:
    assert read_opml(opml(line, before), "x") == (GAZETTE,)


def test_a_feed_that_stands_in_two_folders_is_one() -> None:
    line = '<outline text="Gazette &amp; Mail" xmlUrl="https://gazette.example/feed?a=1&amp;b=2"/>'

    assert read_opml(opml(f"<outline text='a'>{line}</outline><outline text='b'>{line}</outline>"), "x") == (GAZETTE,)


def test_a_long_list_is_read_to_its_end() -> None:
    lines = "".join(f'<outline text="{n}" xmlUrl="https://{n}.example/?a&b"/>' for n in range(2000))

    assert len(read_opml(opml(lines), "x")) == 2000


@pytest.mark.parametrize(
    "line",
    [
        'xmlUrl="|touch /tmp/owned"',
        'xmlUrl="exec:touch /tmp/owned"',
        'xmlUrl="EXEC:~/bin/feed.py"',
        'xmlUrl="filter:~/bin/filter.py:https://gazette.example/"',
        'xmlUrl="https://gazette.example/" filtercmd="touch /tmp/owned"',
    ],
)
def test_a_command_is_refused_by_name(line: str) -> None:
    (refused,) = read_opml(opml(f'<outline text="Owned" {line}/>'), "x")

    assert refused == Refused("Owned", "Its line holds a command. Commands in lists of feeds are never run.")


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x.example/", "javascript:x", "--help", "/etc/passwd"])
def test_what_is_no_web_address_is_refused_by_name(place: str) -> None:
    (refused,) = read_opml(opml(f'<outline text="Odd" xmlUrl="{place}"/>'), "x")

    assert isinstance(refused, Refused)
    assert refused.name == "Odd"


def test_what_names_no_feed_is_passed_over() -> None:
    assert read_opml(opml('<outline text="A folder"/><!-- x --><outline text="y" xmlUrl=""/>'), "x") == ()


def test_entities_are_neither_resolved_nor_multiplied() -> None:
    before = '<!DOCTYPE opml [<!ENTITY a "boom"><!ENTITY x SYSTEM "file:///etc/hostname">]>'

    (feed,) = read_opml(opml('<outline text="&a;&x;" xmlUrl="https://x.example/"/>', before), "x")

    assert feed == Subscription("https://x.example/", "&a;&x;")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"words", b"<rss/>", b"<html><body>x", b"{}"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^list\.opml is "):
        read_opml(data, "list.opml")


@given(
    st.binary(max_size=100)
    | st.lists(
        st.sampled_from([*HOSTILE, "<opml>", "<outline ", 'xmlUrl="http://x.example/', '"', ">", "/>", "&"])
    ).map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    try:
        lines = read_opml(data, "x")
    except SourceError:
        return
    assert all(isinstance(line, Refused) or line.url.startswith("http") for line in lines)
