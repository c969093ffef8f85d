"""Watching feeds: a local server with feeds and pages of our own, good ones and bad ones."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from musnad.engines.watch import Watch, feed_urls
from musnad.engines.work import Settings
from musnad.errors import InputError
from musnad.readers import Broken
from musnad.readers.fetch import Fetcher, Limits, _public, _seconds

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from articles import article, page


def rss(numbers: list[int], base: str) -> bytes:
    items = "".join(
        f"<item><title>{article(n)['title']}</title><link>{base}/page/{n}</link><guid isPermaLink='false'>g{n}</guid>"
        f"<pubDate>Mon, 04 Mar 2019 10:00:00 +0300</pubDate><description>موجز قصير</description></item>"
        for n in numbers
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>جريدة الساحل</title>{items}</channel></rss>'.encode()
    )


class Server(ThreadingHTTPServer):
    daemon_threads = True
    numbers: list[int]
    hits: Counter[str]
    times: list[float]


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        server = self.server
        server.hits[self.path] += 1
        server.times.append(time.monotonic())
        base = f"http://127.0.0.1:{server.server_address[1]}"
        if self.path == "/robots.txt":
            self.answer(b"User-agent: *\nDisallow: /forbidden\n", "text/plain")
        elif self.path == "/feed":
            tag = f'"{len(server.numbers)}"'
            if self.headers.get("If-None-Match") == tag:
                self.answer(b"", status=304)
            else:
                self.answer(rss(server.numbers, base), "application/rss+xml", ETag=tag)
        elif self.path == "/dated":
            when = f"Mon, 04 Mar 2019 10:00:{len(server.numbers):02} GMT"
            if self.headers.get("If-Modified-Since") == when:
                self.answer(b"", status=304)
            else:
                self.answer(rss(server.numbers, base), "application/rss+xml", Last_Modified=when)
        elif self.path == "/busy":
            self.answer(b"", status=429, Retry_After="7200")
        elif self.path == "/hidden-pages":
            items = rss(server.numbers, base).replace(b"/page/", b"/forbidden/")
            self.answer(items, "application/rss+xml")
        elif self.path.startswith("/page/"):
            self.answer(page(article(int(self.path.rsplit("/", 1)[1]))).encode())
        elif self.path == "/slow":
            time.sleep(5)
        elif self.path == "/endless":
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"<item>" * 50)
                    time.sleep(0.02)
            except OSError:
                pass
        elif self.path == "/huge":
            self.answer(b"x" * (3 << 20))
        elif self.path == "/loop":
            self.answer(b"", status=302, Location="/loop")
        elif self.path == "/away":
            self.answer(b"", status=302, Location="http://169.254.169.254/latest/meta-data")
        elif self.path == "/entities":
            self.answer(b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "application/xml")
        elif self.path == "/junk":
            self.answer(b"this is no feed", "application/rss+xml")
        else:
            self.answer(b"", status=404)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.numbers, made.hits, made.times = [1, 2, 3], Counter(), []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def url(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


def watch(
    server: Server, tmp_path: Path, *paths: str, seconds: float = 2.0, delay: float = 0.0
) -> tuple[Watch, list[str]]:
    notes: list[str] = []
    stop = threading.Event()
    fetcher = Fetcher(Limits(seconds=seconds, delay=delay, size=1 << 20), allow_private=True, stop=stop)
    made = Watch([url(server, p) for p in paths], tmp_path / "o.jsonl", Settings(), fetcher, notes.append, stop=stop)
    return made, notes


def ids(tmp_path: Path) -> Counter[str]:
    lines = (tmp_path / "o.jsonl").read_bytes().splitlines()
    return Counter({json.loads(line)["article_id"] for line in lines})


def test_new_entries_are_coded_once_from_their_pages(server: Server, tmp_path: Path) -> None:
    made, notes = watch(server, tmp_path, "/feed")
    counts = made.run(once=True)
    assert (counts.articles, notes) == (3, [])
    assert set(ids(tmp_path)) == {"g1", "g2", "g3"}
    first = json.loads((tmp_path / "o.jsonl").read_bytes().splitlines()[0])
    assert first["date"].startswith("20")
    before = (tmp_path / "o.jsonl").read_bytes()
    counts = made.run(once=True)
    assert counts.unchanged == 1
    server.numbers.append(4)
    again, _ = watch(server, tmp_path, "/feed")  # a new process, the state from the file
    assert again.run(once=True).articles == 1
    after = (tmp_path / "o.jsonl").read_bytes()
    assert after.startswith(before)
    assert set(ids(tmp_path)) == {"g1", "g2", "g3", "g4"}
    assert server.hits["/page/1"] == 1
    assert server.hits["/robots.txt"] == 2  # once a process


def test_last_modified_is_sent_back(server: Server, tmp_path: Path) -> None:
    made, _ = watch(server, tmp_path, "/dated")
    assert made.run(once=True).articles == 3
    assert made.run(once=True).unchanged == 1
    server.numbers.append(4)
    assert made.run(once=True).articles == 4


def test_a_server_that_asks_to_wait_is_left_alone_so_long(server: Server, tmp_path: Path) -> None:
    made, notes = watch(server, tmp_path, "/busy", "/feed")
    made.interval = 1.0
    made.run(once=True)
    assert "429, asks to wait 7200 s" in notes[0]
    assert made.due[made.urls[0]] - time.monotonic() > 7000
    assert made.due[made.urls[1]] - time.monotonic() < 10


def test_pages_that_robots_forbid_are_not_asked_for(server: Server, tmp_path: Path) -> None:
    made, notes = watch(server, tmp_path, "/hidden-pages")
    made.run(once=True)
    assert not any(path.startswith("/forbidden") for path in server.hits)
    assert len([n for n in notes if "robots.txt" in n and "the feed's own text is used" in n]) == 3


def test_a_lost_state_file_doubles_nothing(server: Server, tmp_path: Path) -> None:
    made, _ = watch(server, tmp_path, "/feed")
    made.run(once=True)
    before = (tmp_path / "o.jsonl").read_bytes()
    made.state_path.unlink()
    with made.out.open("ab") as out:
        out.write(b'{"half a line')
    again, _ = watch(server, tmp_path, "/feed")
    again.run(once=True)
    assert (tmp_path / "o.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "said"),
    [
        *(
            ("/slow", "in time"),
            ("/endless", "not finished within"),
            ("/huge", "more than 1 MB"),
            ("/loop", "redirects"),
        ),
        *(("/forbidden", "robots.txt"), ("/entities", "entities"), ("/junk", "no RSS"), ("/gone", "404")),
    ],
)
def test_a_bad_feed_is_told_and_the_next_one_is_read(server: Server, tmp_path: Path, path: str, said: str) -> None:
    made, notes = watch(server, tmp_path, path, "/feed")
    started = time.monotonic()
    counts = made.run(once=True)
    assert time.monotonic() - started < 15
    assert said in notes[0]
    assert (counts.failed, counts.articles) == (1, 3)
    assert made.due[made.urls[0]] > made.due[made.urls[1]]  # it is asked more seldom


def test_private_addresses_are_refused(server: Server) -> None:
    careful = Fetcher(Limits(delay=0.0))
    for bad in (
        url(server, "/feed"),
        "http://localhost/x",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://[::ffff:10.0.0.1]/",
    ):
        with pytest.raises(Broken, match="private"):
            careful.fetch(bad)
    for bad in ("file:///etc/passwd", "ftp://x.example/", "http://", "http://x:99999/"):
        with pytest.raises(Broken):
            careful.fetch(bad)


def test_redirects_are_checked_too(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    fetcher = Fetcher(Limits(delay=0.0), robots=False)
    real = fetcher._address
    monkeypatch.setattr(fetcher, "_address", lambda host, port: host if host == "127.0.0.1" else real(host, port))
    with pytest.raises(Broken, match="private"):
        fetcher.fetch(url(server, "/away"))


def test_public_addresses() -> None:
    assert _public("8.8.8.8")
    assert _public("2606:4700::1111")
    assert _public("64:ff9b::808:808")  # 8.8.8.8, as networks without IPv4 write it
    assert not any(
        map(
            _public,
            [
                "10.1.2.3",
                "192.168.0.1",
                "169.254.1.1",
                "127.0.0.1",
                "100.64.0.1",
                "fe80::1%eth0",
                "fc00::1",
                "224.0.0.1",
                *("64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "::7f00:1", "::ffff:0:7f00:1", "fec0::1"),
                *("2002:7f00:1::", "2001:0:7f00:1::", "::ffff:169.254.169.254"),
            ],
        )
    )


def test_names_that_lead_to_private_addresses_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with one public and one private address; and numbers that are addresses."""

    def found(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, port)) for address in ("8.8.8.8", "10.0.0.1")]

    careful = Fetcher(Limits(delay=0.0), robots=False)
    for number in ("http://2130706433/", "http://0x7f.1/", "http://127.1/"):
        with pytest.raises(Broken, match=r"private|no address"):
            careful.fetch(number)
    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(Broken, match="private"):
        careful.fetch("http://news.example/feed")


