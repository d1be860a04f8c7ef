"""Fetching from the web, within bounds. Imported only where something is fetched: what it needs takes its time."""

from collections.abc import Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.metadata import version
from threading import Thread
from time import monotonic

from urllib3 import BaseHTTPResponse

from reader.errors import SourceError
from reader.ingest.addresses import Address, parse, shown
from reader.ingest.connection import asked
from reader.model.network import NetworkRules
from reader.model.value import Value

SLICE = 1 << 16
"""Bytes taken at a time."""

ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

LONGEST_VALIDATOR = 1000
"""Characters; what is longer would come back with every fetch."""

_MOVED = {301, 302, 303, 307, 308}
_NO_TEXT = ("image/", "audio/", "video/", "font/", "model/")
_REFUSALS: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "wants a password. Save the page in a browser, and add the file",
    HTTPStatus.PAYMENT_REQUIRED: "wants to be paid. Save the page in a browser, and add the file",
    HTTPStatus.FORBIDDEN: "does not let programs in. Save the page in a browser, and add the file",
    HTTPStatus.NOT_FOUND: "does not exist. Check the address",
    HTTPStatus.GONE: "is no longer there",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "may not be shown where you are",
}


class Fetched(Value, frozen=True):
    """What an address answered."""

    url: str
    """As it was asked for."""
    final_url: str
    """Where the redirects led."""
    media_type: str
    """As the server names it: `text/html; charset=utf-8`; empty where it does not."""
    data: bytes
    """Uncompressed."""
    etag: str | None
    """Validator for the next fetch: RFC 9110, 8.8."""
    modified: str | None
    """Another."""


class NotModified(Value, frozen=True):
    """The address holds what it held when its validators were given."""

    url: str


def fetch(
    url: str, *, rules: NetworkRules, etag: str | None = None, modified: str | None = None
) -> Fetched | NotModified:
    """What an address answers now. No cookie and no referrer is sent.

    The proxies and certificates that the environment names are used: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`,
    `NO_PROXY`, `SSL_CERT_FILE`, `SSL_CERT_DIR`.

    Args:
        url: of http or https.
        rules: the bounds.
        etag: validator of the answer that is known.
        modified: another.

    Raises:
        SourceError: there is no answer, or not one to take in.
    """
    address = parse(url)
    validators = {"If-None-Match": etag, "If-Modified-Since": modified}
    conditions = {name: kept for name, value in validators.items() if (kept := _validator(value))}
    journey = _Journey(url, rules, conditions)
    outcome: Future[Fetched | NotModified] = Future()
    # In a thread that can be left behind: a name server that is silent, or a server that sends a byte now and then,
    # stays within every time-out that sockets have.
    Thread(target=_settle, args=(outcome, journey, address), name="fetch", daemon=True).start()
    try:
        return outcome.result(rules.timeout)
    except TimeoutError as error:
        raise _too_slow(url, rules) from error


def _settle(outcome: "Future[Fetched | NotModified]", journey: "_Journey", address: Address) -> None:
    try:
        outcome.set_result(journey.to(address))
    except BaseException as error:  # noqa: BLE001 (it is raised where the outcome is waited for)
        outcome.set_exception(error)


class _Journey:
    """One fetch, from the address that was asked for to the one that answers."""

    def __init__(self, url: str, rules: NetworkRules, conditions: dict[str, str]) -> None:
        self._url = url
        self._rules = rules
        self._deadline = monotonic() + rules.timeout
        self._is_conditional = bool(conditions)
        self._headers = {
            "User-Agent": f"diploreader/{version('diploreader')}",
            "Accept": ACCEPTED,
            "Accept-Encoding": "gzip",
            **conditions,
        }

    def to(self, address: Address) -> Fetched | NotModified:
        """The answer at the end of all redirects from here."""
        for _ in range(self._rules.redirects + 1):
            with asked(address, self._headers, self._rules) as answer:
                location = answer.headers.get("Location")
                if answer.status not in _MOVED or not location:
                    return self._taken(address, answer)
            address = self._moved(address, location)
        raise SourceError(f"{shown(self._url)} leads from one address to the next, and never to a page.")

    def _moved(self, address: Address, location: str) -> Address:
        # Headers are read as Latin-1; what stands beyond ASCII in them is UTF-8.
        target = parse(location.encode("latin-1", "replace").decode("utf-8", "replace"), base=address)
        if (address.scheme, target.scheme) == ("https", "http"):
            raise SourceError(
                f"{shown(self._url)} leads to {shown(target.url)}, which anybody on the way can read and change."
                " If you trust it, add that address itself."
            )
        return target

    def _taken(self, address: Address, answer: BaseHTTPResponse) -> Fetched | NotModified:
        if answer.status == HTTPStatus.NOT_MODIFIED and self._is_conditional:
            return NotModified(self._url)
        if answer.status != HTTPStatus.OK:
            raise SourceError(f"{shown(self._url)} {_refusal(answer)} ({answer.status}).")
        media_type = answer.headers.get("Content-Type", "").strip().lower()
        if media_type.startswith(_NO_TEXT):
            raise SourceError(f"{shown(self._url)} is {shown(media_type)}, not a text.")
        return Fetched(
            self._url,
            address.url,
            media_type,
            self._body(answer),
            _validator(answer.headers.get("ETag")),
            _validator(answer.headers.get("Last-Modified")),
        )

    def _body(self, answer: BaseHTTPResponse) -> bytes:
        body = bytearray()
        while piece := answer.read1(SLICE, decode_content=True):
            body += piece
            if len(body) > self._rules.largest:
                raise SourceError(f"{shown(self._url)} is larger than {self._rules.largest / 2**20:g} MB.")
            if monotonic() > self._deadline:
                raise _too_slow(self._url, self._rules)
        return bytes(body)


def _too_slow(url: str, rules: NetworkRules) -> SourceError:
    return SourceError(f"{shown(url)} took longer than {rules.timeout:g} seconds. Try again later.")


def _validator(value: str | None) -> str | None:
    """A validator that can be sent back."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= LONGEST_VALIDATOR else None


def _refusal(answer: BaseHTTPResponse) -> str:
    """What an answer other than a page says, for a sentence that begins with its address."""
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or "Retry-After" in answer.headers:
        return f"asks to be left alone for now. Try again {_when(answer.headers.get('Retry-After', ''))}"
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "is out of order. Try again later"
    return _REFUSALS.get(answer.status, "does not answer with a page")


def _when(retry_after: str) -> str:
    """When a `Retry-After` header (RFC 9110, 10.2.3) says to come again: `in 2 minutes`, `later`."""
    try:
        if retry_after.isdecimal():
            seconds = int(retry_after)
        else:
            seconds = int((parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return "later"
    minutes, hours = -(-seconds // 60), -(-seconds // 3600)
    if minutes <= 1:
        return "in a minute"
    if minutes <= 90:
        return f"in {minutes} minutes"
    return f"in {hours} hours" if hours <= 48 else "later"
