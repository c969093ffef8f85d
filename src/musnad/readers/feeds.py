"""RSS, Atom and OPML. Entities declared in a feed are refused before any parser sees them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from musnad.readers.dates import parse_date
from musnad.readers.document import MEGABYTE, Broken, Document
from musnad.readers.markup import fragment_text, host

MAX_FEED = 16 * MEGABYTE
_ENTITY = re.compile(rb"<!\s*E\s*N\s*T\s*I\s*T\s*Y|<\x00!\x00E\x00N\x00T|\x00<\x00!\x00E\x00N\x00T", re.I)
_FEED = re.compile(rb"<\s*(?:\w{1,20}:)?(?:rss|feed|rdf)\b", re.I)


def is_feed(head: bytes) -> bool:
    """Whether the first bytes of an XML file are a feed's."""
    return bool(_FEED.search(head[:4096].replace(b"\x00", b"")))


def guard(raw: bytes, limit: int = MAX_FEED) -> None:
    """Raises Broken for XML that is too large or declares entities (a few bytes can expand to gigabytes)."""
    if len(raw) > limit:
        raise Broken(f"feed larger than {limit // MEGABYTE} MB")
    if _ENTITY.search(raw):
        raise Broken("the XML declares entities; refused (they can expand without end)")


def parse(raw: bytes, url: str | None = None, content_type: str = "") -> Any:
    """The feed as feedparser reads it. Raises Broken if there is no entry and no sign of a feed in it."""
    guard(raw)
    import feedparser

    headers = {"content-location": url or "", "content-type": content_type or "application/xml"}
    feed = feedparser.parse(io.BytesIO(raw), response_headers=headers, sanitize_html=False)
    if not feed.entries and (feed.get("bozo") or not feed.get("version")):
        raise Broken(f"no RSS or Atom feed: {feed.get('bozo_exception') or 'no entries'}")
    return feed


def documents(raw: bytes, where: str, stem: str, url: str | None = None, content_type: str = "") -> Iterator[Document]:
    """One document an entry, with the fullest text the feed gives."""
    feed = parse(raw, url, content_type)
    outlet = fragment_text(feed.feed.get("title") or "") or host(feed.feed.get("link") or url)
    language = feed.feed.get("language")
    for number, entry in enumerate(feed.entries, 1):
        yield entry_document(entry, f"{where}, entry {number}", f"{stem}:{number}", outlet, language)


def entry_document(entry: Any, where: str, fallback_id: str, outlet: str | None, language: str | None) -> Document:
    """An entry of a feed as a document; its id is the feed's own (guid), else its link."""
    bodies = [c.get("value") or "" for c in entry.get("content") or []]
    text = max([fragment_text(b) for b in [*bodies, entry.get("summary") or ""]], key=len)
    return Document(
        where=where,
        id=entry.get("id") or entry.get("link") or fallback_id,
        title=fragment_text(entry.get("title") or ""),
        text=text,
        date=_date(entry),
        source=outlet or host(entry.get("link")),
        url=entry.get("link") or None,
        author=entry.get("author") or None,
        language=language,
    )


def _date(entry: Any) -> Any:
    for name in ("published", "updated", "created"):
        parsed, written = entry.get(f"{name}_parsed"), entry.get(name)
        if written and (day := parse_date(written)):
            return day
        if parsed:
            return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}"
    return None


def opml_feeds(raw: bytes) -> list[str]:
    """The feed URLs of an OPML file, in order, each once. Raises Broken."""
    guard(raw, 4 * MEGABYTE)
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise Broken(f"no OPML: {error}") from error
    if root is None:
        raise Broken("no OPML: no element in it")
    found: dict[str, None] = {}
    for node in root.iter("outline"):
        url = next((v for k, v in node.attrib.items() if str(k).lower() == "xmlurl"), None)
        if url and str(url).strip().lower().startswith(("http://", "https://")):
            found[str(url).strip()] = None
    return list(found)
