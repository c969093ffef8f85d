"""Polite and careful fetching: robots.txt, a pause between requests to one host, no private addresses, caps on size and time.

The address that was checked is the one connected to (the name is not looked up again), at every redirect anew.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx
import msgspec
from protego import Protego

from musnad.readers.document import MEGABYTE, Broken

AGENT = "musnad"
_REDIRECTS = 5
_ROBOTS_SECONDS = 3600.0  # how long a robots.txt is believed
_IPV6_UNICAST = ipaddress.IPv6Network("2000::/3")  # nothing else is handed out
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_MAX_CRAWL_DELAY = 60.0  # seconds; a longer Crawl-delay is taken as this


class Reply(msgspec.Struct, kw_only=True):
    """What a server answered. ``status`` 304 means: nothing new, ``content`` is empty."""

    url: str
    status: int
    content: bytes = b""
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None
    retry_after: float | None = None


class Later(Broken):
    """The server asks not to be asked again for so many seconds."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds and bytes a request may take; ``delay`` seconds lie between requests to one host."""

    seconds: float = 30.0
    connect_seconds: float = 10.0
    size: int = 16 * MEGABYTE
    delay: float = 2.0


class Fetcher:
    """Fetches URLs. ``stop`` is looked at between pieces of an answer and in pauses, so that a signal ends it soon."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allow_private: bool = False,
        robots: bool = True,
        version: str = "0.1",
        stop: threading.Event | None = None,
        verify: bool = True,
    ) -> None:
        self.limits = limits or Limits()
        self.allow_private, self.obey = allow_private, robots
        self.agent = f"{AGENT}/{version} (news event coder; respects robots.txt)"
        self.stop = stop or threading.Event()
        self.client = httpx.Client(follow_redirects=False, trust_env=False, verify=verify, http2=False)
        self.ready: dict[str, float] = {}  # host -> when it may be asked again
        self.rules: dict[str, tuple[float, Protego | None]] = {}

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Reply:
        """The content at a URL. Raises Broken with the reason if it may not or cannot be had."""
        headers = {"Accept": "application/rss+xml, application/atom+xml, text/html;q=0.9, */*;q=0.5"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        for _ in range(_REDIRECTS + 1):
            _check_url(url)
            if self.obey and not self.allowed(url):
                raise Broken("robots.txt does not allow it")
            reply, location = self._get(url, headers, self.limits.size)
            if location is None:
                if reply.status not in (200, 203, 304):
                    said = f"the server answers {reply.status}"
                    if reply.retry_after:
                        raise Later(f"{said}, asks to wait {reply.retry_after:.0f} s", reply.retry_after)
                    raise Broken(said)
                return reply
            url = urljoin(url, location)
        raise Broken(f"more than {_REDIRECTS} redirects")

    def allowed(self, url: str) -> bool:
        """Whether robots.txt of the URL's host lets us have it; one that cannot be had allows all, a server error none."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self.rules.get(site)
        if known is None or time.monotonic() - known[0] > _ROBOTS_SECONDS:
            known = (time.monotonic(), self._robots(site))
            self.rules[site] = known
        rules = known[1]
        return rules is None or bool(rules.can_fetch(url, AGENT))

    def _robots(self, site: str) -> Protego | None:
        url = f"{site}/robots.txt"
        try:
            for _ in range(_REDIRECTS):
                _check_url(url)
                reply, location = self._get(url, {}, MEGABYTE // 2)
                if location is None:
                    break
                url = urljoin(url, location)
        except Broken as error:
            if "private" in str(error):
                raise
            return None
        if reply.status >= 500 or reply.status == 429:
            return Protego.parse("User-agent: *\nDisallow: /")
        if reply.status != 200:
            return None
        rules = Protego.parse(reply.content.decode("utf-8", "replace"))
        delay = rules.crawl_delay(AGENT)
        if delay:
            host = urlsplit(site).netloc
            self.ready[f"delay {host}"] = min(float(delay), _MAX_CRAWL_DELAY)
        return rules

    def _pause(self, host: str) -> None:
        wait = self.ready.get(host, 0.0) - time.monotonic()
        if wait > 0 and self.stop.wait(wait):
            raise Broken("stopped")
        delay = max(self.limits.delay, self.ready.get(f"delay {host}", 0.0))
        self.ready[host] = time.monotonic() + delay

    def _get(self, url: str, headers: dict[str, str], size: int) -> tuple[Reply, str | None]:
        """One request: the reply, and where it redirects to if it does."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        self._pause(parts.netloc)
        address = self._address(host, parts.port or (443 if parts.scheme == "https" else 80))
        literal = f"[{address}]" if ":" in address else address
        netloc = f"{literal}:{parts.port}" if parts.port else literal
        pinned = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
        limits = self.limits
        timeout = httpx.Timeout(limits.seconds, connect=limits.connect_seconds, read=min(limits.seconds, 10.0))
        deadline = time.monotonic() + limits.seconds
        request = self.client.build_request(
            "GET",
            pinned,
            headers={"User-Agent": self.agent, "Host": parts.netloc.rpartition("@")[2], **headers},
            timeout=timeout,
            extensions={"sni_hostname": host},
        )
        try:
            response = self.client.send(request, stream=True)
            try:
                if response.is_redirect and "location" in response.headers:
                    return Reply(url=url, status=response.status_code), response.headers["location"]
                content = self._body(response, size, deadline)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise Broken(f"no answer in time ({type(error).__name__})") from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise Broken(f"{type(error).__name__}: {error}") from error
        return (
            Reply(
                url=url,
                status=response.status_code,
                content=content,
                content_type=response.headers.get("content-type", ""),
                etag=response.headers.get("etag"),
                modified=response.headers.get("last-modified"),
                retry_after=_seconds(response.headers.get("retry-after")),
            ),
            None,
        )

    def _body(self, response: httpx.Response, size: int, deadline: float) -> bytes:
        pieces: list[bytes] = []
        total = 0
        for piece in response.iter_bytes(1 << 16):  # decoded: a packed bomb counts unpacked
            total += len(piece)
            if total > size:
                raise Broken(f"more than {size / MEGABYTE:g} MB")
            if time.monotonic() > deadline:
                raise Broken(f"not finished within {self.limits.seconds:g} s")
            if self.stop.is_set():
                raise Broken("stopped")
            pieces.append(piece)
        return b"".join(pieces)

    def _address(self, host: str, port: int) -> str:
        """An address of a host that may be connected to. Raises Broken for private ones."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Broken(f"no address for {host}: {error}") from error
        addresses = [str(row[4][0]) for row in found]
        for address in addresses:
            if not self.allow_private and not _public(address):
                raise Broken(f"{host} is a private address ({address}); --allow-private permits it")
        return addresses[0]


def _public(address: str) -> bool:
    value = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(value, ipaddress.IPv6Address):
        inner = ipaddress.IPv4Address(value.packed[12:]) if value in _NAT64 else value.ipv4_mapped or value.sixtofour
        if inner is None:
            return value in _IPV6_UNICAST and value.is_global
        value = inner  # an address of the other kind, written as one of this
    return value.is_global and not value.is_multicast


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise Broken(f"no URL: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Broken("only http and https URLs are read")


def _seconds(value: str | None) -> float | None:
    """A Retry-After header, seconds or a date, as seconds from now."""
    if not value:
        return None
    with suppress(ValueError):
        return max(0.0, float(value))
    with suppress(ValueError, TypeError):
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    return None


def simple(fetcher: Fetcher) -> Callable[[str], tuple[bytes, str, str]]:
    """A fetcher as the readers want it: URL -> (content, content type, final URL)."""

    def fetch(url: str) -> tuple[bytes, str, str]:
        reply = fetcher.fetch(url)
        return reply.content, reply.content_type, reply.url

    return fetch