def test_retry_after_is_seconds_or_a_date() -> None:
    from email.utils import formatdate

    assert _seconds("120") == 120
    assert 50 < (_seconds(formatdate(time.time() + 60, usegmt=True)) or 0) < 70
    assert (_seconds("soon"), _seconds(None), _seconds("-5")) == (None, None, 0.0)


def test_a_pause_lies_between_requests_to_a_host(server: Server) -> None:
    fetcher = Fetcher(Limits(delay=0.3), allow_private=True, robots=False)
    for n in range(3):
        fetcher.fetch(url(server, f"/page/{n}"))
    gaps = [b - a for a, b in zip(server.times, server.times[1:], strict=False)]
    assert min(gaps) >= 0.25


def test_feed_lists(tmp_path: Path) -> None:
    (tmp_path / "f.opml").write_text('<opml><body><outline xmlUrl="https://a.example/x"/></body></opml>')
    (tmp_path / "f.txt").write_text("# feeds\nhttps://b.example/x\n\nhttps://a.example/x\n")
    assert feed_urls([str(tmp_path / "f.opml"), str(tmp_path / "f.txt")]) == [
        "https://a.example/x",
        "https://b.example/x",
    ]
    (tmp_path / "e.opml").write_text("<opml/>")
    for bad in ("e.opml", "none.opml"):
        with pytest.raises(InputError, match=bad):
            feed_urls([str(tmp_path / bad)])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_command_ends_cleanly_on_a_signal(server: Server, tmp_path: Path, number: signal.Signals) -> None:
    out = tmp_path / "o.jsonl"
    args = ["watch", url(server, "/feed"), "-o", str(out), "--allow-private", "--delay", "0s", "--interval", "1s"]
    process = subprocess.Popen(
        [sys.executable, "-c", "from musnad.cli import main; main()", *args], stderr=subprocess.PIPE, env={**os.environ}
    )
    for _ in range(200):
        time.sleep(0.1)
        if server.hits["/feed"] >= 2:
            break
    process.send_signal(number)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0, said
    assert b"3 new articles" in said
    assert set(ids(tmp_path)) == {"g1", "g2", "g3"}
    json.loads((tmp_path / "o.jsonl.state.json").read_bytes())
