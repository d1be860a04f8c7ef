import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.fetch import Fetched, NotModified, fetch
from reader.model.network import NetworkRules
from tests.ingest.web import CERTIFICATE, PUBLIC, Web, moved, page

RULES = NetworkRules(timeout=20, patience=5)


def taken(url: str, rules: NetworkRules = RULES) -> Fetched:
    """What an address answers."""
    answer = fetch(url, rules=rules)
    assert isinstance(answer, Fetched)
    return answer


def refused(url: str, rules: NetworkRules = RULES) -> str:
    """Why an address is not fetched."""
    with pytest.raises(SourceError) as error:
        fetch(url, rules=rules)
    return str(error.value)


def test_a_page_is_fetched(web: Web) -> None:
    web.name("news.example")
    web.answers["/a%20story?x=1"] = page(
        b"<p>Hello.", "Content-Type: Text/HTML; charset=Windows-1251", 'ETag: "v1"', "Last-Modified: yesterday"
    )

    assert taken("http://News.Example:80/a story?x=1#part") == Fetched(
        "http://News.Example:80/a story?x=1#part",
        "http://news.example/a%20story?x=1",
        "text/html; charset=windows-1251",
        b"<p>Hello.",
        '"v1"',
        "yesterday",
    )


def test_the_request_tells_no_more_than_it_must(web: Web) -> None:
    web.name("news.example")
    web.answers = {"/": page(b"", "Location: /next", "Set-Cookie: who=me", status="302 Found"), "/next": page()}

    taken("http://news.example/")

    for request in web.requests:
        agent = request.headers.pop("user-agent")  # type: ignore[attr-defined]
        assert agent.startswith("diploreader/")
        assert request.headers.keys() == {"host", "accept", "accept-encoding"}
        assert request.headers["host"] == "news.example"


