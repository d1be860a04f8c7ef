import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.addresses import Address, is_public, parse, refuse_private_name, resolve
from reader.model.network import NetworkRules
from tests.ingest.web import PUBLIC, Web
from tests.strategies import HOSTILE

RULES = NetworkRules()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTP://News.Example", "http://news.example/"),
        ("  https://news.example:443/a/../b?x=1&y=[2]#z \n", "https://news.example/a/../b?x=1&y=[2]"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("http://news.example./", "http://news.example/"),
        ("http://news.example/a b/é%20?q=ü", "http://news.example/a%20b/%C3%A9%20?q=%C3%BC"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://МИД.рф/", "http://xn--d1ahl.xn--p1ai/"),
        ("http://faß.example/", "http://xn--fa-hia.example/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://news.example//x", "http://news.example//x"),
    ],
)
def test_an_address_is_read_as_it_is_meant(written: str, meant: str) -> None:
    assert parse(written).url == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "news.example",
        "http://",
        "http:///a",
        "http://:80/",
        "http://news.example:0/",
        "http://news.example:99999/",
        "http://news.example:x/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example/\r\nCookie: a=b",
        "http://news\t.example/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://[news.example]/",
        "http://a..b/",
        "http://-a.example/",
        "http://%31%32%37.0.0.1/",
        "http://news.example%00/",
        "http://a b/",
        "http://\u202enews.example/",
        "http://℀.example/",
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 200 + "example/",
        "http://news.example/" + "a" * 10_000,
        "file:///etc/passwd",
        "FTP://news.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "|touch /tmp/x",
        "exec:touch /tmp/x",
        "--help",
    ],
)
def test_what_is_no_address_for_fetching_is_refused(written: str) -> None:
    with pytest.raises(SourceError):
        parse(written)


@pytest.mark.parametrize("scheme", ["http", "ftp"])
def test_a_password_in_an_address_is_refused_and_not_repeated(scheme: str) -> None:
    with pytest.raises(SourceError) as error:
        parse(f"{scheme}://me:secret@news.example/secret")

    assert str(error.value) == f"{scheme}://…@news.example is not fetched: it comes with a user name."


@given(st.text(max_size=30) | st.sampled_from(HOSTILE), st.sampled_from(["", "http://", "https://a.example/"]))
def test_whatever_is_written_becomes_one_clean_line(written: str, before: str) -> None:
    try:
        address = parse(before + written)
    except SourceError as error:
        said = str(error)
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E for c in said)
    else:
        assert address.url.isascii()
        assert address.url.isprintable()
        assert " " not in address.url
        assert parse(address.url) == address


def test_a_relative_address_is_one_from_where_it_was_found() -> None:
    base = Address("https", "news.example", 443, "/a/b?c")

    assert parse("d", base).url == "https://news.example/a/d"
    assert parse("//other.example/x", base).url == "https://other.example/x"


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::1",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_an_address_that_is_not_the_whole_internets_is_private(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", [PUBLIC, "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_the_internets_addresses_are_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "a.localhost", "printer", "nas.local", "x.internal", "y.home.arpa", "127.1"]
)
def test_a_name_of_the_own_network_is_refused_by_itself(host: str) -> None:
    with pytest.raises(SourceError, match="on your own machine or network"):
        refuse_private_name(parse(f"http://{host}/"), RULES)


@pytest.mark.parametrize("host", ["news.example", "local.example", "mylocal", "[2606:4700::1111]", PUBLIC])
def test_a_name_of_the_internet_is_not(host: str) -> None:
    allowed = NetworkRules(allow_private=("MyLocal.",))

    refuse_private_name(parse(f"http://{host}/"), allowed)


def test_a_private_host_is_named_with_the_setting_that_allows_it(web: Web) -> None:
    web.name("inside.example", "192.168.1.7")

    with pytest.raises(SourceError) as error:
        resolve(parse("http://inside.example/a"), RULES)

    assert str(error.value) == (
        "http://inside.example/a is not fetched: 192.168.1.7 is on your own machine or network."
        " If you mean it, name it in the setting network.allow_private."
    )


def test_a_host_may_have_several_addresses(web: Web) -> None:
    web.name("news.example", PUBLIC, "2606:4700::1111", PUBLIC)

    assert resolve(parse("http://news.example/"), RULES) == (PUBLIC, "2606:4700::1111")
