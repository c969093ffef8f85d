"""Feeds as they come: asked politely, what is new is coded and written at once, nothing is written twice.

Beside ``OUT`` stands ``OUT.state.json``: what each feed last said (ETag, Last-Modified) and which entries were coded. It is
replaced as a whole after every article, so that a stop at any moment costs at most the article in hand; whether that one
was written is seen from ``OUT`` itself at the next start.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from musnad.engines.work import Settings, Worker
from musnad.errors import InputError, MusnadError
from musnad.readers import feeds
from musnad.readers.dates import parse_date
from musnad.readers.document import Broken, Document
from musnad.readers.fetch import Fetcher, Later
from musnad.readers.markup import extract, host
from musnad.writers.encode import json_bytes

_REMEMBERED = 5000  # entries remembered of a feed; feeds show a few hundred at most
_SHORT = 600  # characters: an entry with less is a summary, and its page is asked for
_LONGEST = 86400.0  # seconds a server may make us wait
_BACKOFF = 6  # a feed that fails is asked ever more seldom, at most 2**6 times the interval

Note = Callable[[str], None]


class FeedState(msgspec.Struct):
    """What is known of a feed from before."""

    etag: str | None = None
    modified: str | None = None
    seen: list[str] = msgspec.field(default_factory=list)
    failures: int = 0


class State(msgspec.Struct):
    """The state file."""

    feeds: dict[str, FeedState] = msgspec.field(default_factory=dict)


class _Id(msgspec.Struct):
    article_id: str = ""


class Counts(msgspec.Struct):
    """What a watch did so far."""

    polls: int = 0
    unchanged: int = 0
    failed: int = 0
    articles: int = 0
    records: int = 0


def feed_urls(inputs: Sequence[str]) -> list[str]:
    """The feeds the inputs name: URLs, OPML files, text files with a URL a line. Raises InputError."""
    found: dict[str, None] = {}
    for name in inputs:
        if name.startswith(("http://", "https://")):
            found[name] = None
            continue
        try:
            raw = Path(name).read_bytes()
        except OSError as error:
            raise InputError(
                "watch-input", f"{name}: {error.strerror or error}", "give an OPML file or URLs"
            ) from error
        if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            try:
                urls = feeds.opml_feeds(raw)
            except Broken as error:
                raise InputError("watch-opml", f"{name}: {error}", "export the feeds as OPML again") from error
        else:
            lines = raw.decode("utf-8", "replace").splitlines()
            urls = [line.strip() for line in lines if line.strip().startswith(("http://", "https://"))]
        if not urls:
            raise InputError("watch-empty", f"{name}: no feed in it", "an OPML outline needs an xmlUrl attribute")
        found.update(dict.fromkeys(urls))
    return list(found)


class Watch:
    """Polls feeds until ``stop`` is set; ``round`` asks each of them once."""

    def __init__(
        self,
        urls: Sequence[str],
        out: Path,
        settings: Settings,
        fetcher: Fetcher,
        note: Note,
        *,
        stop: threading.Event,
        pages: bool = True,
        interval: float = 900.0,
    ) -> None:
        self.urls, self.out, self.fetcher, self.note = list(urls), out, fetcher, note
        self.stop, self.pages, self.interval = stop, pages, interval
        self.worker = Worker(settings)
        self.counts = Counts()
        self.state_path = out.with_name(out.name + ".state.json")
        self.state = self._load()
        self.due = dict.fromkeys(self.urls, 0.0)
        self.written = self._repair()

    def _load(self) -> State:
        if not self.state_path.exists():
            return State()
        try:
            return msgspec.json.decode(self.state_path.read_bytes(), type=State)
        except (msgspec.DecodeError, OSError) as error:
            raise InputError("watch-state", f"{self.state_path}: {error}", "delete it to begin anew") from error

    def _repair(self) -> set[str]:
        """Cut a half-written line off OUT; the ids of the articles in it that the state may not know of yet."""
        ids: set[str] = set()
        if not self.out.exists():
            return ids
        decode = msgspec.json.Decoder(_Id).decode
        whole = 0
        with self.out.open("rb+") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
                try:
                    ids.add(decode(line).article_id)
                except msgspec.DecodeError:
                    continue
            file.truncate(whole)
        return ids

    def run(self, *, once: bool = False) -> Counts:
        """Poll until stopped, or each feed once."""
        while not self.stop.is_set():
            for url in self.urls:
                if self.stop.is_set():
                    break
                if once or time.monotonic() >= self.due[url]:
                    self.poll(url)
            if once:
                break
            self.stop.wait(max(0.05, min(self.due.values()) - time.monotonic()))
        return self.counts

    def poll(self, url: str) -> None:
        """Ask one feed and code what is new in it. What goes wrong with it is noted; the others go on."""
        state = self.state.feeds.setdefault(url, FeedState())
        self.counts.polls += 1
        least = 0.0
        try:
            reply = self.fetcher.fetch(url, etag=state.etag, modified=state.modified)
            if reply.status == 304:
                self.counts.unchanged += 1
            else:
                parsed = feeds.parse(reply.content, reply.url, reply.content_type)
                if self._entries(parsed, reply.url, state):  # every entry done: next time only news is wanted
                    state.etag, state.modified = reply.etag, reply.modified
            state.failures = 0
        except Broken as error:
            if self.stop.is_set():
                return
            state.failures += 1
            self.counts.failed += 1
            self.note(f"{url}: {error}")
            least = min(error.seconds, _LONGEST) if isinstance(error, Later) else 0.0
        self.due[url] = time.monotonic() + max(least, self.interval * 2 ** min(state.failures, _BACKOFF))
        self._save()

    def _entries(self, parsed: Any, url: str, state: FeedState) -> bool:
        """Code the entries of a feed that were not seen, oldest first. False if stopped before the end."""
        outlet = (parsed.feed.get("title") or "").strip() or host(url)
        known = set(state.seen)
        for number, entry in enumerate(reversed(parsed.entries), 1):
            if self.stop.is_set():
                return False
            document = feeds.entry_document(entry, f"{url}, entry {number}", url, outlet, parsed.feed.get("language"))
            if document.id == url:  # no guid and no link: known by its title
                document.id = f"{url}#{document.title[:80]}"
            if document.id in known or document.id in self.written:
                continue
            if not self._article(document):
                return False
            known.add(document.id)
            state.seen = [*state.seen, document.id][-_REMEMBERED:]
            self._save()
        return True

    def _article(self, document: Document) -> bool:
        """Code one entry, with its page if the feed has only a summary. False if stopped before it was done."""
        if self.pages and document.url and len(document.text) < _SHORT:
            try:
                reply = self.fetcher.fetch(document.url)
                _, _, charset = reply.content_type.lower().partition("charset=")
                page = Document(
                    where=document.where,
                    id=document.id,
                    page=reply.content,
                    charset=charset.split(";")[0].strip(" \"'") or None,
                    url=reply.url,
                )
                full = extract(page)
                if full.problem is None and len(full.text) > len(document.text):
                    document.text = full.text
                    document.author = document.author or full.author
                    document.date = document.date if parse_date(document.date) else full.date
            except Broken as error:
                if self.stop.is_set():
                    return False
                self.note(f"{document.url}: {error}; the feed's own text is used")
        outcome = self.worker.work(document)
        for text in outcome.notes:
            self.note(f"{outcome.where}: {text}")
        if outcome.problem:
            self.note(f"{document.url or document.where}: {outcome.message}")
            return True
        try:
            with self.out.open("ab") as file:  # all lines of an article at once
                file.write(outcome.payload)
        except OSError as error:
            raise MusnadError(
                "output-write", f"{self.out}: {error.strerror or error}", "make room, then start again"
            ) from error
        self.counts.articles += 1
        self.counts.records += sum(outcome.events.values())
        return True

    def _save(self) -> None:
        part = self.state_path.with_name(self.state_path.name + ".writing")
        try:
            part.write_bytes(json_bytes(self.state))
            part.replace(self.state_path)
        except OSError as error:
            raise MusnadError("output-write", f"{self.state_path}: {error.strerror or error}", "make room") from error