def test_what_has_not_changed_is_not_sent_again(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = page(b"", status="304 Not Modified")

    answer = fetch("http://news.example/", rules=RULES, etag='"v1"', modified="yesterday")

    assert answer == NotModified("http://news.example/")
    assert web.requests[0].headers["if-none-match"] == '"v1"'
    assert web.requests[0].headers["if-modified-since"] == "yesterday"


def test_a_304_that_nobody_asked_for_is_no_answer(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = page(b"", status="304 Not Modified")

    assert refused("http://news.example/") == "http://news.example/ does not answer with a page (304)."


@pytest.mark.parametrize("validator", ['"a\x1b[31m"', '"é"', '"' + "x" * 2000 + '"'])
def test_a_validator_that_cannot_be_sent_back_is_not_kept(web: Web, validator: str) -> None:
    web.name("news.example")
    web.answers["/"] = page(b"x", f"ETag: {validator}")

    assert taken("http://news.example/").etag is None


def test_a_validator_carries_no_header_of_its_own(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = page(b"x")

    fetch("http://news.example/", rules=RULES, etag='"v1"\r\nCookie: a=b')

    assert web.requests[0].headers.keys() & {"cookie", "if-none-match"} == set()


def test_redirects_are_followed_and_relative_ones_understood(web: Web) -> None:
    web.name("news.example")
    web.name("www.news.example")
    web.answers = {"/a": moved("http://www.news.example/b/c"), "/b/c": moved("d/é"), "/b/d/%C3%A9": page(b"x")}

    assert taken("http://news.example/a").final_url == "http://www.news.example/b/d/%C3%A9"


def test_redirects_without_end_are_refused(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = moved("/")

    assert "never to a page" in refused("http://news.example/")
    assert len(web.requests) == RULES.redirects + 1


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://inside.example/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "//10.0.0.1/",
    ],
)
def test_a_redirect_to_a_private_host_is_refused(web: Web, place: str) -> None:
    web.name("news.example")
    web.name("inside.example", "192.168.1.1")
    web.answers["/"] = moved(place)

    assert "on your own machine or network" in refused("http://news.example/")
    assert web.reached == [PUBLIC]


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://news.example/", "gopher://x/", "javascript:alert(1)"])
def test_a_redirect_to_what_is_no_web_address_is_refused(web: Web, place: str) -> None:
    web.name("news.example")
    web.answers["/"] = moved(place)

    assert "only http:// and https:// addresses are" in refused("http://news.example/")


def test_a_redirect_with_a_user_name_is_refused(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = moved("http://me:secret@news.example/")

    said = refused("http://news.example/")

    assert "user name" in said
    assert "secret" not in said


def test_a_host_is_connected_to_at_the_address_that_was_judged(web: Web) -> None:
    """DNS rebinding: the second answer of a name server is another than the first."""
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    web.names["rebind.example"] = lambda: next(answers)
    web.answers["/"] = page(b"x")

    assert taken("http://rebind.example/").data == b"x"
    assert web.reached == [PUBLIC]


def test_a_host_with_one_private_address_among_others_is_refused(web: Web) -> None:
    web.name("mixed.example", PUBLIC, "10.0.0.1")

    assert "10.0.0.1 is on your own machine or network" in refused("http://mixed.example/")
    assert web.reached == []


def test_what_the_reader_allows_is_fetched_though_private(web: Web) -> None:
    web.name("wiki.internal", "10.1.2.3")
    web.answers["/"] = page(b"x")

    for allowed in ("wiki.internal", "10.0.0.0/8", "10.1.2.3"):
        host = "wiki.internal" if allowed == "wiki.internal" else "10.1.2.3"
        assert taken(f"http://{host}/", NetworkRules(allow_private=(allowed,))).data == b"x"
    assert "on your own" in refused("http://10.1.2.3/", NetworkRules(allow_private=("10.2.0.0/16", "wiki.internal")))


def test_the_next_address_of_a_host_is_tried_where_the_first_does_not_answer(web: Web) -> None:
    web.name("both.example", "127.0.0.1", PUBLIC)
    web.answers["/"] = page(b"x")

    assert taken("http://both.example:9/", NetworkRules(allow_private=("127.0.0.0/8",))).data == b"x"
    assert web.reached == ["127.0.0.1", PUBLIC]


def test_a_host_that_is_not_there_is_told(web: Web) -> None:
    assert refused("http://nowhere.example/") == "There is no host nowhere.example, or this machine is offline."


def test_a_connection_that_is_refused_is_told(web: Web) -> None:
    said = refused("http://127.0.0.1:9/", NetworkRules(allow_private=("127.0.0.1",)))

    assert said == "http://127.0.0.1:9/ cannot be reached (Connection refused)."


def test_an_answer_that_is_too_large_is_not_read_to_its_end(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = web.drip(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 2**20)

    assert refused("http://news.example/", NetworkRules(largest=2**19)) == (
        "http://news.example/ is larger than 0.5 MB."
    )


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(web: Web) -> None:
    web.name("news.example")
    bomb = gzip.compress(bytes(2**26))
    web.answers["/"] = page(bomb, "Content-Encoding: gzip")

    assert len(bomb) < 2**17
    assert "is larger than 1 MB" in refused("http://news.example/", NetworkRules(largest=2**20))


def test_a_packed_answer_is_unpacked(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = page(gzip.compress(b"<p>Hello."), "Content-Encoding: gzip")

    assert taken("http://news.example/").data == b"<p>Hello."


def test_an_answer_in_chunks_is_put_together(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"

    assert taken("http://news.example/").data == b"abcde"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
    ],
)
def test_a_broken_answer_costs_one_sentence(web: Web, answer: bytes) -> None:
    web.name("news.example")
    web.answers["/"] = answer

    assert "broke off or sent something unreadable" in refused("http://news.example/")


_PIECES = [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 x\r\n", b"HTTP/1.0 ", b"Location: ", b"//", b"http://[", b"\r\n"]
_PIECES += [b"Content-Length: 5", b"Content-Length: -1", b"Transfer-Encoding: chunked", b"Content-Encoding: gzip"]
_PIECES += [b"Content-Encoding: deflate, gzip, br", b"Content-Type: text/html; charset=\xff", b"ETag: \x00", b"5"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=st.lists(st.sampled_from(_PIECES) | st.binary(max_size=20), max_size=12).map(b"".join))
def test_any_answer_is_fetched_or_refused(web: Web, answer: bytes) -> None:
    web.name("news.example")
    web.answers["/"] = answer

    try:
        found = taken("http://news.example/")
    except SourceError:
        return
    assert len(found.data) <= len(answer)


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_a_server_that_drips_is_left_in_time(web: Web, head: bytes) -> None:
    """Each byte comes well within the patience for the next."""
    web.name("news.example")
    web.answers["/"] = web.drip(head)

    said = refused("http://news.example/", NetworkRules(timeout=0.3))

    assert said == "http://news.example/ took longer than 0.3 seconds. Try again later."


def test_a_silent_name_server_is_left_in_time(web: Web) -> None:
    def silent() -> list[str]:
        web.is_over.wait()
        return []

    web.names["silent.example"] = silent

    assert "took longer than 0.2 seconds" in refused("http://silent.example/", NetworkRules(timeout=0.2))


def test_a_silent_server_is_left_when_patience_ends(web: Web) -> None:
    def silence(_: object) -> bytes:
        web.is_over.wait()
        return b""

    web.name("news.example")
    web.answers["/"] = silence

    assert refused("http://news.example/", NetworkRules(patience=0.1)) == (
        "http://news.example/ does not answer. Try again later."
    )


@pytest.mark.parametrize(
    ("status", "header", "said"),
    [
        ("404 Not Found", "X: y", "does not exist. Check the address (404)."),
        ("403 \x1b[31mNo", "X: y", "does not let programs in. Save the page in a browser, and add the file (403)."),
        ("429 Slow", "Retry-After: 90", "asks to be left alone for now. Try again in 2 minutes (429)."),
        ("429 Slow", "Retry-After: 7200", "asks to be left alone for now. Try again in 2 hours (429)."),
        ("429 Slow", "Retry-After: 99999999999999", "asks to be left alone for now. Try again later (429)."),
        ("429 Slow", "Retry-After: whenever", "asks to be left alone for now. Try again later (429)."),
        (
            "503 Busy",
            "Retry-After: Mon, 01 Jan 2024 00:00:00 GMT",
            "asks to be left alone for now. Try again in a minute (503).",
        ),
        ("500 Oops", "X: y", "is out of order. Try again later (500)."),
        ("418 Teapot", "X: y", "does not answer with a page (418)."),
        ("204 Nothing", "X: y", "does not answer with a page (204)."),
        ("299 Odd", "X: y", "does not answer with a page (299)."),
        ("302 Found", "X: y", "does not answer with a page (302)."),
        ("799 Odd", "X: y", "is out of order. Try again later (799)."),
    ],
)
def test_a_refusal_is_told_in_a_sentence(web: Web, status: str, header: str, said: str) -> None:
    web.name("news.example")
    web.answers["/"] = page(b"", header, status=status)

    assert refused("http://news.example/") == f"http://news.example/ {said}"


def test_a_picture_is_not_even_fetched(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = web.drip(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")

    assert refused("http://news.example/") == "http://news.example/ is image/png, not a text."


def test_a_certificate_that_the_reader_trusts_is_enough(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    web.name("news.example")
    web.answers["/"] = page(b"x")

    assert taken("https://news.example/").data == b"x"
    assert web.requests[0].is_encrypted


def test_a_certificate_of_nobody_knows_whom_is_refused(web: Web) -> None:
    web.name("news.example")

    said = refused("https://news.example/")

    assert said.startswith("https://news.example/ is not fetched: it does not prove that it is news.example (self")
    assert "SSL_CERT_FILE" in said
    assert web.requests == []


def test_a_certificate_for_another_name_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to a number; what is proved must be the name."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    web.name("other.example")

    assert "it does not prove that it is other.example (Hostname mismatch" in refused("https://other.example/")
    assert f"does not prove that it is {PUBLIC}" in refused(f"https://{PUBLIC}/")


def test_an_encrypted_page_does_not_lead_to_a_plain_one(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    web.name("news.example")
    web.answers["/"] = moved("http://news.example/plain")

    said = refused("https://news.example/")

    assert said.startswith("https://news.example/ leads to http://news.example/plain, which anybody on the way can")
    assert len(web.requests) == 1


def test_a_plain_answer_to_an_encrypted_question_is_told(web: Web) -> None:
    web.name("news.example")
    web.answers["/"] = b"HTTP/1.1 200 OK\r\n\r\n"

    assert refused("https://news.example/")


def test_a_proxy_is_asked_for_the_whole_address(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy itself may be private, and looks up the names."""
    monkeypatch.setenv("HTTP_PROXY", web.proxy.replace("http://", "http://me:pass%20word@"))
    web.answers["http://news.example/a?b"] = page(b"x")

    assert taken("http://news.example/a?b").data == b"x"
    assert web.requests[0].headers["proxy-authorization"] == "Basic bWU6cGFzcyB3b3Jk"
    assert web.requests[0].headers["host"] == "news.example"


def test_an_encrypted_page_comes_through_a_tunnel(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("HTTPS_PROXY", web.proxy)
    web.answers = {"news.example:443": b"HTTP/1.1 200 OK\r\n\r\n", "/": page(b"x")}

    assert taken("https://news.example/").data == b"x"
    assert [(request.method, request.is_encrypted) for request in web.requests] == [("CONNECT", False), ("GET", True)]


def test_behind_a_proxy_too_the_certificate_must_be_for_the_name(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("ALL_PROXY", web.proxy)
    web.answers["other.example:443"] = b"HTTP/1.1 200 OK\r\n\r\n"

    assert "it does not prove that it is other.example" in refused("https://other.example/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "printer", "wiki.internal", "0x7f.1", "[::ffff:10.0.0.1]"])
def test_behind_a_proxy_a_private_name_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", web.proxy)

    assert "on your own machine or network" in refused(f"http://{host}/")
    assert web.requests == []


@pytest.mark.parametrize("no_proxy", ["*", "news.example", "example", ".example", "x, NEWS.example:80", "*.example"])
def test_a_host_that_needs_no_proxy_is_reached_directly(
    web: Web, monkeypatch: pytest.MonkeyPatch, no_proxy: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    web.name("news.example")
    web.answers["/"] = page(b"x")

    assert taken("http://news.example/").data == b"x"


@pytest.mark.parametrize("no_proxy", ["", "ews.example", "news.example:81", "other.example", ",", "10.0.0.0/8"])
def test_any_other_host_is_not(web: Web, monkeypatch: pytest.MonkeyPatch, no_proxy: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", web.proxy)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    web.name("news.example")
    web.answers["http://news.example/"] = page(b"x")

    assert taken("http://news.example/").data == b"x"


def test_a_proxy_that_is_not_there_is_named(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://me:secret@127.0.0.1:9")

    said = refused("http://news.example/")

    assert said == (
        "http://news.example/ cannot be reached: the proxy 127.0.0.1 does not let it through (Connection refused)."
    )


def test_a_proxy_that_says_no_is_named(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", web.proxy)
    web.answers["news.example:443"] = page(b"", status="403 Forbidden")

    assert "the proxy 127.0.0.1 does not let it through" in refused("https://news.example/")


def test_a_proxy_of_an_unknown_kind_is_not_gone_round(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9050")
    web.name("news.example")

    assert "names a socks5 proxy, and only HTTP proxies are known here" in refused("http://news.example/")
    assert web.reached == []
