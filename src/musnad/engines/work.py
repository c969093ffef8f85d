"""What is done to one document, wherever it is done: extract, check, code, encode. Runs in workers and in process."""

from __future__ import annotations

import gc
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from musnad.article import Article
from musnad.readers.dates import parse_date
from musnad.readers.document import Defaults, Document
from musnad.readers.language import detect
from musnad.writers.base import Bundle
from musnad.writers.encode import json_bytes
from musnad.writers.flat import Head

if TYPE_CHECKING:
    from musnad.coder import Coder
    from musnad.record import Record

_COLLECT = (20_000, 10, 20)  # allocations, then generations: an article makes about 20,000 objects and leaves few
Shape = Literal["records", "bundle", "bundle+text"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are worked on. ``shape``: lines of records, or of articles with their records (and text)."""

    defaults: Defaults = Defaults()
    shape: Shape = "records"
    any_language: bool = False
    tell_residue: bool = False
    actors: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()


class Outcome(msgspec.Struct, kw_only=True):
    """What came of one document: its output lines, or why there are none."""

    where: str
    id: str
    payload: bytes = b""
    problem: str | None = None
    message: str = ""
    quiet: bool = False
    notes: list[str] = msgspec.field(default_factory=list)
    events: dict[str, int] = msgspec.field(default_factory=dict)
    stages: dict[str, float] = msgspec.field(default_factory=dict)  # seconds
    characters: int = 0

    def failure(self) -> dict[str, str] | None:
        """The quarantine's entry of an article that was not coded; None if there is nothing to tell."""
        if self.problem is None or self.quiet:
            return None
        return {"where": self.where, "id": self.id, "problem": self.problem, "message": self.message}


class Worker:
    """Works on documents one after the other. The coder is loaded with the first article that needs it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._coder: Coder | None = None
        self._loading = False

    @property
    def coder(self) -> Coder:
        """The coder, loaded on first use."""
        if self._coder is None:
            from pathlib import Path

            from musnad.coder import Coder

            extra: dict[str, Any] = {}
            if self.settings.actors:
                extra["user_actors"] = [Path(p) for p in self.settings.actors]
            if self.settings.lexicons:
                extra["extra_lexicon"] = [Path(p) for p in self.settings.lexicons]
            self._loading = True
            gc.disable()  # loading makes a million objects that stay: nothing to collect among them
            try:
                self._coder = Coder(**extra)
            finally:
                gc.enable()
            self._loading = False
            # The knowledge is there to stay: the collector need not walk through it again and again.
            gc.freeze()
            gc.set_threshold(*_COLLECT)
        return self._coder

    def work(self, document: Document) -> Outcome:
        """Never raises for what a document holds: a failure is an outcome, and the others go on."""
        try:
            return self._work(document)
        except MemoryError:
            raise
        except Exception as error:
            if self._loading:  # no fault of this document: no other will fare better
                raise
            import traceback

            place = traceback.extract_tb(error.__traceback__)[-1]
            message = f"{type(error).__name__}: {error} ({place.filename.rsplit('/', 1)[-1]}:{place.lineno})"
            return Outcome(where=document.where, id=document.id, problem="crash", message=message)

    def _work(self, document: Document) -> Outcome:
        started = time.perf_counter()
        if document.page is not None and document.problem is None:
            from musnad.readers.markup import extract

            document = extract(document)
        out = Outcome(where=document.where, id=document.id, characters=len(document.text))
        out.stages["extract"] = time.perf_counter() - started
        mark = time.perf_counter()
        worth = self._worth_coding(document, out)
        out.stages["language"] = time.perf_counter() - mark
        if not worth:
            return out
        article = self.article(document, out)
        coder = self.coder
        mark = time.perf_counter()
        records = coder.code(article)
        out.stages["code"] = time.perf_counter() - mark
        if self.settings.tell_residue and (told := residue_note(article.text, article.title)):
            out.notes.append(told)
        out.events = dict(Counter(r.event for r in records))
        mark = time.perf_counter()
        out.payload = self._payload(article, records)
        out.stages["write"] = time.perf_counter() - mark
        return out

    def _worth_coding(self, document: Document, out: Outcome) -> bool:
        """Whether there is Arabic in the document; if not, ``out`` is told what is wrong with it."""
        if document.problem is not None:
            out.problem, out.message = document.problem, document.message
            out.quiet = document.crawl and document.problem in ("language", "empty")
            return False
        if not document.text.strip() and not document.title.strip():
            out.problem, out.message = "empty", "no text, nothing to code"
            return False
        verdict = detect(document.text if document.text.strip() else document.title)
        if not verdict.letters:
            out.problem, out.message = "empty", "no letters, nothing to code"
            return False
        if not verdict.arabic and not self.settings.any_language:
            named = f"seems {verdict.language}" if verdict.language != "und" else "another script"
            out.problem = "language"
            out.message = f"not Arabic ({named}; {verdict.share:.0%} of the letters are Arabic script)"
            out.quiet = document.crawl
            return False
        if verdict.mixed:
            out.notes.append(f"only {verdict.share:.0%} of the letters are Arabic")
        return True

    def _payload(self, article: Article, records: list[Record]) -> bytes:
        """The article's lines in the work file: its records, or one bundle of itself with them."""
        if self.settings.shape == "records":
            return b"".join(json_bytes(r) + b"\n" for r in records)
        head = Head(
            id=article.id,
            title=article.title,
            date=article.date,
            source=article.source,
            url=article.url,
            author=article.author,
            language=article.language,
            text=article.text if self.settings.shape == "bundle+text" else None,
        )
        return json_bytes(Bundle(head, records)) + b"\n"

    def article(self, document: Document, out: Outcome) -> Article:
        """The document as an article, the user's defaults filled in; a date that cannot be read is noted."""
        given = self.settings.defaults
        date = parse_date(document.date)
        if date is None and document.date not in (None, ""):
            out.notes.append(f"date {str(document.date)[:60]!r} not understood")
        return Article(
            id=document.id,
            title=document.title or given.title or "",
            text=document.text,
            date=date or given.date,
            source=document.source or given.source,
            url=document.url,
            author=document.author,
            language=document.language,
        )


def residue_note(text: str, title: str) -> str | None:
    """What of a text is not coded as page residue, for people; None if nothing."""
    from musnad.text import find_residue

    found = find_residue(text, title)
    if not found:
        return None
    parts = []
    for piece in found[:12]:
        quoted = " ".join(text[piece.start : piece.end].split())
        parts.append(f"«{quoted[:40]}{'…' if len(quoted) > 40 else ''}» ({piece.reason})")
    more = f" and {len(found) - 12} more" if len(found) > 12 else ""
    return f"not coded as page residue: {', '.join(parts)}{more}"
